import { LinearModel } from '../src/language/internals.ts';

/** An averaged perceptron (Collins 2002) over hashed features; what it learns is kept as a `LinearModel` of whole bytes. */
export class AveragedPerceptron {
  readonly classes: number;
  readonly #mask: number;
  readonly #weights: Float32Array;
  readonly #sums: Float64Array;
  readonly #scores: Float64Array;
  #step = 1;

  constructor(classes: number, bits: number) {
    this.classes = classes;
    this.#mask = 2 ** bits - 1;
    this.#weights = new Float32Array(classes * 2 ** bits);
    this.#sums = new Float64Array(classes * 2 ** bits);
    this.#scores = new Float64Array(classes);
  }

  /** The score of each class; the array is reused by the next call. */
  scores(features: Uint32Array, count: number): Float64Array {
    this.#scores.fill(0);
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & this.#mask) * this.classes;
      for (let c = 0; c < this.classes; c++) this.#scores[c]! += this.#weights[row + c]!;
    }
    return this.#scores;
  }

  /** One step of learning: towards `right`, away from `guess`; nothing but the clock moves where they are the same. */
  update(features: Uint32Array, count: number, right: number, guess: number): void {
    this.#step++;
    if (right === guess) return;
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & this.#mask) * this.classes;
      this.#weights[row + right]! += 1;
      this.#weights[row + guess]! -= 1;
      this.#sums[row + right]! += this.#step;
      this.#sums[row + guess]! -= this.#step;
    }
  }

  /** The average of each weight over all steps. */
  averages(): Float64Array {
    return Float64Array.from(this.#weights, (w, i) => w - this.#sums[i]! / this.#step);
  }
}

/**
 * One model of several that learnt from the same examples in different orders: the mean of their weights, as whole bytes.
 * Since all are linear over the same features, the sum of their votes is the vote of their mean (parameter mixing,
 * McDonald, Hall & Mann 2010). The scale keeps all but the heaviest weights from being cut: one in `cutOneIn` of the slots is.
 */
export function meanModel(learners: readonly AveragedPerceptron[], cutOneIn = 20_000): LinearModel {
  const [first, ...others] = learners.map((learner) => learner.averages());
  for (const other of others)
    other.forEach((w, i) => {
      first![i]! += w;
    });
  const heavy = Float64Array.from(first!, Math.abs)
    .sort()
    .at(-Math.ceil(first!.length / cutOneIn))!;
  const bytes = Int8Array.from(first!, (w) => Math.max(-127, Math.min(127, Math.round((127 * w) / heavy))));
  return new LinearModel(bytes, learners[0]!.classes);
}

/** The class of the highest score; of equal ones the first. `allowed` leaves classes out. */
export function bestOf(scores: ArrayLike<number>, allowed: (index: number) => boolean = () => true): number {
  let best = -1;
  for (let c = 0; c < scores.length; c++) if (allowed(c) && (best < 0 || scores[c]! > scores[best]!)) best = c;
  return best;
}
