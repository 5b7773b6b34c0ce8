import type { Bound, Doubt, Span, When } from '../core/index.ts';

/** What a claim asserts; a closed set (see docs/reading.md for each type's roles). */
export const CLAIM_TYPES = [
  'control',
  'capture',
  'attack',
  'movement',
  'presence',
  'strength',
  'casualties',
  'displacement',
  'victory',
  'support',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const POLARITIES = ['affirmed', 'negated'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const MODALITIES = ['actual', 'hedged', 'forecast', 'intent'] as const;
export type Modality = (typeof MODALITIES)[number];

/** An amount as the dispatch gives it: no more exact than its words. */
export type ClaimQuantity = {
  /** The figure in the words, counted in `unit`; of a range, the lower figure. */
  readonly value: number;
  /** The upper figure of a range, itself included; absent where one figure is given. */
  readonly max?: number;
  /** How the words limit the figure: « moins de » is '<', « environ » is '~', a bare figure is '='. */
  readonly bound: Bound;
  /** What is counted, as a plain English plural: 'fighters', 'deaths'. A share is in 'percent', 0 to 100. */
  readonly unit: string;
};

/** One place that a name may stand for. */
export type PlaceCandidate = {
  /** `geonames:…`, `naturalearth:…` or `recoupe:…`. */
  readonly id: string;
  /** Why it may be meant, as a stable word: 'only-place-of-that-name', 'named-province', 'same-country', 'most-people'. */
  readonly why: string;
};

/** A place of a claim: the words of the dispatch, and what they may stand for. */
export type ClaimPlace = {
  /** In the document's spelling: « Deiz Ezzor ». */
  readonly name: string;
  /** The part of it that the words name: « est ». */
  readonly part?: string;
  /** Most likely first; several where the name is that of a town and of a province. Empty where nobody knows the name. */
  readonly candidates: readonly PlaceCandidate[];
};

/** A typed, normalised assertion about the world, tied to its words. */
export type Claim = Span & {
  /** Unique within its reading. */
  readonly id: string;
  readonly type: ClaimType;
  /** The words under the span. */
  readonly text: string;
  /** The innermost statement whose content holds it; null where the outlet narrates it. */
  readonly statement: string | null;
  /** Party ids. */
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly place: readonly ClaimPlace[];
  readonly quantity: ClaimQuantity | null;
  /** When it holds or happened; null where neither the words nor the tense say. */
  readonly time: When | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Names of the rules that made it, most telling first. */
  readonly rules: readonly string[];
  readonly doubts: readonly Doubt[];
};
