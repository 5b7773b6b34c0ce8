import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The other dispatches with the very same text, in the order in which we learned of them. Index: dispatch_text. */
export async function sameText(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string; readonly textSha256: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from recoupe.dispatch
     where dossier_id = ${ask.dossier} and text_sha256 = ${ask.textSha256} and id <> ${ask.dispatch}
     order by added_entry`.execute(db);
  return rows.map((row) => row.id);
}
