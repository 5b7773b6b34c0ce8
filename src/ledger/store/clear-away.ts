import type { Store } from './store.ts';

/** The tables that may have held the words of a dispatch. */
const TABLES = ['content', 'entry', 'reading', 'dispatch', 'passage', 'statement', 'claim', 'finding'];

/**
 * Clears away what was deleted: PostgreSQL leaves deleted rows in its files until they are needed for others, and its
 * log holds them too. In a folder all of it goes. On a server the space is made free; its log, standbys and backups are
 * its administrator's.
 */
export async function clearAway(store: Store): Promise<void> {
  const how = store.embedded ? 'vacuum (full, analyze)' : 'vacuum (analyze)';
  for (const table of TABLES) await store.maintain(`${how} recoupe.${table}`);
  if (!store.embedded) return;
  await store.maintain('vacuum full pg_catalog.pg_statistic'); // samples of the columns, among them frequent words
  await store.maintain('select pg_switch_wal()');
  await store.maintain('checkpoint');
}
