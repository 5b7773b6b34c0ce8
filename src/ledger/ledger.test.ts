import { afterAll } from 'vitest';
import { modelSuite } from '../../tests/ledger/model-suite.ts';
import { deleteFolder, newLedgerFolder } from '../../tests/ledger/template.ts';

// The model, on the embedded store; tests/ledger/postgres.test.ts runs the same on a server.
let folder: string;
modelSuite(async () => {
  folder = await newLedgerFolder();
  return { folder };
});
afterAll(() => deleteFolder(folder));
