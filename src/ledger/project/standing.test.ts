import { describe, expect, test } from 'vitest';
import { mention, readingSample } from '../../../tests/ledger/samples.ts';
import type { EntryBodies } from '../entry.ts';
import type { Change } from './dispatch-state.ts';
import { saidOf, standing } from './standing.ts';

const TEXT =
  'Le fort du Nord est pris. Le fort du Sud est pris, dit la milice. Douze soldats et trois civils sont morts.';
const NORTH = 'Le fort du Nord est pris';
const SOUTH = 'Le fort du Sud est pris';
const DEAD = 'Douze soldats et trois civils sont morts';

const reading = readingSample(TEXT, {
  statements: [{ content: SOUTH, by: ['militia'] }],
  claims: [
    { words: NORTH, type: 'capture', actor: ['militia'] },
    { words: SOUTH, type: 'capture', actor: ['militia'], statement: 's1' },
    { words: DEAD, type: 'casualties', target: ['army'], quantity: { value: 12, bound: '=', unit: 'deaths' } },
    { words: DEAD, type: 'casualties', target: ['civilians'], quantity: { value: 3, bound: '=', unit: 'deaths' } },
  ],
});

type Without<T> = T extends unknown ? Omit<T, 'dispatch'> : never;
type Said = Without<EntryBodies[Change['kind']]>;
let count = 0;
function change(kind: Change['kind'], body: Said): Change {
  const id = `e${++count}`;
  return {
    dossier: 'o',
    id,
    kind,
    author: 'Ana',
    learned: '2026-03-01T00:00:00.000Z',
    body: { ...body, dispatch: 'd' },
  } as unknown as Change;
}
const claim = (type: string, words: string) => ({ layer: 'claim', type, words: mention(TEXT, words) }) as const;
const lay = (...changes: Change[]) => standing('d', reading, 'reader', changes);

describe('a correction', () => {
  const cases: readonly (readonly [string, Said, readonly unknown[], string | null])[] = [
    // what it says, and the actors of the four claims after it; why it waits, where it does
    [
      'at the very words',
      { ...claim('capture', NORTH), slot: 'actor', seen: ['militia'], set: ['army'] },
      [['army'], ['militia'], [], []],
      null,
    ],
    [
      'at part of the words',
      { ...claim('capture', 'fort du Sud est'), slot: 'actor', seen: ['militia'], set: ['army'] },
      [['militia'], ['army'], [], []],
      null,
    ],
    [
      'at words that reach further',
      { ...claim('capture', `${NORTH}. Le`), slot: 'actor', seen: ['militia'], set: ['army'] },
      [['army'], ['militia'], [], []],
      null,
    ],
    [
      'at words that share too little',
      { ...claim('capture', 'est pris, dit la milice'), slot: 'actor', seen: ['militia'], set: ['army'] },
      [['militia'], ['militia'], [], []],
      'no-place',
    ],
    [
      'of another type',
      { ...claim('control', NORTH), slot: 'actor', seen: ['militia'], set: ['army'] },
      [['militia'], ['militia'], [], []],
      'no-place',
    ],
    [
      'whose value is another now',
      { ...claim('capture', NORTH), slot: 'actor', seen: ['scouts'], set: ['army'] },
      [['militia'], ['militia'], [], []],
      'seen-differs',
    ],
    [
      'that the reader has come to by itself',
      { ...claim('capture', NORTH), slot: 'actor', seen: ['scouts'], set: ['militia'] },
      [['militia'], ['militia'], [], []],
      null,
    ],
  ];
  for (const [what, body, actors, why] of cases)
    test(`${what}: ${why ?? 'settled'}`, () => {
      const { claims, unplaced } = lay(change('correction', body));
      expect(claims.map((item) => item.actor)).toEqual(actors);
      expect(unplaced.map((item) => item.why)).toEqual(why ? [why] : []);
    });

  test('of two claims at the same words finds the one with the value seen', () => {
    const three = { value: 3, bound: '=', unit: 'deaths' };
    const { claims } = lay(
      change('correction', {
        ...claim('casualties', DEAD),
        slot: 'quantity',
        seen: three,
        set: { ...three, value: 4 },
      }),
    );
    expect(claims.map((item) => item.quantity?.value)).toEqual([undefined, undefined, 12, 4]);
  });

  test('builds on the one before', () => {
    const first = change('correction', { ...claim('capture', NORTH), slot: 'type', seen: 'capture', set: 'control' });
    const second = change('correction', {
      ...claim('control', NORTH),
      slot: 'actor',
      seen: ['militia'],
      set: ['army'],
    });
    expect(lay(first, second).claims[0]).toMatchObject({ type: 'control', actor: ['army'] });
    expect(lay(second).unplaced).toMatchObject([{ why: 'no-place' }]);
  });

  test('of a place does not mind a candidate more', () => {
    const karrad = { name: 'Karrad', candidates: [{ id: 'recoupe:karrad', why: 'only-place-of-that-name' }] };
    const more = { name: 'Karrad', candidates: [...karrad.candidates, { id: 'geonames:9', why: 'most-people' }] };
    const read = readingSample(TEXT, { claims: [{ words: NORTH, type: 'capture', place: [more] }] });
    const set = [{ name: 'Karrad', candidates: [{ id: 'geonames:9', why: 'a-reader-says-so' }] }];
    const entry = change('correction', { ...claim('capture', NORTH), slot: 'place', seen: [karrad], set });
    expect(standing('d', read, 'reader', [entry]).claims[0]!.place).toEqual(set);
  });
});

describe('a rejection', () => {
  test('takes its claim away', () =>
    expect(lay(change('rejection', claim('capture', NORTH))).claims.map((item) => item.text)).toEqual([
      SOUTH,
      DEAD,
      DEAD,
    ]));
  test('where nothing is read any more is settled', () =>
    expect(
      standing('d', readingSample(TEXT), 'reader', [change('rejection', claim('capture', NORTH))]).unplaced,
    ).toEqual([]));
  test('where another claim is read waits', () =>
    expect(lay(change('rejection', claim('attack', NORTH))).unplaced).toMatchObject([{ why: 'other-claim' }]));
});

describe('an addition', () => {
  const added = (words: string, actor: string) =>
    change('addition', {
      claim: {
        ...mention(TEXT, words),
        type: 'capture',
        actor: [actor],
        target: [],
        place: [],
        quantity: null,
        time: null,
        polarity: 'affirmed',
        modality: 'actual',
      },
    });
  test('stands in the place of the reader’s claim at its words, and in its statement', () => {
    const { claims, statements } = lay(added('fort du Sud est pris', 'army'));
    expect(claims.filter((item) => item.type === 'capture')).toMatchObject([
      { text: NORTH },
      { actor: ['army'], made: 'people', statement: statements[0]!.id },
    ]);
  });
  test('outside any statement is the outlet’s', () =>
    expect(lay(added('Nord est', 'army')).claims.at(-1)!.statement).toBeNull());
});

test('ids are the same in a reading that numbers its claims otherwise', () => {
  const other = { ...reading, claims: reading.claims.map((item, at) => ({ ...item, id: `x${at}` })) };
  const ids = (from: typeof reading) => standing('d', from, 'reader', []).claims.map((item) => item.id);
  expect(ids(other)).toEqual(ids(reading));
  expect(new Set(ids(reading)).size).toBe(4);
});

describe('when something was said', () => {
  const published = (date: string) => ({ date, instant: null, given: 'user', span: null }) as const;
  const said = (day: string | null) => ({
    ...readingSample(TEXT, { statements: [{ content: SOUTH }] }).statements[0]!,
    said: day,
  });
  const cases = [
    ['2017-12-05', '2017-12-07', '2017-12-05'],
    [null, '2017-12-07', '../2017-12-07'],
    [null, '2017-12', '../2017-12-31'],
    ['2017-12-05', null, '2017-12-05'],
    [null, null, null],
  ] as const;
  for (const [words, publication, expected] of cases)
    test(`the words give ${words}, published ${publication}`, () =>
      expect(saidOf(said(words), publication && published(publication))).toBe(expected));
});
