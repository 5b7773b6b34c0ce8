import type { Entry, EntryBodies, EntryKind } from './entry.ts';
import { learnedAt, nextEntryId } from './entry-id.ts';
import { apply } from './project/apply.ts';
import { insertEntry } from './queries/insert-entry.ts';
import { lastEntry } from './queries/last-entry.ts';
import type { Db } from './store/db.ts';
import type { Mark } from './store/store.ts';

/** A change to one dossier that is under way: its transaction, who makes it, and the clock. */
export type Writing = {
  readonly db: Db;
  readonly mark: Mark;
  readonly dossier: string;
  readonly author: string;
  readonly clock: () => Date;
};

/**
 * Adds an entry at the end of the dossier, and brings what is worked out from the entries up to date. The dossier is
 * locked (see `lockDossier`), so that the order of ids is the order of entries. `before` writes what the entry speaks of
 * by its id.
 */
export async function append<K extends EntryKind>(
  writing: Writing,
  kind: K,
  body: EntryBodies[K],
  before?: (id: string) => Promise<void>,
): Promise<Entry<K>> {
  const { db, dossier, author } = writing;
  const id = nextEntryId(writing.clock(), await lastEntry(db, dossier));
  const entry = { dossier, id, kind, author, learned: learnedAt(id), body } as Entry;
  writing.mark({ dossier, id });
  await before?.(id);
  await insertEntry(db, entry);
  await apply(db, entry);
  return entry as Entry<K>;
}
