import {
  attachRelatives,
  LEFT,
  lookAt,
  type Move,
  PARSER_FEATURES,
  type ParserModels,
  ParserState,
  type ParserWord,
  parserFeatures,
  parseWith,
  RIGHT,
  ROOT_TAG,
  SHIFT,
  TAGS,
  type TreeWord,
} from '../src/language/internals.ts';
import { AveragedPerceptron, bestOf, meanModel } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';

const MOVE_BITS = 20;
const LABEL_BITS = 15; // half the size of 2^16, for less than a tenth of a point of LAS
const EPOCHS = 14;
/** From the second epoch on, how often a wrong guess is followed, so that the parser learns to go on from its errors. */
const EXPLORE = 0.9;

/** A tree to learn from: `heads` are word indices, `words.length` for the root; `labels` index into the list of labels. */
export type GoldTree = {
  readonly words: readonly ParserWord[];
  readonly heads: readonly number[];
  readonly labels: readonly number[];
};

/** How many of the gold arcs can no longer be had after a move (Goldberg & Nivre 2013, arc-hybrid). */
function costOf(move: Move, state: ParserState, heads: readonly number[]): number {
  const s0 = state.top();
  const b0 = state.next;
  let cost = 0;
  if (move === SHIFT) {
    for (let back = 0; back < state.depth; back++) {
      if (heads[state.top(back)] === b0) cost++;
      if (back > 0 && heads[b0] === state.top(back)) cost++;
    }
    return cost;
  }
  for (let d = b0; d < state.n; d++) if (heads[d] === s0) cost++;
  const head = heads[s0]!;
  if (move === LEFT) return cost + (head === state.top(1) || head > b0 ? 1 : 0);
  return cost + (head >= b0 ? 1 : 0);
}

/** Learns to parse, once in each order that a seed gives. The same trees, seeds and settings give the same models. */
export function trainParser(trees: readonly GoldTree[], labelCount: number, seeds: readonly number[]): ParserModels {
  const learners = seeds.map((seed) => learnTrees(trees, labelCount, seed));
  return {
    moves: meanModel(learners.map(({ moves }) => moves)),
    labels: meanModel(learners.map(({ labels }) => labels)),
    labelsOf: null,
  };
}

function learnTrees(
  trees: readonly GoldTree[],
  labelCount: number,
  seed: number,
): { readonly moves: AveragedPerceptron; readonly labels: AveragedPerceptron } {
  const moves = new AveragedPerceptron(3, MOVE_BITS);
  const labels = new AveragedPerceptron(labelCount, LABEL_BITS);
  const random = seeded(seed);
  const features = new Uint32Array(PARSER_FEATURES);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const tree of shuffled(trees, random)) {
      const state = new ParserState(tree.words.length);
      while (!state.done) {
        lookAt(tree.words, state);
        parserFeatures(null, features);
        const scores = moves.scores(features, PARSER_FEATURES);
        const costs = ([SHIFT, LEFT, RIGHT] as const).map((move) =>
          state.allows(move) ? costOf(move, state, tree.heads) : Infinity,
        );
        const least = Math.min(...costs);
        const guess = bestOf(scores, (move) => state.allows(move as Move)) as Move;
        const right = bestOf(scores, (move) => costs[move] === least) as Move;
        moves.update(features, PARSER_FEATURES, costs[guess] === least ? guess : right, guess);
        const follow = costs[guess] === least || (epoch > 0 && random() < EXPLORE) ? guess : right;
        state.apply(follow, follow === SHIFT ? 0 : labelFor(follow, state, tree, labels, features));
      }
    }
  return { moves, labels };
}

/** The label of the arc that a move makes; it is learnt only where the arc is a right one. */
function labelFor(
  move: Move,
  state: ParserState,
  tree: GoldTree,
  labels: AveragedPerceptron,
  features: Uint32Array,
): number {
  const dependent = state.top();
  const head = move === LEFT ? state.next : state.top(1);
  parserFeatures(move, features); // the state has been looked at for its move
  const guess = bestOf(labels.scores(features, PARSER_FEATURES));
  if (tree.heads[dependent] !== head) return guess;
  labels.update(features, PARSER_FEATURES, tree.labels[dependent]!, guess);
  return guess;
}

/** A label that fewer arcs in a thousand have is a slip; without them half as many are left, for 0.1 points of LAS. */
const SHARE = 0.001;
/** Where there are fewer arcs, each label counts. */
const FEW = 20;

/** The labels that arcs have by the tags of their ends, the dependent's times `TAGS` plus the head's. */
export function labelsByTags(trees: readonly GoldTree[]): Record<string, number[]> {
  const counts = new Map<number, Map<number, number>>();
  for (const { words, heads, labels } of trees)
    heads.forEach((head, i) => {
      const key = words[i]!.tag * TAGS + (head === words.length ? ROOT_TAG : words[head]!.tag);
      const own = counts.get(key) ?? new Map<number, number>();
      counts.set(key, own.set(labels[i]!, (own.get(labels[i]!) ?? 0) + 1));
    });
  return Object.fromEntries(
    [...counts].map(([key, own]) => {
      const sum = [...own.values()].reduce((a, b) => a + b);
      const often = [...own].filter(([, count]) => sum < FEW || (count > 1 && count >= SHARE * sum));
      return [key, often.map(([label]) => label).sort((a, b) => a - b)];
    }),
  );
}

/** Share of words with the right head, and with the right head and label. */
export function attachment(
  models: ParserModels,
  trees: readonly GoldTree[],
  base: readonly string[],
  names: readonly string[],
  told: readonly (readonly TreeWord[])[],
): { uas: number; las: number } {
  let n = 0;
  let uas = 0;
  let las = 0;
  for (const [t, { words, heads, labels }] of trees.entries()) {
    const state = parseWith(models, words);
    attachRelatives(state, told[t]!, names); // as the engine does
    heads.forEach((head, i) => {
      n++;
      if (state.heads[i] !== head) return;
      uas++;
      if (base[state.labels[i]!] === base[labels[i]!]) las++;
    });
  }
  return { uas: uas / n, las: las / n };
}
