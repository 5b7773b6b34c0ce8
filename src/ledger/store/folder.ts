import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { folderRefused, heldByAnother, notALedger, notDurable, otherStoreVersion, storeFailed } from '../problems.ts';
import { type KernelLock, takeKernelLock } from './kernel-lock.ts';
import { majorOf, POSTGRES_MAJOR } from './open-store.ts';
import { type Claim, claim, type Owner, readOwner, release } from './owner-file.ts';
import { thisProcess } from './process-identity.ts';
import { folderKey, kernelLockName, socketPath } from './runtime-folder.ts';
import type { WorkerTask, WorkerWord } from './worker.ts';

/** How we reach a ledger folder: through its owner's socket, whether the owner is this process or another. */
export type Attachment = {
  readonly socket: string;
  /** True where this process owns the folder. */
  readonly owned: boolean;
  readonly detach: () => Promise<void>;
};

/** An owner that opens after a crash replays its log first: it is alive and answers seconds later. */
const WAIT_FOR_OWNER_MS = 30_000;
const LOOK_AGAIN_AFTER_MS = 50;

/**
 * Makes the ledger folder where there is none, ours alone (0700). Throws a Problem where something else lies there, or
 * where we may not write.
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const strangers = readdirSync(folder).filter((name) => !/^(?:store|store\.new|owner-\d+\.json|\..*)$/.test(name));
    if (strangers.length > 0 && !existsSync(`${folder}/store`)) throw notALedger(folder, strangers);
    if (process.platform !== 'win32' && statSync(folder).uid === process.getuid!()) chmodSync(folder, 0o700);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw folderRefused(folder, error);
    throw error;
  }
  const major = majorOf(folder);
  if (major !== null && major !== POSTGRES_MAJOR) throw otherStoreVersion(folder, major);
}

/** Joins the owner of the folder, or becomes it. Throws the Problem `ledger/held` where neither can be. */
export async function attach(folder: string): Promise<Attachment> {
  const giveUpAt = Date.now() + WAIT_FOR_OWNER_MS;
  for (;;) {
    const owner = readOwner(folder);
    if (owner && (await answers(owner.socket))) return joined(owner);
    const outcome = await becomeOwner(folder);
    if ('socket' in outcome) return outcome;
    // An owner of our own place that does not answer yet is opening or closing. One elsewhere has a socket we cannot see.
    const elsewhere = outcome.held !== null && outcome.held.process.place !== thisProcess().place;
    if (elsewhere || Date.now() > giveUpAt) throw heldByAnother(folder, outcome.held);
    await sleep(LOOK_AGAIN_AFTER_MS);
  }
}

function joined(owner: Owner): Attachment {
  return { socket: owner.socket, owned: false, detach: async () => {} };
}

/** True where somebody listens there. */
function answers(socket: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const call = connect(socket);
    call.once('connect', () => {
      call.destroy();
      resolve(true);
    });
    call.once('error', (error: NodeJS.ErrnoException) => {
      // EACCES, EPERM: another user's. ENOENT and ECONNREFUSED: nobody there (yet, or any more).
      if (['ENOENT', 'ECONNREFUSED', 'EACCES', 'EPERM', 'ECONNRESET'].includes(error.code ?? '')) resolve(false);
      else reject(error);
    });
  });
}

async function becomeOwner(folder: string): Promise<Attachment | { readonly held: Owner | null }> {
  const key = folderKey(folder);
  const lockName = kernelLockName(key);
  const lock = lockName === null ? null : await takeKernelLock(lockName);
  if (lockName !== null && lock === null) return { held: readOwner(folder) };
  const socket = socketPath(key);
  const claimed = claim(folder, socket, lock !== null);
  if ('held' in claimed) {
    await lock?.free();
    return claimed;
  }
  return own(folder, socket, claimed, lock);
}

/** Starts the thread that holds PostgreSQL, and answers for it until it ends. */
async function own(folder: string, socket: string, claimed: Claim, lock: KernelLock | null): Promise<Attachment> {
  const task: WorkerTask = { folder, socket, claim: claimed };
  // Compiled code stands beside compiled code, and source beside source.
  const source = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const worker = new Worker(source, { workerData: task });
  let failure: unknown = null;
  let ended = false;
  const end = new Promise<void>((resolve) => {
    worker.once('exit', async () => {
      ended = true;
      release(claimed);
      await lock?.free();
      resolve();
    });
  });
  worker.on('error', (error) => {
    failure = error;
  });
  const word = await Promise.race([
    new Promise<WorkerWord>((resolve) => worker.once('message', resolve)),
    end.then((): WorkerWord => ({ kind: 'failed', reason: 'store', detail: String(failure ?? 'the thread ended') })),
  ]);
  if (word.kind === 'failed') {
    await worker.terminate();
    await end;
    throw word.reason === 'not-durable' ? notDurable(folder, word.detail) : storeFailed(folder, word.detail);
  }
  return {
    socket,
    owned: true,
    detach: async () => {
      if (!ended) worker.postMessage('close');
      await end;
    },
  };
}
