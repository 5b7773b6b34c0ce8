import { sql } from 'kysely';
import type { StoredEntry } from '../entry.ts';
import type { Db } from '../store/db.ts';
import { entryColumns } from './entry-columns.ts';

/** All that happened to one dispatch up to an entry, that one included, in order. Index: entry_dispatch. */
export async function entriesOfDispatch(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string; readonly upTo: string },
): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${entryColumns}
      from recoupe.entry
     where dossier_id = ${ask.dossier} and body ->> 'dispatch' = ${ask.dispatch} and id <= ${ask.upTo}::uuid
     order by id`.execute(db);
  return rows;
}
