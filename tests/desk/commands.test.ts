import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { deleteFolder, newLedgerFolder } from '../ledger/template.ts';

// `recoupe publish` and `recoupe desk` as a user meets them.

let ledger: string;
let out: string;

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: false,
    env: { LANG: 'fr_FR.UTF-8', RECOUPE_LEDGER: ledger },
    stdin: (async function* () {})(),
    stopped: Promise.resolve(),
  };
  return { code: await runCli(argv, terminal), ...said };
}

beforeAll(async () => {
  ledger = await newLedgerFolder();
  out = mkdtempSync(join(tmpdir(), 'recoupe-out-'));
  const file = join(out, 'raqqa.txt');
  writeFileSync(file, 'L’armée du Nord a repris la ville de Raqqa le 17 octobre 2017, a annoncé son état-major.\n');
  expect((await run('add', file, '--dossier', 'Raqqa', '--date', '2017-10-17')).code).toBe(0);
});
afterAll(() => {
  deleteFolder(ledger);
  rmSync(out, { recursive: true });
});

describe('publish', () => {
  test('writes the dossier and says where to open it', async () => {
    const folder = join(out, 'site');
    const ran = await run('publish', 'raqqa', '--out', folder);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(join(folder, 'index.html'));
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'publication.json']);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain('lang="fr"');
    expect(page).toContain('Raqqa');
  });
  const wrong = [
    ['without a folder', ['publish', 'raqqa'], 2, '--out'],
    ['a dossier that is not there', ['publish', 'rien', '--out', 'x'], 2, 'ledger/no-such-dossier'],
  ] as const;
  for (const [what, argv, code, said] of wrong)
    test(`${what}: says so`, async () => {
      const ran = await run(...argv);
      expect([ran.code, ran.err.includes(said)]).toEqual([code, true]);
    });
  test('into a folder that holds something else: refused', async () => {
    const ran = await run('publish', 'raqqa', '--out', out);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('publish/folder-in-use');
  });
});

describe('desk', () => {
  const wrong = [
    [
      'to others without a password',
      ['desk', '--host', '0.0.0.0', '--address', 'https://b.example'],
      'desk/no-password',
    ],
    ['with a password file that is not there', ['desk', '--password-file', 'rien.txt'], 'cli/password-file'],
  ] as const;
  for (const [what, argv, code] of wrong)
    test(`${what}: refused`, async () => {
      const ran = await run(...argv, '--no-open');
      expect([ran.code, ran.err.includes(code)]).toEqual([2, true]);
    });
});
