import { expect, test } from 'vitest';
import { snippetParts } from './snippet-parts.ts';

test.each<[string, readonly [number, number][], readonly string[]]>([
  ['words in the middle', [[103, 108]], ['La ', '[ville]', ' tient.']],
  [
    'words at both ends',
    [
      [100, 102],
      [109, 115],
    ],
    ['[La]', ' ville ', '[tient.]'],
  ],
  [
    'words side by side',
    [
      [100, 103],
      [103, 108],
    ],
    ['[La ]', '[ville]', ' tient.'],
  ],
  ['none', [], ['La ville tient.']],
])('%s', (_, marks, expected) => {
  const parts = snippetParts({
    start: 100,
    end: 115,
    text: 'La ville tient.',
    marks: marks.map(([start, end]) => ({ start, end })),
  });
  expect(parts.map(({ text, found }) => (found ? `[${text}]` : text))).toEqual(expected);
});
