import { describe, expect, test } from 'vitest';
import { linesOf } from '../lines.ts';
import { readOpening } from './opening.ts';

const STORY =
  "Deux ponts ont été rouverts jeudi sur le fleuve, a annoncé le gouvernorat, qui promet d'autres chantiers.";
const END = '\n\nLes camions y passent depuis midi, selon un responsable du port.\n';
const read = (text: string) => {
  const { noise, days, doubts } = readOpening(text, linesOf(text));
  return {
    noise: noise.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
    days: days.map(({ date, given }) => `${given} ${date}`),
    doubts: doubts.map(({ rule }) => rule),
  };
};

describe('what stands at the top says the day', () => {
  const cases = [
    // top, noise, days
    [' date 2017-12 ', ['header: date 2017-12'], ['header 2017-12']],
    ['date 2017 ', ['header: date 2017'], ['header 2017']],
    ['date: 2017-12-07\n', ['header: date: 2017-12-07'], ['header 2017-12-07']],
    [
      ' date 2017-12 Erbil, Irak | AFP | jeudi 07/12/2017 - ',
      ['dateline: date 2017-12 Erbil, Irak | AFP | jeudi 07/12/2017 -'],
      ['header 2017-12', 'dateline 2017-12-07'],
    ],
    [
      'Erbil, Irak | AFP | jeudi 07/12/2017\n\n',
      ['dateline: Erbil, Irak | AFP | jeudi 07/12/2017'],
      ['dateline 2017-12-07'],
    ],
    ['PARIS, 3 mars 2019 (Agence) - ', ['dateline: PARIS, 3 mars 2019 (Agence) -'], ['dateline 2019-03-03']],
    ['Alep (Syrie), 7 déc 2017 (AFP) — ', ['dateline: Alep (Syrie), 7 déc 2017 (AFP) —'], ['dateline 2017-12-07']],
    ['Deux ponts rouverts\n\n12 janvier 2018. - ', ['dateline: 12 janvier 2018. -'], ['dateline 2018-01-12']],
    [
      'TYR (Liban), 26 juillet 2006, de notre correspondant - ',
      ['dateline: TYR (Liban), 26 juillet 2006, de notre correspondant -'],
      ['dateline 2006-07-26'],
    ],
    ['BEYROUTH (Reuters) - ', ['dateline: BEYROUTH (Reuters) -'], []],
    ['BEYROUTH (Agence Méridienne) - ', ['dateline: BEYROUTH (Agence Méridienne) -'], []],
    ['Publié le 3 mars 2019 à 18h20\n\n', ['header: Publié le 3 mars 2019 à 18h20'], ['header 2019-03-03']],
    ['07/12/2017 - 14:05\n\n', ['header: 07/12/2017 - 14:05'], ['header 2017-12-07']],
    [
      'Deux ponts rouverts\nPar Odile Ferrand, publié le 03/03/2019 à 18:20\n',
      ['header: Par Odile Ferrand, publié le 03/03/2019 à 18:20'],
      ['header 2019-03-03'],
    ],
    ['Paris, le 7 décembre 2017\n\n', ['dateline: Paris, le 7 décembre 2017'], ['dateline 2017-12-07']],
    ['2017-12-07T14:05:00+01:00\n', ['header: 2017-12-07T14:05:00+01:00'], ['header 2017-12-07']],
    ['AM1042 INT - 15/11/2017 18:40 GMT\n\n', ['header: AM1042 INT - 15/11/2017 18:40 GMT'], ['header 2017-11-15']],
    [
      'Publié le 3 mars 2019 à 18h20 | Mis à jour le 4 mars 2019 à 09h00\n\n',
      ['header: Publié le 3 mars 2019 à 18h20 | Mis à jour le 4 mars 2019 à 09h00'],
      ['header 2019-03-03'], // the day of an update is not that of publication
    ],
    ['Mis à jour le 4 mars 2019\n\n', ['header: Mis à jour le 4 mars 2019'], []],
  ] as const;
  for (const [top, noise, days] of cases)
    test(JSON.stringify(top), () => expect(read(top + STORY + END)).toEqual({ noise, days, doubts: [] }));
});

describe('a date of the story is not one of the dispatch', () => {
  const tops = [
    'Le 7 décembre 2017, la ville était prise. ',
    'Publié le 3 mars 2019, le rapport accuse les deux camps et cite une vingtaine de témoins de la bataille.\n\n',
    "L'attentat du 13 novembre 2015\n\n",
    'Alep, 3 mars 2016\n\n',
    'Mars 2019\n\n',
    '7 décembre 2017 : la ville tombe. ',
    'En 2017 - ',
    "L'OSDH (Observatoire syrien) - ",
  ];
  for (const top of tops)
    test(JSON.stringify(top), () => expect(read(top + STORY + END)).toEqual({ noise: [], days: [], doubts: [] }));
  test('further down', () => {
    expect(read(`${`${STORY}\n\n`.repeat(4)}7 décembre 2017 - 14:05\n\n12 janvier 2018. - ${STORY}`).days).toEqual([]);
  });
  test('in a chronology', () => {
    const text = `Dates du siège\n\n12 janvier 2018 - Premiers obus.\n\n3 mars 2018 - Les convois entrent.\n\n${STORY}`;
    expect(read(text)).toEqual({ noise: [], days: [], doubts: ['day-chronology'] });
  });
});

describe('a header that makes no date is one all the same, with a doubt', () => {
  const cases = [
    ['31/02/2018 - 14:05\n\n', 'day-impossible'],
    ['07/12/17 - 14:05\n\n', 'day-short-year'],
    ['12/25/2017 - 14:05\n\n', 'day-order'],
    ['BEYROUTH, 3 mars (Reuters) - ', 'day-without-year'],
    ['Vendredi 07/12/2017 - 14:05\n\n', 'day-weekday'],
  ] as const;
  for (const [top, rule] of cases)
    test(JSON.stringify(top), () => {
      const { noise, doubts } = read(top + STORY + END);
      expect(noise.length).toBe(1);
      expect(doubts).toEqual([rule]);
    });
});
