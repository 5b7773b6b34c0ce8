import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { type Lang, packageRoot } from '../../core/index.ts';
import type { World } from '../../crosscheck/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { loadView } from '../server/index.ts';
import { pageOf } from './page.ts';
import { folderInUse, folderRefused, nothingToPublish } from './problems.ts';
import { type Publication, publicationOf } from './publication.ts';
import { type Outlines, svgMap } from './svg-map.ts';

export type PublishSettings = {
  readonly ledger: Ledger;
  readonly world: World;
  /** Id of the dossier. */
  readonly dossier: string;
  /** Folder to write to; made where it is not there. */
  readonly out: string;
  readonly lang: Lang;
  /** With the texts in full: only for those who may publish them. */
  readonly fullTexts: boolean;
  readonly version: string;
  readonly now: Date;
};

export type Published = { readonly files: readonly string[]; readonly publication: Publication };

const PAGE = 'index.html';
const DATA = 'publication.json';

/**
 * Publishes a dossier as static files that open anywhere, from a disk as well: `index.html`, which loads nothing, and
 * `publication.json`, which says the same to programs. Throws a Problem where the folder holds something else, or cannot be
 * written to.
 */
export async function publishDossier(settings: PublishSettings): Promise<Published> {
  const { ledger, world, dossier, out, lang, fullTexts, version, now } = settings;
  const view = await loadView(ledger, world, dossier);
  if (view.accounts.dispatches.length === 0) throw nothingToPublish(view.dossier.title);
  const publication = publicationOf(view, world, { fullTexts, made: now.toISOString(), version });
  const map = svgMap(publication.places, readOutlines(publication.places));
  const html = pageOf(publication, map, lang, { ...readParts(), hashOf });
  await writeAll(out, [
    [PAGE, html],
    [DATA, `${JSON.stringify(publication, null, 1)}\n`],
  ]);
  return { files: [PAGE, DATA], publication };
}

async function writeAll(folder: string, files: readonly (readonly [string, string])[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const there = await readdir(folder);
    if (there.length > 0 && !there.includes(DATA)) throw folderInUse(folder);
    for (const [name, content] of files) {
      // Written beside and moved: who reads the folder meanwhile sees the old file or the new one, whole.
      await writeFile(join(folder, `${name}.new`), content);
      await rename(join(folder, `${name}.new`), join(folder, name));
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw folderRefused(folder, error as NodeJS.ErrnoException);
    throw error;
  }
}

function readParts(): { script: string; style: string } {
  const read = (name: string): string => readFileSync(new URL(`src/desk/publish/page/${name}`, packageRoot), 'utf8');
  return { script: read('recoupe.js'), style: read('recoupe.css') };
}

/** As a Content-Security-Policy names what may run. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function readOutlines(places: readonly { readonly country: string | null }[]): Outlines {
  const read = (path: string): Topology =>
    JSON.parse(readFileSync(new URL(`data/outlines/${path}`, packageRoot), 'utf8')) as Topology;
  const index = read('index.json') as unknown as { provinces: Readonly<Record<string, string>> };
  const codes = [...new Set(places.flatMap(({ country }) => (country && index.provinces[country] ? [country] : [])))];
  return {
    countries: read('countries-50m.json'),
    waters: read('waters.json'),
    provinces: new Map(codes.map((code) => [code, read(index.provinces[code]!)])),
  };
}
