import { sql } from 'kysely';
import type { Entry } from '../entry.ts';
import type { Layer } from '../project/standing-rows.ts';
import type { Db } from '../store/db.ts';

/** Ends rows of what a dispatch says; they stay, for those who ask what stood before. */
export async function closeStanding(
  db: Db,
  ask: {
    readonly layer: Layer;
    readonly dossier: string;
    readonly dispatch: string;
    readonly ids: readonly string[];
    readonly cause: Entry;
  },
): Promise<void> {
  await sql`
    update ${sql.table(`recoupe.${ask.layer}`)}
       set until_entry = ${ask.cause.id}::uuid, stands_until = ${ask.cause.learned}::timestamptz
     where dossier_id = ${ask.dossier} and dispatch_id = ${ask.dispatch}
       and id = any(${ask.ids}::text[]) and until_entry is null`.execute(db);
}
