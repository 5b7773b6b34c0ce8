import { PGlite } from '@electric-sql/pglite';
import { afterAll, expect, test } from 'vitest';
import { deleteFolder, newLedgerFolder } from '../../../tests/ledger/template.ts';
import { DurableFolder } from './durable-folder.ts';
import { openStore, storeOf } from './open-store.ts';
import { startParams } from './start-params.ts';

// PGlite loses the last commits on a power cut unless each of them reaches the disk. Internals are hooked for that, so a
// new version of PGlite has to pass here.
const folder = await newLedgerFolder();
afterAll(() => deleteFolder(folder));

test('every commit is made durable', async () => {
  const { db, files } = await openStore(folder, { onLog: () => {}, onAbort: () => {} });
  await db.exec('create table recoupe.probe (n integer)');
  const before = files.fsyncs;
  for (let n = 0; n < 50; n++) await db.query('insert into recoupe.probe values ($1)', [n]);
  expect(files.fsyncs - before).toBeGreaterThanOrEqual(50);
  await db.close();
});

test('without our settings it would not be', async () => {
  const files = new DurableFolder(storeOf(folder));
  const db = await PGlite.create({ fs: files, startParams: [...startParams, '-F'] });
  const before = files.fsyncs;
  for (let n = 0; n < 50; n++) await db.query('insert into recoupe.probe values ($1)', [n]);
  expect(files.fsyncs - before).toBe(0);
  await db.close();
});
