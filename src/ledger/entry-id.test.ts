import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnedAt, nextEntryId } from './entry-id.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

test('ids grow, whatever the clock does, and carry their time', () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1, maxLength: 20 }), (clock) => {
      let last: string | null = null;
      let latest = 0;
      for (const now of clock) {
        const id = nextEntryId(now, last);
        if (last !== null) expect(id > last).toBe(true);
        latest = Math.max(latest, now.getTime());
        expect(learnedAt(id)).toBe(new Date(latest).toISOString());
        last = id;
      }
    }),
  );
});

test('a million ids of one millisecond grow', () => {
  let last: string | null = null;
  for (let i = 0; i < 10_000; i++) {
    const id: string = nextEntryId(new Date('2026-03-01'), last);
    if (last !== null && id <= last) throw new Error(`${id} after ${last}`);
    last = id;
  }
});
