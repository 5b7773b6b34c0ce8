import { expect, test } from 'vitest';
import { sentenceAround } from './sentence.ts';

const cases = [
  // text, with the words quoted between |bars|                              their sentence
  ['Un début. Les forces |tiennent Valmont| depuis mardi. Une suite.', 'Les forces tiennent Valmont depuis mardi.'],
  ['|Tout seul.|', 'Tout seul.'],
  ['Titre\n|Les forces| avancent.\nSuite', 'Les forces avancent.'],
  ['Il a dit : « Nous |tenons|. » Une suite.', 'Il a dit : « Nous tenons.'],
  ['Selon M. Dupont, |la ville| est prise. Fin.', 'Selon M. Dupont, la ville est prise.'],
  ['Plus de 1.000 hommes |restent| là. Fin.', 'Plus de 1.000 hommes restent là.'],
  ['Fin du propos. » Les |autres| partent.', 'Les autres partent.'],
  ['Une phrase. |Deux phrases. Puis.| Encore.', 'Deux phrases. Puis.'],
] as const;
for (const [marked, sentence] of cases)
  test(marked, () => {
    const [before, words, after] = marked.split('|') as [string, string, string];
    const text = before + words + after;
    const { start, end } = sentenceAround(text, { start: before.length, end: before.length + words.length });
    expect(text.slice(start, end)).toBe(sentence);
  });

test('a stretch without an end is cut at a word', () => {
  const text = 'mot '.repeat(1000);
  const { start, end } = sentenceAround(text, { start: 2000, end: 2003 });
  expect(end - start).toBeLessThan(820);
  expect(text.slice(start, end)).toMatch(/^mot .* mot$/);
});
