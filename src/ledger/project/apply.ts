import { isRemoved, type StoredEntry } from '../entry.ts';
import type { Db } from '../store/db.ts';
import { refreshDispatch } from './refresh-dispatch.ts';
import { refreshDossier } from './refresh-dossier.ts';

/**
 * Brings what is worked out from the entries up to date with one more of them. `rebuild` calls it for each entry from the
 * first on, so it looks at nothing that came later.
 */
export async function apply(db: Db, entry: StoredEntry): Promise<void> {
  if (isRemoved(entry)) return;
  switch (entry.kind) {
    case 'dossier-created':
    case 'dossier-titled':
    case 'dossier-archived':
      return refreshDossier(db, entry);
    case 'dispatch-added':
    case 'dispatch-dated':
    case 'reading-made':
    case 'correction':
    case 'rejection':
    case 'addition':
      return refreshDispatch(db, entry, entry.body.dispatch);
    case 'undone':
      return entry.body.dispatch === null ? refreshDossier(db, entry) : refreshDispatch(db, entry, entry.body.dispatch);
    // Laid over what is loaded, or only kept.
    case 'party-merged':
    case 'party-split':
    case 'place-merged':
    case 'place-split':
    case 'origin-judged':
    case 'verdict':
    case 'dispatch-removed':
      return;
  }
}
