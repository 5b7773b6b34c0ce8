import { describe, expect, test } from 'vitest';
import { openFrench } from '../index.ts';

const engine = openFrench();

/** The object of the sentence's first verb that has one. */
function objectOf(text: string): string | undefined {
  const [sentence] = engine.sentences(text, []);
  return sentence!.tokens.find(({ deprel }) => deprel === 'obj')?.text;
}

describe('the object behind a time', () => {
  for (const [text, object] of [
    ['L’armée a repris dimanche Alma.', 'Alma'],
    ['La police a chassé jeudi les campeurs du parc.', 'campeurs'],
    ['Le maire a ouvert samedi la foire.', 'foire'],
  ] as const)
    test(text, () => expect(objectOf(text)).toBe(object));

  for (const text of ['La fête a commencé dimanche 3 mai.', 'Le train est parti lundi soir.'])
    test(`${text} has none`, () => expect(objectOf(text)).toBeUndefined());
});

describe('a subject whose number is hedged', () => {
  for (const [text, subject] of [
    ['Près de 3.300 villageois ont trouvé refuge à Alma.', 'villageois'],
    ['Jusqu’à 300 élèves ont quitté le lycée.', 'élèves'],
  ] as const)
    test(text, () => {
      const [sentence] = engine.sentences(text, []);
      expect(sentence!.tokens.find(({ deprel }) => deprel === 'nsubj')?.text).toBe(subject);
    });
});

describe('a complement that circumstances part from its noun', () => {
  for (const text of [
    'Le maire a annoncé la libération, lundi, par les voisins, de quatorze otages.',
    'La presse raconte la vente, à Alma, de douze moulins.',
  ])
    test(text, () => {
      const { tokens } = engine.sentences(text, [])[0]!;
      const noun = tokens.find(({ text }) => /^(?:otages|moulins)$/.test(text))!;
      expect(tokens[noun.head]!.text).toMatch(/^(?:libération|vente)$/);
    });
});
