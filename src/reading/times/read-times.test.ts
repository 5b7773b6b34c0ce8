import { expect, test } from 'vitest';
import { readTimes } from './read-times.ts';
import { timeRules } from './times.fr.ts';

const writtenOn = '2017-12-27'; // a Wednesday
const lead = 'Alep, mercredi : '; // so that counting from the sentence and from the dispatch differ
const read = (text: string, on: string | null = writtenOn) =>
  readTimes({ text, span: { start: lead.length, end: lead.length + text.length } }, { writtenOn: on });

for (const rule of timeRules) {
  for (const [text, words, when] of rule.reads)
    test(`${rule.name}: ${text}`, () => {
      const { found } = read(text);
      expect(found).toMatchObject([{ when, rule: rule.name }]);
      expect((lead + text).slice(found[0]!.span.start, found[0]!.span.end)).toBe(words);
    });
  for (const text of rule.ignores ?? [])
    test(`${rule.name} leaves « ${text} »`, () =>
      expect(read(text).found.filter((time) => time.rule === rule.name)).toEqual([]));
}

test('a day that the calendar lacks is a doubt, not a date', () => {
  const { found, doubts } = read('Le 31 juin 2016, rien ne s’est passé');
  expect(found).toEqual([]);
  expect(doubts).toMatchObject([{ rule: 'day-month-year' }]);
});

test('what counts from an unknown day stays unresolved', () => {
  expect(read('Le maire a parlé mercredi', null).found).toMatchObject([{ when: null, rule: 'weekday' }]);
  expect(read('La trêve du 9 mars', null).found).toMatchObject([{ when: null }]);
  expect(read('En mai 2014, la ville a résisté', null).found).toMatchObject([{ when: '2014-05', given: 'stated' }]);
});

test('a dispatch known to the month resolves what a month is enough for', () => {
  expect(read('Le maire a parlé mercredi', '2017-12').found).toMatchObject([{ when: null }]);
  expect(read('Il a gelé en avril', '2017-12').found).toMatchObject([{ when: '2017-04' }]);
  expect(read('Le parc a ouvert l’an dernier', '2017').found).toMatchObject([{ when: '2016' }]);
});

test('two times in one sentence stay two', () => {
  expect(read('Prise en 2014, la ville est tombée jeudi').found.map(({ when }) => when)).toEqual([
    '2014',
    '2017-12-21',
  ]);
});
