import { sql } from 'kysely';
import type { LedgerDispatch } from '../dispatch.ts';
import type { Db } from '../store/db.ts';

/** The version that answers at an address now; null where the dossier knows no dispatch there. Index: dispatch_address. */
export async function answeringAt(
  db: Db,
  ask: { readonly dossier: string; readonly address: string },
): Promise<Pick<LedgerDispatch, 'id' | 'textSha256' | 'publisher'> | null> {
  const { rows } = await sql<{ id: string; textSha256: string; publisher: string | null }>`
    select id, text_sha256 as "textSha256", body ->> 'publisher' as publisher
      from recoupe.dispatch
     where dossier_id = ${ask.dossier} and address = ${ask.address} and newer is null`.execute(db);
  return rows[0] ?? null;
}
