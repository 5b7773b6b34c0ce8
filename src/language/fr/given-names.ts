import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import { NameFilter } from './names.ts';

/** Tells given names (« Odile », « Ahmed ») from other words, by the filter that the names of sentences are read with. */
export function openGivenNames(): (word: string) => boolean {
  const filter = new NameFilter(readFileSync(new URL('data/fr/name-given.bin', packageRoot)));
  return (word) => filter.has(word);
}
