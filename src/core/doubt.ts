import type { Bilingual } from './bilingual.ts';
import type { Span } from './span.ts';

/** Something we are unsure of. Not a failure: it is kept with what was read and shown beside the words. */
export type Doubt = {
  /** The words it is about; null where it is about the dispatch as a whole. */
  readonly span: Span | null;
  /** Name of the rule that doubts: stable, so that it can be looked up. */
  readonly rule: string;
  readonly message: Bilingual;
};

/** What a stage returns: what it read, and what it is unsure of. */
export type Reading<T> = { readonly found: readonly T[]; readonly doubts: readonly Doubt[] };
