import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Sets what a dossier is called; makes its row where there is none. */
export async function upsertDossier(
  db: Db,
  dossier: { readonly dossier: string; readonly title: string; readonly created: string },
): Promise<void> {
  await sql`
    insert into recoupe.dossier (dossier_id, title, created)
    values (${dossier.dossier}, ${dossier.title}, ${dossier.created}::timestamptz)
    on conflict (dossier_id) do update set title = excluded.title, created = excluded.created`.execute(db);
}
