import { expect, test } from 'vitest';
import { openFrench } from './engine.ts';

const french = openFrench();
/** « subject < verb » for each subject, by the words. */
const subjects = (text: string): string[] =>
  french
    .sentences(text)
    .flatMap(({ tokens }) =>
      tokens
        .filter(({ deprel, upos }) => deprel.startsWith('nsubj') && upos !== 'PRON')
        .map((token) => `${token.text} < ${tokens[token.head]?.text ?? 'root'}`),
    );

const cases = [
  ['Deux militaires maliens qui patrouillaient dans la forêt ont été tués mercredi.', ['militaires < tués']],
  ['Deux gendarmes, qui faisaient partie de l’escorte, ont été blessés.', ['gendarmes < blessés']],
  ['Le maire qui dormait a été réveillé par le bruit.', ['maire < réveillé']],
  ['Le pont qui relie les deux rives et qui date de 1900 est fermé.', ['pont < fermé']],
  ['La femme qui chante et danse est ma voisine.', ['femme < voisine']],
] as const;
for (const [text, expected] of cases) test(text, () => expect(subjects(text)).toEqual(expected));

test('the relative clause hangs from its noun', () => {
  const [sentence] = french.sentences('Deux militaires qui patrouillaient ont été tués mercredi.');
  const { tokens } = sentence!;
  const verb = tokens.find(({ text }) => text === 'patrouillaient')!;
  expect([verb.deprel, tokens[verb.head]!.text]).toEqual(['acl:relcl', 'militaires']);
  expect(tokens.filter(({ head }) => head === -1).map(({ text }) => text)).toEqual(['tués']);
});
