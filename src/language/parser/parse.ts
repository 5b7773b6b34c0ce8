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

const MOVES = [SHIFT, LEFT, RIGHT] as const;

/** Parses a sentence greedily: two moves for each word, so that time is linear in its length. */
export function parseWith({ moves, labels, labelsOf }: ParserModels, words: readonly ParserWord[]): ParserState {
  const state = new ParserState(words.length);
  const features = new Uint32Array(PARSER_FEATURES);
  const scores = new Int32Array(MOVES.length);
  while (!state.done) {
    if (state.depth === 0) {
      state.apply(SHIFT, 0); // nothing else can be done
      continue;
    }
    lookAt(words, state);
    parserFeatures(null, features);
    moves.score(features, PARSER_FEATURES, scores);
    let move: Move | null = null;
    for (const candidate of MOVES)
      if (state.allows(candidate) && (move === null || scores[candidate]! > scores[move]!)) move = candidate;
    let label = 0;
    if (move !== SHIFT) {
      parserFeatures(move, features);
      const head = move === LEFT ? state.next : state.top(1);
      const tag = head === words.length ? ROOT_TAG : words[head]!.tag;
      label = labels.bestAmong(
        features,
        PARSER_FEATURES,
        labelsOf?.[words[state.top()]!.tag * TAGS + tag] ?? labels.all,
      );
    }
    state.apply(move!, label);
  }
  return state;
}
