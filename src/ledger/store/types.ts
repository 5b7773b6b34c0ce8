import pg from 'pg';
import { assert } from '../../core/index.ts';

const { builtins } = pg.types;

/**
 * How values come out of PostgreSQL, the same from both stores: a `date` as its text (`Date` would borrow a time zone), an
 * instant as ISO 8601 in UTC to the millisecond, a count as a number.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.INT8, safeNumber],
]);

export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

function safeNumber(text: string): number {
  const number = Number(text);
  assert(Number.isSafeInteger(number), `a count too large for a number: ${text}`);
  return number;
}
