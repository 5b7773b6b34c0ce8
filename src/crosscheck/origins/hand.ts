import type { OriginPair } from '../../ledger/index.ts';

/** What people said of pairs of dispatches, which goes before what their words say. */
export type Hand = {
  /** Keys of the pairs that are not of one origin: see `pairOf`. */
  readonly apart: ReadonlySet<string>;
  /** For each dispatch those that are of its origin. */
  readonly together: ReadonlyMap<string, ReadonlySet<string>>;
};

export const NO_HAND: Hand = { apart: new Set(), together: new Map() };

export function handOf(pairs: readonly OriginPair[]): Hand {
  if (pairs.length === 0) return NO_HAND;
  const together = new Map<string, Set<string>>();
  const tie = (one: string, other: string): void => {
    together.set(one, (together.get(one) ?? new Set()).add(other));
  };
  for (const { a, b, sameOrigin } of pairs)
    if (sameOrigin) {
      tie(a, b);
      tie(b, a);
    }
  return { apart: new Set(pairs.flatMap(({ a, b, sameOrigin }) => (sameOrigin ? [] : [pairOf(a, b)]))), together };
}

/** The same for both orders. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
