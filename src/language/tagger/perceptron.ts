import { assert } from '../../core/index.ts';

/**
 * A linear tagger with hashed features, greedy from left to right (averaged perceptron, Collins 2002; the hashing trick,
 * Weinberger et al. 2009). Weights are whole bytes: a row of `tags` weights for each of 2^bits feature slots.
 */
export class LinearModel {
  readonly weights: Int8Array;
  readonly tags: number;
  readonly #mask: number;
  readonly #some: Int32Array;

  constructor(weights: Int8Array, tags: number) {
    const slots = weights.length / tags;
    assert(Number.isInteger(Math.log2(slots)), `a model of ${slots} slots: not a power of two`);
    this.weights = weights;
    this.tags = tags;
    this.#mask = slots - 1;
    this.#some = new Int32Array(tags);
  }

  /** The score of each class for a set of features, written into `scores`. */
  score(features: Uint32Array, count: number, scores: Int32Array): void {
    const { weights, tags } = this;
    const mask = this.#mask;
    if (tags === 3) {
      // The moves of the parser: three sums in registers take a third of the time of the loop below.
      let [a, b, c] = [0, 0, 0];
      for (let f = 0; f < count; f++) {
        const row = (features[f]! & mask) * 3;
        a += weights[row]!;
        b += weights[row + 1]!;
        c += weights[row + 2]!;
      }
      scores[0] = a;
      scores[1] = b;
      scores[2] = c;
      return;
    }
    scores.fill(0);
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & mask) * tags;
      for (let t = 0; t < tags; t++) scores[t]! += weights[row + t]!;
    }
  }

  /** The best of some classes; of equal ones the first listed. */
  bestAmong(features: Uint32Array, count: number, classes: readonly number[]): number {
    const { weights, tags } = this;
    const mask = this.#mask;
    const scores = this.#some;
    const n = classes.length;
    scores.fill(0, 0, n);
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & mask) * tags;
      for (let i = 0; i < n; i++) scores[i]! += weights[row + classes[i]!]!;
    }
    let best = 0;
    for (let i = 1; i < n; i++) if (scores[i]! > scores[best]!) best = i;
    return classes[best] ?? 0;
  }

  /** The best class, as an index; of equal ones the first. `scores` is scratch space; `allowed` holds classes as bits. */
  best(features: Uint32Array, count: number, scores: Int32Array, allowed = -1): number {
    this.score(features, count, scores);
    let best = -1;
    for (let t = 0; t < this.tags; t++)
      if ((allowed === -1 || (allowed >> t) & 1) && (best < 0 || scores[t]! > scores[best]!)) best = t;
    return best;
  }
}

/** Mixes a template's number and up to three values into one feature (finaliser of MurmurHash3, Appleby 2011). */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ c, 0x27d4eb2f);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Hash of a stretch of a string (FNV-1a over UTF-16 code units). */
export function hash(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
