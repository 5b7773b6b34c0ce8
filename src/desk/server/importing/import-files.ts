import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../../../core/index.ts';
import { addInputs } from '../../../pipeline.ts';
import type { ImportItem, Shown } from '../../contract/index.ts';
import type { Hands } from '../deeds.ts';
import { addedItem, noticeItem, troubleItem } from './import-items.ts';
import { badFileName, noFiles } from './problems.ts';

/** A file as a browser sends it: its path in the folder that was dropped, and its bytes. */
export type Upload = { readonly path: string; readonly bytes: () => Promise<Uint8Array> };

export type UploadOptions = {
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly encoding?: string | undefined;
};

/**
 * Takes in files, and tells of each as soon as it is kept. They lie in a folder of their own while they are taken in, so
 * that what is dropped and what is named in the terminal go the same way (`dossier.json` included). One bad file stops no
 * other, and what was told of is kept even if the page goes away.
 */
export async function* importFiles(
  { ledger, reader, views, events }: Hands,
  dossier: string,
  uploads: readonly Upload[],
  options: UploadOptions,
): AsyncGenerator<Shown<ImportItem>, void, void> {
  const { id } = await ledger.findDossier(dossier);
  if (uploads.length === 0) throw noFiles();
  const release = events.hold(id);
  const folder = await mkdtemp(join(tmpdir(), 'recoupe-import-'));
  try {
    const refused = await laidDown(folder, uploads);
    const total = uploads.length;
    for (const [i, problem] of refused.entries())
      yield troubleItem({ ...problem.at, place: i + 1, total }, problem.problem);
    if (refused.length === uploads.length) return;
    const { date = null, publisher = null, language = null, encoding = null } = options;
    const given = { date, publisher, language, encoding, address: null, format: null, dossier: id };
    for await (const item of addInputs(ledger, reader, [folder], given)) {
      const at = { name: item.name, place: item.place + refused.length, total: item.total + refused.length };
      if ('added' in item) yield await addedItem(at, id, item, ledger);
      else if ('problem' in item) yield troubleItem(at, withoutFolder(item.problem, folder));
      else yield noticeItem(at, item.notice.message);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    views.settle(id);
    void views.settled().then(release);
  }
}

type Refused = { readonly at: { readonly name: string }; readonly problem: Problem };

/** Writes the files into the folder; those whose name leads elsewhere are refused. */
async function laidDown(folder: string, uploads: readonly Upload[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  const taken = new Set<string>();
  for (const { path, bytes } of uploads) {
    const parts = path.split(/[\\/]+/).filter((part) => part !== '');
    const isSafe =
      parts.length > 0 && parts.every((part) => part !== '.' && part !== '..' && !/[\u0000-\u001f:]/.test(part));
    if (!isSafe || parts.some((part) => part.length > 200) || /^[\\/]/.test(path)) {
      refused.push({ at: { name: path }, problem: badFileName(path) });
      continue;
    }
    const free = freeName(parts, taken);
    const file = join(folder, ...free);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await bytes(), { flag: 'wx' });
  }
  return refused;
}

/** The path itself, or with a number before its ending where another file sent has it already, case aside. */
function freeName(parts: readonly string[], taken: Set<string>): string[] {
  const last = parts.at(-1)!;
  const dot = last.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [last.slice(0, dot), last.slice(dot)] : [last, ''];
  for (let i = 1; ; i++) {
    const name = [...parts.slice(0, -1), i === 1 ? last : `${stem} (${i})${ending}`];
    const key = name.join('/').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

/** A message as the person who sent the files knows them: without the folder in which they lay. */
function withoutFolder(problem: Problem, folder: string): Problem {
  const plain = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '');
  return new Problem(problem.code, { fr: plain(problem.words.fr), en: plain(problem.words.en) }, { cause: problem });
}
