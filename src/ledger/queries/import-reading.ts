import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Keeps a reading whose entry stands with its words. False where none does, or it is kept. */
export async function importReading(
  db: Db,
  reading: { readonly dossier: string; readonly id: string; readonly dispatch: string; readonly body: unknown },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into recoupe.reading (dossier_id, id, dispatch_id, body)
    select ${reading.dossier}, ${reading.id}::uuid, ${reading.dispatch}, ${JSON.stringify(reading.body)}::jsonb
     where exists (select 1 from recoupe.entry
                    where dossier_id = ${reading.dossier} and id = ${reading.id}::uuid and not body ? 'removed')
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}
