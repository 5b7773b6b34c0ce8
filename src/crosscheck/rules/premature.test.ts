import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const ei = 'islamic-state';
const none: Told = {
  by: 'russia',
  type: 'control',
  actor: ei,
  place: 'Syrie',
  polarity: 'negated',
  time: '2017-12-07',
  said: '2017-12-07',
};
const later: Told = { by: 'sohr', type: 'control', actor: ei, place: 'Hajine', time: '2018-12-13', said: '2018-12-13' };
const taken: Told = { by: 'sohr', type: 'capture', actor: ei, place: 'Soussa', time: '2018-10-28', said: '2018-10-28' };
const met = (...told: Told[]): string[] =>
  found(told.map((one, at) => ({ id: 'abc'[at]!, publisher: `Agence ${at}`, published: one.time!, says: [one] })));

const cases: readonly (readonly [title: string, told: Told[], found: string[]])[] = [
  ['none in the country, and a town a year later', [none, later], ['contradicts a b']],
  [
    'the first record of it alone',
    [none, later, { ...later, place: 'Baghouz', time: '2019-02-11' }],
    ['contradicts a b'],
  ],
  ['they took a place there meanwhile', [none, taken, later], []],
  ['it was so before', [{ ...none, time: '2019-03-23' }, later], []],
  ['of another country', [{ ...none, place: 'Irak' }, later], []],
  ['a town may change hands untold', [{ ...none, place: 'Hajine' }, later], []],
  ['what an outlet sums up', [{ ...none, by: undefined } as Told, later], []],
  ['a forecast', [{ ...none, modality: 'forecast' }, later], []],
  ['one speaker', [none, { ...later, by: 'russia' }], []],
];
for (const [title, told, expected] of cases)
  test(title, () => expect(met(...told).filter((line) => line.startsWith('contradicts'))).toEqual(expected));
