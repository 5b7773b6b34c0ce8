import { sql } from 'kysely';
import type { Layer } from '../project/standing-rows.ts';
import type { Db } from '../store/db.ts';

export type OpenRow = { readonly id: string; readonly said: string | null; readonly body: unknown };

/** What a dispatch says as it stands, of one layer. Index: statement_standing, claim_standing. */
export async function openStanding(
  db: Db,
  ask: { readonly layer: Layer; readonly dossier: string; readonly dispatch: string },
): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select id, said, body
      from ${sql.table(`recoupe.${ask.layer}`)}
     where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch} and until_entry is null
     order by id`.execute(db);
  return rows;
}
