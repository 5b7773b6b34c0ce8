import type { Bound } from '../../core/index.ts';

export type HedgeRule = {
  /** Stable: it is stored with the claim and quoted in doubts. */
  readonly name: string;
  /** Lower-case words, one space apart, that stand right before the number. */
  readonly phrase: string;
  readonly bound: Bound;
  /** Phrases this rule reads, and phrases it leaves alone. The tests run all of them. */
  readonly reads: readonly string[];
  readonly ignores?: readonly string[];
};

/** The hedge right before the number at `numberIndex`. The longest phrase wins, so order does not matter. */
export function readHedge(
  words: readonly string[],
  numberIndex: number,
  rules: readonly HedgeRule[],
): HedgeRule | undefined {
  let best: HedgeRule | undefined;
  for (const rule of rules) {
    const phrase = rule.phrase.split(' ');
    const first = numberIndex - phrase.length;
    const fits = first >= 0 && phrase.every((word, i) => words[first + i] === word);
    if (fits && rule.phrase.length > (best?.phrase.length ?? 0)) best = rule;
  }
  return best;
}
