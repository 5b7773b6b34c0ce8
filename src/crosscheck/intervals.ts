import type { ClaimQuantity } from '../reading/index.ts';

/** The figures that an amount allows, both ends included; a strict bound leaves its end out by `open`. */
export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
};

/** « environ » and « quelque » allow a fifth more or less: what papers round to. */
const ABOUT = 0.2;

/** The figures that a quantity allows: « moins de 1.000 » is 0 up to but not 1000. */
export function intervalOf({ value, max, bound }: ClaimQuantity): Interval {
  const top = max ?? value;
  const closed = { lowOpen: false, highOpen: false };
  switch (bound) {
    case '=':
      return { low: value, high: top, ...closed };
    case '~':
      return { low: value * (1 - ABOUT), high: top * (1 + ABOUT), ...closed };
    case '<':
      return { low: 0, high: top, lowOpen: false, highOpen: true };
    case '<=':
      return { low: 0, high: top, ...closed };
    case '>':
      return { low: value, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: false };
    case '>=':
      return { low: value, high: Number.POSITIVE_INFINITY, ...closed };
  }
}

/** True where some figure is allowed by both: « moins de 1.000 » and « environ 600 » do not contradict. */
export function compatible(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low < high) return true;
  if (low > high) return false;
  const excluded = (interval: Interval): boolean =>
    (interval.low === low && interval.lowOpen) || (interval.high === low && interval.highOpen);
  return !excluded(a) && !excluded(b);
}

/** True where the first allows nothing that the second does not, and less. */
export function inside(a: Interval, b: Interval): boolean {
  const lowInside = a.low > b.low || (a.low === b.low && (a.lowOpen || !b.lowOpen));
  const highInside = a.high < b.high || (a.high === b.high && (a.highOpen || !b.highOpen));
  const same = a.low === b.low && a.high === b.high && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;
  return lowInside && highInside && !same;
}

/** True where the two say the same: figure, range and bound. */
export function sameFigure(a: ClaimQuantity, b: ClaimQuantity): boolean {
  return a.value === b.value && (a.max ?? null) === (b.max ?? null) && a.bound === b.bound && a.unit === b.unit;
}
