import { type Crosscheck, crosscheck, type World } from '../../crosscheck/index.ts';
import type { Accounts, Dossier, Ledger, LedgerDispatch, LedgerStatement } from '../../ledger/index.ts';
import type { ClaimRow, Shown } from '../contract/index.ts';
import { rowOf } from './documents/claim.ts';

/** A dossier as the desk shows it: loaded and cross-checked once, and kept until something happens in it. */
export type View = {
  readonly dossier: Dossier;
  /** Withdrawn claims are among them. */
  readonly accounts: Accounts;
  readonly checked: Crosscheck;
  readonly dispatches: ReadonlyMap<string, LedgerDispatch>;
  /** The claims as lists show them, in the order of the accounts. */
  readonly rows: readonly Shown<ClaimRow>[];
  /** When each finding was first found, by id. */
  readonly firstFound: ReadonlyMap<string, string>;
};

export type Views = { readonly of: (dossier: string) => Promise<View> };

/** Entries that are asked for at once while the end of a dossier is sought. */
const PAGE = 1000;

type Kept = { last: string | null; view: Promise<View> };

/**
 * The views of a ledger. Another program may add to it meanwhile, so that each time it is asked whether an entry came
 * after the last one known: one row by the primary key. Looking at a dossier never writes to it.
 */
export function openViews(ledger: Ledger, world: World): Views {
  const kept = new Map<string, Kept>();
  const of = async (id: string): Promise<View> => {
    const known = kept.get(id);
    const last = await lastEntry(ledger, id, known?.last ?? null);
    if (known && known.last === last) return known.view;
    const view = loadView(ledger, world, id);
    kept.set(id, { last, view });
    view.catch(() => kept.delete(id)); // so that the next request tries again
    return view;
  };
  return { of };
}

async function lastEntry(ledger: Ledger, dossier: string, known: string | null): Promise<string | null> {
  let last = known;
  for (;;) {
    const page = await ledger.entries(dossier, { ...(last === null ? {} : { after: last }), limit: PAGE });
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) return last;
  }
}

async function loadView(ledger: Ledger, world: World, id: string): Promise<View> {
  const [dossier, accounts, findings] = await Promise.all([
    ledger.findDossier(id),
    ledger.accounts(id, { withdrawn: true }),
    ledger.findings(id),
  ]);
  const dispatches = new Map(accounts.dispatches.map((dispatch) => [dispatch.id, dispatch]));
  const statements = new Map(
    accounts.statements.map((statement) => [keyOf(statement.dispatch, statement.id), statement]),
  );
  const rows = accounts.claims.map((claim) =>
    rowOf(claim, statementOf(statements, claim), dispatches.get(claim.dispatch)!, world),
  );
  return {
    dossier,
    accounts,
    checked: crosscheck(accounts, world),
    dispatches,
    rows,
    firstFound: new Map(findings.map((finding) => [finding.id, finding.firstFound])),
  };
}

function statementOf(
  statements: ReadonlyMap<string, LedgerStatement>,
  { dispatch, statement }: { readonly dispatch: string; readonly statement: string | null },
): LedgerStatement | null {
  return statement === null ? null : (statements.get(keyOf(dispatch, statement)) ?? null);
}

function keyOf(dispatch: string, id: string): string {
  return `${dispatch} ${id}`;
}
