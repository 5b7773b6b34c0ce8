import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import type { Content } from './insert-content.ts';

/** Keeps the file and text of a dispatch that an entry with its words adds. False where there is none, or they are kept. */
export async function importContent(db: Db, content: Content): Promise<boolean> {
  const { dossier, dispatch } = content;
  const { numAffectedRows } = await sql`
    insert into recoupe.content (dossier_id, dispatch_id, bytes, text)
    select ${dossier}, ${dispatch}, ${Buffer.from(content.bytes)}, ${content.text}
     where exists (select 1 from recoupe.entry
                    where dossier_id = ${dossier} and body ->> 'dispatch' = ${dispatch}
                      and kind = 'dispatch-added' and not body ? 'removed')
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}
