import { afterAll } from 'vitest';
import { deleteFolder, newLedgerFolder } from '../../tests/ledger/template.ts';
import { wholeSuite } from '../../tests/ledger/whole-suite.ts';

// On the embedded store; tests/ledger/postgres.test.ts runs the same on a server.
const folders: string[] = [];
wholeSuite(async () => {
  const folder = await newLedgerFolder();
  folders.push(folder);
  return { folder };
});
afterAll(() => folders.forEach(deleteFolder));
