import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** The texts of dispatches of one dossier, by dispatch; of all of them where none are named. */
export async function texts(
  db: Db,
  ask: { readonly dossier: string; readonly dispatches?: readonly string[] | undefined },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select dispatch_id as id, text
      from recoupe.content
     where dossier_id = ${ask.dossier}
       and (${ask.dispatches ?? null}::text[] is null or dispatch_id = any(${ask.dispatches ?? null}::text[]))
     order by dispatch_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.text]));
}
