import { sql } from 'kysely';
import type { DispatchReading } from '../../reading/index.ts';
import type { Db } from '../store/db.ts';

export type StoredReading = {
  readonly dossier: string;
  /** That of its entry `reading-made`. */
  readonly id: string;
  readonly dispatch: string;
  readonly body: DispatchReading;
};

/** Keeps a reading. Nothing changes where it is kept already. */
export async function insertReading(db: Db, reading: StoredReading): Promise<void> {
  await sql`
    insert into recoupe.reading (dossier_id, id, dispatch_id, body)
    values (${reading.dossier}, ${reading.id}::uuid, ${reading.dispatch}, ${JSON.stringify(reading.body)}::jsonb)
    on conflict do nothing`.execute(db);
}
