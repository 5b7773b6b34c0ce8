import type { StoredEntry } from '../entry.ts';
import { brokenExport, fileTrouble } from '../problems.ts';
import { rebuild } from '../project/rebuild.ts';
import { clearWorkedOut } from '../queries/clear-worked-out.ts';
import { deleteFindingsOn } from '../queries/delete-findings-on.ts';
import { entries } from '../queries/entries.ts';
import { importContent } from '../queries/import-content.ts';
import { importDossier } from '../queries/import-dossier.ts';
import { importFinding } from '../queries/import-finding.ts';
import { importReading } from '../queries/import-reading.ts';
import { insertEntry } from '../queries/insert-entry.ts';
import { lockDossier } from '../queries/lock-dossier.ts';
import { lockLedger } from '../queries/lock-ledger.ts';
import { scrub } from '../queries/scrub.ts';
import { setStale } from '../queries/set-stale.ts';
import type { Db } from '../store/db.ts';
import type { Store } from '../store/store.ts';
import type { BodyLine, EntryLine } from './format.ts';
import { readLines } from './read-lines.ts';

/** What the ledger did not have. */
export type Imported = { readonly dossiers: number; readonly entries: number; readonly dispatches: number };

/** A batch is one transaction: large enough that the disk is not waited for at every line, small enough for memory. */
const BATCH_LINES = 500;
const BATCH_CHARACTERS = 8_000_000;

/**
 * Brings an exported ledger into this one: what is there already stays as it is, so that doing it twice changes nothing,
 * and an import that was cut off is simply done again. The file is checked to its end before anything is written.
 */
export async function importLedger(store: Store, path: string): Promise<Imported> {
  try {
    const survey = await surveyOf(path);
    const counts = { dossiers: 0, entries: 0, dispatches: 0 };
    const touched = new Set<string>();
    for await (const batch of batches(path)) {
      const added = await store.write(async (db) => {
        await lockLedger(db);
        return importBatch(db, batch, survey);
      });
      counts.entries += added.entries;
      counts.dispatches += added.dispatches;
      counts.dossiers += added.dossiers;
      for (const dossier of added.touched) touched.add(dossier);
    }
    for (const dossier of touched) await rebuildStale(store, dossier);
    return counts;
  } catch (error) {
    throw fileTrouble(path, error);
  }
}

/** Works a dossier out anew after an import, and says that it is done, in one. */
export function rebuildStale(store: Store, dossier: string): Promise<void> {
  return store.write(async (db) => {
    await lockDossier(db, dossier);
    await rebuild(db, dossier);
    await setStale(db, dossier, false);
  });
}

/** What has to be known of the whole file before its first line is written. */
type Survey = {
  /** The title and time of each dossier, for its row until it is rebuilt. */
  readonly created: ReadonlyMap<string, { readonly title: string; readonly created: string }>;
  /** The last removal of each dispatch, by dossier and dispatch: what was before it stays out. */
  readonly removals: ReadonlyMap<string, string>;
};

async function surveyOf(path: string): Promise<Survey> {
  const created = new Map<string, { title: string; created: string }>();
  const removals = new Map<string, string>();
  for await (const line of readLines(path)) {
    if (line.line === 'entry' && line.kind === 'dossier-created')
      created.set(line.dossier, { title: String(line.body.title), created: line.learned });
    if (line.line === 'entry' && line.kind === 'dispatch-removed') removals.set(keyOf(line), line.id);
    if (!created.has(line.dossier)) throw brokenExport(path, 0, `nothing creates the dossier ${line.dossier}`);
  }
  return { created, removals };
}

async function* batches(path: string): AsyncGenerator<Exclude<BodyLine, { line: 'end' }>[]> {
  let batch: Exclude<BodyLine, { line: 'end' }>[] = [];
  let characters = 0;
  for await (const line of readLines(path)) {
    batch.push(line);
    characters += line.line === 'content' ? line.bytes.length + line.text.length : 1000;
    if (batch.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

type BatchCounts = { dossiers: number; entries: number; dispatches: number; readonly touched: Set<string> };

async function importBatch(
  db: Db,
  batch: readonly Exclude<BodyLine, { line: 'end' }>[],
  survey: Survey,
): Promise<BatchCounts> {
  const counts: BatchCounts = { dossiers: 0, entries: 0, dispatches: 0, touched: new Set() };
  const removals = new Map<string, ReadonlyMap<string, string>>();
  for (const line of batch) {
    const { dossier } = line;
    if (!removals.has(dossier)) {
      if (await importDossier(db, { dossier, ...survey.created.get(dossier)! })) counts.dossiers++;
      removals.set(dossier, await removalsOf(db, dossier));
    }
    if (await importLine(db, line, survey, removals.get(dossier)!)) {
      if (line.line === 'entry') counts.entries++;
      if (line.line === 'content') counts.dispatches++;
      if (line.line !== 'finding') counts.touched.add(dossier);
    }
  }
  for (const dossier of counts.touched) await setStale(db, dossier, true);
  return counts;
}

/** True where the ledger did not have it. */
async function importLine(
  db: Db,
  line: Exclude<BodyLine, { line: 'end' }>,
  survey: Survey,
  removedHere: ReadonlyMap<string, string>,
): Promise<boolean> {
  switch (line.line) {
    case 'entry':
      return importEntry(db, line, survey, removedHere);
    case 'content':
      return importContent(db, { ...line, bytes: Buffer.from(line.bytes, 'base64') });
    case 'reading':
      return importReading(db, line);
    case 'finding':
      return importFinding(db, line);
  }
}

/** An entry of before a removal, in this ledger or in the file, comes without its words. */
async function importEntry(
  db: Db,
  line: EntryLine,
  survey: Survey,
  removedHere: ReadonlyMap<string, string>,
): Promise<boolean> {
  const { line: _, ...entry } = line;
  const removed = removedDispatch(line, (dispatch) => {
    const key = keyOf({ dossier: line.dossier, body: { dispatch } });
    return [survey.removals.get(key), removedHere.get(dispatch)].some((removal) => removal && line.id < removal);
  });
  const body =
    removed === null ? entry.body : { removed: true, ...(line.kind === 'verdict' ? {} : { dispatch: removed }) };
  const isNew = await insertEntry(db, { ...entry, body } as StoredEntry);
  if (isNew && line.kind === 'dispatch-removed')
    await removeHere(db, line.dossier, String(line.body.dispatch), line.id);
  return isNew;
}

/** The dispatch on whose account an entry comes without its words; null where it keeps them. */
function removedDispatch(line: EntryLine, isRemoved: (dispatch: string) => boolean): string | null {
  if (line.kind === 'undone' || line.kind === 'dispatch-removed') return null;
  const { dispatch, dispatches } = line.body;
  const named = [dispatch, ...(Array.isArray(dispatches) ? dispatches : [])].filter((id) => typeof id === 'string');
  return named.find(isRemoved) ?? null;
}

/** A removal that was made elsewhere takes the words out here too. */
async function removeHere(db: Db, dossier: string, dispatch: string, removal: string): Promise<void> {
  await clearWorkedOut(db, dossier, dispatch);
  await deleteFindingsOn(db, dossier, dispatch);
  await scrub(db, { dossier, dispatch, upTo: removal });
}

async function removalsOf(db: Db, dossier: string): Promise<Map<string, string>> {
  const all = await entries(db, { dossier, kinds: ['dispatch-removed'] });
  return new Map(all.map((entry) => [(entry.body as { dispatch: string }).dispatch, entry.id]));
}

function keyOf(entry: { readonly dossier: string; readonly body: Readonly<Record<string, unknown>> }): string {
  return `${entry.dossier} ${entry.body.dispatch}`;
}
