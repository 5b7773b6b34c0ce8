import { expect, test } from 'vitest';
import { openLimiter } from './limiter.ts';

test('lets each through so many times in a window that slides', () => {
  let now = 0;
  const { take } = openLimiter({ most: 2, seconds: 10, now: () => now });
  const tries = [
    // at second, who, seconds to wait
    [0, 'a', 0],
    [4, 'a', 0],
    [5, 'a', 5],
    [5, 'b', 0], // the other has tried nothing yet
    [9, 'a', 1],
    [10.5, 'a', 0],
    [11, 'a', 3],
    [30, 'a', 0],
  ] as const;
  for (const [second, who, wait] of tries) {
    now = second * 1000;
    expect(take(who), `${who} at ${second}`).toBe(wait);
  }
});
