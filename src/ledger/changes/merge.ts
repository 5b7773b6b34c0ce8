import { MERGE_KINDS, type Merges, mergesOf, type OriginPair, standsFor } from '../accounts/merges.ts';
import { append, type Writing } from '../append.ts';
import type { Entry } from '../entry.ts';
import { mergeCircle, noDispatch, notMerged } from '../problems.ts';
import { entries } from '../queries/entries.ts';
import { textOf } from '../queries/text-of.ts';

export type MergeSubject = 'party' | 'place';

/** From now on one party or place counts as another, in all that is loaded of the dossier. */
export async function merge(writing: Writing, subject: MergeSubject, id: string, into: string): Promise<Entry> {
  const merges = (await currentMerges(writing))[subject];
  if (standsFor(merges, into) === standsFor(merges, id)) throw mergeCircle(id, into);
  return append(writing, subject === 'party' ? 'party-merged' : 'place-merged', { id, into });
}

/** From now on a party or place that was merged counts as itself again. */
export async function split(writing: Writing, subject: MergeSubject, id: string): Promise<Entry> {
  const from = (await currentMerges(writing))[subject].get(id);
  if (from === undefined) throw notMerged(id);
  return append(writing, subject === 'party' ? 'party-split' : 'place-split', { id, from });
}

/** Says of two dispatches that they are made of one wire, or that they are not. */
export async function judgeOrigin(writing: Writing, pair: OriginPair): Promise<Entry> {
  for (const dispatch of [pair.a, pair.b])
    if ((await textOf(writing.db, { dossier: writing.dossier, dispatch })) === null) throw noDispatch(dispatch);
  if (pair.a === pair.b) throw mergeCircle(pair.a, pair.b);
  return append(writing, 'origin-judged', pair);
}

async function currentMerges({ db, dossier }: Writing): Promise<Merges> {
  return mergesOf(await entries(db, { dossier, kinds: MERGE_KINDS }));
}
