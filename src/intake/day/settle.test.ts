import { describe, expect, test } from 'vitest';
import type { DateGiver } from '../dispatch.ts';
import { settleDay } from './settle.ts';

type Days = Partial<Record<DateGiver, string>>;
const settle = (days: Days, language: string | null = 'fr', byCustom = false) => {
  const given = (['user', 'metadata'] as const).flatMap((giver) =>
    days[giver]
      ? [
          {
            date: days[giver],
            given: giver,
            instant: giver === 'metadata' ? `${days[giver]}T08:00:00+01:00` : null,
            span: null,
          },
        ]
      : [],
  );
  const inText = (['dateline', 'header'] as const).flatMap((giver) =>
    days[giver]
      ? [{ date: days[giver], given: giver, start: 0, end: 10, form: 'numeric-day', byCustom, doubt: null }]
      : [],
  );
  const { published, publishedInText, doubts } = settleDay(given, inText, language);
  return [published?.date ?? null, published?.given ?? null, publishedInText, doubts.map(({ rule }) => rule).join()];
};

describe('user, metadata, header, dateline: in that order', () => {
  const cases: [Days, ReturnType<typeof settle>][] = [
    [{}, [null, null, null, '']],
    [{ dateline: '2017-12-07' }, ['2017-12-07', 'dateline', '2017-12-07', '']],
    [{ header: '2017-12', dateline: '2017-12-07' }, ['2017-12-07', 'dateline', '2017-12-07', '']],
    [{ header: '2017-12-07', dateline: '2017-12' }, ['2017-12-07', 'header', '2017-12-07', '']],
    [{ header: '2017-12', dateline: '2018-01-02' }, ['2017-12', 'header', '2017-12', 'day-disagreement']],
    [{ user: '2017-12-27', header: '2017-12' }, ['2017-12-27', 'user', '2017-12', '']],
    [{ user: '2017-12', dateline: '2017-12-07' }, ['2017-12-07', 'dateline', '2017-12-07', '']],
    [{ user: '2018-01', dateline: '2017-12-07' }, ['2018-01', 'user', '2017-12-07', 'day-disagreement']],
    [{ metadata: '2017-12-08', dateline: '2017-12-07' }, ['2017-12-08', 'metadata', '2017-12-07', 'day-disagreement']],
    [{ user: '2017', metadata: '2017-12-08', header: '2017-12' }, ['2017-12-08', 'metadata', '2017-12', '']],
  ];
  for (const [days, expected] of cases) test(JSON.stringify(days), () => expect(settle(days)).toEqual(expected));
});

test('the instant is kept where the day that counts is its day', () => {
  const metadata = { date: '2017-12-07', given: 'metadata', instant: '2017-12-07T23:30:00+03:00', span: null } as const;
  const user = { date: '2017-12-07', given: 'user', instant: null, span: null } as const;
  expect(settleDay([user, metadata], [], null).published).toMatchObject({ given: 'user', instant: metadata.instant });
  expect(settleDay([{ ...user, date: '2017-12-08' }, metadata], [], null).published?.instant).toBeNull();
});

test('in English, 07/12/2017 may be a day of July', () => {
  expect(settle({ dateline: '2017-12-07' }, 'en-GB', true)).toEqual([null, null, null, 'day-order']);
  expect(settle({ dateline: '2017-12-07' }, 'fr', true)[0]).toBe('2017-12-07');
});
