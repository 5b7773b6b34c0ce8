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

/** A word with its tag, and what the lexicon takes it for: a hash of its features there, 0 where it knows none. */
export type FeatureWord = { readonly lower: string; readonly upos: Upos; readonly inLexicon: number };

/** A word as the features are told from it. */
export function featureWord(lower: string, upos: Upos, lexicon: Lexicon): FeatureWord {
  const own = lexicon.lookup(lower).filter((entry) => entry.upos === upos || (upos === 'AUX' && entry.upos === 'VERB'));
  return { lower, upos, inLexicon: own.length === 0 ? 0 : hash(own.map(({ feats }) => feats).join(' ')) };
}

/** More than a word needs; a test counts them. */
export const MOST_FEATURE_FEATURES = 24;

const tagAt = (words: readonly FeatureWord[], i: number): number => {
  const word = words[i];
  return word ? UPOS.indexOf(word.upos) : 30;
};

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
  const { lower, inLexicon } = words[i]!;
  const tag = tagAt(words, i);
  const left = words[i - 1]?.lower ?? '';
  const right = words[i + 1]?.lower ?? '';
  const n = lower.length;
  const suffix = (length: number): number => hash(lower, Math.max(0, n - length));
  let k = 0;
  const add = (a: number, b = 0, c = 0): void => {
    into[k] = mix(700 + k, a, b, c);
    k++;
  };
  add(tag);
  add(hash(lower), tag);
  add(suffix(1), tag);
  add(suffix(2), tag);
  add(suffix(3), tag);
  add(suffix(4), tag);
  add(inLexicon, tag);
  add(inLexicon, tag, before);
  add(before, tag);
  add(before, beforeThat, tag);
  add(before, suffix(2), tag);
  add(hash(left), tag);
  add(hash(right), tag);
  add(tagAt(words, i - 1), tag);
  add(tagAt(words, i + 1), tag);
  add(tagAt(words, i - 1), tagAt(words, i + 1), tag);
  add(tagAt(words, i - 2), tagAt(words, i - 1), tag);
  add(hash(lower), hash(left), tag);
  add(hash(lower), tagAt(words, i + 1), tagAt(words, i - 1));
  return k;
}

/** The bundles that a word may have: those of its form where it is known, else those of its tag. */
export function candidatesOf({ byForm, byTag }: FeatureTable, { lower, upos }: FeatureWord): readonly number[] {
  return byForm.get(`${lower}|${upos}`) ?? byTag[UPOS.indexOf(upos)]!;
}

/** The bundle of each word, as an index into the table's: greedy from left to right (averaged perceptron). */
export function featuresOf(words: readonly FeatureWord[], table: FeatureTable, model: LinearModel): number[] {
  const found: number[] = [];
  const features = new Uint32Array(MOST_FEATURE_FEATURES);
  for (let i = 0; i < words.length; i++) {
    const candidates = candidatesOf(table, words[i]!);
    if (candidates.length === 1) {
      found.push(candidates[0]!);
      continue;
    }
    const count = featureFeatures(words, i, found[i - 1] ?? -1, found[i - 2] ?? -1, features);
    found.push(model.bestAmong(features, count, candidates));
  }
  return found;
}
