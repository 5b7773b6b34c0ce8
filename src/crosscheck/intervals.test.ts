import { expect, test } from 'vitest';
import { quantityOf } from '../../tests/crosscheck/sample-dossier.ts';
import { compatible, intervalOf, sameFigure } from './intervals.ts';

const pairs = [
  // one                other               can both be
  ['< 1000 fighters', '~ 600 fighters', true],
  ['8 percent', '30 percent', false],
  ['< 1000 fighters', '1000 fighters', false],
  ['<= 1000 fighters', '1000 fighters', true],
  ['> 80 deaths', '31 deaths', false],
  ['>= 31 deaths', '31 deaths', true],
  ['10-20 deaths', '20-30 deaths', true],
  ['10-20 deaths', '21-30 deaths', false],
  ['~ 40 deaths', '>= 72 deaths', false],
  ['~ 100 deaths', '81 deaths', true], // « une centaine »
  ['> 100 deaths', '< 100 deaths', false],
] as const;
for (const [one, other, both] of pairs)
  test(`${one} and ${other} ${both ? 'can both be' : 'cannot both be'}`, () => {
    const [a, b] = [intervalOf(quantityOf(one)), intervalOf(quantityOf(other))];
    expect([compatible(a, b), compatible(b, a)]).toEqual([both, both]);
  });

test('a figure with another bound is another figure', () => {
  expect(sameFigure(quantityOf('< 1000 fighters'), quantityOf('1000 fighters'))).toBe(false);
  expect(sameFigure(quantityOf('10-20 deaths'), quantityOf('10-20 deaths'))).toBe(true);
});
