/**
 * Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez & Satta 2011). Words are numbered from 0; the root is word `n`, after
 * the last, so that it needs no move of its own.
 */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT;

/** A half-built tree over `n` words. */
export class ParserState {
  readonly n: number;
  readonly stack: Int32Array;
  /** How many words stand on the stack. */
  depth = 0;
  /** The next word of the input; `n` is the root. */
  next = 0;
  /** Head of each word, -2 where it has none yet; the root is `n`. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly leftmost: Int32Array;
  readonly secondLeft: Int32Array;
  readonly rightmost: Int32Array;
  readonly secondRight: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(n: number) {
    this.n = n;
    this.stack = new Int32Array(n + 1);
    this.heads = new Int32Array(n + 1).fill(-2);
    this.labels = new Int32Array(n + 1).fill(-1);
    this.leftmost = new Int32Array(n + 1).fill(-1);
    this.secondLeft = new Int32Array(n + 1).fill(-1);
    this.rightmost = new Int32Array(n + 1).fill(-1);
    this.secondRight = new Int32Array(n + 1).fill(-1);
    this.leftCount = new Int32Array(n + 1);
    this.rightCount = new Int32Array(n + 1);
  }

  /** The word `back` places below the top of the stack, or -1. */
  top(back = 0): number {
    return back < this.depth ? this.stack[this.depth - 1 - back]! : -1;
  }

  get done(): boolean {
    return this.next === this.n && this.depth === 0;
  }

  /** The root takes one word alone: the last one on the stack. */
  allows(move: Move): boolean {
    if (move === SHIFT) return this.next < this.n;
    if (move === LEFT) return this.depth > 0 && (this.next < this.n || this.depth === 1);
    return this.depth > 1;
  }

  apply(move: Move, label: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const dependent = this.stack[--this.depth]!;
    const head = move === LEFT ? this.next : this.stack[this.depth - 1]!;
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    if (dependent < head) {
      this.secondLeft[head] = this.leftmost[head]!;
      this.leftmost[head] = dependent;
      this.leftCount[head]!++;
    } else {
      this.secondRight[head] = this.rightmost[head]!;
      this.rightmost[head] = dependent;
      this.rightCount[head]!++;
    }
  }
}
