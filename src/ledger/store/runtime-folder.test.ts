import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folderKey, socketPath } from './runtime-folder.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'recoupe-run-'));
  vi.stubEnv('XDG_RUNTIME_DIR', base);
  vi.stubEnv('TMPDIR', base);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(base, { recursive: true });
});
const own = () => join(base, `recoupe-${process.getuid!()}`);

test('a socket stands in a folder of our own', () => expect(socketPath('k')).toBe(join(own(), 'k.sock')));

test('one folder has one key, whatever its path', () => {
  const folder = join(base, 'a');
  mkdirSync(folder);
  symlinkSync(folder, join(base, 'b'));
  expect(folderKey(join(base, 'b'))).toBe(folderKey(`${folder}/../a/`));
  expect(folderKey(base)).not.toBe(folderKey(folder));
});

test('a folder that others may enter, or that is a link, is not used', () => {
  mkdirSync(own());
  chmodSync(own(), 0o755);
  expect(dirname(socketPath('k'))).not.toBe(own());
  rmSync(own(), { recursive: true });
  symlinkSync(tmpdir(), own());
  expect(dirname(socketPath('k'))).not.toBe(own());
});

test('a path too long for a socket is not used', () => {
  const long = join(base, 'x'.repeat(90));
  vi.stubEnv('XDG_RUNTIME_DIR', long);
  const path = socketPath('k'.repeat(24));
  expect(path.startsWith(long)).toBe(false);
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
});
