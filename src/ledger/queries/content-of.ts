import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The file and the text of a dispatch; null where they are not, or no longer, kept. */
export async function contentOf(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string },
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | null> {
  const { rows } = await sql<{ bytes: Uint8Array; text: string }>`
    select bytes, text from recoupe.content where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}`.execute(
    db,
  );
  return rows[0] ?? null;
}
