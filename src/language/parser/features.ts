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

/** More than a state needs; a test counts them. */
export const MOST_PARSER_FEATURES = 96;

const NONE: ParserWord = { word: 2, lemma: 2, suffix: 2, tag: 30, feats: 2 };
const ROOT: ParserWord = { word: 3, lemma: 3, suffix: 3, tag: 31, feats: 3 };

/**
 * The features of a state (the templates of Zhang & Nivre 2011, for arc-hybrid), written into `into`; returns how many.
 * With a `move` they are those of the label that the move's arc gets.
 */
export function parserFeatures(
  words: readonly ParserWord[],
  state: ParserState,
  move: Move | null,
  into: Uint32Array,
): number {
  const at = (i: number): ParserWord => (i < 0 ? NONE : i === state.n ? ROOT : words[i]!);
  const child = (of: number, list: Int32Array): number => (of < 0 ? -1 : list[of]!);
  const label = (i: number): number => (i < 0 ? 97 : state.labels[i]! + 1);
  const s0i = state.top();
  const s1i = state.top(1);
  const s2i = state.top(2);
  const b0i = state.next;
  const s0 = at(s0i);
  const s1 = at(s1i);
  const s2 = at(s2i);
  const b0 = at(b0i);
  const b1 = at(b0i + 1 <= state.n ? b0i + 1 : -1);
  const b2 = at(b0i + 2 <= state.n ? b0i + 2 : -1);
  const s0l = child(s0i, state.leftmost);
  const s0r = child(s0i, state.rightmost);
  const s0l2 = child(s0i, state.secondLeft);
  const s0r2 = child(s0i, state.secondRight);
  const s1l = child(s1i, state.leftmost);
  const s1r = child(s1i, state.rightmost);
  const s1r2 = child(s1i, state.secondRight);
  const b0l = child(b0i, state.leftmost);
  const b0l2 = child(b0i, state.secondLeft);
  const distance = s0i < 0 ? 0 : Math.min(b0i - s0i, 8);
  const gap = s1i < 0 || s0i < 0 ? 0 : Math.min(s0i - s1i, 8);
  const valency = (i: number): number =>
    i < 0 ? 0 : Math.min(state.leftCount[i]!, 4) * 8 + Math.min(state.rightCount[i]!, 4);
  let k = 0;
  let template = move === null ? 100 : move === LEFT ? 300 : 500;
  const add = (a: number, b = 0, c = 0): void => {
    into[k++] = mix(template++, a, b, c);
  };
  const pair = (a: number, b: number): number => (a * 64 + b) | 0;
  add(0);
  for (const w of [s0, s1, b0]) {
    add(w.word, w.tag);
    add(w.lemma);
    add(w.tag);
    add(w.tag, w.feats);
    add(w.suffix, w.tag);
  }
  add(b1.word, b1.tag);
  add(b1.tag);
  add(b2.tag);
  add(s2.tag);
  add(b1.lemma);
  // pairs
  add(s0.lemma, b0.lemma);
  add(s0.lemma, b0.tag);
  add(s0.tag, b0.lemma);
  add(s0.tag, b0.tag);
  add(pair(s0.tag, b0.tag), s0.feats, b0.feats);
  add(s1.lemma, s0.lemma);
  add(s1.lemma, s0.tag);
  add(s1.tag, s0.lemma);
  add(s1.tag, s0.tag);
  add(pair(s1.tag, s0.tag), s1.feats, s0.feats);
  add(s1.tag, b0.tag);
  add(s1.lemma, b0.lemma);
  add(b0.tag, b1.tag);
  add(b0.lemma, b1.tag);
  add(s0.word, b0.word);
  // triples
  add(pair(s0.tag, b0.tag), b1.tag);
  add(pair(s1.tag, s0.tag), b0.tag);
  add(pair(s1.tag, s0.tag), b0.lemma);
  add(pair(s2.tag, s1.tag), s0.tag);
  add(pair(b0.tag, b1.tag), b2.tag);
  add(pair(s0.tag, b0.tag), b1.tag, b2.tag);
  add(pair(s0.tag, b0.tag), at(s0l).tag);
  add(pair(s0.tag, b0.tag), at(s0r).tag);
  add(pair(s0.tag, b0.tag), at(b0l).tag);
  add(pair(s1.tag, s0.tag), at(s0l).tag);
  add(pair(s1.tag, s0.tag), at(s0r).tag);
  add(pair(s1.tag, s0.tag), at(s1r).tag);
  add(pair(s1.tag, s0.tag), at(s1l).tag);
  // distance, valency
  add(distance, s0.tag, b0.tag);
  add(distance, s0.lemma);
  add(gap, s1.tag, s0.tag);
  add(valency(s0i), s0.tag);
  add(valency(s0i), s0.lemma);
  add(valency(s1i), s1.tag, s0.tag);
  add(valency(b0i), b0.tag);
  // children
  add(label(s0l), s0.tag);
  add(label(s0r), s0.tag);
  add(label(s0l), s0.tag, b0.tag);
  add(label(s0r), s0.tag, b0.tag);
  add(pair(label(s0l), label(s0l2)), s0.tag);
  add(pair(label(s0r), label(s0r2)), s0.tag);
  add(pair(label(s1r), label(s1r2)), s1.tag, s0.tag);
  add(label(s1l), s1.tag, s0.tag);
  add(label(b0l), b0.tag, s0.tag);
  add(pair(label(b0l), label(b0l2)), b0.tag);
  add(at(s0l).lemma, s0.tag, b0.tag);
  add(at(s0l).lemma, pair(s1.tag, s0.tag));
  add(at(s0r).lemma, s0.tag);
  add(at(s1r).lemma, s1.tag, s0.tag);
  add(at(b0l).lemma, b0.tag, s0.tag);
  add(at(s0l).lemma, s1.lemma, s0.tag); // the preposition of a noun with the verb it may hang from
  add(at(s0l).lemma, s1.lemma, s0.lemma);
  add(at(b0l).lemma, s0.lemma, b0.tag);
  return k;
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
