import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Told } from '../../../tests/crosscheck/sample-dossier.ts';

const first = '2017-12-05';
const later = '2017-12-27';
const strength = (by: string, figure: string, said: string, more: Told = {}): Told => ({
  by,
  type: 'strength',
  actor: 'islamic-state',
  figure,
  said,
  time: said,
  ...more,
});
const dead = (by: string, figure: string, more: Told = {}): Told => ({
  by,
  type: 'casualties',
  target: 'civilians',
  place: 'Boukamal',
  figure,
  time: first,
  said: first,
  ...more,
});
const met = (one: Told, other: Told): string[] =>
  found([
    { id: 'a', publisher: 'Agence Méridienne', published: first, says: [one] },
    { id: 'b', publisher: 'Radio Ponant', published: later, says: [other] },
  ]);

const cases: readonly (readonly [title: string, one: Told, other: Told, found: string[]])[] = [
  [
    'its own figure, lowered',
    strength('us-led-coalition', '< 3000 fighters', first),
    strength('us-led-coalition', '< 1000 fighters', later),
    ['supersedes quantity b a'],
  ],
  ['two that cannot both be', dead('sohr', '31 deaths'), dead('russia', '> 80 deaths'), ['contradicts quantity a b']],
  ['the same of two', dead('sohr', '31 deaths'), dead('russia', '31 deaths'), ['agrees quantity a b']],
  ['a narrower figure', dead('sohr', '31 deaths'), dead('russia', '>= 27 deaths'), ['refines quantity a b']],
  [
    'the dead of one day are not those of the next',
    dead('sohr', '31 deaths'),
    dead('sohr', '12 deaths', { time: later, said: later }),
    [],
  ],
  ['another day', dead('sohr', '31 deaths'), dead('russia', '> 80 deaths', { time: later }), []],
  [
    'a toll since 2011, and that of a day',
    dead('sohr', '350 deaths', { time: '2011/..' }),
    dead('russia', '12 deaths'),
    [],
  ],
  ['a part of them', dead('sohr', '9 deaths', { target: 'children' }), dead('russia', '26 deaths'), []],
  [
    'a town and a country',
    strength('sohr', '600 fighters', first, { place: 'Baghouz' }),
    strength('us-led-coalition', '< 3000 fighters', first),
    [],
  ],
  ['other people counted', dead('sohr', '31 deaths', { target: 'islamic-state' }), dead('russia', '> 80 deaths'), []],
  ['the wounded are no dead', dead('sohr', '31 deaths'), dead('russia', '80 wounded'), []],
  ['hearsay', dead('sohr', '31 deaths', { modality: 'hedged' }), dead('russia', '> 80 deaths'), []],
];
for (const [title, one, other, expected] of cases) test(title, () => expect(met(one, other)).toEqual(expected));
