import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import type { StoredReading } from './insert-reading.ts';

/** These readings of a dossier, in the order in which they were made. */
export async function readingsById(
  db: Db,
  ask: { readonly dossier: string; readonly ids: readonly string[] },
): Promise<StoredReading[]> {
  const { rows } = await sql<StoredReading>`
    select dossier_id as dossier, id::text as id, dispatch_id as dispatch, body
      from recoupe.reading
     where dossier_id = ${ask.dossier} and id = any(${ask.ids}::uuid[])
     order by id`.execute(db);
  return rows;
}
