import { randomUUID } from 'node:crypto';
import { foldName, idOf } from '../../core/index.ts';
import { append, type Writing } from '../append.ts';
import type { Entry } from '../entry.ts';
import { emptyTitle, noDossierYet, noSuchDossier, severalDossiers } from '../problems.ts';
import { type Dossier, dossiers } from '../queries/dossiers.ts';

/** Ids are drawn, not worked out from the title: a title can change, and two ledgers may be put together. */
export function newDossierId(): string {
  return idOf('dossier', randomUUID());
}

/** Makes a dossier. Its id is the writing's. */
export async function createDossier(writing: Writing, title: string): Promise<Entry<'dossier-created'>> {
  return append(writing, 'dossier-created', { title: checked(title) });
}

export async function renameDossier(writing: Writing, title: string): Promise<Entry<'dossier-titled'>> {
  return append(writing, 'dossier-titled', { title: checked(title) });
}

/** Puts a dossier away, or takes it out again; null where it is so already. */
export async function archiveDossier(writing: Writing, archived: boolean): Promise<Entry<'dossier-archived'> | null> {
  const now = (await dossiers(writing.db)).find(({ id }) => id === writing.dossier);
  if ((now?.archived != null) === archived) return null;
  return append(writing, 'dossier-archived', { archived });
}

/**
 * The dossier that a user means by an id or a title; by nothing, the only one in use. Throws a Problem that lists the
 * dossiers where there is none or more than one.
 */
export function chooseDossier(all: readonly Dossier[], asked: string | null): Dossier {
  if (all.length === 0) throw noDossierYet();
  const inUse = all.filter(({ archived }) => archived === null);
  const found = asked !== null ? namedBy(all, asked) : inUse.length > 0 ? inUse : all;
  if (found.length > 1) throw severalDossiers(asked, found);
  if (found.length === 0) throw noSuchDossier(asked ?? '', all);
  return found[0]!;
}

/** Those of that id; else of that very title; else of that title but for accents, case and spaces. */
export function namedBy(all: readonly Dossier[], asked: string): readonly Dossier[] {
  const ways = [
    (dossier: Dossier) => dossier.id === asked,
    (dossier: Dossier) => dossier.title === asked.trim(),
    (dossier: Dossier) => foldName(dossier.title) === foldName(asked),
  ];
  return ways.map((way) => all.filter(way)).find((found) => found.length > 0) ?? [];
}

function checked(title: string): string {
  if (title.trim() === '') throw emptyTitle();
  return title.trim();
}
