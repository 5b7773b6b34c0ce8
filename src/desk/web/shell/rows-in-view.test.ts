import { expect, test } from 'vitest';
import { MOST_WHOLE, rowsInView } from './rows-in-view.ts';

const cases = [
  // what                       rows         top   height  first  end
  ['a short table, scrolled', MOST_WHOLE, 5000, 600, 0, MOST_WHOLE],
  ['the beginning', 1000, 0, 600, 0, 35],
  ['the middle', 1000, 15000, 600, 485, 535],
  ['the end', 1000, 29400, 600, 965, 1000],
  ['scrolled past the end', 1000, 90000, 600, 999, 1000],
  ['scrolled past the beginning', 1000, -50, 600, 0, 34],
] as const;
for (const [what, count, top, height, first, end] of cases)
  test(what, () => expect(rowsInView(count, { top, height, row: 30 })).toEqual({ first, end }));
