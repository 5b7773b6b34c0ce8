import { expect, test } from 'vitest';
import type { StoredEntry } from '../entry.ts';
import { mergesOf, standsFor } from './merges.ts';

/** « a>b » merges a into b, « a| » splits a from it, « -2 » undoes the second. */
function party(words: string, id: string): string {
  const entries = words.split(' ').map((word, at): StoredEntry => {
    const entry = { dossier: 'o', id: String(at + 1), author: 'Ana', learned: '2026-03-01T00:00:00.000Z' };
    if (word.startsWith('-')) return { ...entry, kind: 'undone', body: { entry: word.slice(1), dispatch: null } };
    if (word.endsWith('|')) return { ...entry, kind: 'party-split', body: { id: word.slice(0, -1), from: '' } };
    const [from, into] = word.split('>') as [string, string];
    return { ...entry, kind: 'party-merged', body: { id: from, into } };
  });
  return standsFor(mergesOf(entries).party, id);
}

const cases = [
  ['a>b', 'a', 'b'],
  ['a>b', 'b', 'b'],
  ['a>b b>c', 'a', 'c'],
  ['a>b b>c b|', 'a', 'b'],
  ['a>b a|', 'a', 'a'],
  ['a>b -1', 'a', 'a'],
  ['a>b -1 -2', 'a', 'b'],
  ['a>b a>c', 'a', 'c'],
  ['a>b a| b>a -2', 'b', 'a'],
] as const;
for (const [words, id, expected] of cases)
  test(`${words}: ${id} counts as ${expected}`, () => expect(party(words, id)).toBe(expected));
