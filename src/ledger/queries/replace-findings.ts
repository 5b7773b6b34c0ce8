import { sql } from 'kysely';
import type { Finding } from '../finding.ts';
import type { Db } from '../store/db.ts';

/** Puts these findings in the place of the former. One that was found before keeps the instant when it first was. */
export async function replaceFindings(
  db: Db,
  ask: { readonly dossier: string; readonly findings: readonly Finding[]; readonly now: string },
): Promise<void> {
  const rows = ask.findings.map((body, position) => ({ id: body.id, position, body }));
  await sql`
    update recoupe.finding set body = null, position = null
     where dossier_id = ${ask.dossier} and body is not null
       and id <> all (${rows.map((row) => row.id)}::text[])`.execute(db);
  await sql`
    insert into recoupe.finding (dossier_id, id, first_found, position, body)
    select ${ask.dossier}, id, ${ask.now}::timestamptz, position, body
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id text, position integer, body jsonb)
    on conflict (dossier_id, id) do update set position = excluded.position, body = excluded.body`.execute(db);
}
