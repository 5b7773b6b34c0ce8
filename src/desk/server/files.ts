import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '../../core/index.ts';
import { noPage } from './problems.ts';

export type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

/** The files of a folder, by their path in it, with `/`. Nothing outside can be named: there is no such key. */
export type Files = ReadonlyMap<string, StaticFile>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** Reads the built page (under 3 MB). Throws a Problem where it has not been built. */
export function readPage(folder: URL): Files {
  const root = fileURLToPath(folder);
  let entries: Dirent[];
  try {
    entries = readdirSync(root, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw noPage(root);
    throw error;
  }
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join('/'), readStatic(path));
  }
  if (!files.has('index.html')) throw noPage(root);
  return files;
}

/** What the map draws: the TopoJSON files that `index.json` lists, and that index. */
export function readOutlines(folder: URL): Files {
  const root = fileURLToPath(folder);
  const index = readStatic(join(root, 'index.json'));
  const { countries, waters, provinces } = JSON.parse(new TextDecoder().decode(index.bytes)) as {
    countries: Record<string, string>;
    waters: string;
    provinces: Record<string, string>;
  };
  const listed = [...Object.values(countries), waters, ...Object.values(provinces)];
  return new Map([['index.json', index], ...listed.map((path) => [path, readStatic(join(root, path))] as const)]);
}

function readStatic(path: string): StaticFile {
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
  assert(type, `no media type for ${path}`);
  return { bytes: new Uint8Array(readFileSync(path)), type };
}

/** The ids of the outlines in a TopoJSON file, each once. */
export function outlineIds({ bytes }: StaticFile): string[] {
  const { objects } = JSON.parse(new TextDecoder().decode(bytes)) as {
    objects: Record<string, { geometries: { properties?: { id?: string } }[] }>;
  };
  const ids = Object.values(objects).flatMap(({ geometries }) => geometries.map(({ properties }) => properties?.id));
  return [...new Set(ids.filter((id) => id !== undefined))];
}
