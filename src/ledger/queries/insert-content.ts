import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

export type Content = {
  readonly dossier: string;
  readonly dispatch: string;
  readonly bytes: Uint8Array;
  readonly text: string;
};

/** Keeps the file and the text of a dispatch. Nothing changes where they are kept already. */
export async function insertContent(db: Db, content: Content): Promise<void> {
  await sql`
    insert into recoupe.content (dossier_id, dispatch_id, bytes, text)
    values (${content.dossier}, ${content.dispatch}, ${Buffer.from(content.bytes)}, ${content.text})
    on conflict do nothing`.execute(db);
}
