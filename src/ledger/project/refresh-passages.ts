import { assert } from '../../core/index.ts';
import { insertPassages } from '../queries/insert-passages.ts';
import { textOf } from '../queries/text-of.ts';
import type { Db } from '../store/db.ts';
import { foldText, grammarOf, partsOf } from './passages.ts';

/** Makes a dispatch searchable by its words. */
export async function refreshPassages(
  db: Db,
  dossier: string,
  dispatch: string,
  language: string | null,
): Promise<void> {
  const text = await textOf(db, { dossier, dispatch });
  assert(text !== null, `no text of ${dispatch}`);
  const passages = partsOf(text).map(({ start, end }) => ({
    start,
    end,
    folded: foldText(text.slice(start, end)).folded,
  }));
  await insertPassages(db, { dossier, dispatch, grammar: grammarOf(language), passages });
}
