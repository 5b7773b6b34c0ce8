/** What a request says of where it comes from; null for a header that it does not have. */
export type Provenance = {
  readonly method: string;
  readonly path: string;
  readonly host: string | null;
  readonly origin: string | null;
  /** The Fetch Metadata headers, which every current browser sends and no page can forge. */
  readonly site: string | null;
  readonly mode: string | null;
  readonly destination: string | null;
};

/**
 * Why a request is refused before anything is looked at; null for one that may go on.
 *
 * `Host` must be ours to the letter: a name that an attacker points at 127.0.0.1 (DNS rebinding) would make their page our
 * own origin. A request with another `Origin` is refused whatever it asks. Without `Origin`, Fetch Metadata tells: another
 * site, or another port of this machine (`same-site`: our cookie would go along), may at most lead a person here by a link.
 */
export function refusalOf(
  { method, path, host, origin, site, mode, destination }: Provenance,
  ownOrigin: string,
): 'foreign-host' | 'foreign-origin' | null {
  if (host !== new URL(ownOrigin).host) return 'foreign-host';
  if (origin !== null && origin !== ownOrigin) return 'foreign-origin';
  const isOwn = site === null || site === 'same-origin' || site === 'none';
  if (method !== 'GET' && method !== 'HEAD')
    return origin === ownOrigin || site === 'same-origin' ? null : 'foreign-origin';
  const isLink = mode === 'navigate' && destination === 'document' && !path.startsWith('/api');
  return isOwn || isLink ? null : 'foreign-origin';
}
