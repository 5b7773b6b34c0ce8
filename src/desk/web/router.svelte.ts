import { withSearch } from './routes.ts';

/** Where the page is: the address bar, as state. */
export const here = $state({ path: location.pathname, search: location.search, hash: location.hash });

function look(): void {
  here.path = location.pathname;
  here.search = location.search;
  here.hash = location.hash;
}

/** Goes to an address of the page. */
export function go(href: string, { replace = false } = {}): void {
  const url = new URL(href, location.href);
  const target = url.pathname + url.search + url.hash;
  if (replace) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  look();
}

/** Where a long list is, as the address says: how many come before its page. */
export function placeIn(search: string, name = 'from'): number {
  const from = Number(new URLSearchParams(search).get(name) ?? '0');
  return Number.isInteger(from) && from > 0 ? from : 0;
}

/** Changes what the search part says of the view that is open; what is null is taken out. */
export function setSearch(
  changes: Readonly<Record<string, string | readonly string[] | null>>,
  { replace = false } = {},
): void {
  const known = new URLSearchParams(here.search);
  const search: Record<string, readonly string[]> = {};
  for (const name of new Set(known.keys())) if (!(name in changes)) search[name] = known.getAll(name);
  const asked = Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, value === null ? [] : [value].flat()]),
  );
  go(withSearch(here.path, { ...search, ...asked }), { replace });
}

/** Makes the page follow its own links without loading anew. Links that lead elsewhere, or are opened aside, are left alone. */
export function followLinks(): void {
  addEventListener('popstate', look);
  addEventListener('hashchange', look);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api')) return;
    event.preventDefault();
    go(link.href);
  });
}
