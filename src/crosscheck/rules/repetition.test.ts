import { expect, test } from 'vitest';
import { found } from '../../../tests/crosscheck/found.ts';
import type { Printed, Told } from '../../../tests/crosscheck/sample-dossier.ts';

const over: Told = { by: 'russia', type: 'victory', actor: 'russia', target: 'islamic-state', said: '2017-12-07' };
const toll: Told = {
  by: 'sohr',
  type: 'casualties',
  target: 'civilians',
  place: 'Raqqa',
  figure: '26 deaths',
  time: '2017-10-13',
  said: '2017-10-14',
};
const at = (id: string, published: string, ...says: Told[]): Printed => ({
  id,
  publisher: `Agence ${id}`,
  published,
  says,
});

const cases: readonly (readonly [title: string, printed: Printed[], found: string[]])[] = [
  [
    'a victory told again by its victor',
    [at('a', '2017-12-07', over), at('b', '2017-12-27', { ...over, said: '2017-12-27' })],
    ['repeats a b'],
  ],
  [
    'a mission accomplished, without saying whom it beat',
    [at('a', '2017-12-07', { ...over, target: '' }), at('b', '2017-12-27', { ...over, said: '2017-12-27' })],
    ['repeats a b'],
  ],
  ['a toll told again', [at('a', '2017-10-14', toll), at('b', '2017-10-20', toll)], ['repeats a b']],
  ['twice in one dispatch is no repetition', [at('a', '2017-10-14', toll, toll)], []],
  [
    'two unnamed sources may be two',
    [
      at('a', '2017-10-14', { ...toll, by: undefined, anonymous: true } as Told),
      at('b', '2017-10-20', { ...toll, by: undefined, anonymous: true } as Told),
    ],
    ['agrees quantity a b'],
  ],
];
for (const [title, printed, expected] of cases) test(title, () => expect(found(printed)).toEqual(expected));
