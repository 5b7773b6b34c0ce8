import { assert } from '../../core/index.ts';
import { type Entry, effective } from '../entry.ts';
import { entries } from '../queries/entries.ts';
import { upsertDossier } from '../queries/upsert-dossier.ts';
import type { Db } from '../store/db.ts';

/** The dossier's title as of an entry, and since when it is put away: the last of each that stands. */
export async function refreshDossier(db: Db, upTo: Entry): Promise<void> {
  const { dossier } = upTo;
  const all = await entries(db, { dossier, kinds: KINDS });
  const standing = effective(all.filter((entry) => entry.id <= upTo.id));
  const titles = standing.filter((entry) => entry.kind === 'dossier-created' || entry.kind === 'dossier-titled');
  const first = titles[0];
  assert(first, `a dossier that was never created: ${dossier}`);
  const away = standing.filter((entry) => entry.kind === 'dossier-archived').at(-1);
  const archived = away?.body.archived ? away.learned : null;
  await upsertDossier(db, { dossier, title: titles.at(-1)!.body.title, created: first.learned, archived });
}

const KINDS = ['dossier-created', 'dossier-titled', 'dossier-archived', 'undone'] as const;
