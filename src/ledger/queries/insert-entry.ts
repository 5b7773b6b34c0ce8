import { sql } from 'kysely';
import type { StoredEntry } from '../entry.ts';
import type { Db } from '../store/db.ts';

/** Adds an entry. False where it is there already. */
export async function insertEntry(db: Db, entry: StoredEntry): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into recoupe.entry (dossier_id, id, kind, author, learned, body)
    values (${entry.dossier}, ${entry.id}::uuid, ${entry.kind}, ${entry.author}, ${entry.learned}::timestamptz,
            ${JSON.stringify(entry.body)}::jsonb)
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}
