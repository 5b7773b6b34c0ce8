import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The text of a dispatch as stored; null where the dossier has no such dispatch. */
export async function textOf(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string },
): Promise<string | null> {
  const { rows } = await sql<{ text: string }>`
    select text from recoupe.content where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}`.execute(db);
  return rows[0]?.text ?? null;
}
