import { append, type Writing } from '../append.ts';
import type { Entry } from '../entry.ts';
import { noReason } from '../problems.ts';
import { refreshVersions } from '../project/refresh-versions.ts';
import { clearWorkedOut } from '../queries/clear-worked-out.ts';
import { deleteFindingsOn } from '../queries/delete-findings-on.ts';
import { lastEntry } from '../queries/last-entry.ts';
import { lockLedger } from '../queries/lock-ledger.ts';
import { scrub } from '../queries/scrub.ts';
import { dispatchOf } from './add-dispatch.ts';

/**
 * Takes a dispatch out for good: its bytes, text and readings, and its words wherever the ledger quotes them. Its hash,
 * the reason, the author and the time stay, so that it is known when it is offered again.
 */
export async function remove(writing: Writing, dispatch: string, reason: string): Promise<Entry<'dispatch-removed'>> {
  const { db, dossier } = writing;
  if (reason.trim() === '') throw noReason();
  await lockLedger(db); // rights on the tables are given and taken back: one removal after the other
  const { sha256, textSha256, address } = await dispatchOf(db, dossier, dispatch);
  const upTo = (await lastEntry(db, dossier))!;
  await clearWorkedOut(db, dossier, dispatch);
  await deleteFindingsOn(db, dossier, dispatch);
  await scrub(db, { dossier, dispatch, upTo });
  if (address !== null) await refreshVersions(db, dossier, address);
  return append(writing, 'dispatch-removed', { dispatch, sha256, textSha256, reason });
}
