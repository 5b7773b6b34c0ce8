import { daysOf, type When } from '../../core/index.ts';
import type { Published } from '../dispatch.ts';
import { type Standing, type StandingClaim, type StandingStatement, saidOf } from './standing.ts';

export const LAYERS = ['statement', 'claim'] as const;
export type Layer = (typeof LAYERS)[number];

/** A row of `statement` or `claim`, as it is written; a statement has no `held`, `type` and `statement`. */
export type StandingRow = {
  readonly id: string;
  readonly said: When | null;
  readonly saidLast: string | null;
  /** A daterange as PostgreSQL writes it. */
  readonly held: string | null;
  readonly type: string | null;
  readonly statement: string | null;
  readonly body: unknown;
};

/** What a dispatch says, as rows. Two claims of one id (a person added what the reader reads too) are one: the person's. */
export function standingRows(
  says: Standing,
  published: Published | null,
): Readonly<Record<Layer, readonly StandingRow[]>> {
  const byId = new Map(says.statements.map((statement) => [statement.id, statement]));
  return {
    statement: says.statements.map((statement) => row(statement, statement, published)),
    claim: says.claims.map((claim) => {
      const statement = claim.statement === null ? null : byId.get(claim.statement)!;
      return {
        ...row(claim, statement, published),
        held: rangeOf(claim.time),
        type: claim.type,
        statement: claim.statement,
      };
    }),
  };
}

function row(
  item: StandingStatement | StandingClaim,
  statement: StandingStatement | null,
  published: Published | null,
): StandingRow {
  const said = saidOf(statement, published);
  const saidLast = said === null ? null : daysOf(said).last;
  // As JSON gives it back, so that it can be compared with what is stored.
  const body: unknown = JSON.parse(JSON.stringify(item));
  return { id: item.id, said, saidLast, held: null, type: null, statement: null, body };
}

/** A time as a range of days, both ends included; an open end is unbounded. */
function rangeOf(time: When | null): string | null {
  if (time === null) return null;
  const { first, last } = daysOf(time);
  return `[${first ?? ''},${last ?? ''}]`;
}
