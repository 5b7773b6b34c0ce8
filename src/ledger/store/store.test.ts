import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../core/index.ts';
import { type Connection, storeOver } from './store.ts';

// What becomes of a transaction when the connection breaks, on a database that only answers as it is told.

type Answer = (query: string) => unknown[];
const lost = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

function connectionOver(answer: Answer): Connection {
  class Driver extends DummyDriver {
    override async acquireConnection() {
      return {
        executeQuery: async ({ sql }: CompiledQuery) => ({ rows: answer(sql.trim()) as never[] }),
        async *streamQuery() {},
      };
    }
    override async commitTransaction() {
      answer('commit');
    }
  }
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Driver(),
      createIntrospector: (on) => new PostgresIntrospector(on),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { db, close: () => db.destroy(), isSilent: () => false, abort: () => {} };
}

/** Writes « 42 » over connections that answer so, one after the other; the last serves for all that follow. */
async function write(...answers: Answer[]): Promise<{ readonly outcome: unknown; readonly runs: number }> {
  let opened = 0;
  let runs = 0;
  const store = storeOver(async () => connectionOver(answers[Math.min(opened++, answers.length - 1)]!), {
    embedded: true,
    notices: [],
  });
  const outcome = await store
    .write(async (db, mark) => {
      runs++;
      mark({ dossier: 'o', id: '01956a00-0000-7000-8000-000000000000' });
      await sql`insert`.execute(db);
      return 42;
    })
    .catch((error: unknown) => (error instanceof Problem ? error.code : error));
  await store.close();
  return { outcome, runs };
}

const well: Answer = () => [];
const failsAt =
  (what: string, error: () => Error): Answer =>
  (query) => {
    if (query === what) throw error();
    return [];
  };
const holdsTheEntry: Answer = (query) => (query.startsWith('select 1 from recoupe.entry') ? [{}] : []);
const conflict = () => Object.assign(new Error('could not serialize'), { code: '40001' });
const mistake = new Error('a mistake');
const full = () => Object.assign(new Error('no space'), { code: '53100' });

describe('a change', () => {
  const cases: readonly (readonly [string, readonly Answer[], unknown, number])[] = [
    ['that goes well is made once', [well], 42, 1],
    ['whose connection breaks before the commit is made again', [failsAt('insert', lost), well], 42, 2],
    ['whose commit got no answer, and was kept, is not', [failsAt('commit', lost), holdsTheEntry], 42, 1],
    ['whose commit got no answer, and was not kept, is made again', [failsAt('commit', lost), well], 42, 2],
    ['that meets another is made again', [failsAt('insert', conflict)], conflict(), 5],
    ['that fails is not made again', [failsAt('insert', () => mistake)], mistake, 1],
    ['without room is a Problem', [failsAt('insert', full)], 'ledger/disk-full', 1],
    ['whose connection always breaks is a Problem', [failsAt('insert', lost)], 'ledger/connection-lost', 5],
  ];
  for (const [what, answers, outcome, runs] of cases)
    test(what, async () => expect(await write(...answers)).toEqual({ outcome, runs }));
});

test('a store that is closed is a Problem', async () => {
  const store = storeOver(async () => connectionOver(well), { embedded: true, notices: [] });
  await store.close();
  await expect(store.read(async () => 1)).rejects.toMatchObject({ code: 'ledger/closed' });
});
