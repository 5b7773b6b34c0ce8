import { sql } from 'kysely';
import type { Place } from '../../src/ledger/index.ts';
import type { Db } from '../../src/ledger/store/db.ts';
import { openStore } from '../../src/ledger/store/open.ts';

/** Runs queries of the test's own on a ledger that may be open meanwhile. */
export async function onTables<T>(place: Place, work: (db: Db) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    return await store.read(work);
  } finally {
    await store.close();
  }
}

/** Every row of every table of a ledger as text, by table, in a fixed order. */
export function dump(place: Place, tables?: readonly string[]): Promise<Record<string, string[]>> {
  return onTables(place, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables
       where schemaname = 'recoupe' and tablename not like 'kysely%' order by tablename`.execute(db);
    const found: Record<string, string[]> = {};
    for (const { name } of rows.filter((table) => !tables || tables.includes(table.name))) {
      const { rows: lines } = await sql<{ line: string }>`
        select to_jsonb(t)::text as line from ${sql.table(`recoupe.${name}`)} as t order by 1`.execute(db);
      found[name] = lines.map((row) => row.line);
    }
    return found;
  });
}
