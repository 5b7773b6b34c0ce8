import { assert, type Days, daysOf, type When } from '../../core/index.ts';
import type { LedgerDispatch } from '../dispatch.ts';
import { groupBy } from '../group-by.ts';
import type { StandingClaim, StandingStatement } from '../project/standing.ts';
import { dispatches } from '../queries/dispatches.ts';
import { entries } from '../queries/entries.ts';
import { type ClaimRow, standingClaims } from '../queries/standing-claims.ts';
import { type StatementRow, standingStatements } from '../queries/standing-statements.ts';
import { texts } from '../queries/texts.ts';
import type { Db } from '../store/db.ts';
import { assertClaimWords, assertStatementWords } from '../words.ts';
import { DISPATCH_KINDS, knownDispatches } from './known-dispatches.ts';
import { MERGE_KINDS, type Merges, mergesOf, type OriginPair, standsFor } from './merges.ts';
import { type Withdrawal, withdrawals } from './withdrawn.ts';

/** Which accounts are asked for. */
export type AccountsAsk = {
  /** Only these dispatches; all where absent. */
  readonly dispatches?: readonly string[] | undefined;
  /** Only what is known to have been said by that day. What nobody can date is left out. */
  readonly saidBy?: string | undefined;
  /** Only what the ledger had learned by that instant (ISO 8601), as it stood then. */
  readonly learnedBy?: string | undefined;
  /** With the claims that a newer version of their dispatch no longer makes. */
  readonly withdrawn?: boolean | undefined;
};

/** The three clocks of what is said. They are never mixed: none is worked out from another. */
export type Clocks = {
  /** The days on which it holds or happened; null where neither words nor tense say. */
  readonly held: Days | null;
  /** When it was said; `../DAY` where only the publication bounds it; null where nobody knows. */
  readonly said: When | null;
  /** When the ledger first held it: ISO 8601 in UTC. */
  readonly learned: string;
};

export type LedgerStatement = StandingStatement & {
  readonly dispatch: string;
  /** The dispatch's name. */
  readonly document: string;
  readonly clocks: Omit<Clocks, 'held'>;
};

export type LedgerClaim = StandingClaim & {
  readonly dispatch: string;
  readonly document: string;
  readonly clocks: Clocks;
  /** By which newer version of the dispatch it is made no more; null for a claim that stands. */
  readonly withdrawn: Withdrawal | null;
};

/** What a dossier's dispatches say, with corrections and merges laid over. */
export type Accounts = {
  readonly dispatches: readonly LedgerDispatch[];
  readonly statements: readonly LedgerStatement[];
  readonly claims: readonly LedgerClaim[];
  /** The texts, by dispatch. */
  readonly texts: ReadonlyMap<string, string>;
  /** What people said of the origin of two dispatches. */
  readonly pairs: readonly OriginPair[];
};

/** Loads the accounts of a dossier, in the order of publication and words. */
export async function accounts(db: Db, dossier: string, ask: AccountsAsk): Promise<Accounts> {
  const { learnedBy, saidBy } = ask;
  const known = await dispatchesThen(db, dossier, ask);
  const chains = chainsOf(known, saidBy);
  const wanted = ask.dispatches && new Set(ask.dispatches);
  const scope = { dossier, dispatches: wanted && chains.flat().map((dispatch) => dispatch.id), learnedBy };
  const rows = {
    statements: groupBy(await standingStatements(db, scope), (row) => row.dispatch),
    claims: groupBy(await standingClaims(db, scope), (row) => row.dispatch),
  };
  const said = chains.flatMap((chain) => saidIn(chain, rows, ask.withdrawn ?? false));
  const merges = mergesOf(await entries(db, { dossier, kinds: MERGE_KINDS, learnedBy }));
  const inTime = (row: StatementRow | ClaimRow) => !saidBy || (row.saidLast !== null && row.saidLast <= saidBy);

  const shown: LedgerDispatch[] = [];
  const statements: LedgerStatement[] = [];
  const claims: LedgerClaim[] = [];
  const order = new Map(known.map((dispatch, index) => [dispatch.id, index]));
  for (const { dispatch, ...own } of said.sort((a, b) => order.get(a.dispatch.id)! - order.get(b.dispatch.id)!)) {
    if (wanted && !wanted.has(dispatch.id)) continue;
    const ownStatements = own.statements.filter(inTime);
    const ownClaims = own.claims.filter(({ row }) => inTime(row));
    if (saidBy && !isOutBy(dispatch, saidBy) && ownStatements.length + ownClaims.length === 0) continue;
    shown.push(dispatch);
    statements.push(...ownStatements.map((row) => statementOf(dispatch, row, merges)));
    claims.push(...ownClaims.map(({ row, withdrawn }) => claimOf(dispatch, row, withdrawn, merges)));
  }
  const text = await texts(db, { dossier, dispatches: shown.map((dispatch) => dispatch.id) });
  for (const statement of statements) assertStatementWords(textFor(text, statement), statement);
  for (const claim of claims) assertClaimWords(textFor(text, claim), claim);
  return { dispatches: shown, statements, claims, texts: text, pairs: merges.pairs };
}

async function dispatchesThen(db: Db, dossier: string, ask: AccountsAsk): Promise<LedgerDispatch[]> {
  if (ask.learnedBy) {
    const known = knownDispatches(await entries(db, { dossier, kinds: DISPATCH_KINDS, learnedBy: ask.learnedBy }));
    return known.sort((a, b) => compare(lastDay(a) ?? '9999', lastDay(b) ?? '9999') || compare(a.id, b.id));
  }
  const named = await dispatches(db, { dossier, ids: ask.dispatches });
  if (!ask.dispatches) return named;
  const addresses = named.flatMap((dispatch) => dispatch.address ?? []);
  return dispatches(db, { dossier, ids: ask.dispatches, addresses });
}

/**
 * The dispatches by address, each list oldest version first; the last of a list answers. A version that was not yet out
 * by that day does not, where an older one was. A version that has not been read says nothing yet, and does not answer.
 */
function chainsOf(known: readonly LedgerDispatch[], saidBy: string | undefined): LedgerDispatch[][] {
  const alone = known.filter((dispatch) => dispatch.address === null).map((dispatch) => [dispatch]);
  const byAddress = groupBy(
    known.filter((dispatch) => dispatch.address !== null),
    (dispatch) => dispatch.address,
  );
  const chains = [...byAddress.values()].flatMap((versions) => {
    const ordered = versions.toSorted((a, b) => a.version - b.version);
    const read = ordered.filter((dispatch) => dispatch.reading !== null);
    const out = saidBy ? read.filter((dispatch) => isOutBy(dispatch, saidBy)) : read;
    const answering = out.length > 0 ? out : read;
    const unread = ordered.filter((dispatch) => dispatch.reading === null).map((dispatch) => [dispatch]);
    return answering.length > 0 ? [answering, ...unread] : unread;
  });
  return [...alone, ...chains];
}

type Rows = {
  readonly statements: ReadonlyMap<string, readonly StatementRow[]>;
  readonly claims: ReadonlyMap<string, readonly ClaimRow[]>;
};
type Said = {
  readonly dispatch: LedgerDispatch;
  readonly statements: readonly StatementRow[];
  readonly claims: readonly { readonly row: ClaimRow; readonly withdrawn: Withdrawal | null }[];
};

/** What each version at one address says: the last all of it, the others what is withdrawn, where that is asked for. */
function saidIn(chain: readonly LedgerDispatch[], rows: Rows, withWithdrawn: boolean): Said[] {
  const became = chain.length > 1 ? withdrawalsIn(chain, rows) : new Map<string, Withdrawal | null>();
  return chain.map((dispatch, index): Said => {
    const statements = rows.statements.get(dispatch.id) ?? [];
    const claims = rows.claims.get(dispatch.id) ?? [];
    if (index === chain.length - 1)
      return { dispatch, statements, claims: claims.map((row) => ({ row, withdrawn: null })) };
    const gone = claims.flatMap((row) => {
      const withdrawn = became.get(row.body.id);
      return withWithdrawn && withdrawn ? [{ row, withdrawn }] : [];
    });
    const speakers = new Set(gone.map(({ row }) => row.body.statement));
    return { dispatch, claims: gone, statements: statements.filter((row) => speakers.has(row.body.id)) };
  });
}

function withdrawalsIn(chain: readonly LedgerDispatch[], rows: Rows): Map<string, Withdrawal | null> {
  const versions = chain.map((dispatch) => {
    const statements = new Map((rows.statements.get(dispatch.id) ?? []).map(({ body }) => [body.id, body]));
    const claims = (rows.claims.get(dispatch.id) ?? []).map(({ body }) => ({
      claim: body,
      statement: body.statement === null ? null : (statements.get(body.statement) ?? null),
    }));
    const { learned, published } = dispatch.reading!;
    return { dispatch: dispatch.id, learned, published, claims };
  });
  return withdrawals(versions);
}

function statementOf(dispatch: LedgerDispatch, row: StatementRow, merges: Merges): LedgerStatement {
  const { said, learned, body } = row;
  const by = merged(merges.party, body.by);
  return { ...body, by, dispatch: dispatch.id, document: dispatch.name, clocks: { said, learned } };
}

function claimOf(dispatch: LedgerDispatch, row: ClaimRow, withdrawn: Withdrawal | null, merges: Merges): LedgerClaim {
  const { said, learned, body } = row;
  const held = body.time === null ? null : daysOf(body.time);
  const place = body.place.map((one) => {
    const seen = new Set<string>();
    const candidates = one.candidates
      .map((candidate) => ({ ...candidate, id: standsFor(merges.place, candidate.id) }))
      .filter(({ id }) => !seen.has(id) && seen.add(id));
    return { ...one, candidates };
  });
  return {
    ...body,
    actor: merged(merges.party, body.actor),
    target: merged(merges.party, body.target),
    place,
    dispatch: dispatch.id,
    document: dispatch.name,
    clocks: { held, said, learned },
    withdrawn,
  };
}

/** The ids as merges have them, each once. */
function merged(map: ReadonlyMap<string, string>, ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => standsFor(map, id)))];
}

function isOutBy(dispatch: LedgerDispatch, day: string): boolean {
  const last = lastDay(dispatch);
  return last !== null && last <= day;
}

/** The last day on which it may have been published; null where nobody knows. */
function lastDay(dispatch: LedgerDispatch): string | null {
  return dispatch.published ? daysOf(dispatch.published.date).last : null;
}

function textFor(texts: ReadonlyMap<string, string>, item: { readonly dispatch: string }): string {
  const text = texts.get(item.dispatch);
  assert(text !== undefined, `no text of ${item.dispatch}`);
  return text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
