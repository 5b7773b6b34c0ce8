import { sql } from 'kysely';
import type { LedgerDispatch } from '../dispatch.ts';
import type { Db } from '../store/db.ts';

export type DispatchesAsk = {
  readonly dossier: string;
  /** Only these, and all that stand at one of `addresses`; all where absent. */
  readonly ids?: readonly string[] | undefined;
  readonly addresses?: readonly string[] | undefined;
  readonly state?: LedgerDispatch['state'] | undefined;
};

/** The dispatches of a dossier: by publication day, those without one last; then by id. Index: dispatch_published. */
export async function dispatches(db: Db, ask: DispatchesAsk): Promise<LedgerDispatch[]> {
  const { rows } = await sql<{
    body: Omit<LedgerDispatch, 'version' | 'newer'>;
    version: number;
    newer: string | null;
  }>`
    select body, version, newer
      from recoupe.dispatch
     where dossier_id = ${ask.dossier}
       and (${ask.ids ?? null}::text[] is null or id = any(${ask.ids ?? null}::text[])
            or address = any(${ask.addresses ?? []}::text[]))
       and (${ask.state ?? null}::text is null or body ->> 'state' = ${ask.state ?? null})
     order by published_last nulls last, id`.execute(db);
  return rows.map(({ body, version, newer }) => ({ ...body, version, newer }));
}
