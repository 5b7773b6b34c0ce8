import { isDeepStrictEqual } from 'node:util';
import { assert } from '../../core/index.ts';
import type { DispatchReading } from '../../reading/index.ts';
import { append, type Writing } from '../append.ts';
import type { MadeBy } from '../dispatch.ts';
import { insertReading } from '../queries/insert-reading.ts';
import { readingById } from '../queries/reading-by-id.ts';
import { textOf } from '../queries/text-of.ts';
import { assertReadingWords } from '../words.ts';
import { dispatchOf } from './add-dispatch.ts';

/**
 * Keeps a complete reading of a dispatch; from then on it answers, unless people made the one before and this is the
 * reader's. The former stays. The very same again changes nothing, and gives `same`.
 */
export async function putReading(
  writing: Writing,
  dispatch: string,
  reading: DispatchReading,
  madeBy: MadeBy,
): Promise<'read' | 'same'> {
  const { db, dossier } = writing;
  const now = await dispatchOf(db, dossier, dispatch);
  const text = await textOf(db, { dossier, dispatch });
  assert(text !== null, `no text of ${dispatch}`);
  assertReadingWords(text, reading);
  const plain = JSON.parse(JSON.stringify(reading)) as DispatchReading;
  if (now.reading?.madeBy === madeBy) {
    const before = await readingById(db, { dossier, id: now.reading.id });
    if (isDeepStrictEqual(before, plain)) return 'same';
  }
  const body = { dispatch, madeBy, reader: reading.reader, published: reading.published };
  await append(writing, 'reading-made', body, (id) => insertReading(db, { dossier, id, dispatch, body: plain }));
  return 'read';
}
