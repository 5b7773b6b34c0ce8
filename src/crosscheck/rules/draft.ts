import { type Bilingual, daysOf, type Span } from '../../core/index.ts';
import type { FindingKind, FindingSlot, LedgerStatement } from '../../ledger/index.ts';
import type { Account } from '../voices.ts';

/** One of two that are set against each other: a position, told by one of its claims; or a statement that denies one. */
export type Side = ClaimSide | StatementSide;

export type ClaimSide = {
  readonly layer: 'claim';
  /** The claim that stands for the position. */
  readonly account: Account;
  /** What is said, as a key: the same whenever the same is said. */
  readonly position: string;
  /** All that say so. */
  readonly accounts: readonly Account[];
};

type StatementSide = {
  readonly layer: 'statement';
  readonly statement: LedgerStatement;
  readonly span: Span;
  readonly label: string;
  readonly position: string;
};

/** What a rule finds of two positions. */
export type Draft = {
  readonly kind: FindingKind;
  readonly slot?: FindingSlot;
  readonly a: Side;
  readonly b: Side;
  readonly question: string;
  readonly rule: string;
  readonly sentence: Bilingual;
};

/** A side that a claim tells, for all that say the same. */
export function claimSide(account: Account, position: string, accounts: readonly Account[] = [account]): ClaimSide {
  return { layer: 'claim', account, position, accounts };
}

/** When a claim was said, as a text that sorts; an undated one comes last. */
export function orderOf({ order }: Account): string {
  return order;
}

/** The earliest first. The order in which they came plays no part. */
export function inOrder(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** The day it was said where its words give one; null where only the publication bounds it. */
export function saidOn({ claim }: Account): string | null {
  const { said } = claim.clocks;
  return said?.length === 10 ? said : null;
}

/** The last day on which it can have been said: that of its words, else the publication's. */
export function saidBy({ claim }: Account): string | null {
  const day = claim.clocks.said?.replace('../', '') ?? null;
  return day === null || day.length === 10 ? day : daysOf(day).last;
}
