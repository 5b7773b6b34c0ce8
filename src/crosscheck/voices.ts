import { foldName } from '../core/index.ts';
import type { Accounts, LedgerClaim, LedgerDispatch, LedgerStatement } from '../ledger/index.ts';
import type { World } from './world.ts';

/** Who says a claim: the source of its statement, or the outlet where it is narrated. */
export type Voice = {
  /** The same for all that one speaker says, through whatever office or outlet: `party:russia`, `name:odile marsac`. */
  readonly key: string;
  /** As shown: « ministère russe de la Défense », « L'Écho du Nord ». */
  readonly label: string;
  /** The parties that speak, as the statement names them; empty for outlets, persons and unnamed sources. */
  readonly parties: readonly string[];
  readonly kind: 'party' | 'person' | 'unnamed' | 'outlet';
};

/** A claim with what cross-checking asks of it. */
export type Account = {
  readonly claim: LedgerClaim;
  readonly statement: LedgerStatement | null;
  readonly dispatch: LedgerDispatch;
  readonly voice: Voice;
  /** Sorts accounts by the day on which they were said, undated ones last; no two have the same. */
  readonly order: string;
};

/** Each claim with its statement, its dispatch and its voice, in the order of the accounts. */
export function accountsOf({ claims, statements, dispatches }: Accounts, world: World): Account[] {
  const byId = new Map(statements.map((statement) => [`${statement.dispatch} ${statement.id}`, statement]));
  const dispatchById = new Map(dispatches.map((dispatch) => [dispatch.id, dispatch]));
  return claims.map((claim) => {
    const statement = claim.statement === null ? null : (byId.get(`${claim.dispatch} ${claim.statement}`) ?? null);
    const dispatch = dispatchById.get(claim.dispatch)!;
    return { claim, statement, dispatch, voice: voiceOf(statement, dispatch, world), order: orderOf(claim, dispatch) };
  });
}

function orderOf(claim: LedgerClaim, dispatch: LedgerDispatch): string {
  const said = claim.clocks.said ?? dispatch.published?.date ?? '9999';
  const day = said.replace('../', '').slice(0, 10).padEnd(10, '-');
  return `${day} ${dispatch.id} ${String(claim.start).padStart(9, '0')} ${claim.id}`;
}

/** Who speaks in a statement, or in a dispatch's own words. */
export function voiceOf(statement: LedgerStatement | null, dispatch: LedgerDispatch, { parties }: World): Voice {
  if (statement === null) {
    const label = dispatch.publisher ?? dispatch.name;
    return { key: `outlet:${foldName(label)}`, label, parties: [], kind: 'outlet' };
  }
  const label = statement.name ?? statement.source?.text ?? dispatch.publisher ?? dispatch.name;
  if (statement.by.length > 0) {
    const roots = [...new Set(statement.by.map((party) => rootOf(party, parties)))].sort();
    return { key: `party:${roots.join('+')}`, label, parties: statement.by, kind: 'party' };
  }
  if (statement.name !== null && !statement.anonymous)
    return { key: `name:${foldName(statement.name)}`, label, parties: [], kind: 'person' };
  // Two unnamed sources of one dispatch may be one or two: each mention is its own.
  return {
    key: `unnamed:${statement.dispatch}:${statement.source?.start ?? statement.id}`,
    label,
    parties: [],
    kind: 'unnamed',
  };
}

/** The party at the top of the line that a party speaks for: `russia` for its ministry. */
export function rootOf(party: string, parties: World['parties']): string {
  return parties.ancestors(party).at(-1) ?? party;
}

/** True where a voice is among those believed: its party, one under it, or a name as it is written. */
export function isBelieved({ parties, label, kind, key }: Voice, believed: readonly string[], world: World): boolean {
  if (believed.length === 0) return true;
  return believed.some((who) => {
    if (parties.some((party) => world.parties.under(party, who))) return true;
    const folded = foldName(who);
    return foldName(label) === folded || (kind === 'outlet' && key === `outlet:${folded}`) || key === `name:${folded}`;
  });
}
