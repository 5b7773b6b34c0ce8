import { randomUUID } from 'node:crypto';
import { foldName, idOf } from '../../core/index.ts';
import { append, type Writing } from '../append.ts';
import type { Entry } from '../entry.ts';
import { emptyTitle, noDossierYet, noSuchDossier, severalDossiers } from '../problems.ts';
import type { Dossier } from '../queries/dossiers.ts';

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

/**
 * The dossier that a user means by an id or a title; by nothing, the only one there is. Throws a Problem that lists the
 * dossiers where there is none or more than one.
 */
export function chooseDossier(dossiers: readonly Dossier[], asked: string | null): Dossier {
  if (dossiers.length === 0) throw noDossierYet();
  const found = asked === null ? dossiers : namedBy(dossiers, asked);
  if (found.length > 1) throw severalDossiers(asked, found);
  if (found.length === 0) throw noSuchDossier(asked ?? '', dossiers);
  return found[0]!;
}

/** Those of that id; else of that very title; else of that title but for accents, case and spaces. */
export function namedBy(dossiers: readonly Dossier[], asked: string): readonly Dossier[] {
  const ways = [
    (dossier: Dossier) => dossier.id === asked,
    (dossier: Dossier) => dossier.title === asked.trim(),
    (dossier: Dossier) => foldName(dossier.title) === foldName(asked),
  ];
  return ways.map((way) => dossiers.filter(way)).find((found) => found.length > 0) ?? [];
}

function checked(title: string): string {
  if (title.trim() === '') throw emptyTitle();
  return title.trim();
}
