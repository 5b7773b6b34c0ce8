import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { DurableFolder } from '../../src/ledger/store/durable-folder.ts';
import { storeOf } from '../../src/ledger/store/open-store.ts';
import { startParams } from '../../src/ledger/store/start-params.ts';

/** What PostgreSQL's own checks find wrong in the files of a ledger that nobody holds: nothing in a sound one. */
export async function faultsOf(folder: string): Promise<string[]> {
  const fs = new DurableFolder(storeOf(folder));
  const db = await PGlite.create({ fs, startParams: [...startParams], extensions: { amcheck } });
  await db.exec('create extension if not exists amcheck');
  const { rows: tables } = await db.query<{ name: string; kind: string }>(`
    select c.oid::regclass::text as name, c.relkind as kind
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_am a on a.oid = c.relam
     where n.nspname in ('recoupe', 'pg_catalog') and (c.relkind = 'r' or a.amname = 'btree') and c.relpersistence = 'p'
     order by 1`);
  const faults: string[] = [];
  for (const { name, kind } of tables) {
    const check =
      kind === 'r'
        ? `select msg from verify_heapam('${name}', check_toast := true)`
        : `select bt_index_check('${name}', heapallindexed := true)`; // finds no faults: it throws at the first
    try {
      const { rows } = await db.query<{ msg?: string }>(check);
      faults.push(...rows.flatMap(({ msg }) => (msg === undefined ? [] : [`${name}: ${msg}`])));
    } catch (error) {
      faults.push(`${name}: ${error}`);
    }
  }
  await db.exec('drop extension amcheck');
  await db.close();
  return faults;
}
