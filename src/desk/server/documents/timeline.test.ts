import { describe, expect, test } from 'vitest';
import { mostOf } from './timeline.ts';

const november = Array.from({ length: 19 }, (_, at) => `2017-11-${String(at + 1).padStart(2, '0')}`);
const cases = [
  // what                                   days                                     window
  ['one old claim is left aside', ['2014-01-01', ...november], ['2017-11-01', '2017-11-19']],
  ['one late claim is left aside', [...november, '2019-03-23'], ['2017-11-01', '2017-11-19']],
  ['of few claims none is', ['2014-01-01', '2017-11-01'], ['2014-01-01', '2017-11-01']],
  ['all on one day', ['2017-11-09', '2017-11-09'], ['2017-11-09', '2017-11-09']],
] as const;

describe('the days on which a timeline opens', () => {
  test.each(cases)('%s', (_, days, [first, last]) => expect(mostOf(days)).toEqual({ first, last }));
  test('no days', () => expect(mostOf([])).toBeNull());
});
