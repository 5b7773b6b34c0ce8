import type { Span, When } from '../../core/index.ts';

/** A time that the words of a sentence give. */
export type TimeMention = {
  readonly span: Span;
  /** The days it stands for; null where the words are too vague, or count from a day that nobody knows. */
  readonly when: When | null;
  /** `stated` where the words alone give it, `worked-out` where it is counted from the publication day. */
  readonly given: 'stated' | 'worked-out';
  /** Name of the rule that read it. */
  readonly rule: string;
};

/** What a rule may count from. Nothing here asks the clock. */
export type TimeContext = {
  /** The day the dispatch was written, as exact as it is known (day, month or year); null where nobody knows. */
  readonly writtenOn: When | null;
};

export type TimeRule = {
  /** Stable: it is stored with what it read. */
  readonly name: string;
  /** Matched against the sentence's text, case ignored; its edges are made word edges. */
  readonly pattern: string;
  /** True where the words alone give the days. */
  readonly stated?: boolean;
  /** Counted from the day that the sentence tells of before it (« la veille »), not from the day it was written. */
  readonly from?: 'told-day';
  /** The days, from the pattern's named groups; null for a vague time, undefined where there is no such day. */
  readonly days: (
    groups: Readonly<Record<string, string | undefined>>,
    context: TimeContext,
  ) => When | null | undefined;
  /** Sentences with the words that are read and the days they give on Wednesday 2017-12-27. The tests run all of them. */
  readonly reads: readonly (readonly [sentence: string, words: string, days: When | null])[];
  /** Sentences in which the rule reads nothing. */
  readonly ignores?: readonly string[];
};
