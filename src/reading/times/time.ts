import type { Span, When } from '../../core/index.ts';
import type { Upos } from '../../language/index.ts';

/** What TimeML calls the type of a time expression. */
export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimexType = (typeof TIMEX_TYPES)[number];

/** Marks of TimeML on a value: « près de » is APPROX, « début » START. */
export type TimexMod =
  | 'APPROX'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS'
  | 'START'
  | 'MID'
  | 'END';

/** What an expression stands for, in the notation of TimeML (TIMEX3, timeml.org): `2017-12-26TEV`, `P3M`, `PRESENT_REF`. */
export type Timex = {
  readonly type: TimexType;
  /** Null where it counts from a day that nobody knows. */
  readonly value: string | null;
  readonly mod: TimexMod | null;
};

/** A time expression in TimeML's extent: its article belongs to it, a preposition before it does not. */
export type TimeExpression = Timex & {
  readonly span: Span;
  /** Name of the rule that read it. */
  readonly rule: string;
};

/** A time that the words of a sentence give to what they tell: an expression with its preposition, put in days. */
export type TimeMention = {
  /** The expression and the preposition that brings it in: « depuis samedi », « en mai 2014 ». */
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
  /** The day that the text tells of at this point: « le lendemain » and « à 20 h » count from it. */
  readonly told: When | null;
  /** Where the verbs around look: a day of the week is the last one, unless something « aura lieu ». */
  readonly looks: 'back' | 'ahead' | null;
};

export type TimeRule = {
  /** Stable: it is stored with what it read. */
  readonly name: string;
  /** Matched against the sentence's text, case ignored; its edges are made word edges. */
  readonly pattern: string;
  /** True where the words alone give the days. */
  readonly stated?: boolean;
  /** A time of the background (« actuel », « chaque année »): TIMEX3, but no time of what a claim or statement tells. */
  readonly background?: boolean;
  /** Only where the first word is so tagged, in a tagged sentence: « quotidien » the adjective. */
  readonly tags?: readonly Upos[];
  /** A stretch that ends on the written day: « les trois derniers jours ». */
  readonly back?: boolean;
  /** The value, from the pattern's named groups; undefined where there is no such day. */
  readonly timex: (groups: Groups, context: TimeContext) => Timex | undefined;
  /** Sentences with the words that are read and their value on Wednesday 2017-12-27. The tests run all of them. */
  readonly reads: readonly (readonly [sentence: string, words: string, value: string | null])[];
  /** Sentences in which the rule reads nothing. */
  readonly ignores?: readonly string[];
};

export type Groups = Readonly<Record<string, string | undefined>>;
