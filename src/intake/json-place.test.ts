import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, whereJsonBreaks } from './json-place.ts';

describe('where a text stops being JSON', () => {
  const cases = [
    ['', 0],
    ['x', 0],
    ['{a}', 1],
    ["{'a':1}", 1],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{"a":1', 6],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['[,1]', 1],
    ['{"a": tru}', 6],
    ['{"a": 01}', 6],
    ['{"a":1}}', 7],
    ['{"a":"b\n"}', 5],
    ['{"a":"\\x"}', 5],
    ['{"a":1}, 2', 7],
  ] as const;
  for (const [text, index] of cases) test(JSON.stringify(text), () => expect(whereJsonBreaks(text)).toBe(index));
});

test('JSON with a sign too many breaks no later than JSON.parse sees it, and what stands before is sound', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('}', ']', ',', ':', '"', 'x', '{', '['))
    .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice(at % (json.length + 1)));
  fc.assert(
    fc.property(broken, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      // Of a text that parses, nothing breaks before its end.
      if (parses) expect(whereJsonBreaks(text)).toBe(text.length);
      else expect(whereJsonBreaks(text)).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('line and column count from 1', () => {
  expect(placeOf('ab', 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf('a\nbc\r\nd', 6)).toEqual({ line: 3, column: 1 });
  expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 });
});
