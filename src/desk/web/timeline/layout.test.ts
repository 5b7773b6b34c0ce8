import { expect, test } from 'vitest';
import { axisOf, dayTicks } from './layout.ts';

const cases = [
  // first       last          at most  days that are marked
  ['2018-06-01', '2018-06-03', 10, ['2018-06-01', '2018-06-02', '2018-06-03', '2018-06-04']],
  ['2018-06-01', '2018-06-01', 10, ['2018-06-01', '2018-06-02']],
  ['2018-01-01', '2018-12-31', 4, ['2018-01-01', '2018-04-01', '2018-07-01', '2018-10-01', '2019-01-01']],
] as const;
for (const [first, last, count, days] of cases)
  test(`${first} to ${last}: each day is marked once`, () => {
    expect(dayTicks(axisOf({ first, last }, 1000), count).map(({ day }) => day)).toEqual(days);
  });
