import { daysOf } from '../../core/index.ts';
import {
  type Accounts,
  type EntryKind,
  isRemoved,
  type Ledger,
  type LedgerDispatch,
  type StoredEntry,
} from '../../ledger/index.ts';

/** The dispatches of which anything is other than before, by ids, and what those that are there say now. */
export type Changed = { readonly dispatches: ReadonlySet<string>; readonly now: Accounts };

/** What lets one id count as another, or dispatches as one origin: any account may change by it. */
const OF_ALL: readonly EntryKind[] = ['party-merged', 'party-split', 'place-merged', 'place-split', 'origin-judged'];

/**
 * What is other in a dossier of these dispatches after `entries` happened to it. Null where every account may be another,
 * so that the dossier is to be loaded anew.
 */
export async function changedAccounts(
  ledger: Pick<Ledger, 'accounts' | 'entries'>,
  dossier: string,
  before: readonly LedgerDispatch[],
  entries: readonly StoredEntry[],
): Promise<Changed | null> {
  if (await concernsAll(ledger, dossier, entries)) return null;
  const about = new Set(entries.flatMap(dispatchOf));
  if (about.size === 0) return { dispatches: about, now: NOTHING };
  const known = before.filter(({ id }) => about.has(id));
  const added = entries.flatMap((entry) => (entry.kind === 'dispatch-added' && !isRemoved(entry) ? [entry.body] : []));
  const addresses = new Set([...known, ...added].flatMap(({ address }) => address ?? []));
  // Versions at one address answer for each other: one more or less changes what the others say.
  const versions = before.filter(({ address }) => address !== null && addresses.has(address));
  const dispatches = new Set([...about, ...versions.map(({ id }) => id)]);
  const now = await ledger.accounts(dossier, { dispatches: [...dispatches], withdrawn: true });
  return { dispatches, now };
}

const NOTHING: Accounts = { dispatches: [], statements: [], claims: [], texts: new Map(), pairs: [] };

function dispatchOf(entry: StoredEntry): string[] {
  const { body } = entry;
  return 'dispatch' in body && body.dispatch ? [body.dispatch] : [];
}

/** True where an entry, or what an undoing takes away or brings back, is about no dispatch in particular. */
async function concernsAll(
  ledger: Pick<Ledger, 'entries'>,
  dossier: string,
  entries: readonly StoredEntry[],
): Promise<boolean> {
  if (entries.some(({ kind }) => OF_ALL.includes(kind))) return true;
  const undone = entries.flatMap((entry) =>
    entry.kind === 'undone' && !isRemoved(entry) && entry.body.dispatch === null ? [entry.body.entry] : [],
  );
  if (undone.length === 0) return false;
  const known = new Map(
    (await ledger.entries(dossier, { kinds: [...OF_ALL, 'undone'] })).map((entry) => [entry.id, entry]),
  );
  const isOfAll = (id: string): boolean => {
    const entry = known.get(id);
    if (!entry) return false;
    return entry.kind === 'undone' && !isRemoved(entry) ? isOfAll(entry.body.entry) : true;
  };
  return undone.some(isOfAll);
}

/** As the ledger gives dispatches: by the last day on which each may have been published, those without one last. */
export function byPublication(a: LedgerDispatch, b: LedgerDispatch): number {
  const day = ({ published }: LedgerDispatch): string => (published ? daysOf(published.date).last! : '9999-99-99');
  return compare(day(a), day(b)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
