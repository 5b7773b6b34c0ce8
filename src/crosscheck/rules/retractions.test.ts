import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const army = 'syrian-government';
const said: Told = {
  by: army,
  type: 'capture',
  actor: army,
  target: 'islamic-state',
  place: 'Boukamal',
  time: '2017-11-09',
  said: '2017-11-09',
};
const not: Told = {
  by: army,
  type: 'capture',
  actor: army,
  place: 'Boukamal',
  polarity: 'negated',
  said: '2017-11-12',
};
const met = (one: Told, other: Told): string[] =>
  found([
    { id: 'a', publisher: 'Agence Méridienne', published: '2017-11-09', says: [one] },
    { id: 'b', publisher: 'Agence Méridienne', published: '2017-11-12', says: [other] },
  ]).filter((line) => line.startsWith('retracts'));

const cases: readonly (readonly [title: string, one: Told, other: Told, found: string[]])[] = [
  ['its own word, taken back', said, not, ['retracts b a']],
  ['denied to have been so', said, { ...not, act: 'deny' }, ['retracts b a']],
  ['by another speaker it is none', said, { ...not, by: 'sohr' }, []],
  ['of another place', said, { ...not, place: 'Raqqa' }, []],
  [
    'of later days, when it was another state',
    { ...said, type: 'control' },
    { ...not, type: 'control', time: '2017-11-12' },
    [],
  ],
  ['of the same days', { ...said, type: 'control' }, { ...not, type: 'control', time: '2017-11-09' }, ['retracts b a']],
];
for (const [title, one, other, expected] of cases) test(title, () => expect(met(one, other)).toEqual(expected));

test('a newer version that says otherwise', () => {
  const versions = (version: number) =>
    found([
      { id: 'a', published: '2017-11-09', says: [{ ...said, withdrawnBy: 'b' }] },
      { id: 'b', published: '2017-11-12', version, says: [{ ...said, actor: 'hezbollah' }] },
    ]);
  expect(versions(2)).toEqual(['retracts b a']);
  expect(versions(1)).toEqual([]); // another dispatch is no newer version
});
