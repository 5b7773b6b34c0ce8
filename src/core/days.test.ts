import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, daysOf, isDate, isWhen, shareDay } from './days.ts';

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

describe('the calendar is the one of Temporal', () => {
  const part = (least: number, most: number) => fc.integer({ min: least, max: most });
  const written = fc
    .tuple(part(1, 9999), part(0, 13), part(0, 32))
    .map(([year, month, day]) => ({ year, month, day, text: dateText(year, month, day) }));
  function dateText(year: number, month: number, day: number): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  }
  test('which days there are', () => {
    fc.assert(
      fc.property(written, ({ year, month, day, text }) => {
        const isThere = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
        expect(isDate(text)).toBe(isThere);
      }),
      {
        examples: [
          [2000, 2, 29],
          [1900, 2, 29],
          [2016, 2, 29],
          [2017, 2, 29],
        ].map(([y, m, d]) => [{ year: y!, month: m!, day: d!, text: dateText(y!, m!, d!) }]),
      },
    );
  });
  const daysIn = (year: number, month: number): number => Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  test('the last day of a month', () => {
    fc.assert(
      fc.property(part(1, 9999), part(1, 12), (year, month) => {
        const text = dateText(year, month, 1).slice(0, 7);
        expect(daysOf(text).last).toBe(`${text}-${daysIn(year, month)}`);
      }),
    );
  });
  test('a day so many days later', () => {
    fc.assert(
      fc.property(part(1000, 3000), part(1, 12), part(1, 28), part(-40000, 40000), (year, month, day, days) => {
        const from = dateText(year, month, day);
        expect(addDays(from, days)).toBe(Temporal.PlainDate.from(from).add({ days }).toString());
      }),
    );
  });
});
