import { expect, test } from 'vitest';
import { dossierOf, world } from '../../../tests/crosscheck/sample-dossier.ts';
import { originsOf } from './origins.ts';

const wire =
  "Une colonne de camions a quitté la ville avant l'aube, escortée par deux blindés, et nul ne sait encore où elle va. " +
  'Les commerces sont restés fermés toute la journée dans le quartier du port. ' +
  'Le gouverneur doit parler ce soir à la radio, a fait savoir son cabinet.';
const shortened = wire.slice(0, wire.indexOf(' Le gouverneur'));
const other =
  'Dans la vallée voisine, les récoltes ont commencé plus tôt que les autres années malgré les tirs entendus au loin. ' +
  'Deux écoles ont rouvert mardi et les maîtres attendent toujours leur salaire de septembre.';

const cases = [
  ['the same words', wire, wire, 'same-text'],
  ['the wire, shortened', wire, shortened, 'same-text'], // all that the shorter has, the longer has
  ['the wire with words of its own', wire, `${shortened} ${other.slice(0, 110)}`, 'shared-words'],
  ['two texts', wire, other, null],
  ['no text at all', '', '', null],
] as const;
for (const [title, one, copy, kind] of cases)
  test(title, () => {
    const { groupOf, folds } = originsOf(
      dossierOf([
        { id: 'a', text: one },
        { id: 'b', text: copy },
      ]),
      world,
    );
    expect(folds.map((fold) => fold.kind)).toEqual(kind === null ? [] : [kind]);
    expect(groupOf.get('b')).toBe(kind === null ? 'b' : 'a');
  });

test('somebody says that two are not of one origin: the fold is gone, and so is one that words do not tell', () => {
  const dossier = dossierOf([
    { id: 'a', text: wire },
    { id: 'b', text: shortened },
    { id: 'c', text: other },
  ]);
  const pairs = [
    { a: 'b', b: 'a', sameOrigin: false },
    { a: 'a', b: 'c', sameOrigin: true },
  ];
  const { groupOf, folds } = originsOf({ ...dossier, pairs }, world);
  expect(folds.map(({ kind, members }) => [kind, ...members])).toEqual([['by-hand', 'a', 'c']]);
  expect([...groupOf]).toEqual([
    ['a', 'a'],
    ['b', 'b'],
    ['c', 'a'],
  ]);
});

test('what an outlet credits an agency with is that agency’s, under whichever name', () => {
  const { ownWords } = originsOf(
    dossierOf([
      { id: 'a', text: `${other} (avec AFP)`, publisher: 'Le Courrier' },
      { id: 'b', text: wire, publisher: 'AFP' },
      { id: 'c', text: 'Le marché a rouvert.', publisher: 'Le Courrier' },
    ]),
    world,
  );
  expect([...ownWords.values()]).toEqual(['party:afp', 'party:afp', 'name:le courrier']);
});
