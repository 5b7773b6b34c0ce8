import { sql } from 'kysely';
import { GRAMMARS, type Grammar } from '../project/passages.ts';
import type { Db } from '../store/db.ts';

export type PassageFound = {
  readonly dispatch: string;
  readonly start: number;
  readonly end: number;
  readonly grammar: Grammar;
};

/**
 * The passages that hold the words, best first. `words` are folded (see `foldText`), with the signs of a web search: « "…" »
 * for words in a row, `or`, `-`. Index: passage_words.
 */
export async function searchPassages(
  db: Db,
  ask: { readonly dossier: string; readonly words: string; readonly limit: number },
): Promise<PassageFound[]> {
  const inGrammar = GRAMMARS.map(
    (grammar) =>
      sql`(grammar = ${sql.lit(grammar)} and words @@ websearch_to_tsquery(${sql.lit(grammar)}, ${ask.words}))`,
  );
  const { rows } = await sql<PassageFound>`
    select dispatch_id as dispatch, start, finish as "end", grammar
      from recoupe.passage
     where dossier_id = ${ask.dossier} and (${sql.join(inGrammar, sql` or `)})
     order by ts_rank(words, websearch_to_tsquery(grammar::regconfig, ${ask.words})) desc, dispatch_id, start
     limit ${ask.limit}`.execute(db);
  return rows;
}
