import type { Mention, ReaderVersions } from '../reading/index.ts';
import type { DispatchFacts, MadeBy, Published } from './dispatch.ts';
import type { ClaimDraft, ClaimSlot, StatementSlot } from './slots.ts';

/** Where a correction stands: on a statement, or on a claim of that type. Its words find it in every later reading. */
export type Target =
  | { readonly layer: 'statement'; readonly type: null; readonly words: Mention }
  | { readonly layer: 'claim'; readonly type: string; readonly words: Mention };

/** One value of a statement or claim, as it was seen and as it is set. It names words, never a row of one reading. */
export type Correction = Target & {
  readonly dispatch: string;
  readonly slot: ClaimSlot | StatementSlot;
  readonly seen: unknown;
  readonly set: unknown;
};

/** « This is no statement », « this is no claim ». */
export type Rejection = Target & { readonly dispatch: string };

/** A claim that the reader missed. Its statement is the innermost one that holds its words. */
export type Addition = { readonly dispatch: string; readonly claim: ClaimDraft };

/** What a person concludes of a finding, a question or a claim, by its id. */
export type Verdict = {
  readonly about: { readonly kind: 'finding' | 'question' | 'claim'; readonly id: string };
  /** The dispatches that it rests on: a note may quote them, and goes when one of them is removed. */
  readonly dispatches: readonly string[];
  readonly ruling: string;
  readonly note: string | null;
};

/** What each kind of entry holds. The kinds and their fields are stored for ever: add, never rename (docs/ledger.md). */
export type EntryBodies = {
  'dossier-created': { readonly title: string };
  'dossier-titled': { readonly title: string };
  /** Put away, or taken out again. */
  'dossier-archived': { readonly archived: boolean };
  'dispatch-added': DispatchFacts & { readonly dispatch: string };
  'dispatch-dated': { readonly dispatch: string; readonly published: Published };
  'reading-made': {
    readonly dispatch: string;
    readonly madeBy: MadeBy;
    readonly reader: ReaderVersions;
    /** The publication day that it was read with. */
    readonly published: string | null;
  };
  correction: Correction;
  rejection: Rejection;
  addition: Addition;
  /** `dispatch` is that of the entry undone, where it has one. */
  undone: { readonly entry: string; readonly dispatch: string | null };
  /** From then on `id` counts as `into`. */
  'party-merged': { readonly id: string; readonly into: string };
  'place-merged': { readonly id: string; readonly into: string };
  /** From then on `id` counts as itself again. */
  'party-split': { readonly id: string; readonly from: string };
  'place-split': { readonly id: string; readonly from: string };
  /** Two dispatches are made of one wire, or are not, whatever their words say. */
  'origin-judged': { readonly a: string; readonly b: string; readonly sameOrigin: boolean };
  verdict: Verdict;
  'dispatch-removed': {
    readonly dispatch: string;
    readonly sha256: string;
    readonly textSha256: string;
    readonly reason: string;
  };
};

export const ENTRY_KINDS = [
  'dossier-created',
  'dossier-titled',
  'dossier-archived',
  'dispatch-added',
  'dispatch-dated',
  'reading-made',
  'correction',
  'rejection',
  'addition',
  'undone',
  'party-merged',
  'party-split',
  'place-merged',
  'place-split',
  'origin-judged',
  'verdict',
  'dispatch-removed',
] as const satisfies readonly (keyof EntryBodies)[];
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What is left of an entry whose dispatch was removed: that it was, by whom and when, and none of its words. */
export type RemovedBody = { readonly removed: true; readonly dispatch?: string };

type Of<K extends EntryKind> = {
  readonly dossier: string;
  /** UUID version 7. Entries of a dossier are in the order of their ids. */
  readonly id: string;
  readonly kind: K;
  readonly author: string;
  /** The instant it entered the ledger: ISO 8601 in UTC, to the millisecond. */
  readonly learned: string;
  readonly body: EntryBodies[K];
};

/** One thing that happened. Nothing changes it; `undone` takes its effect away. */
export type Entry<K extends EntryKind = EntryKind> = { [Kind in K]: Of<Kind> }[K];

/** An entry as stored, which may be one whose words were removed. */
export type StoredEntry = Entry | (Omit<Of<EntryKind>, 'body'> & { readonly body: RemovedBody });

/** True for an entry whose words were removed with its dispatch. */
export function isRemoved(entry: StoredEntry): entry is Exclude<StoredEntry, Entry> {
  return 'removed' in entry.body;
}

/** What undoes what now: the undoing entry by the id of the entry it undoes. An undoing that was itself undone has no part. */
export function undoings(entries: readonly StoredEntry[]): Map<string, Entry<'undone'>> {
  const by = new Map<string, Entry<'undone'>>();
  // An undoing always comes after what it undoes, so from the end each is known to count or not when it is met.
  for (const entry of entries.toReversed()) {
    if (!isRemoved(entry) && entry.kind === 'undone' && !by.has(entry.id)) by.set(entry.body.entry, entry);
  }
  return by;
}

/** The entries that have an effect, in order: without those undone, the undoings, and those whose words were removed. */
export function effective(entries: readonly StoredEntry[]): Entry[] {
  const undone = undoings(entries);
  return entries.filter(
    (entry): entry is Entry => !isRemoved(entry) && entry.kind !== 'undone' && !undone.has(entry.id),
  );
}
