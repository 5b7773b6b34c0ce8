import { sql } from 'kysely';
import type { StoredEntry } from '../entry.ts';
import type { Db } from '../store/db.ts';
import { entryColumns } from './entry-columns.ts';

/** These entries of a dossier, in order. */
export async function entriesById(
  db: Db,
  ask: { readonly dossier: string; readonly ids: readonly string[] },
): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${entryColumns}
      from recoupe.entry
     where dossier_id = ${ask.dossier} and id = any(${ask.ids}::uuid[])
     order by id`.execute(db);
  return rows;
}
