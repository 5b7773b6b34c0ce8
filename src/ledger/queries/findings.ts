import { sql } from 'kysely';
import type { Finding, StoredFinding } from '../finding.ts';
import type { Db } from '../store/db.ts';

/** The findings of a dossier, in the order in which crosscheck gave them. */
export async function findings(db: Db, dossier: string): Promise<StoredFinding[]> {
  const { rows } = await sql<{ body: Finding; firstFound: string }>`
    select body, first_found as "firstFound"
      from recoupe.finding
     where dossier_id = ${dossier} and body is not null
     order by position, id`.execute(db);
  return rows.map(({ body, firstFound }) => ({ ...body, firstFound }));
}
