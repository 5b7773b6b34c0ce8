import { sql } from 'kysely';
import type { Unplaced } from '../project/standing.ts';
import type { Db } from '../store/db.ts';

export type UnplacedEntry = Unplaced & { readonly dispatch: string };

/** The corrections of a dossier that found no place in what is read now. */
export async function unplaced(db: Db, dossier: string): Promise<UnplacedEntry[]> {
  const { rows } = await sql<{ dispatch: string; unplaced: Unplaced[] }>`
    select id as dispatch, unplaced
      from recoupe.dispatch
     where dossier_id = ${dossier} and unplaced <> '[]'
     order by id`.execute(db);
  return rows.flatMap((row) => row.unplaced.map((item) => ({ ...item, dispatch: row.dispatch })));
}
