import type { z } from 'zod';
import { wordsOf } from '../../core/index.ts';
import { append, type Writing } from '../append.ts';
import type { Addition, Correction, Entry, Rejection, Target } from '../entry.ts';
import { badValue, noDispatch, nothingThere, wordsDiffer } from '../problems.ts';
import { changedAnything } from '../queries/changed-anything.ts';
import { textOf } from '../queries/text-of.ts';
import { claimDraft, slotOf } from '../slots.ts';

/** Sets a slot of a statement or claim right. Throws a Problem where nothing there has the value seen. */
export async function correct(writing: Writing, correction: Correction): Promise<Entry<'correction'>> {
  await checkWords(writing, correction.dispatch, correction.words);
  const slot = slotOf(correction.layer, correction.slot);
  if (!slot) throw badValue(correction.slot, `no slot of a ${correction.layer}`);
  check(correction.slot, slot.accepts, correction.set);
  return placed(writing, await append(writing, 'correction', correction), correction);
}

/** Says that what is read at those words is no statement, or no claim of that type. */
export async function reject(writing: Writing, rejection: Rejection): Promise<Entry<'rejection'>> {
  await checkWords(writing, rejection.dispatch, rejection.words);
  return placed(writing, await append(writing, 'rejection', rejection), rejection);
}

/** Adds a claim that the reader missed. */
export async function addClaim(writing: Writing, addition: Addition): Promise<Entry<'addition'>> {
  check('claim', claimDraft, addition.claim);
  await checkWords(writing, addition.dispatch, addition.claim);
  return append(writing, 'addition', addition);
}

async function checkWords(writing: Writing, dispatch: string, words: Target['words']): Promise<void> {
  const text = await textOf(writing.db, { dossier: writing.dossier, dispatch });
  if (text === null) throw noDispatch(dispatch);
  const there = wordsOf(text, words);
  if (words.end <= words.start || there !== words.text) throw wordsDiffer(words, there);
}

function check(slot: string, accepts: z.ZodType, value: unknown): void {
  const { error } = accepts.safeParse(value);
  if (error) throw badValue(slot, error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join('; '));
}

/** The entry, when it has changed what the dispatch says; else a Problem, which takes it back. */
async function placed<E extends Entry>(writing: Writing, entry: E, target: Target & { dispatch: string }): Promise<E> {
  const { db, dossier } = writing;
  if (await changedAnything(db, { dossier, dispatch: target.dispatch, entry: entry.id })) return entry;
  throw nothingThere(target);
}
