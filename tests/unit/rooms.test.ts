import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Data goes one way through the house: a room imports the rooms before it, by their `index.ts`, and none after it.

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const BEFORE = ['core', 'intake', 'language', 'reading', 'ledger', 'crosscheck'] as const;

/** What each room may import from, beside itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(BEFORE.map((room, i) => [room, BEFORE.slice(0, i)])),
  'pipeline.ts': BEFORE,
  'index.ts': [...BEFORE, 'pipeline.ts'],
  'desk/contract': ['core'],
  'desk/server': [...BEFORE, 'pipeline.ts', 'desk/contract'],
  'desk/publish': [...BEFORE, 'pipeline.ts', 'desk/contract', 'desk/server'],
  'desk/web': ['desk/contract'],
  cli: [...BEFORE, 'pipeline.ts', 'desk/server', 'desk/publish'],
};

/** Where a file of `src` lives: `reading`, `desk/web`, `pipeline.ts`. */
const roomOf = (path: string): string => {
  const [first, second] = path.split('/');
  return first === 'desk' ? `desk/${second}` : first!;
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|svelte)$/.test(path));

/** `reading/index.ts`; what lies outside of `src` keeps a `../`. */
const inSource = (path: string): string => (path.startsWith('/src/') ? path.slice('/src/'.length) : `..${path}`);

type Import = { readonly file: string; readonly names: string; readonly path: string };

const imports: Import[] = files.flatMap((file) =>
  Array.from(
    readFileSync(`${src}${file}`, 'utf8').matchAll(
      /^\s*(?:import|export)\s(?:type\s)?[^'"]*?from\s+'(?<from>\.[^']+)'|import\('(?<late>\.[^']+)'\)/gmu,
    ),
    ({ groups }) => ({
      file,
      names: groups!.from ?? groups!.late!,
      path: inSource(new URL(groups!.from ?? groups!.late!, `file:///src/${file}`).pathname),
    }),
  ),
);

test('the imports of all rooms are seen', () => {
  expect(imports.length).toBeGreaterThan(500);
  expect(new Set(files.map(roomOf))).toEqual(
    new Set(Object.keys(MAY).filter((room) => files.some((f) => roomOf(f) === room))),
  );
});

describe('each room imports only what stands before it', () => {
  for (const room of new Set(files.map(roomOf)))
    test(room, () => {
      const outside = imports
        .filter(({ file }) => roomOf(file) === room && !/\.test\.ts$/.test(file))
        .filter(({ path }) => !path.startsWith('../') && roomOf(path) !== room)
        .filter(({ path }) => !MAY[room]?.includes(roomOf(path)))
        .map(({ file, names }) => `${file} imports ${names}`);
      expect(outside).toEqual([]);
    });
});

test('a room is entered by its index', () => {
  const past = imports
    .filter(({ file }) => !/\.test\.ts$/.test(file))
    .filter(
      ({ file, path }) => !path.startsWith('../') && roomOf(path) !== roomOf(file) && roomOf(path).indexOf('.') < 0,
    )
    .filter(({ path }) => path !== `${roomOf(path)}/index.ts`)
    .map(({ file, names }) => `${file} imports ${names}`);
  expect(past).toEqual([]);
});

test('nothing of the product imports training, benches or tests', () => {
  const out = imports.filter(({ file, path }) => path.startsWith('../') && !/\.test\.ts$/.test(file));
  expect(out.map(({ file, names }) => `${file} imports ${names}`)).toEqual([]);
});
