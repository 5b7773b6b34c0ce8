import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** How many entries a dossier has up to one of them, itself included. Index: the primary key. */
export async function countEntries(db: Db, ask: { readonly dossier: string; readonly upTo: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from recoupe.entry
     where dossier_id = ${ask.dossier} and id <= ${ask.upTo}::uuid`.execute(db);
  return rows[0]!.count;
}
