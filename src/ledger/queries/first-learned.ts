import { sql } from 'kysely';
import type { Layer } from '../project/standing-rows.ts';
import type { Db } from '../store/db.ts';

/** When the ledger first held each statement or claim of a dispatch, in whatever form. Index: …_dispatch. */
export async function firstLearned(
  db: Db,
  ask: { readonly layer: Layer; readonly dossier: string; readonly dispatch: string },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; learned: string }>`
    select id, min(learned) as learned
      from ${sql.table(`recoupe.${ask.layer}`)}
     where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}
     group by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.learned]));
}
