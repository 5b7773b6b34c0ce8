import type { Accounts, Finding, FindingSide } from '../ledger/index.ts';
import type { ClaimType } from '../reading/index.ts';
import { againstInterest } from './interest.ts';
import { isIndependent } from './origins/origins.ts';
import type { Crosscheck } from './running-check.ts';
import { type Account, accountsOf, rootOf, type Voice } from './voices.ts';
import type { World } from './world.ts';

/** What a source said, and what became of it. Counts, and never one score. */
export type SourceRecord = {
  /** A party's id, or the name of an outlet or of a person in a public role. */
  readonly id: string;
  readonly kind: 'party' | 'person' | 'outlet';
  readonly statements: number;
  readonly claims: number;
  readonly types: Readonly<Partial<Record<ClaimType, number>>>;
  /** Claims whose questions nobody else answers. */
  readonly alone: number;
  /** Claims that agree with another origin, or that another refines. */
  readonly confirmed: number;
  readonly contradicted: number;
  readonly denied: number;
  /** Claims that the source itself replaced or took back. */
  readonly supersededByItself: number;
  readonly againstInterest: number;
};

/**
 * The record of each source, the one with most claims first. Persons whom only their dispatch names are left out, as are
 * unnamed sources: who counts is a party that `data/parties` lists as public, an outlet, or a person who speaks for one.
 */
export function sourceRecords(accounts: Accounts, checked: Crosscheck, world: World): SourceRecord[] {
  const bySource = new Map<string, { kind: SourceRecord['kind']; accounts: Account[] }>();
  for (const account of accountsOf(accounts, world))
    for (const { id, kind } of sourcesOf(account.voice, world)) {
      const known = bySource.get(id) ?? { kind, accounts: [] };
      known.accounts.push(account);
      bySource.set(id, known);
    }
  const met = findingsByClaim(checked.findings);
  const alone = aloneIn(checked);
  return [...bySource]
    .map(([id, { kind, accounts: own }]) => recordOf(id, kind, own, met, alone, world))
    .sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}

function sourcesOf({ kind, parties, label }: Voice, world: World): Pick<SourceRecord, 'id' | 'kind'>[] {
  if (kind === 'outlet') return [{ id: label, kind }];
  if (kind !== 'party') return [];
  const roots = new Set(parties.map((party) => rootOf(party, world.parties)));
  return [...roots].filter((id) => world.parties.byId(id)?.public ?? false).map((id) => ({ id, kind }));
}

type Met = ReadonlyMap<string, readonly Finding[]>;

function sideKey({ dispatch, start, end }: Pick<FindingSide, 'dispatch' | 'start' | 'end'>): string {
  return `${dispatch} ${start} ${end}`;
}

function findingsByClaim(findings: readonly Finding[]): Met {
  const met = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const side of finding.claims) {
      const key = sideKey(side);
      const known = met.get(key);
      if (known) known.push(finding);
      else met.set(key, [finding]);
    }
  return met;
}

/** Ids of the claims whose questions are answered by their own origin alone. */
function aloneIn({ questions, origins }: Crosscheck): ReadonlySet<string> {
  const alone = new Set<string>();
  const answered = new Set<string>();
  for (const { accounts } of questions) {
    const others = accounts.some((account) => isIndependent(account, accounts[0]!, origins));
    for (const { claim } of accounts) (others ? answered : alone).add(claim.id);
  }
  return new Set([...alone].filter((id) => !answered.has(id)));
}

function recordOf(
  id: string,
  kind: SourceRecord['kind'],
  own: readonly Account[],
  met: Met,
  alone: ReadonlySet<string>,
  world: World,
): SourceRecord {
  const types: Partial<Record<ClaimType, number>> = {};
  for (const { claim } of own) types[claim.type] = (types[claim.type] ?? 0) + 1;
  const count = (fits: (findings: readonly Finding[], account: Account) => boolean): number =>
    own.filter((account) => fits(met.get(sideKey(account.claim)) ?? [], account)).length;
  const isReplaced = ({ kind: what, b, rule }: Finding, { claim }: Account): boolean =>
    sideKey(b) === sideKey(claim) &&
    (what === 'retracts' || (what === 'supersedes' && rule === 'same-speaker-later-figure'));
  return {
    id,
    kind,
    statements: new Set(own.flatMap(({ statement }) => (statement ? [`${statement.dispatch} ${statement.id}`] : [])))
      .size,
    claims: own.length,
    types,
    alone: own.filter(({ claim }) => alone.has(claim.id)).length,
    confirmed: count((findings) => findings.some((one) => one.kind === 'agrees' || one.kind === 'refines')),
    contradicted: count((findings) =>
      findings.some((one) => one.kind === 'contradicts' || one.kind === 'disputes-part'),
    ),
    denied: count((findings, { claim }) =>
      findings.some((one) => one.kind === 'denies' && sideKey(one.b) === sideKey(claim)),
    ),
    supersededByItself: count((findings, account) => findings.some((one) => isReplaced(one, account))),
    againstInterest: own.filter((account) => againstInterest(account, world) !== null).length,
  };
}
