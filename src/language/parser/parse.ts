import type { LinearModel } from '../tagger/perceptron.ts';
import { MOST_PARSER_FEATURES, type ParserWord, parserFeatures } from './features.ts';
import { LEFT, type Move, ParserState, RIGHT, SHIFT } from './transitions.ts';

/** One model picks the move, the other the label of the arc that it makes. */
export type ParserModels = { readonly moves: LinearModel; readonly labels: LinearModel };

const MOVES = [SHIFT, LEFT, RIGHT] as const;

/** Parses a sentence greedily: two moves for each word, so that time is linear in its length. */
export function parseWith({ moves, labels }: ParserModels, words: readonly ParserWord[]): ParserState {
  const state = new ParserState(words.length);
  const features = new Uint32Array(MOST_PARSER_FEATURES);
  const moveScores = new Int32Array(moves.tags);
  const labelScores = new Int32Array(labels.tags);
  while (!state.done) {
    moves.score(features, parserFeatures(words, state, null, features), moveScores);
    let move: Move | null = null;
    for (const candidate of MOVES)
      if (state.allows(candidate) && (move === null || moveScores[candidate]! > moveScores[move]!)) move = candidate;
    const label = move === SHIFT ? 0 : labels.best(features, parserFeatures(words, state, move, features), labelScores);
    state.apply(move!, label);
  }
  return state;
}
