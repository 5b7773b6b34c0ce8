import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, grammarOf, partsOf } from './passages.ts';

describe('a text as it is searched', () => {
  const cases = [
    ['Évacués', 'evacues'],
    ['l’Œil', "l'oeil"],
    ['e\u0301te\u0301', 'ete'],
    ['a\u0001b\nc', 'a b c'],
    ['🛰 DEÏR', '🛰 deir'],
  ] as const;
  for (const [text, folded] of cases) test(JSON.stringify(text), () => expect(foldText(text).folded).toBe(folded));

  test('each character leads back to where it stands', () => {
    const text = 'L’œil était là';
    const { folded, at } = foldText(text);
    const found = folded.indexOf('etait');
    expect(text.slice(at[found], at[found + 'etait'.length])).toBe('était');
  });
});

describe('the parts of a text', () => {
  test('together are the text, and none is cut within a character', () => {
    const words = fc.constantFrom('mot ', 'é', '🛰', ' ', '\n', 'x'.repeat(30_000));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const parts = partsOf(text).map(({ start, end }) => text.slice(start, end));
        expect(parts.join('')).toBe(text);
        for (const part of parts) expect(/\p{Surrogate}/u.test(part)).toBe(false);
      }),
    );
  });
});

test('a grammar for each language', () => {
  expect(['fr', 'fr-BE', 'FR', 'en-GB', 'de', null].map(grammarOf)).toEqual([
    'french',
    'french',
    'french',
    'english',
    'simple',
    'simple',
  ]);
});
