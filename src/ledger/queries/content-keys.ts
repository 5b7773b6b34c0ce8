import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The dispatches of a dossier whose text is kept, in the order of their ids. */
export async function contentKeys(db: Db, dossier: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select dispatch_id as id from recoupe.content where dossier_id = ${dossier} order by dispatch_id`.execute(db);
  return rows.map((row) => row.id);
}
