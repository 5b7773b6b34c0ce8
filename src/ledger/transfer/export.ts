import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { sha256 } from '../../core/index.ts';
import { isRemoved, type StoredEntry } from '../entry.ts';
import { exportDisturbed, fileTrouble } from '../problems.ts';
import { contentKeys } from '../queries/content-keys.ts';
import { contentOf } from '../queries/content-of.ts';
import { dossiers } from '../queries/dossiers.ts';
import { entries } from '../queries/entries.ts';
import { findingsFirstFound } from '../queries/findings-first-found.ts';
import { readingsById } from '../queries/readings-by-id.ts';
import type { Store } from '../store/store.ts';
import { type BodyLine, FORMAT, type HeaderLine } from './format.ts';

/** What was written: lines between header and end. */
export type Exported = { readonly dossiers: number; readonly lines: number };

const PAGE = 200;

/**
 * Writes the whole ledger to a file, which appears under its name when it is complete. It is read page by page, so that
 * others go on working; what they add meanwhile may be missing.
 */
export async function exportLedger(store: Store, path: string, now: Date): Promise<Exported> {
  const making = `${path}.part`;
  let file: FileHandle | null = null;
  try {
    file = await open(making, 'w', 0o600);
    const exported = await write(store, file, now);
    await file.sync();
    await file.close();
    await rename(making, path);
    return exported;
  } catch (error) {
    await file?.close().catch(() => {}); // closed already, or the error in hand is the one that counts
    await rm(making, { force: true });
    throw fileTrouble(path, error);
  }
}

async function write(store: Store, file: FileHandle, now: Date): Promise<Exported> {
  let lines = 0;
  const put = async (line: BodyLine) => {
    await file.writeFile(`${JSON.stringify(line)}\n`);
    lines++;
  };
  const header: HeaderLine = { format: FORMAT, kind: 'recoupe-ledger', exported: now.toISOString() };
  await file.writeFile(`${JSON.stringify(header)}\n`);
  const all = await store.read(dossiers);
  for (const dossier of all) await writeDossier(store, dossier.id, put);
  await file.writeFile(`${JSON.stringify({ line: 'end', lines })}\n`);
  return { dossiers: all.length, lines };
}

/** Entries first: they tell which texts and readings belong to what is exported. */
async function writeDossier(store: Store, dossier: string, put: (line: BodyLine) => Promise<void>): Promise<void> {
  const added = new Set<string>();
  const readings: string[] = [];
  for await (const entry of pages(store, dossier)) {
    if (!isRemoved(entry) && entry.kind === 'dispatch-added') added.add(entry.body.dispatch);
    if (!isRemoved(entry) && entry.kind === 'reading-made') readings.push(entry.id);
    await put({ line: 'entry', ...entry, body: entry.body as Record<string, unknown> });
  }
  for (const dispatch of (await store.read((db) => contentKeys(db, dossier))).filter((id) => added.has(id))) {
    const content = await store.read((db) => contentOf(db, { dossier, dispatch }));
    if (!content) throw exportDisturbed();
    const { bytes, text } = content;
    const base64 = Buffer.from(bytes).toString('base64');
    await put({ line: 'content', dossier, dispatch, sha256: sha256(bytes), bytes: base64, text });
    added.delete(dispatch);
  }
  for (let at = 0; at < readings.length; at += PAGE) {
    const ids = readings.slice(at, at + PAGE);
    const page = await store.read((db) => readingsById(db, { dossier, ids }));
    if (page.length < ids.length) throw exportDisturbed();
    for (const { id, dispatch, body } of page)
      await put({ line: 'reading', dossier, id, dispatch, body: body as unknown as Record<string, unknown> });
  }
  for (const { id, firstFound } of await store.read((db) => findingsFirstFound(db, dossier)))
    await put({ line: 'finding', dossier, id, firstFound });
  // A dispatch whose entries were written and whose text is gone was removed in between.
  if (added.size > 0) throw exportDisturbed();
}

async function* pages(store: Store, dossier: string): AsyncGenerator<StoredEntry> {
  let after: string | undefined;
  for (;;) {
    const page = await store.read((db) => entries(db, { dossier, after, limit: PAGE }));
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
