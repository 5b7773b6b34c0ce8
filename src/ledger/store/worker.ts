// The thread that holds PostgreSQL. A long query blocks it, and not the program that asks; it is served to that program
// and to all others over one socket.
import { chmodSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Housekeeping } from './housekeeping.ts';
import { NotDurable, type OpenedStore, openStore } from './open-store.ts';
import { beat, type Claim, HEARTBEAT_SECONDS, stillOurs } from './owner-file.ts';
import { sharedSession } from './shared-session.ts';

/** What the thread is given. The folder has been claimed when it starts. */
export type WorkerTask = { readonly folder: string; readonly socket: string; readonly claim: Claim };

/** What the thread says: that it serves, or why it cannot. Any message to it asks it to close; then it ends with code 0. */
export type WorkerWord =
  | { readonly kind: 'serving' }
  | { readonly kind: 'failed'; readonly reason: 'not-durable' | 'store'; readonly detail: string };

const MAX_CLIENTS = 200;
/** A client that stands still within a transaction (a suspended program) holds up all others: it is cut off. */
const IDLE_CLIENT_MS = 120_000;
const LOG_LINES_KEPT = 20;

const { folder, socket, claim } = workerData as WorkerTask;

/** Ends the thread in the midst of whatever goes on: what was committed is on disk, and the rest is as if never begun. */
function stop(): never {
  process.exit(1);
}

let lastBeat = Date.now();

/** Throws nothing and returns only while the folder is ours. */
function beatOrStop(): void {
  if (!stillOurs(folder, claim.number)) stop();
  beat(claim);
  lastBeat = Date.now();
}

async function serve({ db }: OpenedStore): Promise<void> {
  const housekeeping = await Housekeeping.start(db);
  const session = sharedSession(db, {
    // After a long pause (a laptop that slept) another machine may have taken the folder over.
    before: () => {
      if (Date.now() - lastBeat > 2 * HEARTBEAT_SECONDS * 1000) beatOrStop();
    },
    idle: (bytes) => housekeeping.idle(bytes),
    dead: stop,
  });
  if (process.platform !== 'win32') rmSync(socket, { force: true }); // left behind by an owner that was killed
  const server = new PGLiteSocketServer({
    // The socket uses these five functions of a PGlite and no other.
    db: session as typeof db,
    path: socket,
    maxConnections: MAX_CLIENTS,
    idleTimeout: IDLE_CLIENT_MS,
  });
  await server.start();
  if (process.platform !== 'win32') chmodSync(socket, 0o600);
  const heart = setInterval(beatOrStop, HEARTBEAT_SECONDS * 1000);
  parentPort!.once('message', async () => {
    await server.stop();
    await session.exec('rollback');
    await housekeeping.close();
    await db.close();
    clearInterval(heart);
    process.exit(0);
  });
}

function say(word: WorkerWord): void {
  parentPort!.postMessage(word);
}

const log: string[] = [];
const onLog = (line: string) => {
  log.push(line);
  if (log.length > LOG_LINES_KEPT) log.shift();
};
const fail = (error: unknown) => {
  const reason = error instanceof NotDurable ? 'not-durable' : 'store';
  say({ kind: 'failed', reason, detail: [String(error), ...log].join('\n') });
};
const onAbort = () => {
  fail('PostgreSQL gave up');
  stop();
};

try {
  await serve(await openStore(folder, { onLog, onAbort }));
  say({ kind: 'serving' });
} catch (error) {
  fail(error);
}
