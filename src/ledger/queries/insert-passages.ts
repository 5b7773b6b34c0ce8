import { sql } from 'kysely';
import type { Grammar } from '../project/passages.ts';
import type { Db } from '../store/db.ts';

export type Passage = { readonly start: number; readonly end: number; readonly folded: string };

/** Makes the parts of a dispatch's text searchable. */
export async function insertPassages(
  db: Db,
  ask: {
    readonly dossier: string;
    readonly dispatch: string;
    readonly grammar: Grammar;
    readonly passages: readonly Passage[];
  },
): Promise<void> {
  await sql`
    insert into recoupe.passage (dossier_id, dispatch_id, start, finish, grammar, words)
    select ${ask.dossier}, ${ask.dispatch}, part.start, part."end", ${ask.grammar},
           to_tsvector(${ask.grammar}::regconfig, part.folded)
      from jsonb_to_recordset(${JSON.stringify(ask.passages)}::jsonb) as part (start integer, "end" integer, folded text)
    on conflict do nothing`.execute(db);
}
