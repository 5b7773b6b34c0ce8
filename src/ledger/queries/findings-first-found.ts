import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** When each finding of a dossier was first found, those included that are found no more. */
export async function findingsFirstFound(
  db: Db,
  dossier: string,
): Promise<{ readonly id: string; readonly firstFound: string }[]> {
  const { rows } = await sql<{ id: string; firstFound: string }>`
    select id, first_found as "firstFound" from recoupe.finding where dossier_id = ${dossier} order by id`.execute(db);
  return rows;
}
