import type { DispatchFacts, DispatchReadingSummary, LedgerDispatch, Published } from '../dispatch.ts';
import { type Entry, effective, type StoredEntry } from '../entry.ts';

/** What people have said of the reading of a dispatch, in order. */
export type Change = Entry<'correction' | 'rejection' | 'addition'>;

/** All that the entries about one dispatch come to. */
export type DispatchState = {
  readonly added: Entry<'dispatch-added'>;
  readonly facts: DispatchFacts;
  /** The day that counts: the user's last, else what the dispatch brought. */
  readonly published: Published | null;
  /** The reading that answers: the last that people made, else the last of the reader. */
  readonly reading: DispatchReadingSummary | null;
  readonly changes: readonly Change[];
};

/** Puts the entries about one dispatch together, in their order. Null where it was never added, or was removed. */
export function dispatchState(entries: readonly StoredEntry[]): DispatchState | null {
  return effective(entries).reduce<DispatchState | null>(withEntry, null);
}

function withEntry(state: DispatchState | null, entry: Entry): DispatchState | null {
  if (entry.kind === 'dispatch-added') return begin(entry);
  if (state === null || entry.kind === 'dispatch-removed') return null;
  if (entry.kind === 'dispatch-dated') return { ...state, published: entry.body.published };
  if (entry.kind === 'reading-made') return { ...state, reading: better(state.reading, entry) };
  if (entry.kind === 'correction' || entry.kind === 'rejection' || entry.kind === 'addition')
    return { ...state, changes: [...state.changes, entry] };
  return state;
}

function begin(added: Entry<'dispatch-added'>): DispatchState {
  const { dispatch: _, ...facts } = added.body;
  return { added, facts, published: facts.published, reading: null, changes: [] };
}

/** What people read is not replaced by what the reader reads. */
function better(now: DispatchReadingSummary | null, entry: Entry<'reading-made'>): DispatchReadingSummary {
  if (now?.madeBy === 'people' && entry.body.madeBy === 'reader') return now;
  const { madeBy, reader, published } = entry.body;
  return { id: entry.id, madeBy, reader, published, learned: entry.learned };
}

/** True where the reading was made with another publication day than the one that counts now. */
function isStale(state: DispatchState): boolean {
  const { reading, published } = state;
  return reading !== null && reading.madeBy === 'reader' && reading.published !== (published?.date ?? null);
}

/** The dispatch as of these entries; its place among the versions at its address is not theirs to say. */
export function asLedgerDispatch(id: string, state: DispatchState): Omit<LedgerDispatch, 'version' | 'newer'> {
  return {
    ...state.facts,
    id,
    published: state.published,
    learned: state.added.learned,
    author: state.added.author,
    state: state.reading === null ? 'unread' : isStale(state) ? 'stale' : 'read',
    reading: state.reading,
  };
}
