import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fillLedger, SECRET } from '../../../tests/ledger/full-ledger.ts';
import { deleteFolder, newLedgerFolder } from '../../../tests/ledger/template.ts';
import { openLedger } from '../index.ts';

const folder = await newLedgerFolder();
afterAll(() => deleteFolder(folder));

/** The files of the ledger that hold the word, as its bytes stand on disk. */
const filesWith = (word: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(word))
    .map((entry) => entry.name);

test('what was removed stands in no file of the folder any more', async () => {
  const first = await openLedger({ folder }, { author: 'Ana' });
  const { dossier, secret } = await fillLedger(first);
  await first.close();
  expect(filesWith(SECRET).length).toBeGreaterThan(2); // in tables and in the log
  const ledger = await openLedger({ folder }, { author: 'Ana' });
  await ledger.remove(dossier, secret, 'à la demande du tribunal');
  expect(filesWith(SECRET)).toEqual([]);
  await ledger.close();
  expect(filesWith(SECRET)).toEqual([]);
});
