import { describe, expect, test } from 'vitest';
import { dayForms } from './forms.fr.ts';
import { pieceRules, readPieces } from './pieces.ts';
import { readDayAt } from './read-day.ts';

describe('each form reads its own words', () => {
  for (const { name, reads, ignores } of dayForms) {
    for (const [words, date] of reads)
      test(`${name}: ${words}`, () => {
        expect(readDayAt(`de ${words}.`, 3)).toMatchObject({ form: name, date, start: 3, end: 3 + words.length });
      });
    for (const words of ignores ?? [])
      test(`${name}: not ${words}`, () => {
        const day = readDayAt(words, 0);
        expect(day?.form === name && day.end === words.length).toBe(false);
      });
  }
});

describe('what is unclear is said', () => {
  const cases = [
    ['vendredi 07/12/2017', 'day-weekday', '2017-12-07'],
    ['mardi 31 décembre 2018', 'day-weekday', '2018-12-31'],
    ['31/02/2018', 'day-impossible', null],
    ['45/10/2018', 'day-impossible', null],
    ['12/25/2017', 'day-order', null],
    ['07/12/17', 'day-short-year', null],
    ['3 mars', 'day-without-year', null],
  ] as const;
  for (const [words, rule, date] of cases)
    test(words, () => expect(readDayAt(words, 0)).toMatchObject({ date, doubt: { rule } }));
  test('nothing, where all fits', () => expect(readDayAt('jeudi 07/12/2017', 0)?.doubt).toBeNull());
});

describe('each piece of a header reads its own words', () => {
  const kindOf = (words: string) => {
    const [first] = readPieces(words, { start: 0, end: words.length });
    return first?.end === words.length ? first.kind : null;
  };
  for (const { kind, reads, ignores } of pieceRules) {
    for (const words of reads) test(`${kind}: ${words}`, () => expect(kindOf(words)).toBe(kind));
    for (const words of ignores ?? []) test(`${kind}: not ${words}`, () => expect(kindOf(words)).not.toBe(kind));
  }
});
