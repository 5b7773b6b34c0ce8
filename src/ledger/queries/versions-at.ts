import { sql } from 'kysely';
import type { Version } from '../project/versions.ts';
import type { Db } from '../store/db.ts';

/** The dispatches at one address, in the order in which we learned of them. Index: dispatch_address. */
export async function versionsAt(
  db: Db,
  ask: { readonly dossier: string; readonly address: string },
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select id, body -> 'published' as published
      from recoupe.dispatch
     where dossier_id = ${ask.dossier} and address = ${ask.address}
     order by added_entry`.execute(db);
  return rows;
}
