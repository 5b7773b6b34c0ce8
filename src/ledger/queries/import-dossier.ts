import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Makes the row of a dossier that comes from elsewhere; it is to be rebuilt. False where the ledger has it. */
export async function importDossier(
  db: Db,
  dossier: { readonly dossier: string; readonly title: string; readonly created: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into recoupe.dossier (dossier_id, title, created, stale)
    values (${dossier.dossier}, ${dossier.title}, ${dossier.created}::timestamptz, true)
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}
