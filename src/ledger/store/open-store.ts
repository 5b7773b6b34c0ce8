import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableFolder } from './durable-folder.ts';
import { startParams } from './start-params.ts';

/** The role that all work is done in. It owns the ledger's tables and is no superuser, so that revoking counts. */
export const ROLE = 'recoupe';

/** The major version of the PostgreSQL inside PGlite; its data files are read by no other. */
export const POSTGRES_MAJOR = '18';

/** Where PostgreSQL's files lie in a ledger folder. */
export function storeOf(folder: string): string {
  return join(folder, 'store');
}

export type OpenedStore = { readonly db: PGlite; readonly files: DurableFolder };

export type StoreHooks = {
  /** Is given PostgreSQL's own messages. */
  readonly onLog: (line: string) => void;
  /** Is called when PostgreSQL gives up; nothing more comes of it then. */
  readonly onAbort: () => void;
};

/**
 * Opens PostgreSQL on a ledger folder that we have claimed, and makes its files first where there are none. Throws where
 * commits would not reach the disk.
 */
export async function openStore(folder: string, hooks: StoreHooks): Promise<OpenedStore> {
  if (!existsSync(storeOf(folder))) await makeStore(folder, hooks);
  const opened = await start(storeOf(folder), hooks);
  await opened.db.exec(`set session authorization ${ROLE}; checkpoint`);
  const { rows } = await opened.db.query<{ fsync: string }>('show fsync');
  if (rows[0]?.fsync !== 'on' || opened.files.fsyncs === 0) {
    throw new NotDurable(`fsync is ${rows[0]?.fsync}, and ${opened.files.fsyncs} calls reached the file system`);
  }
  return opened;
}

/** PostgreSQL says that a commit is on disk when it is not. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';
}

/** The major version that made the files of a store; null where there is no store yet. */
export function majorOf(folder: string): string | null {
  const path = join(storeOf(folder), 'PG_VERSION');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** Made beside its place and then renamed: a store half made, when the machine stops, is made anew and never opened. */
async function makeStore(folder: string, hooks: StoreHooks): Promise<void> {
  const making = `${storeOf(folder)}.new`;
  rmSync(making, { recursive: true, force: true });
  const { db } = await start(making, hooks);
  await db.exec(`
    create role ${ROLE};
    grant pg_checkpoint, pg_maintain to ${ROLE};
    grant execute on function pg_switch_wal() to ${ROLE};
    grant create on database postgres to ${ROLE};
    checkpoint`);
  await db.close();
  syncTree(making);
  renameSync(making, storeOf(folder));
  syncFolder(folder);
}

async function start(store: string, { onLog, onAbort }: StoreHooks): Promise<OpenedStore> {
  const files = new DurableFolder(store, onAbort);
  const onStderr = (line: string) => {
    onLog(line);
    return false; // do not print it
  };
  const db = await PGlite.create({ fs: files, startParams: [...startParams], onStderr });
  return { db, files };
}

/** PGlite copies the files of a new store without making them durable. */
function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else sync(path, 'r+');
  }
  syncFolder(folder);
}

/** Makes the names in a folder durable; Windows does that by itself and opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const fd = openSync(path, flags);
  fsyncSync(fd);
  closeSync(fd);
}
