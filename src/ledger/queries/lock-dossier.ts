import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** As `dossierState`, and until the transaction ends nobody else adds an entry to that dossier. */
export async function lockDossier(db: Db, dossier: string): Promise<{ readonly stale: boolean } | null> {
  const { rows } = await sql<{ stale: boolean }>`
    select stale from recoupe.dossier where dossier_id = ${dossier} for update`.execute(db);
  return rows[0] ?? null;
}
