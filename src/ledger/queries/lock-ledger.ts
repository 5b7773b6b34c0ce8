import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** Until the transaction ends, nobody else makes a dossier, imports, or removes. The number is ours alone. */
export async function lockLedger(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7305818204)`.execute(db);
}
