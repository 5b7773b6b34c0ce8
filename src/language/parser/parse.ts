import type { LinearModel } from '../tagger/perceptron.ts';
import { MOST_PARSER_FEATURES, type ParserWord, parserFeatures } from './features.ts';
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

const MOVES = [SHIFT, LEFT, RIGHT] as const;

/** Parses a sentence greedily: two moves for each word, so that time is linear in its length. */
export function parseWith({ moves, labels, labelsOf }: ParserModels, words: readonly ParserWord[]): ParserState {
  const state = new ParserState(words.length);
  const features = new Uint32Array(MOST_PARSER_FEATURES);
  const moveScores = new Int32Array(moves.tags);
  const labelScores = new Int32Array(labels.tags);
  while (!state.done) {
    moves.score(features, parserFeatures(words, state, null, features), moveScores);
    let move: Move | null = null;
    for (const candidate of MOVES)
      if (state.allows(candidate) && (move === null || moveScores[candidate]! > moveScores[move]!)) move = candidate;
    let label = 0;
    if (move !== SHIFT) {
      const count = parserFeatures(words, state, move, features);
      const head = move === LEFT ? state.next : state.top(1);
      const among = labelsOf?.[words[state.top()]!.tag * TAGS + (head === words.length ? ROOT_TAG : words[head]!.tag)];
      label = among ? labels.bestAmong(features, count, among) : labels.best(features, count, labelScores);
    }
    state.apply(move!, label);
  }
  return state;
}
