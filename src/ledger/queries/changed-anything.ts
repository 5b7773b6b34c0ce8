import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** True where an entry has changed what a dispatch says. */
export async function changedAnything(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string; readonly entry: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from recoupe.claim
     where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}
       and ${ask.entry}::uuid in (since_entry, until_entry)
    union all
    select 1 from recoupe.statement
     where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}
       and ${ask.entry}::uuid in (since_entry, until_entry)
    limit 1`.execute(db);
  return rows.length > 0;
}
