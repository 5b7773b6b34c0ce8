import { sql } from 'kysely';
import type { When } from '../../core/index.ts';
import type { StandingStatement } from '../project/standing.ts';
import type { Db } from '../store/db.ts';
import { type StandingAsk, stood } from './stood.ts';

export type StatementRow = {
  readonly dispatch: string;
  readonly said: When | null;
  readonly saidLast: string | null;
  readonly learned: string;
  readonly body: StandingStatement;
};

/** The statements that stand, or stood at an instant, in the order of dispatches and words. */
export async function standingStatements(db: Db, ask: StandingAsk): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select dispatch_id as dispatch, said, said_last as "saidLast", learned, body
      from recoupe.statement
     where dossier_id = ${ask.dossier} and ${stood(ask)}
     order by dispatch_id, (body #>> '{content,0,start}')::int, id`.execute(db);
  return rows;
}
