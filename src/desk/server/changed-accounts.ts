import { daysOf } from '../../core/index.ts';
import {
  type Accounts,
  type EntryKind,
  isRemoved,
  type Ledger,
  type LedgerDispatch,
  type StoredEntry,
} from '../../ledger/index.ts';

/** Accounts after something happened, and the dispatches of which anything is other than before: by ids. */
export type Changed = { readonly accounts: Accounts; readonly dispatches: ReadonlySet<string> };

/** What lets one id count as another, or dispatches as one origin: any account may change by it. */
const OF_ALL: readonly EntryKind[] = ['party-merged', 'party-split', 'place-merged', 'place-split', 'origin-judged'];

/**
 * The accounts of a dossier after `entries` happened to it: what is said of the dispatches that they are about is loaded,
 * and all else stays. Null where every account may be another, so that the dossier is to be loaded anew.
 */
export async function changedAccounts(
  ledger: Pick<Ledger, 'accounts' | 'entries'>,
  dossier: string,
  before: Accounts,
  entries: readonly StoredEntry[],
): Promise<Changed | null> {
  if (await concernsAll(ledger, dossier, entries)) return null;
  const about = new Set(entries.flatMap(dispatchOf));
  if (about.size === 0) return { accounts: before, dispatches: about };
  const known = before.dispatches.filter(({ id }) => about.has(id));
  const added = entries.flatMap((entry) => (entry.kind === 'dispatch-added' && !isRemoved(entry) ? [entry.body] : []));
  const addresses = new Set([...known, ...added].flatMap(({ address }) => address ?? []));
  // Versions at one address answer for each other: one more or less changes what the others say.
  const versions = before.dispatches.filter(({ address }) => address !== null && addresses.has(address));
  const dispatches = new Set([...about, ...versions.map(({ id }) => id)]);
  const now = await ledger.accounts(dossier, { dispatches: [...dispatches], withdrawn: true });
  return { accounts: put(before, now, dispatches), dispatches };
}

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

/** Accounts with those of some dispatches in the place of what was there of them, in the order of the ledger. */
function put(before: Accounts, now: Accounts, changed: ReadonlySet<string>): Accounts {
  const dispatches = [...before.dispatches.filter(({ id }) => !changed.has(id)), ...now.dispatches].sort(byPublication);
  const texts = new Map(before.texts);
  for (const id of changed) texts.delete(id);
  for (const [id, text] of now.texts) texts.set(id, text);
  return {
    dispatches,
    statements: inOrder(dispatches, before.statements, now.statements, changed),
    claims: inOrder(dispatches, before.claims, now.claims, changed),
    texts,
    pairs: before.pairs,
  };
}

function inOrder<T extends { readonly dispatch: string }>(
  dispatches: readonly LedgerDispatch[],
  before: readonly T[],
  now: readonly T[],
  changed: ReadonlySet<string>,
): T[] {
  const byDispatch = new Map<string, T[]>();
  const add = (item: T): void => {
    const known = byDispatch.get(item.dispatch);
    if (known) known.push(item);
    else byDispatch.set(item.dispatch, [item]);
  };
  for (const item of before) if (!changed.has(item.dispatch)) add(item);
  for (const item of now) add(item);
  return dispatches.flatMap(({ id }) => byDispatch.get(id) ?? []);
}

/** As the ledger gives dispatches: by the last day on which each may have been published, those without one last. */
function byPublication(a: LedgerDispatch, b: LedgerDispatch): number {
  const day = ({ published }: LedgerDispatch): string => (published ? daysOf(published.date).last! : '9999-99-99');
  return compare(day(a), day(b)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
