import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, sha256 } from '../../core/index.ts';
import { noRuntimeFolder } from '../problems.ts';

/** Node cuts a longer path in silence, and two ledgers could then share a socket. 103 is macOS; Linux has 107. */
const LONGEST_SOCKET_PATH_BYTES = 103;

/** A name that every process finds for one folder, however it spells the path. The folder must exist. */
export function folderKey(folder: string): string {
  return sha256(realpathSync.native(folder)).slice(0, 24);
}

/**
 * Where the owner of a ledger listens: a socket in a folder of our own, a named pipe on Windows. Others read the path
 * from the owner file, since their environment may name another folder.
 */
export function socketPath(key: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\recoupe-${key}`;
  const uid = process.getuid!();
  const bases = [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp'];
  const folders = bases.flatMap((base) => (base ? [join(base, `recoupe-${uid}`)] : []));
  const troubles: string[] = [];
  for (const folder of folders) {
    const path = join(folder, `${key}.sock`);
    const trouble = Buffer.byteLength(path) > LONGEST_SOCKET_PATH_BYTES ? 'path too long' : troubleWith(folder, uid);
    if (trouble === null) {
      assert(Buffer.byteLength(path) <= LONGEST_SOCKET_PATH_BYTES, `the socket's path is too long: ${path}`);
      return path;
    }
    troubles.push(`${folder} (${trouble})`);
  }
  throw noRuntimeFolder(troubles);
}

/** The name of the lock that the kernel frees when its process dies; null on macOS, which has none of that kind. */
export function kernelLockName(key: string): string | null {
  if (process.platform === 'linux') return `\0recoupe-${key}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\recoupe-${key}-lock`;
  return null;
}

/**
 * Why a folder cannot hold our sockets; null where it can. It is made where missing. Another user's folder of that name,
 * or one that others may enter, will not do: whoever puts a socket there could answer in our place.
 */
function troubleWith(folder: string, uid: number): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0 ? null : 'open to others';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
