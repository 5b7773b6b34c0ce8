import { assert } from '../../core/index.ts';
import { hash, mix } from '../tagger/perceptron.ts';
import { LEFT, type Move, type ParserState } from './transitions.ts';

/** What the parser looks at in one word, as numbers: hashes of the word, of its lemma and of its ending, tag and features. */
export type ParserWord = {
  readonly word: number;
  readonly lemma: number;
  readonly suffix: number;
  readonly tag: number;
  /** Hash of mood or verb form, number and gender: what agreement and case turn on. */
  readonly feats: number;
};

const NONE: ParserWord = { word: 2, lemma: 2, suffix: 2, tag: 30, feats: 2 };
const ROOT: ParserWord = { word: 3, lemma: 3, suffix: 3, tag: 31, feats: 3 };

/**
 * What a state is told by, one number each: of the words on the stack (`s0` on top, `s1`, `s2`) and of the input (`b0` next,
 * `b1`, `b2`), of their outermost children (`s0l` left, `s0r` right), how far apart they stand and how many children they have.
 */
const ATOMS = [
  'zero',
  ...['s0', 's1', 'b0'].flatMap((word) => ['word', 'lemma', 'tag', 'feats', 'suffix'].map((part) => `${word}.${part}`)),
  ...['b1.word', 'b1.lemma', 'b1.tag', 'b2.tag', 's2.tag'],
  ...['s0l', 's0r', 's1l', 's1r', 'b0l'].flatMap((child) => [`${child}.tag`, `${child}.lemma`, `${child}.label`]),
  ...['s0tag,b0tag', 's1tag,s0tag', 's2tag,s1tag', 'b0tag,b1tag'],
  ...['s0 left labels', 's0 right labels', 's1 right labels', 'b0 left labels'],
  ...['distance', 'gap', 's0 valency', 's1 valency', 'b0 valency'],
] as const;

/** The templates of Zhang & Nivre 2011, for arc-hybrid: each one to three atoms together. */
const TEMPLATES: readonly (readonly string[])[] = [
  ['zero'],
  ...['s0', 's1', 'b0'].flatMap((w) => [
    [`${w}.word`, `${w}.tag`],
    [`${w}.lemma`],
    [`${w}.tag`],
    [`${w}.tag`, `${w}.feats`],
    [`${w}.suffix`, `${w}.tag`],
  ]),
  ['b1.word', 'b1.tag'],
  ['b1.tag'],
  ['b2.tag'],
  ['s2.tag'],
  ['b1.lemma'],
  // pairs
  ['s0.lemma', 'b0.lemma'],
  ['s0.lemma', 'b0.tag'],
  ['s0.tag', 'b0.lemma'],
  ['s0.tag', 'b0.tag'],
  ['s0tag,b0tag', 's0.feats', 'b0.feats'],
  ['s1.lemma', 's0.lemma'],
  ['s1.lemma', 's0.tag'],
  ['s1.tag', 's0.lemma'],
  ['s1.tag', 's0.tag'],
  ['s1tag,s0tag', 's1.feats', 's0.feats'],
  ['s1.tag', 'b0.tag'],
  ['s1.lemma', 'b0.lemma'],
  ['b0.tag', 'b1.tag'],
  ['b0.lemma', 'b1.tag'],
  ['s0.word', 'b0.word'],
  // triples
  ['s0tag,b0tag', 'b1.tag'],
  ['s1tag,s0tag', 'b0.tag'],
  ['s1tag,s0tag', 'b0.lemma'],
  ['s2tag,s1tag', 's0.tag'],
  ['b0tag,b1tag', 'b2.tag'],
  ['s0tag,b0tag', 'b1.tag', 'b2.tag'],
  ['s0tag,b0tag', 's0l.tag'],
  ['s0tag,b0tag', 's0r.tag'],
  ['s0tag,b0tag', 'b0l.tag'],
  ['s1tag,s0tag', 's0l.tag'],
  ['s1tag,s0tag', 's0r.tag'],
  ['s1tag,s0tag', 's1r.tag'],
  ['s1tag,s0tag', 's1l.tag'],
  // distance, valency
  ['distance', 's0.tag', 'b0.tag'],
  ['distance', 's0.lemma'],
  ['gap', 's1.tag', 's0.tag'],
  ['s0 valency', 's0.tag'],
  ['s0 valency', 's0.lemma'],
  ['s1 valency', 's1.tag', 's0.tag'],
  ['b0 valency', 'b0.tag'],
  // children
  ['s0l.label', 's0.tag'],
  ['s0r.label', 's0.tag'],
  ['s0l.label', 's0.tag', 'b0.tag'],
  ['s0r.label', 's0.tag', 'b0.tag'],
  ['s0 left labels', 's0.tag'],
  ['s0 right labels', 's0.tag'],
  ['s1 right labels', 's1.tag', 's0.tag'],
  ['s1l.label', 's1.tag', 's0.tag'],
  ['b0l.label', 'b0.tag', 's0.tag'],
  ['b0 left labels', 'b0.tag'],
  ['s0l.lemma', 's0.tag', 'b0.tag'],
  ['s0l.lemma', 's1tag,s0tag'],
  ['s0r.lemma', 's0.tag'],
  ['s1r.lemma', 's1.tag', 's0.tag'],
  ['b0l.lemma', 'b0.tag', 's0.tag'],
  ['s0l.lemma', 's1.lemma', 's0.tag'], // the preposition of a noun with the verb it may hang from
  ['s0l.lemma', 's1.lemma', 's0.lemma'],
  ['b0l.lemma', 's0.lemma', 'b0.tag'],
];

/** How many features a state has. */
export const PARSER_FEATURES = TEMPLATES.length;

const PLACES = Uint8Array.from(
  TEMPLATES.flatMap((template) =>
    [0, 1, 2].map((i) => {
      const place = ATOMS.findIndex((atom) => atom === (template[i] ?? 'zero'));
      assert(place >= 0, `no atom ${template[i]}`);
      return place;
    }),
  ),
);

/** The atoms of the state looked at last. */
const atoms = new Int32Array(ATOMS.length);

/** Looks at a state: what `parserFeatures` then gives are its features. */
export function lookAt(words: readonly ParserWord[], state: ParserState): void {
  const { n, labels } = state;
  const at = (i: number): ParserWord => (i < 0 ? NONE : i === n ? ROOT : words[i]!);
  const s0i = state.top();
  const s1i = state.top(1);
  const b0i = state.next;
  const s0 = at(s0i);
  const s1 = at(s1i);
  const s2 = at(state.top(2));
  const b0 = at(b0i);
  const b1 = at(b0i + 1 <= n ? b0i + 1 : -1);
  const b2 = at(b0i + 2 <= n ? b0i + 2 : -1);
  let k = 1;
  k = putWord(s0, k);
  k = putWord(s1, k);
  k = putWord(b0, k);
  atoms[k++] = b1.word;
  atoms[k++] = b1.lemma;
  atoms[k++] = b1.tag;
  atoms[k++] = b2.tag;
  atoms[k++] = s2.tag;
  const s0l = s0i < 0 ? -1 : state.leftmost[s0i]!;
  const s0r = s0i < 0 ? -1 : state.rightmost[s0i]!;
  const s1l = s1i < 0 ? -1 : state.leftmost[s1i]!;
  const s1r = s1i < 0 ? -1 : state.rightmost[s1i]!;
  const b0l = state.leftmost[b0i]!;
  k = putChild(at(s0l), labelOf(labels, s0l), k);
  k = putChild(at(s0r), labelOf(labels, s0r), k);
  k = putChild(at(s1l), labelOf(labels, s1l), k);
  k = putChild(at(s1r), labelOf(labels, s1r), k);
  k = putChild(at(b0l), labelOf(labels, b0l), k);
  atoms[k++] = s0.tag * 64 + b0.tag;
  atoms[k++] = s1.tag * 64 + s0.tag;
  atoms[k++] = s2.tag * 64 + s1.tag;
  atoms[k++] = b0.tag * 64 + b1.tag;
  atoms[k++] = labelOf(labels, s0l) * 64 + labelOf(labels, s0i < 0 ? -1 : state.secondLeft[s0i]!);
  atoms[k++] = labelOf(labels, s0r) * 64 + labelOf(labels, s0i < 0 ? -1 : state.secondRight[s0i]!);
  atoms[k++] = labelOf(labels, s1r) * 64 + labelOf(labels, s1i < 0 ? -1 : state.secondRight[s1i]!);
  atoms[k++] = labelOf(labels, b0l) * 64 + labelOf(labels, state.secondLeft[b0i]!);
  atoms[k++] = s0i < 0 ? 0 : Math.min(b0i - s0i, 8);
  atoms[k++] = s1i < 0 || s0i < 0 ? 0 : Math.min(s0i - s1i, 8);
  atoms[k++] = valency(state, s0i);
  atoms[k++] = valency(state, s1i);
  atoms[k++] = valency(state, b0i);
}

function putWord({ word, lemma, tag, feats, suffix }: ParserWord, k: number): number {
  atoms[k] = word;
  atoms[k + 1] = lemma;
  atoms[k + 2] = tag;
  atoms[k + 3] = feats;
  atoms[k + 4] = suffix;
  return k + 5;
}

function putChild({ tag, lemma }: ParserWord, label: number, k: number): number {
  atoms[k] = tag;
  atoms[k + 1] = lemma;
  atoms[k + 2] = label;
  return k + 3;
}

function labelOf(labels: Int32Array, i: number): number {
  return i < 0 ? NO_CHILD : labels[i]! + 1;
}
const NO_CHILD = 97;

function valency({ leftCount, rightCount }: ParserState, i: number): number {
  return i < 0 ? 0 : Math.min(leftCount[i]!, 4) * 8 + Math.min(rightCount[i]!, 4);
}

/**
 * The features of the state that `lookAt` saw last, written into `into`, `PARSER_FEATURES` of them. With a `move` they are those
 * of the label that the move's arc gets.
 */
export function parserFeatures(move: Move | null, into: Uint32Array): void {
  const first = move === null ? 100 : move === LEFT ? 300 : 500;
  for (let k = 0; k < PARSER_FEATURES; k++)
    into[k] = mix(first + k, atoms[PLACES[3 * k]!]!, atoms[PLACES[3 * k + 1]!]!, atoms[PLACES[3 * k + 2]!]!);
}

const TELLING_FEATS = /(?:Mood|VerbForm|Number|Gender|Person|PronType)=\w+/g;

/** A tagged word as the parser sees it. */
export function parserWord(lower: string, upos: number, lemma: string, feats: string): ParserWord {
  return {
    word: hash(lower),
    lemma: hash(lemma),
    suffix: hash(lower, Math.max(0, lower.length - 3)),
    tag: upos,
    feats: hash((feats.match(TELLING_FEATS) ?? []).join('|')),
  };
}
