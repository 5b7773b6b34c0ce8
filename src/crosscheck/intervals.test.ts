import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantityOf } from '../../tests/crosscheck/sample-dossier.ts';
import { BOUNDS } from '../core/index.ts';
import { compatible, type Interval, inside, intervalOf, sameFigure } from './intervals.ts';

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

// Figures that are multiples of five, so that a fifth more or less is a whole number; halves lie between any two of those.
const figure = fc.record({
  value: fc.integer({ min: 0, max: 12 }).map((n) => n * 5),
  more: fc.option(fc.integer({ min: 0, max: 4 }).map((n) => n * 5)),
  bound: fc.constantFrom(...BOUNDS),
});
const quantity = figure.map(({ value, more, bound }) => ({
  value,
  ...(more === null ? {} : { max: value + more }),
  bound,
  unit: 'deaths',
}));
const halves = Array.from({ length: 400 }, (_, n) => n / 2);
const allows = ({ low, high, lowOpen, highOpen }: Interval, n: number): boolean =>
  (lowOpen ? n > low : n >= low) && (highOpen ? n < high : n <= high);

test('two can both be where some number is allowed by both', () => {
  fc.assert(
    fc.property(quantity, quantity, (one, other) => {
      const [a, b] = [intervalOf(one), intervalOf(other)];
      expect(compatible(a, b)).toBe(halves.some((n) => allows(a, n) && allows(b, n)));
    }),
  );
});

test('one is inside the other where it allows nothing else, and less', () => {
  fc.assert(
    fc.property(quantity, quantity, (one, other) => {
      const [a, b] = [intervalOf(one), intervalOf(other)];
      const isEmpty = !halves.some((n) => allows(a, n));
      fc.pre(!isEmpty); // « moins de 0 » allows nothing
      const [ours, theirs] = [a, b].map((interval) => halves.filter((n) => allows(interval, n)));
      expect(inside(a, b)).toBe(ours!.every((n) => theirs!.includes(n)) && ours!.length < theirs!.length);
    }),
  );
});
