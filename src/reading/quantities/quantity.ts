import type { Bound, Span } from '../../core/index.ts';

/** An amount as the dispatch gives it: no more exact than its words. */
export type Quantity = {
  /** The words of the amount, hedge included: « moins de mille soldats ». */
  readonly span: Span;
  /** The figure in the words, counted in `unit`: 1000. Of a range, the lower figure. */
  readonly value: number;
  /** The upper figure of a range, itself included: 20 in « 10 à 20 morts ». Null when one figure is given. */
  readonly max: number | null;
  /** How the words limit the figure: « moins de » is '<', « environ » is '~', a bare figure is '='. */
  readonly bound: Bound;
  /** What is counted, as a plain English plural: 'fighters', 'deaths'. A share is in 'percent', 0 to 100. Null if not told. */
  readonly unit: string | null;
  /** Index in the sentence of the word that is counted, or of the number where none is. */
  readonly head: number;
  /** Name of the rule that read it, so that a wrong figure leads back to one row of data. */
  readonly rule: string;
};

/** French nouns of what is counted, by lemma; two words where the second tells (« champ pétrolier »). */
export type Units = ReadonlyMap<string, string>;
