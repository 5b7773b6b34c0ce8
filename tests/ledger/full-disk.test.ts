import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { dispatchSample } from './samples.ts';
import { faultsOf } from './sound.ts';
import { deleteFolder, newLedgerFolder } from './template.ts';

// A disk of 90 MB, in memory. Making one takes rights that few have; without them the test is skipped.
const disk = mkdtempSync(join(tmpdir(), 'recoupe-disk-'));
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

test.skipIf(!mounted)('a full disk is a Problem, loses nothing, and is over when there is room', async () => {
  const empty = await newLedgerFolder();
  const folder = join(disk, 'ledger');
  mkdirSync(folder);
  cpSync(empty, folder, { recursive: true });
  deleteFolder(empty);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(12_000_000));
  const ledger = await openLedger({ folder }, { author: 'Ana' });
  const { id } = await ledger.createDossier('Étroit');
  let kept = 0;
  const fill = async () => {
    for (;;) {
      await ledger.addDispatch(id, dispatchSample(randomBytes(20_000).toString('base64')));
      kept++;
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: 'ledger/disk-full' });
  expect(kept).toBeGreaterThan(10);
  rmSync(ballast);
  expect(await ledger.dispatches(id)).toHaveLength(kept);
  expect((await ledger.addDispatch(id, dispatchSample('Encore un.'))).outcome).toBe('added');
  await ledger.close();
  expect(await faultsOf(folder)).toEqual([]);
});
