import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

export type Dossier = {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly created: string;
  readonly dispatches: number;
  /** Since when it is put away, ISO 8601 in UTC; null for one in use. */
  readonly archived: string | null;
};

/** The dossiers of the ledger, oldest first. */
export async function dossiers(db: Db): Promise<Dossier[]> {
  const { rows } = await sql<Dossier>`
    select dossier.dossier_id as id, dossier.title, dossier.created, dossier.archived,
           (select count(*)::int from recoupe.dispatch where dispatch.dossier_id = dossier.dossier_id) as dispatches
      from recoupe.dossier
     order by dossier.created, dossier.dossier_id`.execute(db);
  return rows;
}
