import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { deleteFolder, newLedgerFolder } from '../ledger/template.ts';

// The command line as a user meets it: words in; exit code, standard output and standard error out.

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function run(argv: readonly string[], env: NodeJS.ProcessEnv = {}, stdin = ''): Promise<Ran> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: false,
    env: { LANG: 'en_US.UTF-8', ...env },
    stdin: (async function* () {
      yield stdin;
    })(),
    stopped: Promise.resolve(),
  };
  return { code: await runCli(argv, terminal), ...said };
}

const files = mkdtempSync(join(tmpdir(), 'recoupe-cli-'));
const at = (name: string): string => join(files, name);
let ledger: string;
beforeAll(async () => {
  ledger = await newLedgerFolder();
  writeFileSync(
    at('port.txt'),
    'Tarnac, 14 mai 2024 (Agence Corail) - L’armée du Nord contrôle le port de Tarnac depuis lundi, a affirmé mardi le général Salif Maïga.\n',
  );
  writeFileSync(
    at('port-bis.txt'),
    'Les rebelles ont repris Misrata, selon un communiqué de l’armée libyenne publié mercredi 15 mai 2024.\n',
  );
  writeFileSync(at('vide.txt'), '');
  mkdirSync(at('dossier'));
  writeFileSync(at('dossier/a.txt'), 'Le maire a promis jeudi que le pont serait rouvert avant la fin de l’année.\n');
  writeFileSync(
    at('dossier/dossier.json'),
    JSON.stringify({
      title: 'Le pont',
      dispatches: [{ file: 'a.txt', published: '2024-05-17', publisher: 'La Rive' }],
    }),
  );
});
afterAll(() => {
  deleteFolder(ledger);
  rmSync(files, { recursive: true });
});

describe('wrong usage is exit 2, and says the way out', () => {
  const cases: readonly (readonly [argv: readonly string[], says: RegExp])[] = [
    [['reed'], /unknown command 'reed'[\s\S]*Did you mean read/],
    [['read'], /missing required argument 'files'/],
    [['read', '--forma', 'jsonl', 'x'], /unknown option '--forma'[\s\S]*Did you mean --format/],
    [['read', '--date', '2024-13-01', 'x'], /2024-13-01.*Forms accepted/],
    [['--lang', 'fr', 'reed'], /commande inconnue : reed[\s\S]*Vouliez-vous dire read/],
    [['ask', 'control', 'Tarnac', '--as-of', 'hier', '--ledger', 'unused'], /“hier” is no day. Write it 2017-12-07/],
    [['--ledger', '', 'dossiers'], /--ledger is empty/],
  ];
  for (const [argv, says] of cases)
    test(argv.join(' '), async () => {
      const { code, out, err } = await run(argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(says);
    });
});

describe('help is exit 0 and names every command', () => {
  for (const [lang, word] of [
    ['fr', 'Commandes :'],
    ['en', 'Commands:'],
  ] as const)
    test(lang, async () => {
      const { code, out } = await run(['--lang', lang, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(word);
      for (const name of [
        'read',
        'add',
        'check',
        'ask',
        'desk',
        'dossiers',
        'rename',
        'remove',
        'merge',
        'split',
        'verdict',
        'undo',
        'history',
        'date',
        'ledger',
      ])
        expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    });
  test('the locale chooses the language', async () => {
    expect((await run(['--help'], { LANG: 'fr_BE.UTF-8' })).out).toContain('Commandes :');
  });
});

describe('read', () => {
  test('prints one reading a line, with offsets that fit', async () => {
    const { code, out } = await run(['read', '--format', 'jsonl', at('port.txt'), at('port-bis.txt')]);
    expect(code).toBe(0);
    const readings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readings.map(({ document, published }) => [document, published])).toEqual([
      ['port.txt', '2024-05-14'],
      ['port-bis.txt', null],
    ]);
    expect(readings[0].statements[0].name).toBe('Salif Maïga');
  });
  test('one bad file does not drop its neighbours: exit 1', async () => {
    const { code, out, err } = await run(['read', '--format', 'jsonl', at('vide.txt'), at('gone.txt'), at('port.txt')]);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('[intake/empty]');
    expect(err).toContain('gone.txt');
  });
  test('takes standard input', async () => {
    const { code, out } = await run(['read', '--format', 'jsonl', '-'], {}, 'Le maire a annoncé sa démission mardi.');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ document: 'stdin', published: null });
  });
  test('plain lines and no colours when piped', async () => {
    const { out } = await run(['--lang', 'fr', 'read', at('port.txt')]);
    expect(out).toContain('Salif Maïga');
    expect(out).not.toContain('\u001b');
  });
});

describe('add, check, ask', () => {
  const json = async (...argv: string[]) => {
    const { code, out, err } = await run([...argv, '--format', 'json']);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  };
  test('a folder makes its dossier, a second time changes nothing', async () => {
    const first = await json('--ledger', ledger, 'add', at('dossier'));
    expect(first).toMatchObject({ format: 1, dispatches: 1, failed: 0, items: [{ outcome: 'added' }] });
    expect(first.dossiers).toMatchObject([{ title: 'Le pont' }]);
    const second = await json('add', at('dossier'), '--ledger', ledger);
    expect(second).toMatchObject({ items: [{ outcome: 'same', dispatch: first.items[0].dispatch }] });
  });
  test('--ledger may stand before or after the command, or in the environment', async () => {
    const ways = [
      await run(['--ledger', ledger, 'dossiers']),
      await run(['dossiers', '--ledger', ledger]),
      await run(['dossiers'], { RECOUPE_LEDGER: ledger }),
    ];
    for (const { code, out } of ways) expect({ code, out: out.includes('Le pont') }).toEqual({ code: 0, out: true });
  });
  test('a second dossier must be named: the error lists both', async () => {
    await json('add', '--ledger', ledger, '--dossier', 'Ports', at('port.txt'), at('port-bis.txt'));
    const { code, err } = await run(['check', '--ledger', ledger]);
    expect(code).toBe(2);
    expect(err).toMatch(/Le pont[\s\S]*Ports|Ports[\s\S]*Le pont/);
  });
  test('check and ask print documents with a format', async () => {
    const checked = await json('check', '--ledger', ledger, '--dossier', 'Ports');
    expect(checked).toMatchObject({ format: 1, dossier: { title: 'Ports' } });
    expect(Array.isArray(checked.findings)).toBe(true);
    const ask = ['ask', 'control', 'Misrata', '--as-of', '2024-05-16', '--ledger', ledger, '--dossier', 'Ports'];
    expect(await json(...ask)).toMatchObject({ format: 1, asOf: '2024-05-16' });
  });
  test('asking of a place that nobody knows is exit 2 and says what to give', async () => {
    const { code, err } = await run(['ask', 'control', 'Xyzzyville', '--ledger', ledger, '--dossier', 'Ports']);
    expect(code).toBe(2);
    expect(err).toContain('No place bears the name “Xyzzyville”');
  });
  test('whom to believe must speak in the dossier', async () => {
    const ask = ['ask', 'control', 'Misrata', '--believe', 'Personne', '--ledger', ledger, '--dossier', 'Ports'];
    const { code, err } = await run(ask);
    expect(code).toBe(2);
    expect(err).toMatch(/“Personne” does not speak in this dossier. Who does: /);
  });
  test('a dossier is renamed, and found under either', async () => {
    expect((await run(['rename', 'Ports', 'Les ports', '--ledger', ledger])).code).toBe(0);
    expect((await run(['check', '--ledger', ledger, '--dossier', 'Les ports'])).code).toBe(0);
  });
  test('what a person says is kept with its author, and undone by the id that is printed', async () => {
    const where = ['--dossier', 'Les ports', '--ledger', ledger, '--author', 'Ana'];
    const last = async (): Promise<{ kind: string; author: string; id: string }> =>
      JSON.parse((await run(['history', ...where, '--format', 'json'])).out).entries.at(-1);
    const merged = await run(['merge', 'party', 'libya', 'france', ...where]);
    expect(merged.code).toBe(0);
    const { id, ...entry } = await last();
    expect(entry).toMatchObject({ kind: 'party-merged', author: 'Ana' });
    expect(merged.out).toContain(`recoupe undo ${id}`);
    expect((await run(['undo', id, ...where])).code).toBe(0);
    expect((await last()).kind).toBe('undone');
    expect((await run(['split', 'origin', 'port.txt', ...where])).err).toContain('[cli/two-dispatches]');
    expect((await run(['merge', 'planet', 'a', 'b', ...where])).code).toBe(2);
  }, 60_000);

  test('remove takes a dispatch out, with its reason, and it cannot come back', async () => {
    const { items } = await json('add', '--ledger', ledger, '--dossier', 'Les ports', at('port.txt'));
    const remove = ['remove', items[0].dispatch, '--dossier', 'Les ports', '--ledger', ledger];
    expect((await run(remove)).code).toBe(2);
    expect((await run([...remove, '--reason', 'droit de retrait'])).code).toBe(0);
    const again = await json('add', '--ledger', ledger, '--dossier', 'Les ports', at('port.txt'));
    expect(again.items).toMatchObject([{ outcome: 'removed', reason: 'droit de retrait' }]);
  });
  test('the whole ledger goes out and comes back', async () => {
    const file = at('ledger.jsonl');
    expect((await run(['ledger', 'export', file, '--ledger', ledger])).code).toBe(0);
    const other = await newLedgerFolder();
    try {
      expect((await run(['ledger', 'import', file, '--ledger', other])).code).toBe(0);
      const both = await Promise.all(
        [ledger, other].map((one) => run(['dossiers', '--format', 'json', '--ledger', one])),
      );
      expect(JSON.parse(both[1]!.out)).toEqual(JSON.parse(both[0]!.out));
    } finally {
      deleteFolder(other);
    }
  });
});
