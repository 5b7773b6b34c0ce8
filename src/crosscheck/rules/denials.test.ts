import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Printed, Told } from '../../../tests/crosscheck/sample-dossier.ts';

const day = '2017-11-14';
const accused: Told = {
  by: 'russia',
  act: 'accuse',
  type: 'support',
  actor: 'us-led-coalition',
  target: 'islamic-state',
  said: day,
};
const denied: Told = { by: 'us-led-coalition', act: 'deny', words: 'toute entente', said: day };
const lost: Told = {
  by: 'sohr',
  type: 'capture',
  actor: 'islamic-state',
  target: 'syrian-government',
  place: 'Boukamal',
  time: day,
  said: day,
};
const deniesLoss: Told = {
  by: 'syrian-government',
  act: 'deny',
  type: 'capture',
  target: 'syrian-government',
  place: 'Boukamal',
  polarity: 'negated',
  said: day,
};
const at = (id: string, published: string, ...says: Told[]): Printed => ({
  id,
  publisher: `Agence ${id}`,
  published,
  says,
});

const cases: readonly (readonly [title: string, printed: Printed[], found: string[]])[] = [
  ['the accusation beside it', [at('a', day, accused, denied)], ['denies a a']],
  ['what it names, beside it', [at('a', day, lost, deniesLoss)], ['denies a:1 a']],
  [
    'an accusation some days before, elsewhere',
    [at('a', '2017-11-10', { ...accused, said: '2017-11-10' }), at('b', day, denied)],
    ['denies b a'],
  ],
  ['not one of long before', [at('a', '2017-09-01', { ...accused, said: '2017-09-01' }), at('b', day, denied)], []],
  ['not one that comes after', [at('a', '2017-11-20', { ...accused, said: '2017-11-20' }), at('b', day, denied)], []],
  ['not what is said of others', [at('a', day, { ...accused, actor: 'hezbollah' }, denied)], []],
  ['not its own words', [at('a', day, { ...accused, by: 'us-led-coalition' }, denied)], []],
  ['not another place', [at('a', day, { ...lost, place: 'Raqqa' }, deniesLoss)], []],
];
for (const [title, printed, expected] of cases)
  test(title, () => expect(found(printed).filter((line) => line.startsWith('denies'))).toEqual(expected));
