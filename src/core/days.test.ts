import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, daysOf, isWhen, shareDay } from './days.ts';

describe('the days a time covers', () => {
  const cases = [
    ['2017-12-07', '2017-12-07', '2017-12-07'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2017', '2017-01-01', '2017-12-31'],
    ['2015-01/2019-02-11', '2015-01-01', '2019-02-11'],
    ['../2017-12', null, '2017-12-31'],
    ['2014/..', '2014-01-01', null],
  ] as const;
  for (const [when, first, last] of cases) test(when, () => expect(daysOf(when)).toEqual({ first, last }));
});

describe('what is no time', () => {
  for (const text of [
    '',
    'jeudi',
    '2017-13',
    '2017-02-30',
    '17-01-01',
    '../..',
    '2017/2018/2019',
    '2018/2017',
    '2017-1-1',
  ])
    test(JSON.stringify(text), () => expect(isWhen(text)).toBe(false));
});

describe('sharing a day', () => {
  const cases = [
    ['2017-12-07', '2017-12', true],
    ['2017-12-07', '2017-12-08', false],
    ['../2017-12-07', '2017-12-07/..', true],
    ['../2017-12-06', '2017-12-07/..', false],
    ['2014/..', '2019', true],
  ] as const;
  for (const [a, b, shared] of cases)
    test(`${a} and ${b}`, () => {
      expect(shareDay(daysOf(a), daysOf(b))).toBe(shared);
      expect(shareDay(daysOf(b), daysOf(a))).toBe(shared);
    });
});

test('adding days and counting them are each other’s reverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40000, max: 40000 }), (days) => {
      const later = addDays('2017-12-07', days);
      expect(daysBetween('2017-12-07', later)).toBe(days);
    }),
  );
});
