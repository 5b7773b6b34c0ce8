import { setVersions } from '../queries/set-versions.ts';
import { versionsAt } from '../queries/versions-at.ts';
import type { Db } from '../store/db.ts';
import { orderVersions } from './versions.ts';

/** Numbers the versions at an address, and says which is the next of each. */
export async function refreshVersions(db: Db, dossier: string, address: string): Promise<void> {
  const ordered = orderVersions(await versionsAt(db, { dossier, address }));
  const versions = ordered.map(({ id }, at) => ({ id, version: at + 1, newer: ordered[at + 1]?.id ?? null }));
  await setVersions(db, { dossier, versions });
}
