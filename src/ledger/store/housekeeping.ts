import type { PGlite } from '@electric-sql/pglite';

const MB = 1024 * 1024;

/** Messages in before the log is measured again: asking after every one would cost more than it saves. */
const MEASURE_AFTER_BYTES = 4 * MB;
const MEASURE_AFTER_MESSAGES = 500;
/** A crash replays the log since the last checkpoint: 64 MB take about one second, 550 MB took nine. */
const CHECKPOINT_AFTER_BYTES = 64 * MB;
const CHECKPOINT_AFTER_MS = 5 * 60_000;
const VACUUM_AFTER_BYTES = 64 * MB;
const ANALYZE_AFTER_BYTES = 16 * MB;
/** On closing, so that the next command plans with what this one added. */
const ANALYZE_ON_CLOSE_AFTER_BYTES = MB;

/**
 * What a PostgreSQL server does by itself and single-user mode does not: checkpoints, vacuum, statistics. How much was
 * written to the log since each tells when it is time, because the counters that autovacuum goes by stay at zero here.
 */
export class Housekeeping {
  readonly #db: PGlite;
  #bytes = 0;
  #messages = 0;
  #checkpointAt = Date.now();
  #position: { checkpoint: number; vacuum: number; analyze: number };

  private constructor(db: PGlite, position: number) {
    this.#db = db;
    this.#position = { checkpoint: position, vacuum: position, analyze: position };
  }

  static async start(db: PGlite): Promise<Housekeeping> {
    return new Housekeeping(db, await logPosition(db));
  }

  /** Called after each message that leaves no transaction open. */
  async idle(bytes: number): Promise<void> {
    this.#bytes += bytes;
    this.#messages++;
    const overdue = Date.now() - this.#checkpointAt > CHECKPOINT_AFTER_MS;
    if (this.#bytes < MEASURE_AFTER_BYTES && this.#messages < MEASURE_AFTER_MESSAGES && !overdue) return;
    this.#bytes = 0;
    this.#messages = 0;
    const now = await logPosition(this.#db);
    if (now - this.#position.vacuum > VACUUM_AFTER_BYTES) await this.#tidy('vacuum', now);
    else if (now - this.#position.analyze > ANALYZE_AFTER_BYTES) await this.#tidy('analyze', now);
    if (overdue || now - this.#position.checkpoint > CHECKPOINT_AFTER_BYTES) await this.#checkpoint();
  }

  async close(): Promise<void> {
    const now = await logPosition(this.#db);
    if (now - this.#position.analyze > ANALYZE_ON_CLOSE_AFTER_BYTES) await this.#tidy('analyze', now);
    await this.#checkpoint();
  }

  async #tidy(what: 'vacuum' | 'analyze', now: number): Promise<void> {
    const { rows } = await this.#db.query<{ name: string }>(
      `select format('recoupe.%I', tablename) as name from pg_tables where schemaname = 'recoupe' order by tablename`,
    );
    const tables = rows.map((row) => row.name).join(', ');
    if (tables) await this.#db.exec(what === 'vacuum' ? `vacuum (analyze) ${tables}` : `analyze ${tables}`);
    this.#position.analyze = now;
    if (what === 'vacuum') this.#position.vacuum = now;
  }

  async #checkpoint(): Promise<void> {
    await this.#db.exec('checkpoint');
    this.#position.checkpoint = await logPosition(this.#db);
    this.#checkpointAt = Date.now();
  }
}

/** How many bytes have been written to the log since the store was made. */
async function logPosition(db: PGlite): Promise<number> {
  const { rows } = await db.query<{ position: string }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as position`,
  );
  return Number(rows[0]!.position);
}
