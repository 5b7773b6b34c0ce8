import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Remembers when a finding was first found, the earlier of here and elsewhere. False where that changes nothing. */
export async function importFinding(
  db: Db,
  finding: { readonly dossier: string; readonly id: string; readonly firstFound: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into recoupe.finding as known (dossier_id, id, first_found)
    values (${finding.dossier}, ${finding.id}, ${finding.firstFound}::timestamptz)
    on conflict (dossier_id, id) do update set first_found = excluded.first_found
     where excluded.first_found < known.first_found`.execute(db);
  return numAffectedRows === 1n;
}
