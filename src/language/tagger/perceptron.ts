import { assert } from '../../core/index.ts';

/**
 * A linear tagger with hashed features, greedy from left to right (averaged perceptron, Collins 2002; the hashing trick,
 * Weinberger et al. 2009). Weights are whole bytes: a row of `tags` weights for each of 2^bits feature slots.
 */
export class LinearModel {
  readonly weights: Int8Array;
  readonly tags: number;
  /** All classes. */
  readonly all: readonly number[];
  readonly #mask: number;
  readonly #packed: Int32Array;
  readonly #rows = new Int32Array(MOST_AT_ONCE);

  constructor(weights: Int8Array, tags: number) {
    const slots = weights.length / tags;
    assert(Number.isInteger(Math.log2(slots)), `a model of ${slots} slots: not a power of two`);
    this.weights = weights;
    this.tags = tags;
    this.all = Array.from({ length: tags }, (_, tag) => tag);
    this.#mask = slots - 1;
    this.#packed = tags === 3 ? packed(weights) : new Int32Array(0);
  }

  /** The score of each class for a set of features, written into `scores`. */
  score(features: Uint32Array, count: number, scores: Int32Array): void {
    const { weights, tags } = this;
    const mask = this.#mask;
    if (tags === 3) {
      // The moves of the parser: one access a row, and two of the sums in one number.
      const rows = this.#packed;
      let ab = 0;
      let c = 0;
      for (let f = 0; f < count; f++) {
        const row = rows[features[f]! & mask]!;
        ab += row & 0xff00ff;
        c += (row >> 8) & 0xff;
      }
      scores[0] = (ab & 0xffff) - 128 * count;
      scores[1] = (ab >> 16) - 128 * count;
      scores[2] = c - 128 * count;
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
    if (classes.length === 1) return classes[0]!;
    const { weights, tags } = this;
    const mask = this.#mask;
    const rows = this.#rows;
    const n = classes.length;
    if (n === 2) {
      const [first, second] = [classes[0]!, classes[1]!];
      let difference = 0;
      for (let f = 0; f < count; f++) {
        const row = (features[f]! & mask) * tags;
        difference += weights[row + first]! - weights[row + second]!;
      }
      return difference >= 0 ? first : second;
    }
    for (let f = 0; f < count; f++) rows[f] = (features[f]! & mask) * tags;
    // Four sums at a time stay in registers.
    const last = classes[n - 1]!;
    let best = -1;
    let bestSum = 0;
    for (let i = 0; i < n; i += 4) {
      const c0 = classes[i]!;
      const c1 = i + 1 < n ? classes[i + 1]! : last;
      const c2 = i + 2 < n ? classes[i + 2]! : last;
      const c3 = i + 3 < n ? classes[i + 3]! : last;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let f = 0; f < count; f++) {
        const row = rows[f]!;
        a = (a + weights[row + c0]!) | 0;
        b = (b + weights[row + c1]!) | 0;
        c = (c + weights[row + c2]!) | 0;
        d = (d + weights[row + c3]!) | 0;
      }
      if (best < 0 || a > bestSum) [best, bestSum] = [c0, a];
      if (b > bestSum) [best, bestSum] = [c1, b];
      if (c > bestSum) [best, bestSum] = [c2, c];
      if (d > bestSum) [best, bestSum] = [c3, d];
    }
    return Math.max(0, best);
  }

  /** The best class, as an index; of equal ones the first. `scores` is scratch space. */
  best(features: Uint32Array, count: number, scores: Int32Array): number {
    this.score(features, count, scores);
    let best = 0;
    for (let t = 1; t < this.tags; t++) if (scores[t]! > scores[best]!) best = t;
    return best;
  }
}

/** Rows of three weights as one number each, 128 added so that none is negative and sums of `MOST_AT_ONCE` fit 16 bits. */
function packed(weights: Int8Array): Int32Array {
  const rows = new Int32Array(weights.length / 3);
  for (let i = 0, at = 0; i < rows.length; i++, at += 3)
    rows[i] = (weights[at]! + 128) | ((weights[at + 2]! + 128) << 8) | ((weights[at + 1]! + 128) << 16);
  return rows;
}

/** More features than any model of the product takes at once; a test counts them. */
const MOST_AT_ONCE = 128;

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

/**
 * Hash of a stretch of a string (FNV-1a over UTF-16 code units), with its sign: V8 keeps a whole number of 32 bits in the object
 * that has it, and a larger one in an object of its own.
 */
export function hash(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
