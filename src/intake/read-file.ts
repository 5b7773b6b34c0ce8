import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual, Problem } from '../core/index.ts';
import { link, MOST_BYTES, notAFile, tooLarge, unreadable, vanished } from './problems.ts';

/**
 * The bytes of a file. Its size is looked at before it is read, and what is no file (a device, a pipe) is not opened for
 * long: opening a pipe without waiting is why `O_NONBLOCK` stands here.
 *
 * @param follow whether the path itself may be a link: yes for what the user typed, no for what a folder holds
 * @throws Problem `intake/vanished`, `intake/unreadable`, `intake/too-large`, `intake/not-a-file`, `intake/link`
 */
export async function readBytes(path: string, name: string, follow: boolean): Promise<Uint8Array> {
  const noFollow = follow ? 0 : (constants.O_NOFOLLOW ?? 0);
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    const what = kindOf(stats);
    if (what) throw notAFile(name, what);
    if (stats.size > MOST_BYTES) throw tooLarge(name, stats.size);
    const chunks: Buffer[] = [];
    // A file may grow while it is read, or give no size at all (/proc): one byte past the limit tells.
    for await (const chunk of handle.createReadStream({ autoClose: false, end: MOST_BYTES }))
      chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (bytes.length > MOST_BYTES) throw tooLarge(name, bytes.length);
    return bytes;
  } catch (error) {
    throw asProblem(error, name);
  } finally {
    await handle?.close();
  }
}

/** All that standard input holds. Throws `intake/too-large` as soon as it is too much. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > MOST_BYTES) throw tooLarge(name, length);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** What stands there that is no file; null for a file. */
export function kindOf(stats: Stats): Bilingual | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return { fr: 'un dossier', en: 'a folder' };
  if (stats.isFIFO()) return { fr: 'un tube (FIFO)', en: 'a pipe (FIFO)' };
  if (stats.isSocket()) return { fr: 'une prise (socket)', en: 'a socket' };
  return { fr: 'un périphérique', en: 'a device' };
}

/** True where a part of a path inside a folder is a link. A part that is not there is none; reading will tell. */
export async function holdsLink(folder: string, inside: string): Promise<boolean> {
  const parts = inside.split('/');
  for (let i = 1; i <= parts.length; i++) {
    try {
      if ((await lstat(join(folder, ...parts.slice(0, i)))).isSymbolicLink()) return true;
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  }
  return false;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}

/** A trouble of the file system as a Problem; anything else as it is. */
export function asProblem(error: unknown, name: string): Problem | unknown {
  if (!isSystemError(error)) return error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return vanished(name);
  if (error.code === 'ELOOP') return link(name);
  // Opening a socket, or a pipe's other end, fails so.
  if (error.code === 'ENXIO') return notAFile(name, { fr: 'un périphérique ou une prise', en: 'a device or a socket' });
  return unreadable(name, error);
}
