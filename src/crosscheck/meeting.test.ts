import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Days, shareDay } from '../core/index.ts';
import { meeting, meetingOf } from './meeting.ts';

const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2017-11-01', days));
const days: fc.Arbitrary<Days> = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { first: b, last: a } : { first: a, last: b }));
const spans = fc.array(days, { maxLength: 12 }).map((all) => all.map((own, id) => ({ id, own })));
const daysOf = ({ own }: { own: Days }): Days => own;

test('finds the pairs whose days meet, each once', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const brute = all.flatMap((one) =>
        all
          .filter((other) => one.id < other.id && shareDay(one.own, other.own))
          .map((other) => `${one.id} ${other.id}`),
      );
      const found = [...meeting(all, daysOf)].map(([a, b]) => (a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`));
      expect(found.sort()).toEqual(brute.sort());
    }),
  );
});

test('finds the pairs of two lists whose days meet', () => {
  fc.assert(
    fc.property(spans, spans, (ones, others) => {
      const brute = ones.flatMap((one) =>
        others.filter((other) => shareDay(one.own, other.own)).map((other) => `${one.id} ${other.id}`),
      );
      expect([...meetingOf(ones, others, daysOf, daysOf)].map(([a, b]) => `${a.id} ${b.id}`).sort()).toEqual(
        brute.sort(),
      );
    }),
  );
});
