import type { LedgerDispatch, LedgerStatement } from '../../ledger/index.ts';
import type { Ground } from '../ground.ts';
import type { Account } from '../voices.ts';
import type { Draft } from './draft.ts';

/** A dispatch with all that it says. */
export type Printed = {
  readonly dispatch: LedgerDispatch;
  readonly statements: readonly LedgerStatement[];
  readonly accounts: readonly Account[];
};

/**
 * A way to set accounts against each other. What a dispatch says is filed in drawers, and only what lies in one drawer is
 * ever compared: when a dispatch comes or goes, the drawers that it has part in are worked out anew, and no others.
 */
export type Rule<Item> = {
  /** Stable; the drawers of one rule are never those of another. */
  readonly name: string;
  /** What a dispatch puts where. */
  file(printed: Printed, ground: Ground): Iterable<readonly [drawer: string, item: Item]>;
  /** A drawer without any item of this kind gives nothing, and is never looked through; all are of it where it is absent. */
  isTelling?(item: Item): boolean;
  /** What the items of one drawer give; their order says nothing. */
  find(items: readonly Item[], ground: Ground): readonly Draft[];
};
