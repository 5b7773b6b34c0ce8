import type { Span } from '../contract/index.ts';

/** A view of the page, as its address names it. */
export type Route =
  | { readonly view: 'dossiers' }
  | { readonly view: 'parse' }
  | { readonly view: DossierView; readonly dossier: string }
  | { readonly view: 'dispatch'; readonly dossier: string; readonly dispatch: string }
  | { readonly view: 'question'; readonly dossier: string; readonly question: string }
  | { readonly view: 'source'; readonly dossier: string; readonly source: string }
  | { readonly view: 'series'; readonly dossier: string; readonly series: string }
  | { readonly view: 'nowhere' };

const DOSSIER_VIEWS = ['claims', 'map', 'timeline', 'figures', 'questions', 'sources', 'search', 'import'] as const;
type DossierView = 'dossier' | (typeof DOSSIER_VIEWS)[number];

const isView = (view: string | undefined): view is (typeof DOSSIER_VIEWS)[number] =>
  DOSSIER_VIEWS.some((known) => known === view);

/** The view at a path. The addresses are those of the API, without `/api`. */
export function routeOf(path: string): Route {
  const parts = path.split('/').filter(Boolean).map(decoded);
  const [head, dossier, view, id] = parts;
  if (parts.length === 0) return { view: 'dossiers' };
  if (parts.length === 1 && head === 'parse') return { view: 'parse' };
  if (head !== 'dossiers' || !dossier)
    return parts.length === 1 && head === 'dossiers' ? { view: 'dossiers' } : NOWHERE;
  if (parts.length === 2) return { view: 'dossier', dossier };
  if (parts.length === 3 && isView(view)) return { view, dossier };
  if (parts.length === 4 && view === 'dispatches') return { view: 'dispatch', dossier, dispatch: id! };
  if (parts.length === 4 && view === 'questions') return { view: 'question', dossier, question: id! };
  if (parts.length === 4 && view === 'sources') return { view: 'source', dossier, source: id! };
  if (parts.length === 4 && view === 'figures') return { view: 'series', dossier, series: id! };
  return NOWHERE;
}

const NOWHERE: Route = { view: 'nowhere' };

/** A part of a path that was typed by hand may be no proper encoding: then it names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

type Search = Readonly<Record<string, string | readonly string[] | null>>;

const at = (dossier: string, ...parts: string[]): string =>
  ['/dossiers', ...[dossier, ...parts].map((part) => encodeURIComponent(part))].join('/');

export const links = {
  dossiers: (): string => '/dossiers',
  parse: (): string => '/parse',
  dossier: (dossier: string): string => at(dossier),
  claims: (dossier: string, search: Search = {}): string => withSearch(at(dossier, 'claims'), search),
  map: (dossier: string, search: Search = {}): string => withSearch(at(dossier, 'map'), search),
  search: (dossier: string): string => at(dossier, 'search'),
  timeline: (dossier: string, search: Search = {}): string => withSearch(at(dossier, 'timeline'), search),
  figures: (dossier: string): string => at(dossier, 'figures'),
  series: (dossier: string, question: string, search: Search = {}): string =>
    withSearch(at(dossier, 'figures', question), search),
  sources: (dossier: string): string => at(dossier, 'sources'),
  source: (dossier: string, source: string): string => at(dossier, 'sources', source),
  import: (dossier: string): string => at(dossier, 'import'),
  questions: (dossier: string, search: Search = {}): string => withSearch(at(dossier, 'questions'), search),
  question: (dossier: string, question: string, search: Search = {}): string =>
    withSearch(at(dossier, 'questions', question), search),
  dispatch: (dossier: string, dispatch: string): string => at(dossier, 'dispatches', dispatch),
  /** To the very words. */
  words: (dossier: string, dispatch: string, { start, end }: Span): string =>
    `${at(dossier, 'dispatches', dispatch)}#${start}-${end}`,
};

/** An address with its search part; what is null or empty is left out. */
export function withSearch(path: string, search: Search): string {
  const filled = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value)
      if (one !== '') filled.append(name, one);
  return filled.size > 0 ? `${path}?${filled}` : path;
}
