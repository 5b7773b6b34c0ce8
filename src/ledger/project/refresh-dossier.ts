import { assert } from '../../core/index.ts';
import { type Entry, effective } from '../entry.ts';
import { entries } from '../queries/entries.ts';
import { upsertDossier } from '../queries/upsert-dossier.ts';
import type { Db } from '../store/db.ts';

/** The dossier's title as of an entry: the last that stands. */
export async function refreshDossier(db: Db, upTo: Entry): Promise<void> {
  const { dossier } = upTo;
  const all = await entries(db, { dossier, kinds: ['dossier-created', 'dossier-titled', 'undone'] });
  const titles = effective(all.filter((entry) => entry.id <= upTo.id)).filter(
    (entry) => entry.kind === 'dossier-created' || entry.kind === 'dossier-titled',
  );
  const first = titles[0];
  assert(first, `a dossier that was never created: ${dossier}`);
  await upsertDossier(db, { dossier, title: titles.at(-1)!.body.title, created: first.learned });
}
