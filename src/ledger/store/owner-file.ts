import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity, thisProcess, userName } from './process-identity.ts';

/** How often an owner rewrites its file, and after how long without that an owner elsewhere counts as dead. */
export const HEARTBEAT_SECONDS = 10;
export const DEAD_AFTER_SECONDS = 60;
/** A live owner that has not beaten for so long is suspended; a long statement holds the beat up for less. */
const SILENT_AFTER_SECONDS = 120;

/** Who holds a ledger folder. */
export type Owner = {
  readonly process: ProcessIdentity;
  readonly user: string;
  /** Since when, ISO 8601 in UTC. */
  readonly since: string;
  /** Where it listens for others. */
  readonly socket: string;
};

/**
 * The files `owner-1.json`, `owner-2.json`, … of a folder say who holds it. The highest number counts. A new owner makes
 * the next number with « fail if it exists », so that of several only one wins; a number is never used again, since an
 * owner that leaves marks its file instead of deleting it.
 */
type OwnerFile = { readonly number: number; readonly released: boolean; readonly owner: Owner | null };

/** What an owner keeps in hand. */
export type Claim = { readonly number: number; readonly fd: number; readonly content: string };

/** Who holds the folder by its files, dead or alive; null where nobody does. */
export function readOwner(folder: string): Owner | null {
  const last = latest(folder);
  return last && !last.released ? last.owner : null;
}

/** True where the owner of the folder has shown no sign of life for long. */
export function isSilent(folder: string): boolean {
  const last = latest(folder);
  return last !== null && !last.released && secondsSince(folder, pathOf(folder, last.number)) > SILENT_AFTER_SECONDS;
}

/**
 * Claims the folder. Gives the claim, or who holds it (null where its file is just being written). `kernelLock` says that
 * we hold the lock of `kernelLockName`: then no other owner of our scope can be alive.
 */
export function claim(folder: string, socket: string, kernelLock: boolean): Claim | { readonly held: Owner | null } {
  const us = thisProcess();
  for (;;) {
    const last = latest(folder);
    if (last && !isFree(folder, last, us, kernelLock)) return { held: last.owner };
    const number = (last?.number ?? 0) + 1;
    const owner: Owner = { process: us, user: userName(), since: new Date().toISOString(), socket };
    // « released » stands first, so that one write of as many characters changes it (see `release`).
    const content = JSON.stringify({ released: false, ...owner });
    if (!create(pathOf(folder, number), content)) continue; // another was quicker: look again
    // A folder that changes while it is listed may show none of its files. Then our number is too low: step back.
    if (latest(folder)?.number !== number) {
      rmSync(pathOf(folder, number));
      continue;
    }
    // The one before stays, so that a listing always meets a file, whatever changes meanwhile.
    for (const old of numbersIn(folder)) if (old < number - 1) rmSync(pathOf(folder, old), { force: true });
    return { number, fd: openSync(pathOf(folder, number), 'r+'), content };
  }
}

/** Shows that the owner lives. Rewriting sets the time by the clock of the file's own host, which others compare with. */
export function beat(mine: Claim): void {
  writeSync(mine.fd, mine.content, 0);
}

/** False where another has taken the folder over, because we did not beat for too long (a machine that slept). */
export function stillOurs(folder: string, number: number): boolean {
  return existsSync(pathOf(folder, number)) && !existsSync(pathOf(folder, number + 1));
}

/** Gives the folder back. */
export function release(mine: Claim): void {
  writeSync(mine.fd, mine.content.replace('{"released":false', '{"released":true '), 0);
  closeSync(mine.fd);
}

/** True only where the file's owner is provably gone. */
function isFree(folder: string, file: OwnerFile, us: ProcessIdentity, kernelLock: boolean): boolean {
  if (file.released) return true;
  const them = file.owner?.process;
  if (them && kernelLock && us.lockScope !== null && them.lockScope === us.lockScope) return true;
  if (them && them.place === us.place) return !isRunning(them);
  return secondsSince(folder, pathOf(folder, file.number)) > DEAD_AFTER_SECONDS;
}

/** How long ago a file was written, by the clock that stamps files in that folder, which may be another machine's. */
function secondsSince(folder: string, path: string): number {
  const probe = join(folder, `.now-${process.pid}`);
  writeFileSync(probe, '');
  const now = statSync(probe).mtimeMs;
  rmSync(probe, { force: true });
  return (now - statSync(path).mtimeMs) / 1000;
}

function latest(folder: string): OwnerFile | null {
  const number = Math.max(0, ...numbersIn(folder));
  if (number === 0) return null;
  try {
    const content = readFileSync(pathOf(folder, number), 'utf8');
    if (content === '') return { number, released: false, owner: null }; // made, not yet written
    const { released, ...owner } = JSON.parse(content) as Owner & { released: boolean };
    return { number, released, owner };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return latest(folder); // removed meanwhile: a higher one is there
    throw error;
  }
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^owner-(?<number>\d+)\.json$/.exec(name)?.groups?.number;
    return number ? [Number(number)] : [];
  });
}

function pathOf(folder: string, number: number): string {
  return join(folder, `owner-${number}.json`);
}

/** False where the file is already there. */
function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
