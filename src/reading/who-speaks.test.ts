import { expect, test } from 'vitest';
import { dispatchFrom } from '../intake/index.ts';
import { openReader } from './reader.ts';

// For whom a source speaks: never for whom it tells of.

const reader = openReader();

function speakers(text: string): (readonly [name: string | null, by: readonly string[]])[] {
  const dispatch = dispatchFrom(new TextEncoder().encode(text), { name: 'x.txt', date: '2024-05-16', language: 'fr' });
  return reader.read(dispatch).statements.map(({ name, by }) => [name, by] as const);
}

test('a spokesman is described by the sentence before, not by what he says', () => {
  const text =
    'L’Otan se montre prudente. « Boko Haram tient encore le port », a indiqué l’un de ses porte-parole, le colonel Paul Ardan.';
  expect(speakers(text)).toEqual([['Paul Ardan', ['nato']]]);
});

test('who is told of is not who speaks next', () => {
  const text = 'L’ONU a confirmé que le M23 s’était retiré de Goma. « Il ne lui reste plus une rue », a-t-il ajouté.';
  expect(speakers(text).map(([, by]) => by)).toEqual([['united-nations'], ['united-nations']]);
});

test('a body with a name of its own is not the group told of before', () => {
  const text = 'Boko Haram recule. Le froid a tué huit enfants, selon l’organisation Secours Oriental.';
  expect(speakers(text)).toEqual([['Secours Oriental', []]]);
});

test('a capital that speaks keeps its word, with the state that it stands for', () => {
  expect(speakers('Londres dément tout accord.')).toEqual([['Londres (Royaume-Uni)', ['united-kingdom']]]);
});

test.each([
  ['« Rien », a déclaré le ministre de la Défense Jean-Yves Le Dantec.', 'Jean-Yves Le Dantec'],
  ['Le procureur de Paris François Ardan a précisé que tout était clair.', 'François Ardan'],
  ['La porte-parole du Quai d’Orsay Anne Marsac a confirmé la visite.', 'Anne Marsac'],
  ['Le sénateur (PS) Jean Ardan a dénoncé une dérive.', 'Jean Ardan'],
  ['Le numéro deux du parti, Naïm Ardan, a prévenu que la riposte viendrait.', 'Naïm Ardan'],
])('a name behind what its office is of: %s', (text, name) => {
  expect(speakers(text).map(([found]) => found)).toEqual([name]);
});

test('a body whose name has three words is no person', () => {
  expect(speakers('Le directeur de Human Rights Watch a dénoncé une dérive.')[0]?.[0]).toContain('Human Rights Watch');
});

test('what a thing does is not said by it, and what one may wish is not said', () => {
  expect(speakers('Après avoir signalé une panne, l’avion s’est posé.')).toEqual([]);
  expect(speakers('Le candidat doit gagner l’Ohio s’il souhaite battre le maire.')).toEqual([]);
});

test('a minister told of is « lui »', () => {
  const text = 'Le ministre de la Justice Armand Sorel veut interdire la chasse. Selon lui, la loi est bonne.';
  expect(speakers(text).map(([name]) => name)).toEqual(['Armand Sorel']);
});

test('« l’expert » is who spoke before, by a name', () => {
  const text = '« Le loup revient », a indiqué Victor Sapin. « Nous cherchons », a poursuivi l’expert.';
  expect(speakers(text).map(([name]) => name)).toEqual(['Victor Sapin', 'Victor Sapin']);
});

test('« il » is not who has a woman’s office', () => {
  const text =
    'L’avocate générale a requis dix ans. « Rien ne l’excuse », a soutenu Hélène Marsac. Le gendarme se tait. Il a affirmé être venu parler.';
  expect(speakers(text).at(-1)?.[0]).not.toBe('Hélène Marsac');
});

test('« cet expert » is who spoke last', () => {
  const text =
    '« Les drones ont gagné », observe Karel Daven, qui enseigne à Bruxelles. Selon cet expert, tout a changé.';
  expect(speakers(text).map(([name]) => name)).toEqual(['Karel Daven', 'Karel Daven']);
});

test('what the sentence before tells is said in « c’est ce qu’a réaffirmé »', () => {
  const text =
    'La loi ne changera pas. C’est ce qu’a réaffirmé jeudi devant la commission la cheffe de l’économie, Odile Marsac. « Rien ne presse », a plaidé la cheffe.';
  expect(speakers(text).map(([name]) => name)).toEqual(['Odile Marsac', 'Odile Marsac']);
});

test('one of two states that spoke together speaks for itself', () => {
  const text = 'La Norvège et la Suède ont annoncé un accord. La Norvège a démenti mardi tout retard.';
  expect(speakers(text).map(([name]) => name)).toEqual(['Norvège et la Suède', 'Norvège']);
});

test('a state television has no title', () => {
  const text = 'Selon la télévision d’État, l’armée a désamorcé les mines.';
  expect(speakers(text).map(([name]) => name)).toEqual(['télévision d’État']);
});

test('one speaker speaks for one party throughout', () => {
  const text =
    'Le colonel Paul Ardan, porte-parole de l’Otan, a annoncé la prise du port. « Nous avançons », a précisé le colonel Ardan.';
  expect(speakers(text).map(([, by]) => by)).toEqual([['nato'], ['nato']]);
});

test('an office is not the group named before it', () => {
  const text = 'Daech perd du terrain. Le président américain a promis de retirer ses soldats.';
  expect(speakers(text).map(([name]) => name)).not.toContain('Daech');
});

test('« il » is the subject that stands before its verb, where the parse lost it', () => {
  const text =
    'Paul Ardan s’est rendu à Lyon. Dans les vallées qu’il contrôlait, le groupe jihadiste prélevait toutes sortes de taxes à Alma, où il a revendiqué trois attaques.';
  expect(speakers(text).map(([name]) => name)).toEqual(['groupe jihadiste']);
});
