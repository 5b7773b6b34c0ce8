import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crosscheck, openRunningCheck, originOf } from '../../src/crosscheck/index.ts';
import type { Accounts } from '../../src/ledger/index.ts';
import { dossierOf, type Printed, type Told, world } from './sample-dossier.ts';

// Dossiers by chance: few places, parties and days, so that what they say meets.

const DAYS = ['2017-11-08', '2017-11-09', '2017-11-10', '2017-11-12'];
const PARTIES = ['islamic-state', 'syrian-government', 'hezbollah', 'syrian-democratic-forces'];
const SPEAKERS = ['russia', 'sohr', 'syrian-government', 'us-led-coalition', undefined];
const day = fc.constantFrom(...DAYS);
const place = fc.constantFrom('Boukamal', 'Deir Ezzor', 'Syrie', 'Raqqa');

const claim: fc.Arbitrary<Told> = fc.oneof(
  fc.record({
    type: fc.constantFrom('control' as const),
    actor: fc.constantFrom(...PARTIES),
    place,
    time: day,
    polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
    figure: fc.constantFrom(undefined, '8 percent', '30 percent', '< 10 percent', '70 percent'),
  }),
  fc.record({
    type: fc.constantFrom('capture' as const),
    actor: fc.constantFrom(...PARTIES, ''),
    target: fc.constantFrom(...PARTIES, ''),
    place,
    time: fc.constantFrom(...DAYS, '2017-11'),
  }),
  fc.record({
    type: fc.constantFrom('casualties' as const, 'strength' as const),
    actor: fc.constantFrom(...PARTIES),
    target: fc.constantFrom(...PARTIES),
    place,
    time: day,
    figure: fc.constantFrom('10 deaths', '< 12 deaths', '~ 10 deaths', '40 deaths'),
  }),
);
const told: fc.Arbitrary<Told> = fc
  .tuple(
    claim,
    fc.record({
      by: fc.constantFrom(...SPEAKERS),
      modality: fc.constantFrom('actual' as const, 'actual' as const, 'actual' as const, 'forecast' as const),
      act: fc.constantFrom('say' as const, 'say' as const, 'accuse' as const, 'deny' as const),
      said: fc.constantFrom(undefined, ...DAYS),
    }),
  )
  .map(([what, how]) => stripped({ ...what, ...how }));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Words that only this dispatch has, long enough to be known as a copy by. */
const ownText = (at: number): string =>
  Array.from({ length: 30 }, (_, word) => `${LETTERS[at]}${LETTERS[word % 26]}${word}`).join(' ');
const dossier: fc.Arbitrary<Printed[]> = fc
  .array(
    fc.record({
      published: day,
      publisher: fc.integer({ min: 0, max: 3 }),
      says: fc.array(told, { minLength: 1, maxLength: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((many) =>
    many.map(({ published, publisher, says }, at) => ({
      id: `d${at}`,
      publisher: `Agence ${publisher}`,
      published,
      text: ownText(at),
      says,
    })),
  );

function stripped(given: object): Told {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Told;
}

const found = (accounts: Accounts) => crosscheck(accounts, world).findings;

describe('whatever a dossier says', () => {
  test('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(
        dossier.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(found(dossierOf(shuffled))).toEqual(found(dossierOf(all)));
          const oneByOne = openRunningCheck(world);
          for (const printed of shuffled) {
            oneByOne.put(dossierOf([printed]));
            oneByOne.result();
          }
          const together = crosscheck(dossierOf(all), world);
          const now = oneByOne.result();
          expect(now.findings).toEqual(together.findings);
          expect(now.questions).toEqual(together.questions);
          expect(now.origins.folds).toEqual(together.origins.folds);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('taking a dispatch out and in again restores what was found', () => {
    fc.assert(
      fc.property(dossier, fc.nat(), (all, which) => {
        const printed = all[which % all.length]!;
        const check = openRunningCheck(world);
        check.put(dossierOf(all));
        const before = check.result().findings;
        check.remove([printed.id]);
        expect(check.result().findings).toEqual(found(dossierOf(all.filter((other) => other !== printed))));
        check.put(dossierOf([printed]));
        expect(check.result().findings).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test('a copy adds no origin, and nothing but repetitions', () => {
    fc.assert(
      fc.property(dossier, fc.nat(), (all, which) => {
        const printed = all[which % all.length]!;
        const copy = { ...printed, id: 'zz', publisher: 'La Gazette', published: '2017-11-20' };
        const says = (printed.says ?? []).map((one) => ({ said: `../${printed.published}`, ...one }));
        const before = crosscheck(dossierOf(all), world);
        const after = crosscheck(dossierOf([...all, { ...copy, says }]), world);
        const kinds = ({ findings }: typeof before) =>
          findings.flatMap(({ id, kind }) => (kind === 'repeats' ? [] : `${kind} ${id}`));
        expect(kinds(after)).toEqual(kinds(before));
        const origins = ({ questions, origins: known }: typeof before) =>
          questions.map(({ id, accounts }) => [id, new Set(accounts.map((one) => originOf(one, known)))]);
        expect(Object.fromEntries(origins(after))).toEqual(Object.fromEntries(origins(before)));
      }),
      { numRuns: 150 },
    );
  });

  test('who contradicts is contradicted', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const met = (first: Told, second: Told): number =>
          found(
            dossierOf([
              { id: 'a', publisher: 'Agence a', published: '2017-11-12', says: [first] },
              { id: 'b', publisher: 'Agence b', published: '2017-11-12', says: [second] },
            ]),
          ).filter(({ kind }) => kind === 'contradicts').length;
        expect(met(one, other)).toBe(met(other, one));
      }),
      { numRuns: 500 },
    );
  });

  test('each finding keeps two quotes, its rule and a sentence in both languages', () => {
    fc.assert(
      fc.property(dossier, (all) => {
        for (const { a, b, claims, rule, sentence } of found(dossierOf(all))) {
          expect([a.text, b.text, rule, sentence.fr, sentence.en].every((words) => words.length > 0)).toBe(true);
          expect(sentence.fr.includes(a.text) || sentence.fr.includes(b.text)).toBe(true);
          expect(claims.slice(0, 2)).toEqual([a, b]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
