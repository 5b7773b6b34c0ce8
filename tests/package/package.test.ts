import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// What `npm pack` makes is installed in an empty folder, and used there as somebody else would.

const root = fileURLToPath(new URL('../../', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'recoupe-package-'));
const recoupe = join(folder, 'node_modules/recoupe');
const inFolder = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  execFileSync(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'elsewhere', private: true, type: 'module' }));
  inFolder(npm, 'install', '--no-audit', '--no-fund', '--ignore-scripts', `./${tarball}`);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the command line reads the dossier of examples that comes with it', () => {
  const lines = inFolder(
    process.execPath,
    join(recoupe, 'bin/recoupe.js'),
    'read',
    '--format',
    'jsonl',
    join(recoupe, 'examples/euphrate'),
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { claims: unknown[] });
  expect(lines).toHaveLength(15);
  expect(lines.filter(({ claims }) => claims.length > 0).length).toBeGreaterThan(10);
});

test('the library reads, keeps and answers', () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import { openLedger, openReader, read } from 'recoupe';
     import { openFrench } from 'recoupe/language';
     const text = '« Nous tenons le port », a déclaré mardi le général Salif Maïga.';
     const { statements } = read(text, { date: '2024-05-16' });
     const { start, end } = statements[0].content[0];
     const ledger = await openLedger({ folder: './ledger' }, { author: 'test' });
     await ledger.openDossier('Port');
     const dossiers = await ledger.dossiers();
     await ledger.close();
     const sentences = openFrench().sentences(text, []);
     console.log(JSON.stringify([text.slice(start, end), statements[0].said, dossiers.length, sentences.length, openReader().languages]));`,
  );
  expect(JSON.parse(inFolder(process.execPath, 'use.js'))).toEqual(['Nous tenons le port', '2024-05-14', 1, 1, ['fr']]);
});

test('its types hold under strict rules', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { type Ledger, openLedger, read } from 'recoupe';
     export const statements: readonly { readonly name: string | null }[] = read('Bonjour.').statements;
     export const ledger: Promise<Ledger> = openLedger({ folder: 'x' }, { author: 'test' });
     // @ts-expect-error a ledger needs an author
     export const none = openLedger({ folder: 'x' }, {});`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ];
  const roots = ['--typeRoots', join(root, 'node_modules/@types')];
  expect(inFolder(process.execPath, tsc, ...options, ...roots, 'use.ts')).toBe('');
});

test('nothing of the workshop is in it', () => {
  const files = readdirSync(recoupe, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'bin/recoupe.js', 'dist/index.d.ts']),
  );
  expect(
    files.filter((path) => /^(?:tests|training|bench|tools|data\/build|cases)\/|\.test\.|tsbuildinfo/.test(path)),
  ).toEqual([]);
});
