export type { Accounts, AccountsAsk, Clocks, LedgerClaim, LedgerStatement } from './accounts/accounts.ts';
export type { OriginPair } from './accounts/merges.ts';
export type { SearchHit } from './accounts/search.ts';
export type { Withdrawal } from './accounts/withdrawn.ts';
export type { Added } from './changes/add-dispatch.ts';
export type { MergeSubject } from './changes/merge.ts';
export type { DispatchFacts, DispatchReadingSummary, LedgerDispatch, MadeBy } from './dispatch.ts';
export {
  type Addition,
  type Correction,
  ENTRY_KINDS,
  type Entry,
  type EntryKind,
  isRemoved,
  type Rejection,
  type StoredEntry,
  type Target,
  type Verdict,
} from './entry.ts';
export {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type FindingSide,
  type FindingSlot,
  type StoredFinding,
} from './finding.ts';
export { Ledger, type LedgerSettings, openLedger, type Review } from './ledger.ts';
export type { Applied, Unplaced } from './project/standing.ts';
export type { Dossier } from './queries/dossiers.ts';
export type { ClaimDraft, ClaimSlot, StatementSlot } from './slots.ts';
export type { Place } from './store/open.ts';
export type { Exported } from './transfer/export.ts';
export type { Imported } from './transfer/import.ts';
