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
