import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../../src/ledger/index.ts';

// Making a store takes seconds, copying one a fraction: it is made once for all that it depends on, and copied per test.

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/recoupe');
const madeFrom = [
  ...readdirSync(join(root, 'src/ledger/migrations')).map((name) => `src/ledger/migrations/${name}`),
  'src/ledger/store/open-store.ts',
  'src/ledger/store/start-params.ts',
  'node_modules/@electric-sql/pglite/package.json',
];

/** A fresh, empty ledger folder. Delete it when the test is done (`deleteFolder`). */
export async function newLedgerFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-test-'));
  cpSync(await template(), folder, { recursive: true });
  return folder;
}

export function deleteFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function template(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of madeFrom) hash.update(readFileSync(join(root, path)));
  const made = join(cache, `ledger-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(made)) return made;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  const ledger = await openLedger({ folder: making }, { author: 'template' });
  await ledger.close();
  for (const name of readdirSync(making)) if (name.startsWith('owner-')) rmSync(join(making, name));
  try {
    renameSync(making, made);
  } catch {
    rmSync(making, { recursive: true }); // another test file was quicker, and its template is as good
  }
  return made;
}
