import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Migration, type MigrationProvider, Migrator, sql } from 'kysely';
import { packageRoot } from '../../core/index.ts';
import { newerLedger } from '../problems.ts';
import type { Db } from './db.ts';

/** They ship as they stand in the source. A migration is added to the end and, once released, never changed. */
const folder = fileURLToPath(new URL('src/ledger/migrations/', packageRoot));

const provider: MigrationProvider = {
  async getMigrations() {
    const names = await migrationNames();
    const migrations = names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(`${folder}${name}.sql`, 'utf8');
      return [name, { up: async (db) => void (await sql.raw(text).execute(db)) }];
    });
    return Object.fromEntries(await Promise.all(migrations));
  },
};

/** `0001_ledger` and those after it, in order. */
async function migrationNames(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name));
  return names.map((name) => name.slice(0, -'.sql'.length)).sort();
}

/** Which migrations the store still lacks. Throws a Problem where it has had some that this Recoupe does not know. */
export async function pendingMigrations(db: Db): Promise<readonly string[]> {
  const known = await migrationNames();
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('recoupe.kysely_migration') is not null as there`.execute(db);
  if (!tables[0]?.there) return known;
  const { rows } = await sql<{ name: string }>`select name from recoupe.kysely_migration order by name`.execute(db);
  const done = rows.map((row) => row.name);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw newerLedger(unknown, known.at(-1) ?? '');
  return known.filter((name) => !done.includes(name));
}

/** Runs what is pending, each migration in full or not at all. Two programs at once do it one after the other. */
export async function migrate(db: Db): Promise<void> {
  const { error } = await new Migrator({ db, provider, migrationTableSchema: 'recoupe' }).migrateToLatest();
  if (error) throw error;
}
