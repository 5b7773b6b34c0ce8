import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Whether a dossier has to be rebuilt before it is used; null where there is no such dossier. */
export async function dossierState(db: Db, dossier: string): Promise<{ readonly stale: boolean } | null> {
  const { rows } = await sql<{ stale: boolean }>`
    select stale from recoupe.dossier where dossier_id = ${dossier}`.execute(db);
  return rows[0] ?? null;
}
