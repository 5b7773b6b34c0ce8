import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const ei = 'islamic-state';
const fds = 'syrian-democratic-forces';
const foretold: Told = {
  by: fds,
  type: 'capture',
  actor: fds,
  target: ei,
  place: 'Baghouz',
  modality: 'forecast',
  time: '2019-02-28',
  said: '2019-02-11',
};
const came: Told = {
  by: 'sohr',
  type: 'capture',
  actor: fds,
  target: ei,
  place: 'Baghouz',
  time: '2019-02-20',
  said: '2019-02-20',
};
const stillHeld: Told = {
  by: 'sohr',
  type: 'control',
  actor: ei,
  place: 'Baghouz',
  time: '2019-03-05',
  said: '2019-03-05',
};
const met = (...told: Told[]): string[] =>
  found(told.map((one, at) => ({ id: 'abc'[at]!, publisher: `Agence ${at}`, published: one.said!, says: [one] })));

const cases: readonly (readonly [title: string, told: Told[], found: string[]])[] = [
  ['it came about', [foretold, came], ['supersedes b a']],
  ['its time passed, and they still hold it', [foretold, stillHeld], ['supersedes b a']],
  [
    'they still hold it, and there is time left',
    [foretold, { ...stillHeld, time: '2019-02-20', said: '2019-02-20' }],
    [],
  ],
  ['foreseen without a day, and come about', [{ ...foretold, time: undefined } as Told, came], ['supersedes b a']],
  ['it was so before', [foretold, { ...came, time: '2019-02-01' }], []],
  ['hearsay of it', [foretold, { ...came, modality: 'hedged' }], []],
  ['another place', [foretold, { ...came, place: 'Hajine' }], []],
  ['two forecasts of one thing', [foretold, { ...foretold, by: 'united-states', said: '2019-02-12' }], ['agrees a b']],
  ['two forecasts of one speaker', [foretold, { ...foretold, said: '2019-02-12' }], []],
];
for (const [title, told, expected] of cases) test(title, () => expect(met(...told)).toEqual(expected));
