import { describe, expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const day = '2017-12-07';
const holds = (by: string, place: string, more: Told = {}): Told => ({
  by,
  type: 'control',
  actor: 'islamic-state',
  place,
  time: day,
  ...more,
});
const holdsNot = (by: string, place: string, more: Told = {}): Told =>
  holds(by, place, { polarity: 'negated', ...more });

const narrated = (place: string): Told => ({ type: 'control', actor: 'islamic-state', place, time: day });

/** Two dispatches of one day, one account each. */
const met = (one: Told, other: Told): string[] =>
  found([
    { id: 'a', publisher: 'Agence Méridienne', published: day, says: [one] },
    { id: 'b', publisher: 'Radio Ponant', published: day, says: [other] },
  ]);

describe('a contradiction', () => {
  const cases: readonly (readonly [title: string, one: Told, other: Told])[] = [
    ['none in the country, some in its province', holdsNot('russia', 'Syrie'), holds('sohr', 'Deir Ezzor')],
    ['held and not held, one town', holdsNot('russia', 'Raqqa'), holds('sohr', 'Raqqa')],
    [
      'not held by a party, held by the one above it',
      holdsNot('sohr', 'Raqqa', { actor: 'russia' }),
      holds('us-led-coalition', 'Raqqa', { actor: 'russia' }),
    ],
    ['an outlet that narrates counts as one who says', holdsNot('russia', 'Raqqa'), narrated('Raqqa')],
  ];
  for (const [title, one, other] of cases) test(title, () => expect(met(one, other)).toEqual(['contradicts a b']));
});

describe('none', () => {
  const cases: readonly (readonly [title: string, one: Told, other: Told])[] = [
    ['another day', holdsNot('russia', 'Raqqa'), holds('sohr', 'Raqqa', { time: '2017-12-06' })],
    ['another party', holdsNot('russia', 'Raqqa'), holds('sohr', 'Raqqa', { actor: 'hezbollah' })],
    ['one speaker', holdsNot('russia', 'Raqqa'), holds('russia', 'Raqqa')],
    ['hearsay', holdsNot('russia', 'Raqqa'), holds('sohr', 'Raqqa', { modality: 'hedged' })],
    ['a forecast', holdsNot('russia', 'Raqqa', { modality: 'forecast' }), holds('sohr', 'Raqqa')],
    ['a denial, which asserts nothing', holdsNot('russia', 'Raqqa', { act: 'deny' }), holds('sohr', 'Raqqa')],
    ['a town without any, and its country', holdsNot('russia', 'Raqqa'), holds('sohr', 'Syrie')],
    ['a day that nobody gives', holdsNot('russia', 'Raqqa'), holds('sohr', 'Raqqa', { time: undefined } as Told)],
  ];
  for (const [title, one, other] of cases)
    test(title, () => expect(met(one, other).filter((line) => line.startsWith('contradicts'))).toEqual([]));
});
