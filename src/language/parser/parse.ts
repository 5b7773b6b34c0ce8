import type { LinearModel } from '../tagger/perceptron.ts';
import { lookAt, PARSER_FEATURES, type ParserWord, parserFeatures } from './features.ts';
import { LEFT, type Move, ParserState, RIGHT, SHIFT } from './transitions.ts';

/** One model picks the move, the other the label of the arc that it makes. */
export type ParserModels = {
  readonly moves: LinearModel;
  readonly labels: LinearModel;
  /** By tag of the dependent times `TAGS` plus tag of the head: the labels that such an arc has had. Null: any label. */
  readonly labelsOf: readonly (readonly number[] | undefined)[] | null;
};

/** Tags that a word or the root may have, as indices. */
export const TAGS = 32;
/** The tag of the root. */
export const ROOT_TAG = 31;

/** Parses a sentence greedily: two moves for each word, so that time is linear in its length. */
export function parseWith({ moves, labels, labelsOf }: ParserModels, words: readonly ParserWord[]): ParserState {
  const state = new ParserState(words.length);
  const features = new Uint32Array(PARSER_FEATURES);
  const scores = new Int32Array(3);
  while (!state.done) {
    if (state.depth === 0) {
      state.apply(SHIFT, 0); // nothing else can be done
      continue;
    }
    lookAt(words, state);
    let move: Move;
    if (state.next === state.n)
      move = state.depth === 1 ? LEFT : RIGHT; // no choice
    else {
      parserFeatures(null, features);
      moves.score(features, PARSER_FEATURES, scores);
      move = scores[LEFT]! > scores[SHIFT]! ? LEFT : SHIFT;
      if (state.depth > 1 && scores[RIGHT]! > scores[move]!) move = RIGHT;
    }
    let label = 0;
    if (move !== SHIFT) {
      const head = move === LEFT ? state.next : state.top(1);
      const tag = head === words.length ? ROOT_TAG : words[head]!.tag;
      const among = labelsOf?.[words[state.top()]!.tag * TAGS + tag] ?? labels.all;
      if (among.length === 1) label = among[0]!;
      else {
        parserFeatures(move, features);
        label = labels.bestAmong(features, PARSER_FEATURES, among);
      }
    }
    state.apply(move, label);
  }
  return state;
}
