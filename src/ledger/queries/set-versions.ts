import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

export type VersionRow = { readonly id: string; readonly version: number; readonly newer: string | null };

/** Gives dispatches their place among the versions at their address. Rows that have it already are left alone. */
export async function setVersions(
  db: Db,
  ask: { readonly dossier: string; readonly versions: readonly VersionRow[] },
): Promise<void> {
  await sql`
    update recoupe.dispatch as dispatch
       set version = now.version, newer = now.newer
      from jsonb_to_recordset(${JSON.stringify(ask.versions)}::jsonb) as now (id text, version integer, newer text)
     where dispatch.dossier_id = ${ask.dossier} and dispatch.id = now.id
       and (dispatch.version, dispatch.newer) is distinct from (now.version, now.newer)`.execute(db);
}
