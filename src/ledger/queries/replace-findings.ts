import { sql } from 'kysely';
import type { Finding } from '../finding.ts';
import type { Db } from '../store/db.ts';

/**
 * Puts the findings of these ids in the place of the former, in their order; the bodies of those that are new or other are
 * `written`. One that was found before keeps the instant when it first was. Returns how many of them are there.
 */
export async function replaceFindings(
  db: Db,
  ask: {
    readonly dossier: string;
    readonly ids: readonly string[];
    readonly written: readonly Finding[];
    readonly now: string;
  },
): Promise<number> {
  await sql`
    update recoupe.finding set body = null, position = null
     where dossier_id = ${ask.dossier} and body is not null
       and id <> all (${ask.ids}::text[])`.execute(db);
  const rows = ask.written.map((body) => ({ id: body.id, body }));
  await sql`
    insert into recoupe.finding (dossier_id, id, first_found, position, body)
    select ${ask.dossier}, row.id, ${ask.now}::timestamptz, placed.position - 1, row.body
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id text, body jsonb)
      join unnest(${ask.ids}::text[]) with ordinality as placed (id, position) on placed.id = row.id
    on conflict (dossier_id, id) do update set position = excluded.position, body = excluded.body`.execute(db);
  await sql`
    update recoupe.finding as known set position = placed.position - 1
      from unnest(${ask.ids}::text[]) with ordinality as placed (id, position)
     where known.dossier_id = ${ask.dossier} and known.id = placed.id and known.body is not null
       and known.position <> placed.position - 1`.execute(db);
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::integer as count from recoupe.finding
     where dossier_id = ${ask.dossier} and body is not null`.execute(db);
  return counted[0]!.count;
}
