import { sql } from 'kysely';
import type { When } from '../../core/index.ts';
import type { StandingClaim } from '../project/standing.ts';
import type { Db } from '../store/db.ts';
import { type StandingAsk, stood } from './stood.ts';

export type ClaimRow = {
  readonly dispatch: string;
  readonly said: When | null;
  readonly saidLast: string | null;
  readonly learned: string;
  readonly body: StandingClaim;
};

/** The claims that stand, or stood at an instant, in the order of dispatches and words. */
export async function standingClaims(db: Db, ask: StandingAsk): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select dispatch_id as dispatch, said, said_last as "saidLast", learned, body
      from recoupe.claim
     where dossier_id = ${ask.dossier} and ${stood(ask)}
     order by dispatch_id, (body ->> 'start')::int, (body ->> 'end')::int, id`.execute(db);
  return rows;
}
