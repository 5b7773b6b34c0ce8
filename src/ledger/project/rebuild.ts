import { clearWorkedOut } from '../queries/clear-worked-out.ts';
import { entries } from '../queries/entries.ts';
import type { Db } from '../store/db.ts';
import { apply } from './apply.ts';

const PAGE = 500;

/** Works a whole dossier out anew from its entries, texts and readings. The rows come out the same as before. */
export async function rebuild(db: Db, dossier: string): Promise<void> {
  await clearWorkedOut(db, dossier);
  let after: string | undefined;
  for (;;) {
    const page = await entries(db, { dossier, after, limit: PAGE });
    for (const entry of page) await apply(db, entry);
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
