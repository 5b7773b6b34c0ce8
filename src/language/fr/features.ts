import { UPOS, type Upos } from '../sentence.ts';
import { hash, type LinearModel, mix } from '../tagger/perceptron.ts';
import type { Lexicon } from './lexicon.ts';

/** What the features of words are told by: bundles as CoNLL-U writes them, and which of them a tag, or a form with its tag, has. */
export type FeatureTable = {
  /** `Gender=Fem|Number=Sing`; the empty bundle is among them. */
  readonly bundles: readonly string[];
  /** By tag (its index in `UPOS`): the bundles that words of that tag have. */
  readonly byTag: readonly (readonly number[])[];
  /** By form in lower case and tag (`forces|NOUN`): the bundles that it has been seen with, the most frequent first. */
  readonly byForm: ReadonlyMap<string, readonly number[]>;
};

/** The table as its file holds it: forms that share their bundles stand together. */
export type FeatureFile = {
  readonly bundles: readonly string[];
  readonly byTag: readonly (readonly number[])[];
  readonly forms: Readonly<Record<string, string>>;
};

export function openFeatures({ bundles, byTag, forms }: FeatureFile): FeatureTable {
  const byForm = new Map<string, readonly number[]>();
  for (const [key, keys] of Object.entries(forms)) {
    const own = key.split(',').map(Number);
    for (const form of keys.split(' ')) byForm.set(form, own);
  }
  return { bundles, byTag, byForm };
}

/** A word with its tag, as the features are told from it. */
export type FeatureWord = {
  readonly lower: string;
  readonly upos: Upos;
  /** Index of the tag in `UPOS`. */
  readonly tag: number;
  readonly hash: number;
  /** Hashes of the last 1 to 4 letters. */
  readonly suffixes: readonly number[];
  /** A hash of what the lexicon takes it for, 0 where it knows none. */
  readonly inLexicon: number;
};

export function featureWord(lower: string, upos: Upos, lexicon: Lexicon): FeatureWord {
  const own = lexicon.lookup(lower).filter((entry) => entry.upos === upos || (upos === 'AUX' && entry.upos === 'VERB'));
  return {
    lower,
    upos,
    tag: UPOS.indexOf(upos),
    hash: hash(lower),
    suffixes: [1, 2, 3, 4].map((length) => hash(lower, Math.max(0, lower.length - length))),
    inLexicon: own.length === 0 ? 0 : hash(own.map(({ feats }) => feats).join(' ')),
  };
}

/** More than a word needs; a test counts them. */
export const MOST_FEATURE_FEATURES = 24;

const NO_TAG = 30;
const NO_WORD = hash('');

/**
 * What the features of word `i` are told by, written into `into`; returns how many. `before` and `beforeThat` are the
 * bundles of the two words to its left.
 */
export function featureFeatures(
  words: readonly FeatureWord[],
  i: number,
  before: number,
  beforeThat: number,
  into: Uint32Array,
): number {
  const { hash: word, tag, suffixes, inLexicon } = words[i]!;
  const left = words[i - 1]?.hash ?? NO_WORD;
  const right = words[i + 1]?.hash ?? NO_WORD;
  const tagBefore = words[i - 1]?.tag ?? NO_TAG;
  const tagAfter = words[i + 1]?.tag ?? NO_TAG;
  let k = 0;
  const add = (a: number, b = 0, c = 0): void => {
    into[k] = mix(700 + k, a, b, c);
    k++;
  };
  add(tag);
  add(word, tag);
  for (const suffix of suffixes) add(suffix, tag);
  add(inLexicon, tag);
  add(inLexicon, tag, before);
  add(before, tag);
  add(before, beforeThat, tag);
  add(before, suffixes[1], tag);
  add(left, tag);
  add(right, tag);
  add(tagBefore, tag);
  add(tagAfter, tag);
  add(tagBefore, tagAfter, tag);
  add(words[i - 2]?.tag ?? NO_TAG, tagBefore, tag);
  add(word, left, tag);
  add(word, tagAfter, tagBefore);
  return k;
}

/** The bundles that a word may have: those of its form where it is known, else those of its tag. */
export function candidatesOf({ byForm, byTag }: FeatureTable, { lower, upos, tag }: FeatureWord): readonly number[] {
  return byForm.get(`${lower}|${upos}`) ?? byTag[tag]!;
}

/** The bundle of each word, as an index into the table's: greedy from left to right (averaged perceptron). */
export function featuresOf(
  words: readonly (FeatureWord & { readonly candidates: readonly number[] })[],
  model: LinearModel,
): number[] {
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const { candidates } = words[i]!;
    if (candidates.length === 1) {
      found.push(candidates[0]!);
      continue;
    }
    const count = featureFeatures(words, i, i > 0 ? found[i - 1]! : -1, i > 1 ? found[i - 2]! : -1, SCRATCH);
    found.push(model.bestAmong(SCRATCH, count, candidates));
  }
  return found;
}

const SCRATCH = new Uint32Array(MOST_FEATURE_FEATURES);
