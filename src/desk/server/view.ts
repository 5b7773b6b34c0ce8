import {
  type Account,
  accountsOf,
  type Question as CheckedQuestion,
  type ControlAnswer,
  type ControlAsk,
  type Crosscheck,
  crosscheck,
  openControl,
  type World,
} from '../../crosscheck/index.ts';
import type { Accounts, Dossier, Entry, Finding, Ledger, LedgerDispatch, StoredEntry } from '../../ledger/index.ts';
import type {
  Claim,
  ClaimRow,
  ClaimsDocument,
  DispatchSummary,
  Question,
  ServerEvent,
  Shown,
  SourceChoice,
  SourceEntry,
} from '../contract/index.ts';
import { rowOf } from './documents/claim.ts';
import { facetsOf } from './documents/facets.ts';
import { questionsOf } from './documents/findings.ts';
import { type Speaker, sourceEntryOf, speakersOf } from './documents/source-records.ts';
import { sourceChoices } from './documents/sources.ts';
import { summariesOf } from './documents/summaries.ts';
import { lazy } from './lazy.ts';

/** A dossier as the desk shows it: loaded and cross-checked once, and kept until something happens in it. */
export type View = {
  readonly dossier: Dossier;
  /** Withdrawn claims are among them. */
  readonly accounts: Accounts;
  /** The claims with their voices, in the order of the accounts. */
  readonly voices: readonly Account[];
  readonly checked: Crosscheck;
  readonly dispatches: ReadonlyMap<string, LedgerDispatch>;
  /** The claims as lists show them, in the order of the accounts. */
  readonly rows: readonly Shown<ClaimRow>[];
  readonly rowById: ReadonlyMap<string, Shown<ClaimRow>>;
  readonly rowsOf: ReadonlyMap<string, readonly Shown<ClaimRow>[]>;
  /** The claims whose words are those of a dispatch from `start` to `end`. */
  readonly rowsAt: (dispatch: string, start: number, end: number) => readonly Shown<ClaimRow>[];
  /** When each finding was first found, by id. */
  readonly firstFound: ReadonlyMap<string, string>;
  /** The verdicts that stand, in order. */
  readonly verdicts: readonly Entry<'verdict'>[];
  readonly control: (ask: ControlAsk) => ControlAnswer;
  // What several documents need, worked out when first asked for.
  readonly summaries: () => ReadonlyMap<string, Shown<DispatchSummary>>;
  readonly questions: () => readonly Shown<Question>[];
  readonly sources: () => readonly Shown<SourceChoice>[];
  readonly facets: () => Shown<ClaimsDocument['facets']>;
  readonly ties: () => Ties;
  readonly accountById: () => ReadonlyMap<string, Account>;
  readonly questionsOfClaim: () => ReadonlyMap<string, readonly CheckedQuestion[]>;
  readonly speakers: () => ReadonlyMap<string, Speaker>;
  readonly sourceEntries: () => ReadonlyMap<string, Shown<SourceEntry>>;
  /** Ids of the sources that say a claim. */
  readonly sourcesOfClaim: () => ReadonlyMap<string, readonly string[]>;
  /** All that happened, in order. */
  readonly entries: () => Promise<readonly StoredEntry[]>;
};

/** Which claims a finding rests on, and which findings a claim has part in: by ids. */
export type Ties = {
  readonly claimsOf: ReadonlyMap<string, readonly string[]>;
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
};

export type Views = {
  /** The view of a dossier as it stands now. */
  readonly of: (dossier: string) => Promise<View>;
  /**
   * Works a dossier out anew after somebody changed it, keeps what is found, and tells the pages. It goes on by itself: the
   * next request waits for it, and a fault in it is told to `onFault`.
   */
  readonly settle: (dossier: string) => void;
  /** Tells the pages that the list of dossiers is another. */
  readonly changedDossiers: () => void;
  /** Waits until all that was to be settled is. */
  readonly settled: () => Promise<void>;
};

/** Views that are kept at once: a large one takes some hundred megabytes. */
const MOST_KEPT = 6;

type Kept = { readonly last: string; readonly view: Promise<View> };

/**
 * The views of a ledger. Another program may add to it meanwhile, so that each time it is asked whether an entry came
 * after the last one known: one row by the primary key. Looking at a dossier never writes to it.
 */
export function openViews(
  ledger: Ledger,
  world: World,
  tell: (event: Shown<ServerEvent>) => void,
  onFault: (error: unknown) => void,
): Views {
  const kept = new Map<string, Kept>();
  const keep = (id: string, entry: Kept): void => {
    kept.delete(id); // what was asked for last is forgotten last
    kept.set(id, entry);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  };
  const of = async (id: string): Promise<View> => {
    const last = await ledger.lastEntry(id);
    const known = kept.get(id);
    if (known && known.last === last) {
      keep(id, known);
      return known.view;
    }
    const view = loadView(ledger, world, id);
    keep(id, { last, view });
    view.catch(() => kept.delete(id)); // so that the next request tries again
    return view;
  };
  const settleOnce = async (id: string): Promise<void> => {
    const view = await of(id);
    await ledger.storeFindings(id, view.checked.findings);
    const known = kept.get(id);
    if (!known || (await known.view) !== view) return; // somebody changed it meanwhile, and it is settled again
    const firstFound = firstFoundOf(await ledger.findings(id));
    keep(id, { last: known.last, view: Promise.resolve({ ...view, firstFound }) });
    tell({ type: 'changed', dossier: id, last: known.last });
  };
  /** One after the other, and of each dossier once however often it changed meanwhile. */
  const waiting = new Set<string>();
  let work: Promise<void> = Promise.resolve();
  const settle = (id: string): void => {
    if (waiting.has(id)) return;
    waiting.add(id);
    work = work.then(async () => {
      waiting.delete(id);
      await settleOnce(id).catch(onFault);
    });
  };
  return { of, settle, changedDossiers: () => tell({ type: 'dossiers' }), settled: () => work };
}

/** Loads a dossier from the ledger and cross-checks it. */
export async function loadView(ledger: Ledger, world: World, id: string): Promise<View> {
  const [dossier, accounts, findings, verdicts] = await Promise.all([
    ledger.findDossier(id),
    ledger.accounts(id, { withdrawn: true }),
    ledger.findings(id),
    ledger.verdicts(id),
  ]);
  const entries = lazy(() => ledger.entries(id));
  return viewOf({ dossier, accounts, verdicts, firstFound: firstFoundOf(findings), entries }, world);
}

function firstFoundOf(findings: readonly { readonly id: string; readonly firstFound: string }[]): Map<string, string> {
  return new Map(findings.map((finding) => [finding.id, finding.firstFound]));
}

/** A view of accounts that are loaded already: a pure function of them. */
export function viewOf(
  loaded: Pick<View, 'dossier' | 'accounts' | 'verdicts' | 'firstFound' | 'entries'>,
  world: World,
): View {
  const { accounts, verdicts } = loaded;
  const dispatches = new Map(accounts.dispatches.map((dispatch) => [dispatch.id, dispatch]));
  const voices = accountsOf(accounts, world);
  const ruled = verdictsByClaim(verdicts);
  const rows = voices.map(({ claim, statement, dispatch }) =>
    rowOf(claim, statement, dispatch, ruled.get(claim.id) ?? null, world),
  );
  const checked = crosscheck(accounts, world);
  const rowsOf = new Map<string, Shown<ClaimRow>[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.dispatch.id);
    if (own) own.push(row);
    else rowsOf.set(row.dispatch.id, [row]);
  }
  const rowsAt: View['rowsAt'] = (dispatch, start, end) =>
    (rowsOf.get(dispatch) ?? []).filter(({ claim }) => claim.start === start && claim.end === end);
  const control = lazy(() => openControl({ accounts: voices, origins: checked.origins }, world));
  const view: View = {
    ...loaded,
    voices,
    checked,
    dispatches,
    rows,
    rowById: new Map(rows.map((row) => [row.claim.id, row])),
    rowsOf,
    rowsAt,
    control: (ask) => control()(ask),
    summaries: lazy(() => summariesOf(accounts, checked.origins)),
    questions: lazy(() => questionsOf({ checked })),
    sources: lazy(() => sourceChoices(rows, world)),
    facets: lazy(() => facetsOf(rows, sourceChoices(rows, world))),
    ties: lazy(() => tiesOf(checked, rowsAt)),
    accountById: lazy(() => new Map(voices.map((account) => [account.claim.id, account]))),
    questionsOfClaim: lazy(() => questionsByClaim(checked)),
    speakers: lazy(() => speakersOf(view, world)),
    sourceEntries: lazy(
      () => new Map([...view.speakers()].map(([id, speaker]) => [id, sourceEntryOf(speaker, view, world)])),
    ),
    sourcesOfClaim: lazy(() => sourcesByClaim(view.speakers())),
  };
  return view;
}

function questionsByClaim({ questions }: Crosscheck): Map<string, CheckedQuestion[]> {
  const byClaim = new Map<string, CheckedQuestion[]>();
  for (const question of questions)
    for (const { claim } of question.accounts) {
      const known = byClaim.get(claim.id);
      if (known) known.push(question);
      else byClaim.set(claim.id, [question]);
    }
  return byClaim;
}

function sourcesByClaim(speakers: ReadonlyMap<string, Speaker>): Map<string, string[]> {
  const byClaim = new Map<string, string[]>();
  for (const [id, { rows }] of speakers)
    for (const { claim } of rows) {
      const known = byClaim.get(claim.id);
      if (known) known.push(id);
      else byClaim.set(claim.id, [id]);
    }
  return byClaim;
}

function verdictsByClaim(verdicts: readonly Entry<'verdict'>[]): Map<string, Shown<NonNullable<Claim['verdict']>>> {
  const byClaim = new Map<string, Shown<NonNullable<Claim['verdict']>>>();
  for (const { id, author, learned, body } of verdicts)
    if (body.about.kind === 'claim')
      byClaim.set(body.about.id, { ruling: body.ruling, note: body.note, entry: id, author, learned });
  return byClaim;
}

/** A finding names words; the claims at those words that answer its question are those it rests on. */
function tiesOf({ findings, questions }: Crosscheck, rowsAt: View['rowsAt']): Ties {
  const answering = new Map(
    questions.map((question) => [question.id, new Set(question.accounts.map(({ claim }) => claim.id))]),
  );
  const claimsOf = new Map<string, string[]>();
  const findingsOf = new Map<string, Finding[]>();
  for (const finding of findings) {
    const answers = answering.get(finding.question);
    const own = new Set<string>();
    for (const side of finding.claims) {
      if (side.layer !== 'claim') continue;
      const there = rowsAt(side.dispatch, side.start, side.end).map(({ claim }) => claim.id);
      const fitting = answers ? there.filter((id) => answers.has(id)) : there;
      for (const id of fitting.length > 0 ? fitting : there) own.add(id);
    }
    claimsOf.set(finding.id, [...own]);
    for (const id of own) {
      const known = findingsOf.get(id);
      if (known) known.push(finding);
      else findingsOf.set(id, [finding]);
    }
  }
  return { claimsOf, findingsOf };
}
