import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const day = '2017-11-14';
const shields: Told = { by: 'russia', type: 'support', actor: 'us-led-coalition', target: 'islamic-state', time: day };
const not: Told = { ...shields, by: 'us-led-coalition', polarity: 'negated' };
const met = (one: Told, other: Told): string[] =>
  found([
    { id: 'a', publisher: 'Agence Méridienne', published: day, says: [one] },
    { id: 'b', publisher: 'Radio Ponant', published: day, says: [other] },
  ]);

const cases: readonly (readonly [title: string, one: Told, other: Told, found: string[]])[] = [
  ['one says so, and one that it is not so', shields, not, ['contradicts b a']],
  ['of whomever', shields, { ...not, target: '' }, ['contradicts b a']],
  ['of others', shields, { ...not, target: 'hezbollah' }, []],
  ['of other days', shields, { ...not, time: '2017-12-14' }, []],
  [
    'not in that country, and in a town of it',
    { ...shields, type: 'presence', place: 'Raqqa' },
    { ...not, type: 'presence', place: 'Syrie', target: '' },
    ['contradicts b a'],
  ],
  [
    'not in that town, and in its country',
    { ...shields, type: 'presence', place: 'Syrie' },
    { ...not, type: 'presence', place: 'Raqqa', target: '' },
    [],
  ],
  ['hearsay', { ...shields, modality: 'hedged' }, not, []],
];
for (const [title, one, other, expected] of cases) test(title, () => expect(met(one, other)).toEqual(expected));
