import { runsOf } from './words.ts';

/**
 * From this share of the shorter text's word pairs on, with the share of names below, one text tells the other again in
 * words of its own. On the half of `cases/origins` that may be read: 0.27 and more where it does, 0.11 at most where two
 * outlets tell of one event; `bench/origins.ts` has both halves.
 */
const PAIRS_AT_LEAST = 0.2;
/** Share of the shorter list of names and figures: 0.57 and more there, and at random between strangers (0 to 0.75). */
const NAMES_AT_LEAST = 0.5;

/** Texts shorter than this are told alike by chance. */
const LEAST_WORDS = 30;

/**
 * How many of the shorter text's word pairs the longer has, from 0 to 1; null where neither tells the other again. The
 * names, which are few, are compared first: most texts of one day go no further.
 */
export function retoldShare(
  names: readonly [ReadonlySet<string>, ReadonlySet<string>],
  words: () => readonly [readonly string[], readonly string[]],
): number | null {
  if (shareOf(...names) < NAMES_AT_LEAST) return null;
  const [one, other] = words();
  if (Math.min(one.length, other.length) < LEAST_WORDS) return null;
  const share = shareOf(runsOf(one, 2), runsOf(other, 2));
  return share >= PAIRS_AT_LEAST ? share : null;
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  if (shorter.size === 0) return 0;
  let shared = 0;
  for (const item of shorter) if (longer.has(item)) shared++;
  return shared / shorter.size;
}

/** Words with a capital and figures: what a retelling keeps. Words that open a sentence are among them, on both sides. */
export function namesIn(text: string): Set<string> {
  const names = text.match(/\p{Lu}[\p{L}\p{N}-]{2,}|\p{N}[\p{N}.,]*/gu) ?? [];
  return new Set(names.map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()));
}
