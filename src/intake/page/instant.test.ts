import { describe, expect, test } from 'vitest';
import { instantOf } from './instant.ts';

describe('the day is that of the instant’s own offset', () => {
  const cases = [
    ['2017-12-07T23:30:00+03:00', '2017-12-07', '2017-12-07T23:30:00+03:00'],
    ['2017-12-07T23:30:00-05:00', '2017-12-07', '2017-12-07T23:30:00-05:00'],
    ['2017-12-07T23:30:00Z', '2017-12-07', '2017-12-07T23:30:00Z'],
    ['2017-12-07T23:30:00.123+0100', '2017-12-07', '2017-12-07T23:30:00+01:00'],
    ['2017-12-07 23:30 +01', '2017-12-07', '2017-12-07T23:30:00+01:00'],
    ['20171207T233000Z', '2017-12-07', '2017-12-07T23:30:00Z'],
    ['Thu, 07 Dec 2017 23:30:00 +0300', '2017-12-07', '2017-12-07T23:30:00+03:00'],
    ['7 Dec 2017 08:05:00 GMT', '2017-12-07', '2017-12-07T08:05:00Z'],
    ['2017-12-07T23:30:00', '2017-12-07', null], // no offset: no instant
    ['2017-12-07', '2017-12-07', null],
    ['20171207', '2017-12-07', null],
    ['2017-12', '2017-12', null],
    ['7 décembre 2017 à 14h05', '2017-12-07', null],
  ] as const;
  for (const [words, date, instant] of cases)
    test(words, () => expect(instantOf(words, 'meta date')).toEqual({ date, instant, from: 'meta date' }));
});

describe('what is no day', () => {
  for (const words of ['', 'hier', '2017-02-30', '2017-12-07T25:00:00Z', '1512603000', '07/12/17', 'Thu, 07 Foo 2017'])
    test(JSON.stringify(words), () => expect(instantOf(words, 'meta date')).toBeNull());
});
