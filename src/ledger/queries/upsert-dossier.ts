import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Sets what a dossier is called, and since when it is put away; makes its row where there is none. */
export async function upsertDossier(
  db: Db,
  dossier: {
    readonly dossier: string;
    readonly title: string;
    readonly created: string;
    readonly archived: string | null;
  },
): Promise<void> {
  await sql`
    insert into recoupe.dossier (dossier_id, title, created, archived)
    values (${dossier.dossier}, ${dossier.title}, ${dossier.created}::timestamptz, ${dossier.archived}::timestamptz)
    on conflict (dossier_id) do update set title = excluded.title, created = excluded.created,
      archived = excluded.archived`.execute(db);
}
