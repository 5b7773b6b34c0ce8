import { sql } from 'kysely';
import type { Entry } from '../entry.ts';
import type { Layer, StandingRow } from '../project/standing-rows.ts';
import type { Db } from '../store/db.ts';

/** Adds rows of what a dispatch says. Their ids are new or their rows are closed (see `closeStanding`). */
export async function insertStanding(
  db: Db,
  ask: {
    readonly layer: Layer;
    readonly dossier: string;
    readonly dispatch: string;
    readonly rows: readonly (StandingRow & { readonly learned: string })[];
    readonly cause: Entry;
  },
): Promise<void> {
  const rows = JSON.stringify(ask.rows);
  const { dossier, dispatch, cause } = ask;
  if (ask.layer === 'statement')
    await sql`
      insert into recoupe.statement
        (dossier_id, dispatch_id, id, since_entry, stands_from, learned, said, said_last, body)
      select ${dossier}, ${dispatch}, id, ${cause.id}::uuid, ${cause.learned}::timestamptz, learned, said, "saidLast", body
        from jsonb_to_recordset(${rows}::jsonb)
          as row (id text, learned timestamptz, said text, "saidLast" date, body jsonb)`.execute(db);
  else
    await sql`
      insert into recoupe.claim
        (dossier_id, dispatch_id, id, since_entry, stands_from, learned, said, said_last, held, type, statement_id, body)
      select ${dossier}, ${dispatch}, id, ${cause.id}::uuid, ${cause.learned}::timestamptz, learned, said, "saidLast",
             held::daterange, type, statement, body
        from jsonb_to_recordset(${rows}::jsonb)
          as row (id text, learned timestamptz, said text, "saidLast" date, held text, type text, statement text, body jsonb)`.execute(
      db,
    );
}
