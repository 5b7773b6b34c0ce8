import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Deletes the findings that quote a dispatch. */
export async function deleteFindingsOn(db: Db, dossier: string, dispatch: string): Promise<void> {
  await sql`
    delete from recoupe.finding
     where dossier_id = ${dossier}
       and jsonb_path_exists(body, '$.**.dispatch ? (@ == $id)', jsonb_build_object('id', ${dispatch}::text))`.execute(
    db,
  );
}
