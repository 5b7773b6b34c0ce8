import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Deletes what is worked out from a dossier's entries; with a dispatch, only what is worked out from that one. */
export async function clearWorkedOut(db: Db, dossier: string, dispatch: string | null = null): Promise<void> {
  await sql`
    delete from recoupe.dispatch
     where dossier_id = ${dossier} and (${dispatch}::text is null or id = ${dispatch})`.execute(db);
  for (const table of ['passage', 'statement', 'claim']) {
    await sql`
      delete from ${sql.table(`recoupe.${table}`)}
       where dossier_id = ${dossier} and (${dispatch}::text is null or dispatch_id = ${dispatch})`.execute(db);
  }
}
