import { sql } from 'kysely';
import type { Grammar } from '../project/passages.ts';
import type { Db } from '../store/db.ts';

/** What stands before and after each word found. `foldText` lets neither through. */
export const MARK = { start: '\u0001', end: '\u0002' } as const;

/** The folded texts with the words found marked, in the order given: PostgreSQL knows the stems that it searched by. */
export async function markWords(
  db: Db,
  ask: {
    readonly words: string;
    readonly passages: readonly { readonly grammar: Grammar; readonly folded: string }[];
  },
): Promise<string[]> {
  const options = `HighlightAll=true, StartSel=${MARK.start}, StopSel=${MARK.end}`;
  const { rows } = await sql<{ marked: string }>`
    select ts_headline(grammar::regconfig, folded, websearch_to_tsquery(grammar::regconfig, ${ask.words}), ${options})
             as marked
      from rows from (jsonb_to_recordset(${JSON.stringify(ask.passages)}::jsonb) as (grammar text, folded text))
             with ordinality as passage (grammar, folded, number)
     order by number`.execute(db);
  return rows.map((row) => row.marked);
}
