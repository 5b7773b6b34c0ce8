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

test('three copies of a wire are two repetitions, whatever it says', () => {
  const wire =
    'Une colonne de camions a quitté la ville avant l’aube, escortée par deux blindés, et nul ne sait où elle va.';
  const copy = (id: string): Printed => ({
    id,
    publisher: `Agence ${id}`,
    published: '2017-10-14',
    text: wire,
    says: [toll, over].map((told, i) => ({ ...told, words: `${toll.type} ${i}` })),
  });
  expect(found([copy('a'), copy('b'), copy('c')])).toEqual(['repeats a b', 'repeats a c']);
});

test('a speaker quoted by three outlets repeats itself once', () => {
  expect(found(['a', 'b', 'c'].map((id) => at(id, '2017-10-14', toll)))).toEqual(['repeats a b']);
});
