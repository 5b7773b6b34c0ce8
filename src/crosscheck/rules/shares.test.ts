import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const day = '2017-12-07';
const part = (by: string, actor: string, figure: string, more: Told = {}): Told => ({
  by,
  type: 'control',
  actor,
  place: 'Deir Ezzor',
  figure: `${figure} percent`,
  time: day,
  ...more,
});
const met = (...told: Told[]): string[] =>
  found(told.map((one, at) => ({ id: 'abc'[at]!, publisher: `Agence ${at}`, published: day, says: [one] })));

const ei = 'islamic-state';
const fds = 'syrian-democratic-forces';
const government = 'syrian-government';
const cases: readonly (readonly [title: string, told: Told[], found: string[]])[] = [
  ['8 and 30 of one party', [part('sohr', ei, '8'), part('russia', ei, '30')], ['contradicts quantity a b']],
  ['« moins de 10 » holds 8', [part('sohr', ei, '8'), part('russia', ei, '< 10')], []],
  [
    'two foes with more than the whole',
    [part('sohr', ei, '60'), part('russia', government, '50')],
    ['contradicts quantity a b'],
  ],
  ['two foes with the whole', [part('sohr', ei, '60'), part('russia', government, '40')], []],
  ['allies may hold one stretch together', [part('sohr', 'hezbollah', '60'), part('russia', government, '50')], []],
  [
    'three that pass the whole together, and no two do',
    [part('sohr', ei, '40'), part('russia', government, '35'), part('us-led-coalition', fds, '30')],
    ['contradicts quantity a b'],
  ],
  ['another day', [part('sohr', ei, '8'), part('russia', ei, '30', { time: '2017-12-09' })], []],
  ['one speaker', [part('sohr', ei, '8'), part('sohr', ei, '30')], []],
];
for (const [title, told, expected] of cases) test(title, () => expect(met(...told)).toEqual(expected));
