import { effective, type StoredEntry } from '../entry.ts';

/** Which id counts as which other; look it up with `standsFor`. */
export type MergeMap = ReadonlyMap<string, string>;
export type Merges = { readonly party: MergeMap; readonly place: MergeMap; readonly pairs: readonly OriginPair[] };

/** What a person said of two dispatches: that they are made of one wire, or that they are not. */
export type OriginPair = { readonly a: string; readonly b: string; readonly sameOrigin: boolean };

/** The kinds of entries that merges are worked out from. */
export const MERGE_KINDS = [
  'party-merged',
  'party-split',
  'place-merged',
  'place-split',
  'origin-judged',
  'undone',
] as const;

/** What merges and splits come to, from their entries in order. */
export function mergesOf(entries: readonly StoredEntry[]): Merges {
  const party = new Map<string, string>();
  const place = new Map<string, string>();
  const pairs = new Map<string, OriginPair>();
  for (const entry of effective(entries)) {
    if (entry.kind === 'party-merged') party.set(entry.body.id, entry.body.into);
    if (entry.kind === 'party-split') party.delete(entry.body.id);
    if (entry.kind === 'place-merged') place.set(entry.body.id, entry.body.into);
    if (entry.kind === 'place-split') place.delete(entry.body.id);
    if (entry.kind === 'origin-judged') pairs.set([entry.body.a, entry.body.b].sort().join(' '), entry.body);
  }
  return { party, place, pairs: [...pairs.values()] };
}

/**
 * What an id counts as, through several merges. Undoing a split can close a circle of merges; all in it count as the first
 * of them by name.
 */
export function standsFor(map: MergeMap, id: string): string {
  const path = [id];
  for (;;) {
    const next = map.get(path.at(-1)!);
    if (next === undefined) return path.at(-1)!;
    if (path.includes(next)) return path.slice(path.indexOf(next)).sort()[0]!;
    path.push(next);
  }
}
