import type { Bilingual, Span, When } from '../core/index.ts';

export const FINDING_KINDS = [
  'agrees',
  'contradicts',
  'disputes-part',
  'supersedes',
  'denies',
  'refines',
  'repeats',
  'retracts',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type FindingSlot = 'actor' | 'target' | 'place' | 'quantity' | 'time';

/** A statement or claim in a finding: its words, and what a reader needs to judge them. */
export type FindingSide = Span & {
  readonly dispatch: string;
  /** The dispatch's name. */
  readonly document: string;
  readonly layer: 'statement' | 'claim';
  readonly text: string;
  /** Who says it, as shown: the source's name, or the outlet's. */
  readonly source: string;
  readonly said: When | null;
  /** ISO 8601 in UTC. */
  readonly learned: string;
};

/** What cross-checking says of claims. The ledger keeps it, and crosscheck makes it. */
export type Finding = {
  /** The same whenever the same is found again. */
  readonly id: string;
  readonly kind: FindingKind;
  /** On what they differ or agree, where it is one slot. */
  readonly slot?: FindingSlot;
  /** Of « supersedes », « denies », « retracts » and « refines », `a` is the one that does it. */
  readonly a: FindingSide;
  readonly b: FindingSide;
  /** All that the finding rests on, `a` and `b` included. */
  readonly claims: readonly FindingSide[];
  /** The question that they answer, as an id. */
  readonly question: string;
  readonly rule: string;
  readonly sentence: Bilingual;
};

export type StoredFinding = Finding & {
  /** When it was first found: ISO 8601 in UTC. */
  readonly firstFound: string;
};
