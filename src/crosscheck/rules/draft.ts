import type { Bilingual, Span } from '../../core/index.ts';
import type { FindingKind, FindingSlot, LedgerStatement } from '../../ledger/index.ts';
import type { Account } from '../voices.ts';

/** One of two that are set against each other: a claim, or a statement that denies one. */
export type Side =
  | { readonly layer: 'claim'; readonly account: Account; readonly position: string }
  | {
      readonly layer: 'statement';
      readonly statement: LedgerStatement;
      readonly span: Span;
      readonly label: string;
      readonly position: string;
    };

/** What a rule finds of two claims; drafts between the same two positions become one finding. */
export type Draft = {
  readonly kind: FindingKind;
  readonly slot?: FindingSlot;
  readonly a: Side;
  readonly b: Side;
  readonly question: string;
  readonly rule: string;
  readonly sentence: Bilingual;
};

/** A claim's side; `position` is what its origin says in answer to the question. */
export function claimSide(account: Account, position: string): Side {
  return { layer: 'claim', account, position };
}

/** When a claim was said, as a day that orders it; an undated one comes last. */
export function orderOf({ claim, dispatch }: Account): string {
  const said = claim.clocks.said ?? dispatch.published?.date ?? '9999';
  return `${said.replace('../', '').slice(0, 10).padEnd(10, '-')} ${dispatch.id} ${String(claim.start).padStart(9, '0')}`;
}

/** The day it was said where its words give one; null where only the publication bounds it. */
export function saidOn({ claim }: Account): string | null {
  const { said } = claim.clocks;
  return said?.length === 10 ? said : null;
}

/** The last day on which it can have been said: that of its words, else the publication's. */
export function saidBy({ claim }: Account): string | null {
  const { said } = claim.clocks;
  return said === null ? null : said.replace('../', '');
}

export function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other): [T, T] => [one, other]));
}
