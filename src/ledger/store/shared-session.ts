import type { PGlite } from '@electric-sql/pglite';

/** What pglite-socket asks of the PGlite that it serves. */
type Served = Pick<PGlite, 'waitReady' | 'isInTransaction' | 'runExclusive' | 'execProtocolRawStream' | 'exec'>;

export type SessionHooks = {
  /** Called before a message is executed; it throws where this process must no longer write. */
  readonly before: () => void;
  /** Called after a message that leaves no transaction open, while nothing else runs. `bytes` came in since the last call. */
  readonly idle: (bytes: number) => Promise<void>;
  /** PostgreSQL has stopped inside PGlite (a refused greeting does that too): nothing more can be asked of it. */
  readonly dead: (cause: unknown) => void;
};

const code = (letter: string) => letter.charCodeAt(0);
const SYNC = code('S');
/** Messages after which no query is half told: a sync, a query in one message, a farewell, a greeting. */
const WHOLE: readonly number[] = [SYNC, code('Q'), code('X'), 0];

/**
 * PGlite has one session, and pglite-socket gives it to whoever's message comes next. A query with parameters is several
 * messages (parse, bind, execute, sync), and outside a transaction the messages of two clients mix: with parameters of
 * 300 kB, which arrive in pieces, 60 of 80 answers went to the wrong client. So we say « in a transaction » from the
 * first message of a query until its sync, and the queue then serves that client alone.
 */
export function sharedSession(db: PGlite, hooks: SessionHooks): Served {
  let midQuery = false;
  let bytes = 0;
  const inTransaction = () => midQuery || db.isInTransaction();

  const served: Served = {
    waitReady: db.waitReady,
    isInTransaction: inTransaction,
    // The queue of the socket is the only user of this PGlite, so there is nobody to exclude. Without a lock to wait for,
    // a client cannot vanish between the start of its message and the note of whose message it was.
    runExclusive: (work) => work(),
    async execProtocolRawStream(message, options) {
      hooks.before();
      const kind = message[0];
      bytes += message.length;
      midQuery = !WHOLE.includes(kind!);
      try {
        await db.execProtocolRawStream(message, options);
      } catch (cause) {
        hooks.dead(cause);
        throw cause;
      }
      if (inTransaction()) return;
      await hooks.idle(bytes);
      bytes = 0;
    },
    // Called with ROLLBACK, when a client goes away in the midst of its transaction.
    async exec(sql) {
      if (midQuery) await db.execProtocolRawStream(new Uint8Array([SYNC, 0, 0, 0, 4]), { onRawData: () => {} });
      midQuery = false;
      return db.isInTransaction() ? db.exec(sql) : [];
    },
  };
  return served;
}
