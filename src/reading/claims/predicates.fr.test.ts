import { describe, expect, test } from 'vitest';
import { dispatchSaying } from '../../../tests/reading/dispatch-saying.ts';
import { openReader } from '../reader.ts';
import type { RuleExample } from './predicate-rule.ts';
import { predicates } from './predicates.fr.ts';

const reader = openReader();
const claimsOf = (text: string) => reader.read(dispatchSaying(text)).claims;

const told = ({ actor = [], target = [], place = [], polarity, modality }: Omit<RuleExample, 'text'>) => ({
  actor,
  target,
  place,
  polarity: polarity ?? 'affirmed',
  modality: modality ?? 'actual',
});

test('each row has a name of its own', () => {
  const names = predicates.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

for (const { name, type, reads, ignores = [] } of predicates)
  describe(name, () => {
    for (const { text, ...expected } of reads)
      test(text, () => {
        const own = claimsOf(text).filter(({ rules }) => rules[0] === name);
        expect(own.map((claim) => claim.type)).toEqual([type]);
        const [{ actor, target, place, polarity, modality }] = own as [(typeof own)[0]];
        expect({ actor, target, place: place.map((one) => one.name), polarity, modality }).toEqual(told(expected));
      });
    for (const text of ignores)
      test(`no ${type} in « ${text} »`, () =>
        expect(claimsOf(text).filter((claim) => claim.type === type)).toEqual([]));
  });
