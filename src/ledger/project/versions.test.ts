import { expect, test } from 'vitest';
import { orderVersions } from './versions.ts';

const version = (id: string, date: string | null, instant: string | null = null) => ({
  id,
  published: date === null ? null : ({ date, instant, given: 'metadata', span: null } as const),
});

const cases = [
  // what it shows; the versions in the order in which we learned of them; oldest first
  ['as we learned of them', [version('a', '2018-01-01'), version('b', '2018-01-02')], 'a b'],
  ['an older one that comes later', [version('a', '2018-01-02'), version('b', '2018-01-01')], 'b a'],
  ['two of one day', [version('a', '2018-01-01'), version('b', '2018-01-01')], 'a b'],
  ['a month that holds the day', [version('a', '2018-01-15'), version('b', '2018-01')], 'a b'],
  [
    'instants within a day',
    [version('a', '2018-01-01', '2018-01-01T12:00:00+03:00'), version('b', '2018-01-01', '2018-01-01T08:30:00Z')],
    'b a',
  ],
  ['one without a day', [version('a', '2018-01-02'), version('b', null), version('c', '2018-01-01')], 'c a b'],
] as const;
for (const [what, versions, order] of cases)
  test(what, () =>
    expect(
      orderVersions(versions)
        .map((item) => item.id)
        .join(' '),
    ).toBe(order),
  );
