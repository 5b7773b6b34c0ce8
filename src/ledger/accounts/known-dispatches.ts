import type { LedgerDispatch } from '../dispatch.ts';
import { isRemoved, type StoredEntry } from '../entry.ts';
import { groupBy } from '../group-by.ts';
import { asLedgerDispatch, dispatchState } from '../project/dispatch-state.ts';
import { orderVersions } from '../project/versions.ts';

/** The kinds of entries that say what was known of the dispatches of a dossier. */
export const DISPATCH_KINDS = [
  'dispatch-added',
  'dispatch-dated',
  'reading-made',
  'dispatch-removed',
  'undone',
] as const;

/** The dispatches as they were known when these entries, in order, were all that had happened. */
export function knownDispatches(entries: readonly StoredEntry[]): LedgerDispatch[] {
  const about = groupBy(
    entries.filter((entry) => !isRemoved(entry) && 'dispatch' in entry.body && entry.body.dispatch !== null),
    (entry) => (entry.body as { readonly dispatch: string }).dispatch,
  );
  // A dispatch's first entry is the one that added it, so the map is in the order in which we learned of them.
  const known = [...about].flatMap(([id, own]) => {
    const state = dispatchState(own);
    return state ? [asLedgerDispatch(id, state)] : [];
  });
  const places = new Map<string, Pick<LedgerDispatch, 'version' | 'newer'>>();
  for (const [address, there] of groupBy(known, (dispatch) => dispatch.address)) {
    const ordered = address === null ? [] : orderVersions(there);
    for (const [at, { id }] of ordered.entries())
      places.set(id, { version: at + 1, newer: ordered[at + 1]?.id ?? null });
  }
  return known.map((dispatch) => ({ ...dispatch, ...(places.get(dispatch.id) ?? { version: 1, newer: null }) }));
}
