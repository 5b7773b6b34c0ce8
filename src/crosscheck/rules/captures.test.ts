import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const day = '2017-11-09';
const took = (by: string, actor: string, more: Told = {}): Told => ({
  by,
  type: 'capture',
  actor,
  target: 'islamic-state',
  place: 'Boukamal',
  time: day,
  ...more,
});
const met = (one: Told, other: Told): string[] =>
  found([
    { id: 'a', publisher: 'Agence Méridienne', published: day, says: [one] },
    { id: 'b', publisher: 'Radio Ponant', published: day, says: [other] },
  ]);

const cases: readonly (readonly [title: string, one: Told, other: Told, found: string[]])[] = [
  [
    'the same taker, by two',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'syrian-government'),
    ['agrees a b'],
  ],
  [
    'another taker',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'hezbollah'),
    ['agrees a b', 'disputes-part actor a b'],
  ],
  ['a taker, and none named', took('syrian-government', 'syrian-government'), took('sohr', ''), ['agrees a b']],
  [
    'a month holds its day',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'syrian-government', { time: '2017-11' }),
    ['agrees a b'],
  ],
  [
    'announced on a day, without saying when it was done',
    took('syrian-government', 'syrian-government', { time: undefined, act: 'announce', said: day } as Told),
    took('sohr', 'syrian-government'),
    ['agrees a b'],
  ],
  [
    'one names all the takers that the other names, and more',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'syrian-government hezbollah'),
    ['agrees a b', 'refines actor b a'],
  ],
  [
    'one speaker through two outlets is a repetition',
    took('sohr', 'syrian-government'),
    took('sohr', 'syrian-government'),
    ['repeats a b'],
  ],
  [
    'another place',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'syrian-government', { place: 'Raqqa' }),
    [],
  ],
  [
    'hearsay',
    took('syrian-government', 'syrian-government'),
    took('sohr', 'syrian-government', { modality: 'hedged' }),
    [],
  ],
];
for (const [title, one, other, expected] of cases) test(title, () => expect(met(one, other)).toEqual(expected));
