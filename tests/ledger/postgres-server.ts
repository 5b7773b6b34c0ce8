import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of our own in a temporary folder, reached through a socket there. */
export type Server = {
  readonly version: string;
  /** The address of a new, empty database, for a user who is no superuser, or for one who is. */
  readonly newDatabase: (superuser?: boolean) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The folder of a server's programs; null where this machine has none. */
export function serverPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root; then it runs as the user `postgres`, or `nobody`. */
function runAs(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const ask = (option: string) => {
    try {
      return Number(
        execFileSync('id', [option, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    } catch {
      return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
    }
  };
  return { uid: ask('-u'), gid: ask('-g') };
}

export async function startServer(programs: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-pg-'));
  const user = runAs();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-A', 'trust', '-U', 'admin', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' });
  const settings = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), settings, { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

  const ask = async (statement: string) => {
    const client = new pg.Client({ host: folder, user: 'admin', database: 'postgres' });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  };
  try {
    await until(() => ask('select 1'));
  } catch (error) {
    server.kill('SIGINT');
    throw error;
  }
  await ask('create role writer login');
  const [row] = await ask('show server_version');
  let count = 0;
  return {
    version: (row as { server_version: string }).server_version,
    newDatabase: async (superuser = false) => {
      const name = `ledger_${++count}`;
      await ask(`create database ${name} owner writer`);
      return `postgresql://${superuser ? 'admin' : 'writer'}@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tries until it works; after 20 seconds the last error is thrown. */
async function until(work: () => Promise<unknown>): Promise<void> {
  for (const giveUpAt = Date.now() + 20_000; ; ) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}
