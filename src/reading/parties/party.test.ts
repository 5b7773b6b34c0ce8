import { describe, expect, test } from 'vitest';
import { AssertionError } from '../../core/index.ts';
import { readPartyList } from './party.ts';

const row = (id: string, more: object = {}) => ({
  id,
  kind: 'armed-group',
  names: { fr: `Groupe ${id}`, en: `Group ${id}` },
  public: true,
  ...more,
});
const file = (parties: readonly object[], more: object = {}) => ({
  conflicts: { valley: { fr: 'guerre de la vallée', en: 'war of the valley' } },
  ambiguous: [],
  notParties: [],
  parties,
  ...more,
});

test('what a row leaves out is empty', () => {
  const [party] = readPartyList(file([row('north')])).parties;
  expect(party).toMatchObject({ iso: null, aliases: [], adjectives: [], parent: null, sides: [], note: null });
});

describe('faults of the data', () => {
  const cases = [
    ['an id that is no slug', file([row('North Front')]), 'lower-case slug'],
    ['an id given twice', file([row('north'), row('north')]), 'given twice'],
    ['an unknown kind', file([row('north', { kind: 'club' })]), 'unknown kind'],
    ['no word on whether it is public', file([row('north', { public: undefined })]), 'public is'],
    ['no French name', file([row('north', { names: { en: 'North' } })]), 'fr is missing'],
    ['a parent that is not there', file([row('north', { parent: 'south' })]), 'no party south'],
    ['a circle of parents', file([row('a', { parent: 'b' }), row('b', { parent: 'a' })]), 'stands under itself'],
    [
      'a side of no conflict',
      file([row('a', { sides: [{ conflict: 'sea', side: 'x', why: 'y' }] })]),
      'no conflict sea',
    ],
    ['an acronym in small letters', file([row('a', { acronyms: ['Fdn'] })]), 'no acronym'],
    ['a mark in a name', file([row('a', { aliases: ['Front (nord)'] })]), 'holds a mark'],
    ['a state without a code', file([row('a', { kind: 'state' })]), 'ISO code'],
    [
      'a name of two parties',
      file([row('a', { aliases: ['Nord'] }), row('b', { aliases: ['nord'] })]),
      'claimed by a, b',
    ],
    [
      'an ambiguity that is none',
      file([row('a', { aliases: ['Nord'] })], { ambiguous: [{ name: 'Nord', parties: ['a', 'b'], why: '…' }] }),
      'declared ambiguous for a, b',
    ],
    [
      'an ambiguity that nobody claims',
      file([row('a')], { ambiguous: [{ name: 'Sud', parties: ['a', 'b'], why: '…' }] }),
      'claimed by nobody',
    ],
  ] as const;
  for (const [fault, list, message] of cases)
    test(fault, () => {
      expect(() => readPartyList(list)).toThrow(AssertionError);
      expect(() => readPartyList(list)).toThrow(message);
    });
});

test('a declared ambiguity is no fault', () => {
  const rows = [row('a', { aliases: ['Nord'] }), row('b', { aliases: ['Nord'] })];
  const list = readPartyList(
    file(rows, { ambiguous: [{ name: 'Nord', parties: ['b', 'a'], why: 'Both are in the North.' }] }),
  );
  expect(list.ambiguous[0]?.parties).toEqual(['b', 'a']);
});
