import { sql } from 'kysely';
import type { DispatchReading } from '../../reading/index.ts';
import type { Db } from '../store/db.ts';

/** A reading; null where the dossier has none of that id. */
export async function readingById(
  db: Db,
  ask: { readonly dossier: string; readonly id: string },
): Promise<DispatchReading | null> {
  const { rows } = await sql<{ body: DispatchReading }>`
    select body from recoupe.reading where dossier_id = ${ask.dossier} and id = ${ask.id}::uuid`.execute(db);
  return rows[0]?.body ?? null;
}
