import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Doubt, Problem } from '../core/index.ts';
import { DOSSIER_FILE, type DossierEntry, type DossierFile, readDossier } from './dossier.ts';
import { mayBeDispatch } from './format.ts';
import { leadsOut, link, missing, namedTwice, notAFile, nothingFound } from './problems.ts';
import { asProblem, holdsLink, kindOf, readBytes } from './read-file.ts';

/** One thing to take in, or what stands in its way; in the order in which they come. */
export type Planned = {
  readonly name: string;
  /** Title of the `dossier.json` that lists it. */
  readonly dossier: string | null;
} & ({ readonly read: () => Promise<Uint8Array>; readonly entry: DossierEntry | null } | { readonly problem: Problem });

type Plan = {
  readonly items: readonly Planned[];
  readonly notices: readonly { readonly name: string; readonly notice: Doubt }[];
};

/** A planned item with what its name is made of: the parts of its path, of which the last `shown` make the name. */
type Draft = {
  readonly path: string | null;
  readonly parts: readonly string[];
  shown: number;
  readonly dossier: string | null;
  readonly entry: DossierEntry | null;
  readonly read: (() => Promise<Uint8Array>) | null;
  readonly problem: Problem | null;
};

type Drafts = { readonly items: Draft[]; readonly notices: { name: string; notice: Doubt }[] };

/**
 * Lists what there is to take in, without reading it: files and folders as given, folders with all that is under them in
 * the order of their names, or with a `dossier.json` what it lists first and the rest after it. Links inside a folder are not followed.
 */
export async function planInputs(inputs: readonly string[], stdin: () => Promise<Uint8Array>): Promise<Plan> {
  const drafts: Drafts = { items: [], notices: [] };
  for (const input of inputs) {
    if (input === '-') drafts.items.push({ ...draft(null, ['stdin'], 1), read: stdin });
    else await planPath(input, drafts);
  }
  const items = withoutRepeats(drafts.items);
  const clashes = settleNames(items);
  return { items: items.map(planned), notices: [...clashes, ...drafts.notices] };
}

function planned({ parts, shown, dossier, entry, read, problem }: Draft): Planned {
  const name = parts.slice(-shown).join('/');
  return read ? { name, dossier, read, entry } : { name, dossier, problem: problem! };
}

function draft(path: string | null, parts: readonly string[], shown: number): Draft {
  return { path, parts, shown, dossier: null, entry: null, read: null, problem: null };
}

function failed(path: string | null, parts: readonly string[], shown: number, problem: unknown): Draft {
  if (!(problem instanceof Problem)) throw problem;
  return { ...draft(path, parts, shown), problem };
}

function partsOf(path: string): string[] {
  return resolve(path).split(/[\\/]/).filter(Boolean);
}

async function planPath(input: string, drafts: Drafts): Promise<void> {
  const parts = partsOf(input);
  try {
    const stats = await stat(input);
    if (stats.isDirectory()) return await planFolder(input, [], drafts);
    const what = kindOf(stats);
    if (what) throw notAFile(input, what);
  } catch (error) {
    drafts.items.push(failed(resolve(input), parts, 1, asProblem(error, input)));
    return;
  }
  if (basename(input) === DOSSIER_FILE) return await planFolder(dirname(input), [], drafts);
  drafts.items.push({ ...draft(resolve(input), parts, 1), read: () => readBytes(input, input, true) });
}

/** Plans a folder; `inside` are the parts of its path inside the folder that the user gave. */
async function planFolder(root: string, inside: readonly string[], drafts: Drafts): Promise<void> {
  const folder = join(root, ...inside);
  const parts = partsOf(folder);
  let entries: Dirent[];
  try {
    entries = await listed(folder);
  } catch (error) {
    drafts.items.push(failed(resolve(folder), parts, Math.max(1, inside.length), asProblem(error, folder)));
    return;
  }
  if (entries.some((entry) => entry.name === DOSSIER_FILE && !entry.isDirectory()))
    return await planDossier(root, inside, drafts);
  const before = drafts.items.length;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const below = [...inside, entry.name];
    const own = [...parts, entry.name];
    if (entry.isDirectory()) await planFolder(root, below, drafts);
    else if (entry.isSymbolicLink()) drafts.items.push(failed(resolve(path), own, below.length, link(path)));
    else drafts.items.push({ ...draft(resolve(path), own, below.length), read: () => readBytes(path, path, false) });
  }
  if (inside.length === 0 && drafts.items.length === before)
    drafts.items.push(failed(resolve(folder), parts, 1, nothingFound(folder)));
}

/** What a folder holds, hidden files left out, in the order of their names' code units: the same on every system. */
async function listed(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => !isHidden(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Hidden by its name, or kept by the system for itself. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/iu.test(name);
}

async function planDossier(root: string, inside: readonly string[], drafts: Drafts): Promise<void> {
  const folder = join(root, ...inside);
  const path = join(folder, DOSSIER_FILE);
  const parts = partsOf(path);
  let dossier: DossierFile;
  try {
    dossier = readDossier(await readBytes(path, path, false), path);
  } catch (error) {
    drafts.items.push(failed(resolve(path), parts, inside.length + 1, asProblem(error, path)));
    return;
  }
  const name = [...inside, DOSSIER_FILE].join('/');
  for (const notice of dossier.notices) drafts.notices.push({ name, notice });
  for (const entry of dossier.entries) {
    if ('problem' in entry) {
      const numbered = [...parts.slice(0, -1), `${DOSSIER_FILE}#${entry.number}`];
      drafts.items.push({ ...failed(null, numbered, inside.length + 1, entry.problem), dossier: dossier.title });
    } else drafts.items.push(listedFile(folder, path, inside, entry, dossier.title));
  }
  const known = new Set(dossier.entries.flatMap((entry) => ('file' in entry ? [entry.file] : [])));
  const rest = await unlistedFiles(root, inside, known);
  drafts.items.push(...rest.map((item) => ({ ...item, dossier: dossier.title })));
  const names = rest.filter(({ read }) => read !== null).map(({ parts, shown }) => parts.slice(-shown).join('/'));
  if (names.length > 0) drafts.notices.push({ name, notice: notListed(path, names) });
}

function listedFile(
  folder: string,
  dossierPath: string,
  inside: readonly string[],
  entry: DossierEntry,
  title: string,
): Draft {
  const path = join(folder, ...entry.file.split('/'));
  const shown = inside.length + entry.file.split('/').length;
  const read = async () => {
    if (await holdsLink(folder, entry.file)) throw leadsOut(dossierPath, entry.file, { fr: 'lien', en: 'a link' });
    try {
      return await readBytes(path, path, false);
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'intake/vanished') throw missing(dossierPath, entry.file);
      throw problem;
    }
  };
  return { ...draft(resolve(path), partsOf(path), shown), dossier: title, entry, read };
}

/** What stands under a folder, could be a dispatch, and is not listed by its `dossier.json` (`known`: paths inside it). */
async function unlistedFiles(
  root: string,
  inside: readonly string[],
  known: ReadonlySet<string>,
  below: readonly string[] = [],
): Promise<Draft[]> {
  const folder = join(root, ...inside, ...below);
  let entries: Dirent[];
  try {
    entries = await listed(folder);
  } catch (error) {
    return [failed(resolve(folder), partsOf(folder), inside.length + below.length, asProblem(error, folder))];
  }
  const found: Draft[] = [];
  for (const entry of entries) {
    const own = [...below, entry.name];
    if (entry.isDirectory()) found.push(...(await unlistedFiles(root, inside, known, own)));
    else if (entry.isFile() && !known.has(own.join('/')) && mayBeDispatch(entry.name)) {
      const path = join(folder, entry.name);
      const read = () => readBytes(path, path, false);
      found.push({ ...draft(resolve(path), partsOf(path), inside.length + own.length), read });
    }
  }
  return found;
}

function notListed(path: string, files: readonly string[]): Doubt {
  const some = files.slice(0, 5).join(', ') + (files.length > 5 ? '…' : '');
  return {
    span: null,
    rule: 'dossier-unlisted-files',
    message: {
      fr: `${path} ne nomme pas ${files.length} fichier(s) de son dossier, qui sont lus sans ses indications : ${some}. Ajoutez-les à "dispatches" pour dire leur jour et leur éditeur.`,
      en: `${path} does not name ${files.length} file(s) of its folder, which are read without what it could tell: ${some}. Add them to "dispatches" to give their day and publisher.`,
    },
  };
}

/** The second mention of a path becomes a Problem. */
function withoutRepeats(items: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = item.path ?? (item.read ? '-' : null);
    if (key === null) return item;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count === 1) return item;
    const name = item.parts.slice(-item.shown).join('/');
    const numbered = [...item.parts.slice(0, -1), `${item.parts.at(-1)} (${count})`];
    return failed(null, numbered, item.shown, namedTwice(name));
  });
}

/** Gives files that share a name as many of the folders above as tell them apart; says so in a notice for each name. */
function settleNames(items: readonly Draft[]): { name: string; notice: Doubt }[] {
  const notices: { name: string; notice: Doubt }[] = [];
  for (;;) {
    const groups = new Map<string, Draft[]>();
    for (const item of items) {
      const name = item.parts.slice(-item.shown).join('/');
      const group = groups.get(name);
      if (group) group.push(item);
      else groups.set(name, [item]);
    }
    const clashing = [...groups].filter(([, group]) => group.length > 1);
    const longer = clashing.flatMap(([, group]) => group).filter((item) => item.shown < item.parts.length);
    if (longer.length === 0) return notices;
    for (const [name, group] of clashing)
      if (!notices.some((notice) => name.endsWith(`/${notice.name}`)))
        notices.push({ name, notice: sameName(name, group.length) });
    for (const item of longer) item.shown++;
  }
}

function sameName(name: string, count: number): Doubt {
  return {
    span: null,
    rule: 'name-clash',
    message: {
      fr: `${count} entrées s'appellent ${name} : elles sont nommées avec leur dossier.`,
      en: `${count} inputs are called ${name}: they are named with their folder.`,
    },
  };
}
