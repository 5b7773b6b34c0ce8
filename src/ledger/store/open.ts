import { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Bilingual, Problem } from '../../core/index.ts';
import { heldByOlder, oldServer, serverUnreachable, superuserNotice, wrongEncoding } from '../problems.ts';
import { type Attachment, attach, prepareFolder } from './folder.ts';
import { migrate, pendingMigrations } from './migrations.ts';
import { ROLE } from './open-store.ts';
import { isSilent, readOwner } from './owner-file.ts';
import { type Connection, type Store, storeOver } from './store.ts';
import { valueTypes } from './types.ts';

/** Where a ledger is: a folder of this machine, or a PostgreSQL server by its URL. */
export type Place = { readonly folder: string } | { readonly url: string };

/** The oldest PostgreSQL server that we write SQL for. */
const OLDEST_SERVER = 150_000;

/** The embedded store serves one transaction at a time, so more connections would only wait. */
const FOLDER_CONNECTIONS = 4;
const SERVER_CONNECTIONS = 8;
const CONNECT_WITHIN_MS = 30_000;
/** Well before the owner of a folder cuts idle clients off. */
const CLOSE_IDLE_AFTER_MS = 10_000;

/** Opens the store, makes it where there is none, and brings its tables up to date. */
export async function openStore(place: Place): Promise<Store> {
  return 'folder' in place ? openFolder(place.folder) : openServer(place.url);
}

async function openFolder(folder: string): Promise<Store> {
  prepareFolder(folder);
  const connect = async (): Promise<Connection> => {
    const attached = await attach(folder);
    const sockets = new Set<Socket>();
    const stream = () => {
      const socket = socketTo(attached.socket);
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    };
    const db = connectTo({ stream, user: ROLE, max: FOLDER_CONNECTIONS });
    const connection: Connection = {
      db,
      close: async () => {
        await db.destroy();
        await attached.detach();
      },
      isSilent: () => !attached.owned && isSilent(folder),
      abort: () => {
        for (const socket of sockets) socket.destroy();
      },
    };
    return prepared(connection, () => bringUpToDate(db, attached, folder));
  };
  const store = storeOver(connect, { embedded: true, notices: [] });
  await store.read(async () => {}); // opens it now, so that troubles show here
  return store;
}

async function bringUpToDate(db: Kysely<unknown>, attached: Attachment, folder: string): Promise<void> {
  if ((await pendingMigrations(db)).length === 0) return;
  // The owner is an older Recoupe, and its queries know the older tables.
  if (!attached.owned) throw heldByOlder(folder, readOwner(folder));
  await migrate(db);
}

async function openServer(url: string): Promise<Store> {
  const notices: Bilingual[] = [];
  const connect = async (): Promise<Connection> => {
    const db = connectTo({ connectionString: url, max: SERVER_CONNECTIONS });
    const connection: Connection = { db, close: () => db.destroy(), isSilent: () => false, abort: () => {} };
    return prepared(connection, async () => {
      const { superuser } = await inspectServer(db, url);
      if (superuser && notices.length === 0) notices.push(superuserNotice());
      if ((await pendingMigrations(db)).length > 0) await migrate(db);
    });
  };
  const store = storeOver(connect, { embedded: false, notices });
  await store.read(async () => {});
  return store;
}

/** Refuses a server that we cannot work on. */
async function inspectServer(db: Kysely<unknown>, url: string): Promise<{ readonly superuser: boolean }> {
  try {
    const { rows } = await sql<{ version: string; number: number; encoding: string; superuser: boolean }>`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int as number,
             current_setting('server_encoding') as encoding,
             (select rolsuper from pg_roles where rolname = current_user) as superuser`.execute(db);
    const server = rows[0]!;
    if (server.number < OLDEST_SERVER) throw oldServer(server.version);
    if (server.encoding !== 'UTF8') throw wrongEncoding(server.encoding);
    return server;
  } catch (error) {
    throw error instanceof Problem ? error : serverUnreachable(url, error);
  }
}

/** The connection once it is prepared; closed again where that fails. */
async function prepared(connection: Connection, prepare: () => Promise<void>): Promise<Connection> {
  try {
    await prepare();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}

function connectTo(config: pg.PoolConfig): Kysely<unknown> {
  const pool = new pg.Pool({
    ...config,
    types: valueTypes,
    application_name: 'recoupe',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: CLOSE_IDLE_AFTER_MS,
  });
  // The other end closed a connection while no query ran on it. The pool drops an idle one; on one in use the next query
  // fails, and that is where it is dealt with.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** A socket that goes to that path, whatever host and port `pg` asks for. */
function socketTo(path: string): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket) as (path: string) => Socket;
  socket.connect = (() => connect(path)) as typeof socket.connect;
  return socket;
}
