import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const ei = 'islamic-state';
const army = 'syrian-government';
const took = (actor: string, target: string, time: string, more: Told = {}): Told => ({
  by: 'sohr',
  type: 'capture',
  actor,
  target,
  place: 'Boukamal',
  time,
  said: time,
  ...more,
});
const held = (actor: string, time: string, more: Told = {}): Told => ({
  ...took(actor, '', time),
  type: 'control',
  ...more,
});
const met = (...told: Told[]): string[] =>
  found(told.map((one, at) => ({ id: 'abc'[at]!, publisher: `Agence ${at}`, published: one.said!, says: [one] })));

const cases: readonly (readonly [title: string, told: Told[], found: string[]])[] = [
  ['taken, and taken back', [took(army, ei, '2017-11-09'), took(ei, army, '2017-11-11')], ['supersedes b a']],
  ['held, and taken', [held(ei, '2017-11-08'), took(army, ei, '2017-11-09')], ['supersedes b a']],
  [
    'lost by them, though nobody says to whom',
    [held(ei, '2017-11-08'), took('', ei, '2017-11-09')],
    ['supersedes b a'],
  ],
  [
    'each change replaces the one before it',
    [took(army, ei, '2017-11-09'), took(ei, army, '2017-11-11'), took(army, ei, '2017-11-19')],
    ['supersedes b a', 'supersedes c b'],
  ],
  [
    'the capture, rather than what is told between',
    [took(army, ei, '2017-11-09'), held(army, '2017-11-10'), took(ei, army, '2017-11-11')],
    ['supersedes c a'],
  ],
  ['taken by those who held it', [held(army, '2017-11-08'), took(army, ei, '2017-11-09')], []],
  ['a capture told again', [took(army, ei, '2017-11-09'), took(army, ei, '2017-11-10')], []],
  ['held after it', [took(army, ei, '2017-11-09'), held(army, '2017-11-10')], []],
  ['of another place', [took(army, ei, '2017-11-09'), took(ei, army, '2017-11-11', { place: 'Raqqa' })], []],
  [
    '« au fil des mois » is no event',
    [held(ei, '2017-11-08'), took(army, ei, '2017-06-01/2018-06-01', { said: '2018-06-01' })],
    [],
  ],
];
for (const [title, told, expected] of cases)
  test(title, () => expect(met(...told).filter((line) => line.startsWith('supersedes'))).toEqual(expected));
