import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BOUNDARY_FEATURES, MOST_NAME_FEATURES } from '../internals.ts';
import { openFrench } from './engine.ts';

const french = openFrench();
const tokensOf = (text: string) => french.sentences(text).flatMap(({ tokens }) => tokens);

describe('tokens, in the manner of UD French', () => {
  const cases: readonly (readonly [text: string, tokens: string])[] = [
    ["L'armée n'a qu'un fort", "L'|armée|n'|a|qu'|un|fort"],
    ['a-t-il ajouté', 'a|-t-il|ajouté'],
    ['Prends-le vite', 'Prends|-le|vite'],
    ['les États-Unis et le porte-parole', 'les|États-Unis|et|le|porte-parole'],
    ["aujourd'hui, c'est-à-dire lundi", "aujourd'hui|,|c'est-à-dire|lundi"],
    ['plus de 1.200 morts le 07/12/2017', 'plus|de|1.200|morts|le|07/12/2017'],
    ['30 000 habitants', '30 000|habitants'],
    ['« Non », dit-elle.', '«|Non|»|,|dit|-elle|.'],
    ['M. Ardan vit à Kandor.', 'M.|Ardan|vit|à|Kandor|.'],
  ];
  for (const [text, tokens] of cases)
    test(text, () => expect(tokensOf(text).map(({ text: words }) => words)).toEqual(tokens.split('|')));
  test('a contraction is one token with its two words', () => {
    const [du] = tokensOf('du port').filter(({ text }) => text === 'du');
    expect(du).toMatchObject({ upos: 'ADP', lemma: 'de', parts: ['de', 'le'] });
  });
});

describe('sentences', () => {
  const cases: readonly (readonly [text: string, sentences: readonly string[]])[] = [
    ['Le pont est fermé. Le maire le regrette.', ['Le pont est fermé.', 'Le maire le regrette.']],
    ['Le gén. M. Ardan est parti. Il revient.', ['Le gén. M. Ardan est parti.', 'Il revient.']],
    ['« Assez ! » a-t-il lancé. Puis il sortit.', ['« Assez ! » a-t-il lancé.', 'Puis il sortit.']],
    ['Un titre sans point\n\nLa ville dort.', ['Un titre sans point', 'La ville dort.']],
    ['Ils étaient 1.200. Ils sont 800.', ['Ils étaient 1.200.', 'Ils sont 800.']],
    ['Il a dit (voir p. 4) que la rue rouvre.', ['Il a dit (voir p. 4) que la rue rouvre.']],
  ];
  for (const [text, sentences] of cases)
    test(text, () => expect(french.sentences(text).map((sentence) => sentence.text)).toEqual(sentences));
});

describe('tags, features and lemmas', () => {
  const cases: readonly (readonly [text: string, word: string, expected: object])[] = [
    ['La ville serait encerclée depuis mardi.', 'serait', { upos: 'AUX', lemma: 'être', feats: /Mood=Cnd/ }],
    ['Les soldats tiennent le pont.', 'tiennent', { upos: 'VERB', lemma: 'tenir', feats: /Mood=Ind.*Tense=Pres/ }],
    ['Il faut que la route soit ouverte.', 'soit', { upos: 'AUX', lemma: 'être', feats: /Mood=Sub/ }],
    ['Les travaux ont repris.', 'travaux', { upos: 'NOUN', lemma: 'travail', feats: /Number=Plur/ }],
    ['Les troupes ont avancé vers le nord.', 'avancé', { upos: 'VERB', lemma: 'avancer', feats: /VerbForm=Part/ }],
    ['La belle ferme le voile.', 'le', { upos: 'DET', lemma: 'le', feats: /Definite=Def/ }],
  ];
  for (const [text, word, { feats, ...rest }] of cases as readonly (readonly [
    string,
    string,
    { readonly upos: string; readonly lemma: string; readonly feats: RegExp },
  ])[])
    test(`${word} in « ${text} »`, () => {
      const token = tokensOf(text).find((one) => one.text === word)!;
      expect(token).toMatchObject(rest);
      expect(token.feats).toMatch(feats);
    });
});

describe('dependencies', () => {
  const arcs = (text: string) => {
    const tokens = tokensOf(text);
    return tokens.map(({ text: word, head, deprel }) => `${word} ${deprel} ${head < 0 ? '-' : tokens[head]!.text}`);
  };
  const cases: readonly (readonly [text: string, arc: string])[] = [
    ['Le maire ouvre le pont.', 'maire nsubj ouvre'],
    ['Le maire ouvre le pont.', 'pont obj ouvre'],
    ['Le fort a été pris par les rebelles.', 'fort nsubj:pass pris'],
    ['La loi a été votée par le parlement.', 'parlement obl:agent votée'],
    ['Le maire affirme que la rue est sûre.', 'sûre ccomp affirme'],
    ['La route qui mène au port est coupée.', 'mène acl:relcl route'],
  ];
  for (const [text, arc] of cases) test(`« ${text} »: ${arc}`, () => expect(arcs(text)).toContain(arc));
});

describe('names', () => {
  const namesOf = (text: string) =>
    french.names(french.sentences(text)).map(({ start, end, kind }) => `${text.slice(start, end)} ${kind}`);
  const cases: readonly (readonly [text: string, name: string])[] = [
    ['Elle vit à Marseille depuis deux ans.', 'Marseille place'],
    ['Le général Paul Martin est arrivé hier.', 'Paul Martin person'],
    ['Un accord avec l’ONU est prêt.', 'ONU organisation'],
  ];
  for (const [text, name] of cases) test(text, () => expect(namesOf(text)).toContain(name));
  test('no name where none is', () => expect(namesOf('La ville dort sous la pluie.')).toEqual([]));
});

test('any text gives tokens that leave out nothing but white space, in whole trees', () => {
  const letters = fc.constantFrom(..."ab'’é-.,!« »()[]1 0\n\u00a0\u0301😀LdqOu:/@");
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const sentences = french.sentences(text);
      let at = 0;
      for (const { tokens, span } of sentences) {
        expect(tokens[0]!.start).toBe(span.start);
        expect(tokens.at(-1)!.end).toBe(span.end);
        expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
        tokens.forEach((token, i) => {
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.head).not.toBe(i);
          at = token.end;
        });
      }
      expect(text.slice(at).trim()).toBe('');
      french.names(sentences);
    }),
    { numRuns: 400 },
  );
});

test('scratch space for features is more than any needs', () => {
  expect(MOST_BOUNDARY_FEATURES).toBeGreaterThan(18);
  expect(MOST_NAME_FEATURES).toBeGreaterThan(40);
});
