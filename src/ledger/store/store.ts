import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { type Bilingual, Problem } from '../../core/index.ts';
import { connectionLost, databaseProblem, noAnswer } from '../problems.ts';
import type { Db } from './db.ts';

/** A way to the database that is open now. It breaks when the owner of the folder, or the server, goes away. */
export type Connection = {
  readonly db: Kysely<unknown>;
  readonly close: () => Promise<void>;
  /** True where the other end shows no sign of life (a program that is suspended), though the connection holds. */
  readonly isSilent: () => boolean;
  /** Breaks what is under way. */
  readonly abort: () => void;
};

/** Names the first entry that a transaction writes, so that a commit whose answer was lost can be looked up. */
export type Mark = (entry: { readonly dossier: string; readonly id: string }) => void;

/** Where the ledger is kept. All work is done in transactions: the embedded store serves one at a time. */
export type Store = {
  /** Runs queries that see one state. They may be run again, so they do nothing else. */
  readonly read: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Runs changes that are kept together or not at all. Kept means on disk. They may be run again, as above. */
  readonly write: <T>(work: (db: Db, mark: Mark) => Promise<T>) => Promise<T>;
  /** Runs one statement outside any transaction (VACUUM). It may be run again. */
  readonly maintain: (statement: string) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly embedded: boolean;
  /** What the user should know of this store. */
  readonly notices: readonly Bilingual[];
};

const ATTEMPTS = 5;
const PAUSE_MS = 50;
const LISTEN_EVERY_MS = 5000;

/** PostgreSQL's own words for « ask again »: a conflict with another transaction. */
const CONFLICTS = new Set(['40001', '40P01']);
/** The other end went away, is going away, or is not there yet. */
const LOSSES = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT']);
const LOSS_MESSAGES =
  /^Connection terminated(?! due to connection timeout)|not queryable|driver has already been destroyed|Cannot use a pool after/;

/**
 * A store over connections that may be lost. What was in flight is begun anew where that is safe: before the commit was
 * sent, and after it where the store shows that it was not kept.
 */
export function storeOver(connect: () => Promise<Connection>, about: Pick<Store, 'embedded' | 'notices'>): Store {
  let current: Promise<Connection> | null = null;
  let closed = false;

  const connection = (): Promise<Connection> => {
    if (closed) throw new Problem('ledger/closed', { fr: 'Le registre est fermé.', en: 'The ledger is closed.' });
    current ??= connect();
    current.catch(() => {
      current = null;
    });
    return current;
  };

  const drop = async (broken: Connection) => {
    if (current && (await current) === broken) current = null;
    await broken.close();
  };

  /** Runs work on an open connection, again where the connection is lost. `settle` may know better. */
  async function attempt<T>(once: (open: Connection) => Promise<T>, settle: () => Promise<Done<T>>): Promise<T> {
    for (let count = 1; ; count++) {
      let open: Connection | null = null;
      let silent = false;
      const listen = setInterval(() => {
        silent = open?.isSilent() ?? false;
        if (silent) open?.abort();
      }, LISTEN_EVERY_MS);
      try {
        open = await connection();
        return await once(open);
      } catch (error) {
        if (silent) throw noAnswer(error);
        if (isLoss(error)) {
          if (open) await drop(open);
          if (count >= ATTEMPTS) throw connectionLost(error);
          const done = await settle();
          if (done) return done.result;
        } else if (!isConflict(error) || count >= ATTEMPTS) throw databaseProblem(error);
        await sleep(PAUSE_MS * count);
      } finally {
        clearInterval(listen);
      }
    }
  }

  function transact<T>(mode: Mode, work: Work<T>): Promise<T> {
    let course: Course<T> = { marks: [], done: null };
    const once = ({ db }: Connection) => {
      course = { marks: [], done: null };
      return runOnce(db, mode, work, course);
    };
    return attempt(once, async () => {
      const first = course.marks[0];
      return course.done && first && (await isKept(first)) ? course.done : null;
    });
  }

  const isKept = async ({ dossier, id }: Parameters<Mark>[0]): Promise<boolean> => {
    const { rows } = await transact('read', (db) =>
      sql`select 1 from recoupe.entry where dossier_id = ${dossier} and id = ${id}::uuid`.execute(db),
    );
    return rows.length > 0;
  };

  return {
    ...about,
    read: (work) => transact('read', work),
    write: (work) => transact('write', work),
    maintain: async (statement) => {
      await attempt(
        ({ db }) => sql.raw(statement).execute(db),
        async () => null,
      );
    },
    close: async () => {
      closed = true;
      const open = await current?.catch(() => null); // one that could not be opened is closed
      await open?.close();
    },
  };
}

type Mode = 'read' | 'write';
type Work<T> = (db: Db, mark: Mark) => Promise<T>;

/** How far a transaction came: what it wrote first, and its result once nothing but the commit was left. */
type Course<T> = { readonly marks: Parameters<Mark>[0][]; done: Done<T> };
type Done<T> = { readonly result: T } | null;

async function runOnce<T>(db: Kysely<unknown>, mode: Mode, work: Work<T>, course: Course<T>): Promise<T> {
  const begin = db.startTransaction();
  const settings = mode === 'read' ? begin.setIsolationLevel('repeatable read').setAccessMode('read only') : begin;
  const transaction = await settings.execute();
  try {
    const result = await work(transaction, (entry) => void course.marks.push(entry));
    course.done = { result };
    await transaction.commit().execute();
    return result;
  } catch (error) {
    // This also gives the connection back. On a broken one it fails too, and the first error is the one that counts.
    await transaction
      .rollback()
      .execute()
      .catch(() => {});
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isConflict(error: unknown): boolean {
  return CONFLICTS.has(codeOf(error));
}

function isLoss(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Problem) return false;
  return LOSSES.has(codeOf(error)) || LOSS_MESSAGES.test(error.message);
}
