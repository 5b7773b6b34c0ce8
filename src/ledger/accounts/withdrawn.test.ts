import { describe, expect, test } from 'vitest';
import { type ClaimSample, readingSample } from '../../../tests/ledger/samples.ts';
import type { Statement } from '../../reading/index.ts';
import { type VersionClaims, withdrawals } from './withdrawn.ts';

const TEXT = 'Les faits, tels quels.';
const karrad = (id: string) => [{ name: 'Karrad', candidates: [{ id, why: 'same-country' }] }];
const dead = (value: number) => ({ type: 'casualties', quantity: { value, bound: '=', unit: 'deaths' } }) as const;

/** A version that makes these claims; their ids are `V1`, `V2`… for version V. */
function version(
  name: string,
  published: string,
  claims: readonly Omit<ClaimSample, 'words'>[],
  speaker: Partial<Omit<Statement, 'content'>> | null = null,
): VersionClaims {
  const read = readingSample(TEXT, {
    statements: [{ content: TEXT, ...speaker }],
    claims: claims.map((claim) => ({ words: 'faits', ...claim })),
  });
  return {
    dispatch: name,
    learned: `learned ${name}`,
    published,
    claims: read.claims.map((claim, at) => ({
      claim: { ...claim, id: `${name}${at + 1}` },
      statement: speaker && read.statements[0]!,
    })),
  };
}
const by = (name: string) => ({ by: name, learned: `learned ${name}` });

describe('a claim of an older version', () => {
  const cases: readonly (readonly [string, Omit<ClaimSample, 'words'>, Omit<ClaimSample, 'words'>, boolean])[] = [
    // what differs; in the older and in the newer version; whether the newer still makes it
    ['nothing', dead(12), dead(12), true],
    ['the figure', dead(12), dead(15), false],
    ['the order of parties', { actor: ['a', 'b'] }, { actor: ['b', 'a'] }, true],
    ['the polarity', {}, { polarity: 'negated' }, false],
    ['the place', { place: karrad('geonames:1') }, { place: karrad('geonames:2') }, false],
    ['the day of each publication, on which both hold', { time: '2018-01-01' }, { time: '2018-01-02' }, true],
    ['the day that the words give', { time: '2017-12-24' }, { time: '2017-12-25' }, false],
  ];
  for (const [what, older, newer, stillMade] of cases)
    test(`that differs in ${what} is ${stillMade ? 'still made' : 'withdrawn'}`, () => {
      const became = withdrawals([version('A', '2018-01-01', [older]), version('B', '2018-01-02', [newer])]);
      expect(became.get('A1')).toEqual(stillMade ? null : by('B'));
    });

  test('that another speaker makes is withdrawn', () => {
    const became = withdrawals([
      version('A', '2018-01-01', [dead(12)], { by: ['army'] }),
      version('B', '2018-01-01', [dead(12)], { by: ['police'] }),
    ]);
    expect(became.get('A1')).toEqual(by('B'));
  });

  test('is withdrawn by the first version after the last that makes it', () => {
    const became = withdrawals([
      version('A', '2018-01-01', [dead(1), dead(2)]),
      version('B', '2018-01-01', [dead(2)]),
      version('C', '2018-01-01', [dead(2)]),
      version('D', '2018-01-01', [dead(1)]),
    ]);
    expect(became).toEqual(
      new Map([
        ['A1', null],
        ['A2', by('D')],
        ['B1', by('D')],
        ['C1', by('D')],
      ]),
    );
  });
});
