import type { Kysely } from 'kysely';

/** Where queries run. The tables have no generated types: each query names the type of its rows. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own way to say « no table types »
export type Db = Kysely<any>;
