import { Temporal } from 'temporal-polyfill';
import { assert, type Bilingual, isDay } from '../core/index.ts';
import type { Dispatch } from '../intake/index.ts';
import type { DispatchReading } from '../reading/index.ts';
import { type Accounts, type AccountsAsk, accounts } from './accounts/accounts.ts';
import type { OriginPair } from './accounts/merges.ts';
import { type SearchHit, search } from './accounts/search.ts';
import { append, type Writing } from './append.ts';
import { type Added, addDispatch, dateDispatch, dispatchOf } from './changes/add-dispatch.ts';
import { addClaim, correct, reject } from './changes/correct.ts';
import {
  archiveDossier,
  chooseDossier,
  createDossier,
  namedBy,
  newDossierId,
  renameDossier,
} from './changes/dossier.ts';
import { judgeOrigin, type MergeSubject, merge, split } from './changes/merge.ts';
import { putReading } from './changes/put-reading.ts';
import { remove } from './changes/remove.ts';
import { storeFindings } from './changes/store-findings.ts';
import { undo } from './changes/undo.ts';
import type { LedgerDispatch, MadeBy } from './dispatch.ts';
import {
  type Addition,
  type Correction,
  type Entry,
  type EntryKind,
  effective,
  type Rejection,
  type StoredEntry,
  type Verdict,
} from './entry.ts';
import type { Finding, StoredFinding } from './finding.ts';
import { badDay, badInstant, noDispatch, noSuchDossier, severalDossiers } from './problems.ts';
import { rebuild } from './project/rebuild.ts';
import type { Unplaced } from './project/standing.ts';
import { contentOf } from './queries/content-of.ts';
import { countEntries } from './queries/count-entries.ts';
import { dispatches } from './queries/dispatches.ts';
import { dossierState } from './queries/dossier-state.ts';
import { type Dossier, dossiers } from './queries/dossiers.ts';
import { entries } from './queries/entries.ts';
import { entriesById } from './queries/entries-by-id.ts';
import { findings } from './queries/findings.ts';
import { findingsFirstFound } from './queries/findings-first-found.ts';
import { lastEntry } from './queries/last-entry.ts';
import { lockDossier } from './queries/lock-dossier.ts';
import { lockLedger } from './queries/lock-ledger.ts';
import { readingById } from './queries/reading-by-id.ts';
import { setStale } from './queries/set-stale.ts';
import { unplaced } from './queries/unplaced.ts';
import { clearAway } from './store/clear-away.ts';
import type { Db } from './store/db.ts';
import { openStore, type Place } from './store/open.ts';
import type { Store } from './store/store.ts';
import { type Exported, exportLedger } from './transfer/export.ts';
import { type Imported, importLedger, rebuildStale } from './transfer/import.ts';

export type LedgerSettings = {
  /** Who works: kept with each entry. */
  readonly author: string;
  /** The time now; the machine's clock where absent. */
  readonly clock?: () => Date;
};

/** A correction that waits for a person, with the entry itself. */
export type Review = Unplaced & { readonly dispatch: string; readonly about: StoredEntry };

/**
 * A ledger that is open. Every function that names a dossier takes its id, and throws a Problem where there is none such.
 * What a function returns has been kept: it is there after a crash.
 */
export class Ledger {
  readonly #store: Store;
  readonly #author: string;
  readonly #clock: () => Date;

  constructor(store: Store, { author, clock = () => new Date() }: LedgerSettings) {
    this.#store = store;
    this.#author = author;
    this.#clock = clock;
  }

  /** What the user should know of where the ledger is kept. */
  get notices(): readonly Bilingual[] {
    return this.#store.notices;
  }

  /* --- dossiers --- */

  dossiers(): Promise<Dossier[]> {
    return this.#store.read(dossiers);
  }

  /** The dossier of that id or title; for null, the only one there is. Throws a Problem that lists them otherwise. */
  async findDossier(asked: string | null): Promise<Dossier> {
    return chooseDossier(await this.dossiers(), asked);
  }

  async createDossier(title: string): Promise<Dossier> {
    return this.#store.write((db, mark) => this.#create(db, mark, title));
  }

  /** The dossier of that id or title, made where there is none. Throws a Problem where several have that title. */
  async openDossier(title: string): Promise<Dossier> {
    return this.#store.write(async (db, mark) => {
      await lockLedger(db); // so that two programs do not make it twice
      const found = namedBy(await dossiers(db), title);
      if (found.length > 1) throw severalDossiers(title, found);
      return found[0] ?? this.#create(db, mark, title);
    });
  }

  renameDossier(dossier: string, title: string): Promise<Entry> {
    return this.#write(dossier, (writing) => renameDossier(writing, title));
  }

  /** Puts a dossier away, or takes it out again: lists show it apart, and nothing is lost. Null where it is so already. */
  archiveDossier(dossier: string, archived: boolean): Promise<Entry | null> {
    return this.#write(dossier, (writing) => archiveDossier(writing, archived));
  }

  /* --- dispatches and readings --- */

  /** Adds a dispatch. Adding it again changes nothing, unless the user now gives another day for it. */
  addDispatch(dossier: string, dispatch: Dispatch): Promise<Added> {
    return this.#write(dossier, (writing) => addDispatch(writing, dispatch));
  }

  /** Gives a dispatch the day that the user knows. After `dated` it is to be read again. */
  dateDispatch(dossier: string, dispatch: string, day: string): Promise<'dated' | 'same'> {
    return this.#write(dossier, async (writing) => ((await dateDispatch(writing, dispatch, day)) ? 'dated' : 'same'));
  }

  /** Keeps a complete reading. From then on it answers for the dispatch; the former stays in the ledger. */
  putReading(
    dossier: string,
    dispatch: string,
    reading: DispatchReading,
    { madeBy = 'reader' }: { readonly madeBy?: MadeBy } = {},
  ): Promise<'read' | 'same'> {
    return this.#write(dossier, (writing) => putReading(writing, dispatch, reading, madeBy));
  }

  /** The dispatches, by publication day. */
  dispatches(dossier: string, ask: { readonly state?: LedgerDispatch['state'] } = {}): Promise<LedgerDispatch[]> {
    return this.#read(dossier, (db) => dispatches(db, { dossier, ...ask }));
  }

  dispatch(dossier: string, id: string): Promise<LedgerDispatch> {
    return this.#read(dossier, (db) => dispatchOf(db, dossier, id));
  }

  /** The file of a dispatch as it came, and its text. */
  content(dossier: string, dispatch: string): Promise<{ readonly bytes: Uint8Array; readonly text: string }> {
    return this.#read(dossier, async (db) => {
      const content = await contentOf(db, { dossier, dispatch });
      if (!content) throw noDispatch(dispatch);
      return content;
    });
  }

  /** The reading that answers for a dispatch, as it was made; null where it has none. */
  reading(dossier: string, dispatch: string): Promise<DispatchReading | null> {
    return this.#read(dossier, async (db) => {
      const { reading } = await dispatchOf(db, dossier, dispatch);
      return reading && readingById(db, { dossier, id: reading.id });
    });
  }

  /** What the dispatches say: statements and claims with their clocks, corrections and merges laid over. */
  async accounts(dossier: string, ask: AccountsAsk = {}): Promise<Accounts> {
    const learnedBy = ask.learnedBy === undefined ? undefined : instantOf(ask.learnedBy);
    if (ask.saidBy !== undefined && !isDay(ask.saidBy)) throw badDay(ask.saidBy);
    return this.#read(dossier, (db) => accounts(db, dossier, { ...ask, learnedBy }));
  }

  /** The dispatches whose texts hold the words, best first, at most `limit` passages. */
  search(dossier: string, words: string, { limit = 50 }: { readonly limit?: number } = {}): Promise<SearchHit[]> {
    return this.#read(dossier, (db) => search(db, dossier, words, limit));
  }

  /* --- what people say of it --- */

  /** What happened in a dossier, in order. */
  entries(
    dossier: string,
    ask: { readonly kinds?: readonly EntryKind[]; readonly after?: string; readonly limit?: number } = {},
  ): Promise<StoredEntry[]> {
    return this.#read(dossier, (db) => entries(db, { dossier, ...ask }));
  }

  /** The id of the last thing that happened in a dossier: what is worked out from it holds while this stays the same. */
  async lastEntry(dossier: string): Promise<string> {
    const last = await this.#read(dossier, (db) => lastEntry(db, dossier));
    assert(last !== null, `a dossier without entries: ${dossier}`);
    return last;
  }

  /** How many entries a dossier has up to one of them, itself included. */
  countEntries(dossier: string, upTo: string): Promise<number> {
    return this.#read(dossier, (db) => countEntries(db, { dossier, upTo }));
  }

  correct(dossier: string, correction: Correction): Promise<Entry> {
    return this.#write(dossier, (writing) => correct(writing, correction));
  }

  reject(dossier: string, rejection: Rejection): Promise<Entry> {
    return this.#write(dossier, (writing) => reject(writing, rejection));
  }

  addClaim(dossier: string, addition: Addition): Promise<Entry> {
    return this.#write(dossier, (writing) => addClaim(writing, addition));
  }

  /** Takes the effect of an entry away; undoing the undoing brings it back. */
  undo(dossier: string, entry: string): Promise<Entry> {
    return this.#write(dossier, (writing) => undo(writing, entry));
  }

  /** The corrections and rejections that found no place in the readings of now. */
  review(dossier: string): Promise<Review[]> {
    return this.#read(dossier, async (db) => {
      const waiting = await unplaced(db, dossier);
      const about = await entriesById(db, { dossier, ids: waiting.map((item) => item.entry) });
      const byId = new Map(about.map((entry) => [entry.id, entry]));
      return waiting.map((item) => ({ ...item, about: byId.get(item.entry)! }));
    });
  }

  /** From now on `id` counts as `into`. */
  merge(dossier: string, subject: MergeSubject, id: string, into: string): Promise<Entry> {
    return this.#write(dossier, (writing) => merge(writing, subject, id, into));
  }

  /** From now on `id`, which was merged, counts as itself again. */
  split(dossier: string, subject: MergeSubject, id: string): Promise<Entry> {
    return this.#write(dossier, (writing) => split(writing, subject, id));
  }

  /** From now on two dispatches are of one origin, or are not, whatever their words say. */
  judgeOrigin(dossier: string, pair: OriginPair): Promise<Entry> {
    return this.#write(dossier, (writing) => judgeOrigin(writing, pair));
  }

  giveVerdict(dossier: string, verdict: Verdict): Promise<Entry> {
    return this.#write(dossier, (writing) => append(writing, 'verdict', verdict));
  }

  /** The verdicts that stand, in order. */
  verdicts(dossier: string): Promise<Entry<'verdict'>[]> {
    return this.#read(dossier, async (db) =>
      effective(await entries(db, { dossier, kinds: ['verdict', 'undone'] })).filter(
        (entry) => entry.kind === 'verdict',
      ),
    );
  }

  /* --- findings --- */

  /**
   * Puts the findings of a dossier in the place of the former ones. Of those that were stored before and are the same
   * objects still (`since`), only the place in the order is written.
   */
  storeFindings(
    dossier: string,
    findings: readonly Finding[],
    { since = [] }: { readonly since?: readonly Finding[] } = {},
  ): Promise<void> {
    return this.#write(dossier, (writing) => storeFindings(writing, findings, since));
  }

  /** When each finding was first found, by its id; those included that are found no more. */
  firstFound(dossier: string): Promise<Map<string, string>> {
    return this.#read(
      dossier,
      async (db) => new Map((await findingsFirstFound(db, dossier)).map(({ id, firstFound }) => [id, firstFound])),
    );
  }

  findings(dossier: string): Promise<StoredFinding[]> {
    return this.#read(dossier, (db) => findings(db, dossier));
  }

  /* --- the ledger as a whole --- */

  /** Writes all dossiers to a file, as docs/ledger.md describes it. */
  export(path: string): Promise<Exported> {
    return exportLedger(this.#store, path, this.#clock());
  }

  /** Brings in what such a file has and this ledger has not. */
  import(path: string): Promise<Imported> {
    return importLedger(this.#store, path);
  }

  /** Takes a dispatch out for good: bytes, text, readings and quotations. Nothing else deletes. */
  async remove(dossier: string, dispatch: string, reason: string): Promise<Entry<'dispatch-removed'>> {
    const entry = await this.#write(dossier, (writing) => remove(writing, dispatch, reason));
    await clearAway(this.#store);
    return entry;
  }

  /** Works anew what is worked out from the entries of a dossier. The outcome is the same; for repair and new versions. */
  rebuild(dossier: string): Promise<void> {
    return this.#write(dossier, (writing) => rebuild(writing.db, dossier));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #create(db: Db, mark: Writing['mark'], title: string): Promise<Dossier> {
    const id = newDossierId();
    const created = await createDossier({ ...this.#writing(db, mark), dossier: id }, title);
    return { id, title: created.body.title, created: created.learned, dispatches: 0, archived: null };
  }

  /** Reads a dossier. One that an import left unfinished is finished first. */
  async #read<T>(dossier: string, work: (db: Db) => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await this.#store.read(async (db) => {
        const state = await dossierState(db, dossier);
        if (!state) throw noSuchDossier(dossier, await dossiers(db));
        return state.stale ? null : { value: await work(db) };
      });
      if (answer) return answer.value;
      await rebuildStale(this.#store, dossier);
    }
  }

  /** Changes a dossier; others who want to change it wait. */
  #write<T>(dossier: string, work: (writing: Writing) => Promise<T>): Promise<T> {
    return this.#store.write(async (db, mark) => {
      const state = await lockDossier(db, dossier);
      if (!state) throw noSuchDossier(dossier, await dossiers(db));
      if (state.stale) {
        await rebuild(db, dossier);
        await setStale(db, dossier, false);
      }
      return work({ ...this.#writing(db, mark), dossier });
    });
  }

  #writing(db: Db, mark: Writing['mark']): Omit<Writing, 'dossier'> {
    return { db, mark, author: this.#author, clock: this.#clock };
  }
}

/**
 * Opens the ledger of a folder (made where there is none) or of a PostgreSQL server. Close it when you are done: others
 * then open it at once. Throws a Problem where it cannot be opened: `ledger/held` where another program holds it and
 * cannot be joined (docs/ledger.md lists them all).
 */
export async function openLedger(place: Place, settings: LedgerSettings): Promise<Ledger> {
  return new Ledger(await openStore(place), settings);
}

/** An instant as the ledger writes it; it needs an offset, since none is borrowed from this machine. */
function instantOf(text: string): string {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
  } catch (error) {
    if (error instanceof RangeError) throw badInstant(text);
    throw error;
  }
}
