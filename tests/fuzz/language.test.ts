import { describe, expect, test } from 'vitest';
import { openFrench } from '../../src/language/index.ts';

// A megabyte of what no newsroom writes: nothing throws, nothing is lost, and time grows as the length does.

const french = openFrench();
const MEGABYTE = 1_000_000;
/** Twice the text may take this many times as long: 2 where time is linear, 4 where it is quadratic. */
const MOST_GROWTH = 3.2;

const units = [
  '«',
  'a',
  '\u0301',
  '😀',
  '(',
  "l'",
  '- ',
  '. ',
  'A. ',
  '1.',
  ' ',
  'Mot. ',
  'le chat dort ',
  'b\n\n',
  '"',
  '’',
];

describe('a megabyte of', () => {
  for (const unit of units)
    test(JSON.stringify(unit), () => {
      const text = unit.repeat(MEGABYTE / unit.length);
      const time = (part: string): number => {
        const from = performance.now();
        let at = 0;
        for (const { tokens } of french.sentences(part))
          for (const { start, end } of tokens) {
            if (part.slice(at, start).trim() !== '' || end <= start) throw new Error(`lost between ${at} and ${start}`);
            at = end;
          }
        expect(part.slice(at).trim()).toBe('');
        return performance.now() - from;
      };
      time(text.slice(0, MEGABYTE / 8)); // warm
      // The better of three pairs: another program beside this one can slow either run.
      let growth = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < 3 && growth >= MOST_GROWTH; tries++) {
        const half = time(text.slice(0, MEGABYTE / 4));
        const whole = time(text.slice(0, MEGABYTE / 2));
        expect(whole).toBeLessThan(60_000);
        // Short runs are noise: below a second nobody waits.
        growth = Math.min(growth, whole > 1000 ? whole / half : 0);
      }
      expect(growth).toBeLessThan(MOST_GROWTH);
    });
});
