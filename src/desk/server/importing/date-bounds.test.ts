import { expect, test } from 'vitest';
import { dateBoundsOf } from './date-bounds.ts';

const words = { start: 0, end: 4, text: 'mots' };
const claim = (time: string | null, modality: 'actual' | 'hedged' | 'forecast' | 'intent' = 'actual') => ({
  ...words,
  time,
  modality,
});
const cases = [
  // what is told                                       the earliest day
  [[claim('2017-11-09'), claim('2017-10-26')], '2017-11-09'],
  [[claim('2017-11')], '2017-11-01'],
  [[claim('2014/..')], '2014-01-01'],
  [[claim('../2017-12-01')], null], // « jusqu'au »: the text may be older
  [[claim('2018-01-15', 'forecast'), claim('2017-12-07')], '2017-12-07'],
  [[claim('2018-01-15', 'intent')], null],
  [[claim('2031-01-01')], null], // after we had it: a slip of the pen
  [[claim(null)], null],
  [[], null],
] as const;
for (const [claims, notBefore] of cases)
  test(`${claims.map(({ time, modality }) => `${time} ${modality}`).join(', ') || 'nothing'}: not before ${notBefore}`, () =>
    expect(dateBoundsOf({ claims, statements: [] }, '2026-03-01T10:00:00.000Z')).toEqual({
      notBefore,
      words: notBefore === null ? null : words,
      notAfter: '2026-03-01',
    }));

test('the day of a statement counts, and leads to its cue', () => {
  const cue = { start: 10, end: 22, text: 'a dit le 3 mai' };
  const statements = [{ said: '2018-05-03', cue, content: [words] }];
  expect(dateBoundsOf({ claims: [claim('2018-05-01')], statements }, '2026-03-01T10:00:00.000Z')).toMatchObject({
    notBefore: '2018-05-03',
    words: cue,
  });
});
