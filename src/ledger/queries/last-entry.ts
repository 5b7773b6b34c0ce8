import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The id of the last entry of a dossier; null where there is none. */
export async function lastEntry(db: Db, dossier: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from recoupe.entry where dossier_id = ${dossier} order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
