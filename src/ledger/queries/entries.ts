import { sql } from 'kysely';
import type { EntryKind, StoredEntry } from '../entry.ts';
import type { Db } from '../store/db.ts';
import { entryColumns } from './entry-columns.ts';

export type EntriesAsk = {
  readonly dossier: string;
  /** Only these kinds; all where absent. */
  readonly kinds?: readonly EntryKind[] | undefined;
  /** Only what came after this entry: the way to follow a dossier. */
  readonly after?: string | undefined;
  /** Only what was learned by this instant, ISO 8601. */
  readonly learnedBy?: string | undefined;
  readonly limit?: number | undefined;
};

/** What happened in a dossier, in order. Index: the primary key, entry_kind where kinds are asked. */
export async function entries(db: Db, ask: EntriesAsk): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${entryColumns}
      from recoupe.entry
     where dossier_id = ${ask.dossier}
       and (${ask.kinds ?? null}::text[] is null or kind = any(${ask.kinds ?? null}::text[]))
       and (${ask.after ?? null}::uuid is null or id > ${ask.after ?? null}::uuid)
       and (${ask.learnedBy ?? null}::timestamptz is null or learned <= ${ask.learnedBy ?? null}::timestamptz)
     order by id
     limit ${ask.limit ?? null}::bigint`.execute(db);
  return rows;
}
