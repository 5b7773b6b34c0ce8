import { sql } from 'kysely';

/** The columns of an entry as `StoredEntry` names them. */
export const entryColumns = sql.raw('dossier_id as dossier, id::text as id, kind, author, learned, body');
