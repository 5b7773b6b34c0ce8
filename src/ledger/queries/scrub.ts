import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/**
 * Takes the words of a dispatch out of what is otherwise only added to: up to that entry, bytes and text, readings, and
 * the bodies of the entries that speak of it. The one place that has the right to (docs/ledger.md).
 */
export async function scrub(
  db: Db,
  ask: { readonly dossier: string; readonly dispatch: string; readonly upTo: string },
): Promise<void> {
  const { dossier, dispatch, upTo } = ask;
  await sql`grant update, delete on recoupe.entry, recoupe.content, recoupe.reading to current_user`.execute(db);
  await sql`
    update recoupe.entry
       set body = jsonb_build_object('removed', true, 'dispatch', ${dispatch}::text)
     where dossier_id = ${dossier} and body ->> 'dispatch' = ${dispatch} and id <= ${upTo}::uuid
       and kind not in ('undone', 'dispatch-removed')`.execute(db);
  await sql`
    update recoupe.entry
       set body = jsonb_build_object('removed', true)
     where dossier_id = ${dossier} and kind = 'verdict' and body -> 'dispatches' @> to_jsonb(${dispatch}::text)
       and id <= ${upTo}::uuid`.execute(db);
  await sql`
    delete from recoupe.reading
     where dossier_id = ${dossier} and dispatch_id = ${dispatch} and id <= ${upTo}::uuid`.execute(db);
  // A dispatch that was added again after an earlier removal, when an older copy of the ledger is imported, keeps its text.
  await sql`
    delete from recoupe.content
     where dossier_id = ${dossier} and dispatch_id = ${dispatch}
       and not exists (select 1 from recoupe.entry
                        where dossier_id = ${dossier} and body ->> 'dispatch' = ${dispatch}
                          and kind = 'dispatch-added' and not body ? 'removed')`.execute(db);
  await sql`revoke update, delete on recoupe.entry, recoupe.content, recoupe.reading from current_user`.execute(db);
}
