import { sql } from 'kysely';
import { daysOf } from '../../core/index.ts';
import type { LedgerDispatch } from '../dispatch.ts';
import type { Unplaced } from '../project/standing.ts';
import type { Db } from '../store/db.ts';

/** Writes what is known of a dispatch now, all but its place among its versions. `added` is the entry that added it. */
export async function upsertDispatch(
  db: Db,
  dossier: string,
  added: string,
  dispatch: Omit<LedgerDispatch, 'version' | 'newer'>,
  unplaced: readonly Unplaced[],
): Promise<void> {
  const last = dispatch.published ? daysOf(dispatch.published.date).last : null;
  await sql`
    insert into recoupe.dispatch
      (dossier_id, id, sha256, text_sha256, address, published_last, added_entry, learned, reading_id, body, unplaced)
    values
      (${dossier}, ${dispatch.id}, ${dispatch.sha256}, ${dispatch.textSha256}, ${dispatch.address}, ${last}::date,
       ${added}::uuid, ${dispatch.learned}::timestamptz, ${dispatch.reading?.id ?? null}::uuid, ${JSON.stringify(dispatch)}::jsonb,
       ${JSON.stringify(unplaced)}::jsonb)
    on conflict (dossier_id, id) do update set
      added_entry = excluded.added_entry, learned = excluded.learned, published_last = excluded.published_last, reading_id = excluded.reading_id, body = excluded.body,
      unplaced = excluded.unplaced`.execute(db);
}
