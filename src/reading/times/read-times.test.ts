import { expect, test } from 'vitest';
import { readTimes, readTimex } from './read-times.ts';
import { timeRules } from './times.fr.ts';

const writtenOn = '2017-12-27'; // a Wednesday
const lead = 'Alep, mercredi : '; // so that counting from the sentence and from the dispatch differ
const read = (text: string, on: string | null = writtenOn) =>
  readTimes({ text, span: { start: lead.length, end: lead.length + text.length } }, { writtenOn: on });

const timex = (text: string) =>
  readTimex({ text, span: { start: lead.length, end: lead.length + text.length } }, { writtenOn });

for (const rule of timeRules) {
  for (const [text, words, value] of rule.reads)
    test(`${rule.name}: ${text}`, () => {
      const found = timex(text).found.filter((one) => one.rule === rule.name);
      expect(found).toMatchObject([{ value }]);
      expect((lead + text).slice(found[0]!.span.start, found[0]!.span.end)).toBe(words);
    });
  for (const text of rule.ignores ?? [])
    test(`${rule.name} leaves « ${text} »`, () =>
      expect(timex(text).found.filter((time) => time.rule === rule.name)).toEqual([]));
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

const stretches = [
  ['Le pont a tenu entre dimanche et mardi matin', 'entre dimanche et mardi matin', '2017-12-24/2017-12-26'],
  ['Dans la nuit de samedi à dimanche, la digue a cédé', 'Dans la nuit de samedi à dimanche', '2017-12-23/2017-12-24'],
  ['Le col est fermé du 3 novembre au 5 décembre', 'du 3 novembre au 5 décembre', '2017-11-03/2017-12-05'],
  [
    'Le col a fermé entre le 20 octobre et le 2 décembre 1994',
    'entre le 20 octobre et le 2 décembre 1994',
    '1994-10-20/1994-12-02',
  ],
  ['Le col a fermé dans la nuit', 'dans la nuit', '2017-12-27'],
  ['La grève dure depuis le 6 juin', 'depuis le 6 juin', '2017-06-06/..'],
] as const;
for (const [text, words, when] of stretches)
  test(text, () => {
    const { found } = read(text);
    expect(found.map((time) => time.when)).toEqual([when]);
    expect((lead + text).slice(found[0]!.span.start, found[0]!.span.end)).toBe(words);
  });

const beside = [
  ['Le club a perdu dimanche le titre gagné la veille', ['2017-12-24', '2017-12-23']],
  ['Ouvert le 3 mai, le pont a cédé trois jours plus tard', ['2017-05-03', '2017-05-06']],
  ['La pluie a cessé le lendemain', [null]],
] as const;
for (const [text, days] of beside) test(text, () => expect(read(text).found.map(({ when }) => when)).toEqual(days));
