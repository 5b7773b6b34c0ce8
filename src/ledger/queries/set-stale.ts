import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Says whether what is worked out from a dossier's entries has to be made anew. */
export async function setStale(db: Db, dossier: string, stale: boolean): Promise<void> {
  await sql`update recoupe.dossier set stale = ${stale} where dossier_id = ${dossier}`.execute(db);
}
