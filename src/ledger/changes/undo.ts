import { validate } from 'uuid';
import { append, type Writing } from '../append.ts';
import { type Entry, type EntryKind, isRemoved, undoings } from '../entry.ts';
import { alreadyUndone, cannotUndo, noEntry } from '../problems.ts';
import { entries } from '../queries/entries.ts';
import { entriesById } from '../queries/entries-by-id.ts';

/** What has no way back: a dispatch leaves the ledger by `remove`, and a dossier does not. */
const FINAL: readonly EntryKind[] = ['dossier-created', 'dispatch-added'];

/** Takes the effect of an entry away. Undoing an undoing brings it back. */
export async function undo(writing: Writing, id: string): Promise<Entry<'undone'>> {
  const { db, dossier } = writing;
  const [entry] = validate(id) ? await entriesById(db, { dossier, ids: [id] }) : [];
  if (!entry) throw noEntry(id);
  if (isRemoved(entry) || FINAL.includes(entry.kind)) throw cannotUndo(entry);
  const earlier = undoings(await entries(db, { dossier, kinds: ['undone'] })).get(id);
  if (earlier) throw alreadyUndone(entry, earlier);
  const dispatch = 'dispatch' in entry.body ? entry.body.dispatch : null;
  return append(writing, 'undone', { entry: entry.id, dispatch });
}
