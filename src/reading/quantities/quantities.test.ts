import { describe, expect, test } from 'vitest';
import { openFrench } from '../../language/index.ts';
import { readHedge } from './hedge.ts';
import { hedges } from './hedges.fr.ts';
import { loadUnits } from './load-units.ts';
import { figureOf, readNumeral } from './numbers.ts';
import { readQuantities } from './read-quantities.ts';

describe('figures as written', () => {
  const cases = [
    ['8', 8],
    ['93000', 93000],
    ['1.500', 1500],
    ['20 000', 20000],
    ['1\u202f250\u202f000', 1250000],
    ['3,5', 3.5],
    ['330.000', 330000],
    ['07/12/2017', null],
    ['3e', null],
    ['18h30', null],
  ] as const;
  for (const [written, value] of cases) test(written, () => expect(figureOf(written)).toBe(value));
});

describe('numerals', () => {
  const cases = [
    ['deux', 2, 'exact', 1],
    ['vingt et un', 21, 'exact', 3],
    ['soixante-dix-sept', 77, 'exact', 1],
    ['quatre-vingt-dix-sept', 97, 'exact', 1],
    ['quatre-vingts', 80, 'exact', 1],
    ['deux cent trente', 230, 'exact', 3],
    ['mille', 1000, 'exact', 1],
    ['trois mille deux cents', 3200, 'exact', 4],
    ['1,5 million', 1500000, 'exact', 2],
    ['un million', 1000000, 'exact', 2],
    ['une dizaine', 10, 'about', 2],
    ['un millier', 1000, 'about', 2],
    ['des dizaines de milliers', 10000, 'many', 4],
    ['plusieurs centaines', 100, 'many', 2],
    ['des millions', 1000000, 'many', 2],
    ["des centaines d' otages", 100, 'many', 2],
  ] as const;
  for (const [words, value, exactness, length] of cases)
    test(words, () => expect(readNumeral(words.split(' '), 0)).toEqual({ value, exactness, length }));
  for (const words of ['un homme', 'une base', 'des soldats', 'le mille', 'centre'])
    test(`no number opens « ${words} »`, () => expect(readNumeral(words.split(' '), 0)).toBeNull());
});

describe('hedges', () => {
  const at = (phrase: string) => {
    const words = phrase.split(' ');
    return { words, number: words.findIndex((_, i) => readNumeral(words, i) !== null) };
  };
  for (const rule of hedges) {
    for (const phrase of rule.reads)
      test(`${rule.name}: ${phrase}`, () =>
        expect(readHedge(at(phrase).words, at(phrase).number, hedges)?.name).toBe(rule.name));
    for (const phrase of rule.ignores ?? [])
      test(`${rule.name} leaves « ${phrase} »`, () =>
        expect(readHedge(at(phrase).words, at(phrase).number, hedges)?.name).not.toBe(rule.name));
  }
});

describe('amounts in a sentence', () => {
  const french = openFrench();
  const units = loadUnits();
  const read = (text: string) => french.sentences(text).flatMap((sentence) => readQuantities(sentence, units).found);
  const cases = [
    ['Moins de mille soldats tiennent la vallée.', 'Moins de mille soldats', 1000, null, '<', 'soldiers'],
    ['La crue a tué 12 personnes.', '12 personnes', 12, null, '=', 'people'],
    ['Entre 10 et 20 villages sont coupés du monde.', '10 et 20 villages', 10, 20, '=', 'villages'],
    ['Ils détiennent encore 15% de la région.', '15%', 15, null, '=', 'percent'],
    ['La quasi-totalité de la récolte est perdue.', 'La quasi-totalité', 100, null, '~', 'percent'],
    ['Une trentaine de combattants se sont rendus.', 'Une trentaine de combattants', 30, null, '~', 'fighters'],
    [
      'Des centaines de milliers de réfugiés ont passé le fleuve.',
      'Des centaines de milliers de réfugiés',
      100000,
      null,
      '>=',
      'people',
    ],
    ['Le séisme a fait au moins 26 morts.', 'au moins 26 morts', 26, null, '>=', 'deaths'],
    ['Le port a reçu 85.00 personnes.', '85.00 personnes', 85000, null, '=', 'people'],
    ['Le groupe tient quatorze des vingt districts.', 'quatorze des vingt districts', 14, null, '=', 'districts'],
    ['Ils contrôlent deux champs pétroliers.', 'deux champs pétroliers', 2, null, '=', 'oil fields'],
  ] as const;
  for (const [text, words, value, max, bound, unit] of cases)
    test(text, () => {
      expect(read(text)).toMatchObject([{ value, max, bound, unit }]);
      expect(text.slice(read(text)[0]!.span.start, read(text)[0]!.span.end)).toBe(words);
    });
  for (const text of [
    'Le 5 décembre, il a plu.',
    'Un soldat a parlé.',
    'Il est né en 1982.',
    'La réunion est à 18h30.',
  ])
    test(`no amount in « ${text} »`, () => expect(read(text).filter((one) => one.unit !== null)).toEqual([]));
});
