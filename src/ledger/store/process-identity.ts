import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';

/** Which process, and where its number and its locks mean something. */
export type ProcessIdentity = {
  readonly pid: number;
  /** When it started, as the system words it: tells it from a later process of the same number. Null where unknown. */
  readonly started: string | null;
  readonly host: string;
  /** Processes of one place see each other by number: one boot of one machine, one process namespace. */
  readonly place: string;
  /** Processes of one scope see each other's kernel lock; null where the system has no such lock. */
  readonly lockScope: string | null;
};

/** Who we are. */
export function thisProcess(): ProcessIdentity {
  const boot = bootId();
  return {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    place: `${hostname()} ${boot} ${namespaceOf('pid')}`,
    lockScope: process.platform === 'darwin' ? null : `${hostname()} ${boot} ${namespaceOf('net')}`,
  };
}

/** True where a process of our own place is still the one described: its number is in use, and by the same start. */
export function isRunning(other: ProcessIdentity): boolean {
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return other.started === null || startOf(other.pid) === other.started;
}

/** Differs from boot to boot and from machine to machine; empty on Windows, where the kernel lock decides. */
function bootId(): string {
  if (process.platform === 'win32') return '';
  if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return ask('sysctl', ['-n', 'kern.bootsessionuuid']) ?? '';
}

/** Containers of one host have namespaces of their own; empty where the system has none, or does not show them. */
function namespaceOf(kind: 'pid' | 'net'): string {
  if (process.platform !== 'linux') return '';
  try {
    return readlinkSync(`/proc/self/ns/${kind}`);
  } catch {
    return '';
  }
}

/** The user's name, or number where the system has no name for it (a container run as any number). */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}

/** When a process started; null where it is gone or the system does not tell. */
export function startOf(pid: number): string | null {
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux') return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
  try {
    // The name in brackets may hold spaces and brackets itself; the start, in ticks, is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    const gone = ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (gone) return null;
    throw error;
  }
}

/** The answer of a small system tool, the same in every language and zone; null where it fails or says nothing. */
function ask(tool: string, args: readonly string[]): string | null {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } } as const;
    return execFileSync(tool, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null; // `ps` fails where there is no such process; a missing tool leaves us as wise
  }
}
