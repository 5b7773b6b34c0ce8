import { hash, mix } from './perceptron.ts';

/** What the tagger looks at in one word, worked out once. */
export type WordTraits = {
  readonly lower: number;
  /** Hashes of the last 1 to 5 letters. */
  readonly suffixes: readonly number[];
  readonly prefix: number;
  readonly shape: number;
  /** Tags that the lexicon allows, as bits; of the word in lower case, and as written where it has a capital. */
  readonly mask: number;
  readonly maskAsWritten: number;
};

/** More than any sentence's word needs; a test counts them. */
export const MOST_FEATURES = 48;

const NONE: WordTraits = { lower: 1, suffixes: [1, 1, 1, 1, 1], prefix: 1, shape: 1, mask: 0, maskAsWritten: 0 };

export function traitsOf(form: string, lower: string, first: boolean, mask: number, maskAsWritten: number): WordTraits {
  const n = lower.length;
  return {
    lower: hash(lower),
    suffixes: [1, 2, 3, 4, 5].map((length) => hash(lower, Math.max(0, n - length))),
    prefix: hash(lower, 0, Math.min(3, n)),
    shape: shapeOf(form) * 2 + (first ? 1 : 0),
    mask,
    maskAsWritten,
  };
}

function shapeOf(form: string): number {
  const capital = /^\p{Lu}/u.test(form) ? 1 : 0;
  const all = /^[^\p{Ll}]*$/u.test(form) ? 2 : 0;
  const digit = /\d/.test(form) ? 4 : 0;
  const hyphen = form.includes('-') ? 8 : 0;
  const letter = /\p{L}/u.test(form) ? 16 : 0;
  return capital + all + digit + hyphen + letter;
}

/**
 * The features of word `i` given the two tags before it, written into `into`; returns how many. Training and reading share
 * it, so that a model is always asked what it was taught.
 */
export function tagFeatures(
  words: readonly WordTraits[],
  i: number,
  tag1: number,
  tag2: number,
  into: Uint32Array,
): number {
  const w = words[i]!;
  const p = words[i - 1] ?? NONE;
  const pp = words[i - 2] ?? NONE;
  const n = words[i + 1] ?? NONE;
  const nn = words[i + 2] ?? NONE;
  let k = 0;
  let template = 0;
  const add = (a: number, b = 0, c = 0): void => {
    into[k++] = mix(template++, a, b, c);
  };
  add(0);
  add(w.lower);
  for (const suffix of w.suffixes) add(suffix);
  add(w.prefix);
  add(w.shape);
  add(w.mask);
  add(w.maskAsWritten, w.shape);
  add(w.mask, w.suffixes[2]);
  add(p.lower);
  add(n.lower);
  add(pp.lower);
  add(nn.lower);
  add(p.suffixes[2]!);
  add(n.suffixes[2]!);
  add(p.mask);
  add(n.mask);
  add(nn.mask);
  add(n.mask, n.shape);
  add(tag1);
  add(tag2);
  add(tag1, tag2);
  add(tag1, w.lower);
  add(tag1, w.mask);
  add(tag1, tag2, w.mask);
  add(tag1, w.suffixes[2]);
  add(tag1, w.mask, n.mask);
  add(tag1, n.lower);
  add(w.mask, n.mask);
  add(w.mask, n.mask, nn.mask);
  add(p.mask, w.mask, n.mask);
  add(w.mask, n.lower);
  add(w.mask, p.lower);
  add(p.lower, w.lower);
  add(w.lower, n.lower);
  add(pp.lower, p.lower, w.mask);
  add(p.shape, w.shape, n.shape);
  add(tag1, w.shape);
  return k;
}
