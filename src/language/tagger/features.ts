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

const NONE: WordTraits = { lower: 1, suffixes: [1, 1, 1, 1, 1], prefix: 1, shape: 1, mask: 0, maskAsWritten: 0 };

export function traitsOf(form: string, lower: string, mask: number, maskAsWritten: number): WordTraits {
  const n = lower.length;
  return {
    lower: hash(lower),
    suffixes: [1, 2, 3, 4, 5].map((length) => hash(lower, Math.max(0, n - length))),
    prefix: hash(lower, 0, Math.min(3, n)),
    shape: shapeOf(form) * 2,
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

/** What a word is told by, one number each: itself (`w`), two before (`p`, `pp`) and after (`n`, `nn`), and the tags before. */
const ATOMS = [
  ...['zero', 'w', 'last1', 'last2', 'last3', 'last4', 'last5', 'prefix', 'shape', 'mask', 'as written'],
  ...['p', 'p.last3', 'p.mask', 'p.shape', 'pp', 'n', 'n.last3', 'n.mask', 'n.shape', 'nn', 'nn.mask', 'tag1', 'tag2'],
] as const;
type Atom = (typeof ATOMS)[number];

const TEMPLATES: readonly (readonly Atom[])[] = [
  ['zero'],
  ['w'],
  ['last1'],
  ['last2'],
  ['last3'],
  ['last4'],
  ['last5'],
  ['prefix'],
  ['shape'],
  ['mask'],
  ['as written', 'shape'],
  ['mask', 'last3'],
  ['p'],
  ['n'],
  ['pp'],
  ['nn'],
  ['p.last3'],
  ['n.last3'],
  ['p.mask'],
  ['n.mask'],
  ['nn.mask'],
  ['n.mask', 'n.shape'],
  ['tag1'],
  ['tag2'],
  ['tag1', 'tag2'],
  ['tag1', 'w'],
  ['tag1', 'mask'],
  ['tag1', 'tag2', 'mask'],
  ['tag1', 'last3'],
  ['tag1', 'mask', 'n.mask'],
  ['tag1', 'n'],
  ['mask', 'n.mask'],
  ['mask', 'n.mask', 'nn.mask'],
  ['p.mask', 'mask', 'n.mask'],
  ['mask', 'n'],
  ['mask', 'p'],
  ['p', 'w'],
  ['w', 'n'],
  ['pp', 'p', 'mask'],
  ['p.shape', 'shape', 'n.shape'],
  ['tag1', 'shape'],
];

/** How many features a word has. */
export const TAG_FEATURES = TEMPLATES.length;

const PLACES = Uint8Array.from(
  TEMPLATES.flatMap((template) => [0, 1, 2].map((i) => ATOMS.indexOf(template[i] ?? 'zero'))),
);
const atoms = new Int32Array(ATOMS.length);

/**
 * The features of word `i` given the two tags before it, written into `into`, `TAG_FEATURES` of them. Training and reading
 * share it, so that a model is always asked what it was taught.
 */
export function tagFeatures(
  words: readonly WordTraits[],
  i: number,
  tag1: number,
  tag2: number,
  into: Uint32Array,
): void {
  const w = words[i]!;
  const p = i > 0 ? words[i - 1]! : NONE;
  const n = i + 1 < words.length ? words[i + 1]! : NONE;
  const nn = i + 2 < words.length ? words[i + 2]! : NONE;
  let k = 1;
  atoms[k++] = w.lower;
  for (let s = 0; s < 5; s++) atoms[k++] = w.suffixes[s]!;
  atoms[k++] = w.prefix;
  atoms[k++] = i === 0 ? w.shape + 1 : w.shape; // a capital at the beginning of a sentence tells less
  atoms[k++] = w.mask;
  atoms[k++] = w.maskAsWritten;
  atoms[k++] = p.lower;
  atoms[k++] = p.suffixes[2]!;
  atoms[k++] = p.mask;
  atoms[k++] = i === 1 ? p.shape + 1 : p.shape;
  atoms[k++] = i > 1 ? words[i - 2]!.lower : NONE.lower;
  atoms[k++] = n.lower;
  atoms[k++] = n.suffixes[2]!;
  atoms[k++] = n.mask;
  atoms[k++] = n.shape;
  atoms[k++] = nn.lower;
  atoms[k++] = nn.mask;
  atoms[k++] = tag1;
  atoms[k++] = tag2;
  for (let f = 0; f < TAG_FEATURES; f++)
    into[f] = mix(f, atoms[PLACES[3 * f]!]!, atoms[PLACES[3 * f + 1]!]!, atoms[PLACES[3 * f + 2]!]!);
}
