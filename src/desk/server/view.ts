import {
  type Account,
  accountsOf,
  type Question as CheckedQuestion,
  type ControlAnswer,
  type ControlAsk,
  type Crosscheck,
  openControl,
  openRunningCheck,
  originOf,
  type RunningCheck,
  type World,
} from '../../crosscheck/index.ts';
import type {
  Accounts,
  Dossier,
  Entry,
  Finding,
  FindingSide,
  Ledger,
  LedgerClaim,
  LedgerDispatch,
  LedgerStatement,
  StoredEntry,
} from '../../ledger/index.ts';
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
import { byPublication, changedAccounts } from './changed-accounts.ts';
import { rowOf, sourceOf } from './documents/claim.ts';
import { facetsOf } from './documents/facets.ts';
import { isContested, questionsOf } from './documents/findings.ts';
import { type Placed, placedOf } from './documents/places.ts';
import { type Speaker, sourceEntryOf, speakersOf } from './documents/source-records.ts';
import { choicesOf, sourceChoices } from './documents/sources.ts';
import { summariesOf } from './documents/summaries.ts';
import { lazy } from './lazy.ts';

/** A dossier as the desk shows it: loaded and cross-checked once, and kept until something happens in it. */
export type View = {
  readonly dossier: Dossier;
  /** Withdrawn claims are among them. */
  readonly accounts: Accounts;
  /** What each dispatch says, by id: what the next view keeps where nothing changed. */
  readonly parts: ReadonlyMap<string, Part>;
  /** The claims with their voices, in the order of the accounts. */
  readonly voices: readonly Account[];
  readonly checked: Crosscheck;
  readonly dispatches: ReadonlyMap<string, LedgerDispatch>;
  /** The claims as lists show them, in the order of the accounts. */
  readonly rows: readonly Shown<ClaimRow>[];
  readonly rowsOf: ReadonlyMap<string, readonly Shown<ClaimRow>[]>;
  /** The claims whose words are those of a dispatch from `start` to `end`. */
  readonly rowsAt: (dispatch: string, start: number, end: number) => readonly Shown<ClaimRow>[];
  /** True for the words of somebody whom only their dispatch names: a witness, resident or victim. */
  readonly isPrivate: (side: FindingSide) => boolean;
  /** When each finding was first found, by id. */
  readonly firstFound: ReadonlyMap<string, string>;
  /** The verdicts that stand, in order. */
  readonly verdicts: readonly Entry<'verdict'>[];
  readonly control: (ask: ControlAsk) => ControlAnswer;
  // What several documents need, worked out when first asked for.
  readonly rowById: () => ReadonlyMap<string, Shown<ClaimRow>>;
  readonly summaries: () => ReadonlyMap<string, Shown<DispatchSummary>>;
  readonly questions: () => readonly Shown<Question>[];
  readonly sources: () => readonly Shown<SourceChoice>[];
  readonly facets: () => Shown<ClaimsDocument['facets']>;
  readonly ties: () => Ties;
  /** For each row 1 where a finding sets it against another, else 0. */
  readonly contestedRows: () => Uint8Array;
  readonly placed: () => Placed;
  /** Ids of the claims to a question of which another origin has an answer as well. */
  readonly sharedClaims: () => ReadonlySet<string>;
  readonly questionsOfClaim: () => ReadonlyMap<string, readonly CheckedQuestion[]>;
  readonly speakers: () => ReadonlyMap<string, Speaker>;
  readonly sourceEntries: () => ReadonlyMap<string, Shown<SourceEntry>>;
  /** Ids of the sources that say a claim. */
  readonly sourcesOfClaim: () => ReadonlyMap<string, readonly string[]>;
  /** The findings that set a source against another, by its id: in a denial its own words may claim nothing. */
  readonly contestedOfSource: () => ReadonlyMap<string, readonly Contested[]>;
  /** All that happened, in order. */
  readonly entries: () => Promise<readonly StoredEntry[]>;
};

/** What one dispatch says: its claims besides with their voices, and as lists show them before anybody's verdict. */
type Part = {
  readonly dispatch: LedgerDispatch;
  readonly text: string;
  readonly statements: readonly LedgerStatement[];
  readonly claims: readonly LedgerClaim[];
  readonly voices: readonly Account[];
  readonly rows: readonly Shown<ClaimRow>[];
};

/** Which claims a finding rests on, and which findings a claim has part in: by ids. */
export type Ties = {
  readonly claimsOf: ReadonlyMap<string, readonly string[]>;
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
};

/** A finding that shows accounts against each other, and the ids of the sources that speak in it. */
export type Contested = { readonly finding: Finding; readonly sources: ReadonlySet<string> };

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

/** What a view is made of that is not in it: enough to follow the dossier without loading it anew. */
type Following = {
  readonly view: View;
  readonly check: RunningCheck;
  /** How many entries there were up to `last`: one that came among them later is no mere change since. */
  readonly entries: number;
};

type Kept = { readonly last: string; readonly following: Promise<Following> };

export type ViewSettings = {
  readonly ledger: Ledger;
  readonly world: World;
  readonly tell: (event: Shown<ServerEvent>) => void;
  readonly onFault: (error: unknown) => void;
};

/**
 * The views of a ledger. Another program may add to it meanwhile, so that each time it is asked whether an entry came
 * after the last one known: one row by the primary key. Looking at a dossier never writes to it.
 */
export function openViews({ ledger, world, tell, onFault }: ViewSettings): Views {
  const kept = new Map<string, Kept>();
  /** The findings that were stored last, by dossier: what is still among them is not written again. */
  const stored = new Map<string, readonly Finding[]>();
  const keep = (id: string, entry: Kept): void => {
    kept.delete(id); // what was asked for last is forgotten last
    kept.set(id, entry);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) {
      kept.delete(oldest);
      stored.delete(oldest);
    }
  };
  const of = async (id: string): Promise<View> => {
    const last = await ledger.lastEntry(id);
    const known = kept.get(id);
    if (known && known.last === last) {
      keep(id, known);
      return (await known.following).view;
    }
    // One after the other: what is kept cross-checked is one thing, which each of them takes a step further.
    const following = known
      ? known.following.then((before) => follow(ledger, world, id, before, known.last, last))
      : begin(ledger, world, id, last).then(madeReady);
    keep(id, { last, following });
    following.catch(() => {
      if (kept.get(id)?.following === following) kept.delete(id); // so that the next request tries again
    });
    return (await following).view;
  };
  const settleOnce = async (id: string): Promise<void> => {
    const view = await of(id);
    const { findings } = view.checked;
    await ledger.storeFindings(id, findings, { since: stored.get(id) ?? [] });
    stored.set(id, findings);
    const known = kept.get(id);
    const following = await known?.following;
    if (!known || following?.view !== view) return; // somebody changed it meanwhile, and it is settled again
    const firstFound = await ledger.firstFound(id);
    if (kept.get(id) !== known) return;
    keep(id, { last: known.last, following: Promise.resolve({ ...following, view: { ...view, firstFound } }) });
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
  return (await begin(ledger, world, id, await ledger.lastEntry(id))).view;
}

async function begin(ledger: Ledger, world: World, id: string, last: string): Promise<Following> {
  const entriesUpTo = await ledger.countEntries(id, last);
  const [loaded, accounts] = await Promise.all([aboutDossier(ledger, id), ledger.accounts(id, { withdrawn: true })]);
  const check = openRunningCheck(world);
  check.put(accounts);
  const entries = lazy(() => ledger.entries(id));
  const view = viewOf({ ...loaded, accounts, entries }, partsOf(accounts, world), check.result(), world);
  return { view, check, entries: entriesUpTo };
}

/**
 * What views need of a whole dossier is worked out while it is loaded, which takes long in any case: who then opens the map
 * or the sources of 200,000 claims does not wait for it.
 */
function madeReady(following: Following): Following {
  const { view } = following;
  view.summaries();
  view.questions();
  view.facets();
  view.contestedRows();
  view.placed();
  view.control({ places: [], asOf: '0001-01-01', believe: [] });
  view.sourceEntries();
  view.contestedOfSource();
  return following;
}

/** The next view of a dossier, after what happened in it since: only the dispatches that it is about are loaded. */
async function follow(
  ledger: Ledger,
  world: World,
  id: string,
  { view: before, check, entries: counted }: Following,
  since: string,
  last: string,
): Promise<Following> {
  const happened = (await ledger.entries(id, { after: since })).filter((entry) => entry.id <= last);
  const isBroken = (await ledger.countEntries(id, since)) !== counted; // brought in from another ledger, with its own time
  const changed = isBroken ? null : await changedAccounts(ledger, id, before.accounts.dispatches, happened);
  if (changed === null) return begin(ledger, world, id, last);
  const loaded = await aboutDossier(ledger, id);
  const { dispatches, now } = changed;
  check.remove([...dispatches]);
  check.put(now);
  const parts = new Map(before.parts);
  for (const gone of dispatches) parts.delete(gone);
  for (const [own, part] of partsOf(now, world)) parts.set(own, part);
  const accounts = accountsIn(parts, before.accounts.pairs);
  // A removal takes words out of what happened before.
  const isCut = happened.some(({ kind }) => kind === 'dispatch-removed');
  const earlier = before.entries;
  const entries = lazy(async () => (isCut ? ledger.entries(id) : [...(await earlier()), ...happened]));
  const view = viewOf({ ...loaded, accounts, entries }, parts, check.result(), world);
  return { view, check, entries: counted + happened.length };
}

/** What a view shows of a dossier besides its accounts. */
async function aboutDossier(ledger: Ledger, id: string): Promise<Pick<View, 'dossier' | 'verdicts' | 'firstFound'>> {
  const [dossier, verdicts, firstFound] = await Promise.all([
    ledger.findDossier(id),
    ledger.verdicts(id),
    ledger.firstFound(id),
  ]);
  return { dossier, verdicts, firstFound };
}

/** What each dispatch says, by its id. */
function partsOf(accounts: Accounts, world: World): Map<string, Part> {
  const parts = new Map(
    accounts.dispatches.map((dispatch) => [
      dispatch.id,
      {
        dispatch,
        text: accounts.texts.get(dispatch.id)!,
        statements: [] as LedgerStatement[],
        claims: [] as LedgerClaim[],
        voices: [] as Account[],
        rows: [] as Shown<ClaimRow>[],
      },
    ]),
  );
  for (const statement of accounts.statements) parts.get(statement.dispatch)!.statements.push(statement);
  for (const account of accountsOf(accounts, world)) {
    const { claim, statement, dispatch } = account;
    const part = parts.get(dispatch.id)!;
    part.claims.push(claim);
    part.voices.push(account);
    part.rows.push(rowOf(claim, statement, dispatch, world));
  }
  return parts;
}

/** What all dispatches say, in the order in which the ledger gives them. */
function accountsIn(parts: ReadonlyMap<string, Part>, pairs: Accounts['pairs']): Accounts {
  const inOrder = [...parts.values()].sort((a, b) => byPublication(a.dispatch, b.dispatch));
  return {
    dispatches: inOrder.map(({ dispatch }) => dispatch),
    statements: inOrder.flatMap(({ statements }) => statements),
    claims: inOrder.flatMap(({ claims }) => claims),
    texts: new Map(inOrder.map(({ dispatch, text }) => [dispatch.id, text])),
    pairs,
  };
}

/** A view of accounts that are loaded and checked already. */
function viewOf(
  loaded: Pick<View, 'dossier' | 'accounts' | 'verdicts' | 'firstFound' | 'entries'>,
  parts: ReadonlyMap<string, Part>,
  found: Crosscheck,
  world: World,
): View {
  const { accounts, verdicts } = loaded;
  const dispatches = new Map(accounts.dispatches.map((dispatch) => [dispatch.id, dispatch]));
  const ruled = verdictsByClaim(verdicts);
  const withVerdicts = (own: Part['rows']): Part['rows'] => {
    if (ruled.size === 0 || !own.some(({ claim }) => ruled.has(claim.id))) return own;
    return own.map((row) => ({ ...row, claim: { ...row.claim, verdict: ruled.get(row.claim.id) ?? null } }));
  };
  const inOrder = accounts.dispatches.map(({ id }) => parts.get(id)!);
  const voices = inOrder.flatMap((part) => part.voices);
  const rowsOf = new Map(accounts.dispatches.map(({ id }, at) => [id, withVerdicts(inOrder[at]!.rows)]));
  const rows = [...rowsOf.values()].flat();
  const checked = asItStands(found);
  const rowsAt: View['rowsAt'] = (dispatch, start, end) =>
    (rowsOf.get(dispatch) ?? []).filter(({ claim }) => claim.start === start && claim.end === end);
  const privately = lazy(() => privateWords(accounts, dispatches, rows, world));
  const control = lazy(() => openControl({ accounts: voices, origins: checked.origins }, world));
  const view: View = {
    ...loaded,
    parts,
    voices,
    checked,
    dispatches,
    rows,
    rowById: lazy(() => new Map(rows.map((row) => [row.claim.id, row]))),
    rowsOf,
    rowsAt,
    isPrivate: (side) => privately().has(sideKey(side.layer, side.dispatch, side.start)),
    control: (ask) => control()(ask),
    summaries: lazy(() => summariesOf(accounts, checked.origins)),
    questions: lazy(() => questionsOf({ checked })),
    sources: lazy(() => sourceChoices(rows, world)),
    facets: lazy(() => facetsOf(rows, view.sources())),
    ties: lazy(() => tiesOf(checked, rowsAt)),
    contestedRows: lazy(() => {
      const { claimsOf } = view.ties();
      const contested = new Set(checked.findings.filter(isContested).flatMap(({ id }) => claimsOf.get(id)!));
      return Uint8Array.from(rows, ({ claim }) => Number(contested.has(claim.id)));
    }),
    placed: lazy(() => placedOf({ rows, accounts })),
    sharedClaims: lazy(() => claimsOfSeveralOrigins(checked)),
    questionsOfClaim: lazy(() => questionsByClaim(checked)),
    speakers: lazy(() => speakersOf(view, world)),
    sourceEntries: lazy(
      () => new Map([...view.speakers()].map(([id, speaker]) => [id, sourceEntryOf(speaker, view, world)])),
    ),
    sourcesOfClaim: lazy(() => sourcesByClaim(view.speakers())),
    contestedOfSource: lazy(() => contestedBySource(view, world)),
  };
  return view;
}

/** The origins as they are now: what is kept cross-checked goes on, and a view does not. */
function asItStands({ origins: { groupOf, ownWords, folds }, ...found }: Crosscheck): Crosscheck {
  return { ...found, origins: { groupOf: new Map(groupOf), ownWords: new Map(ownWords), folds } };
}

function sideKey(layer: string, dispatch: string, start: number): string {
  return `${layer} ${dispatch} ${start}`;
}

/** Where words of private persons begin: claims and statements. */
function privateWords(
  { statements }: Accounts,
  dispatches: View['dispatches'],
  rows: View['rows'],
  world: World,
): Set<string> {
  const keys = new Set<string>();
  for (const { claim, dispatch } of rows)
    if (claim.source.kind === 'named') keys.add(sideKey('claim', dispatch.id, claim.start));
  for (const statement of statements) {
    const dispatch = dispatches.get(statement.dispatch)!;
    if (sourceOf(statement, dispatch, world).kind !== 'named') continue;
    for (const { start } of statement.content) keys.add(sideKey('statement', dispatch.id, start));
  }
  return keys;
}

function claimsOfSeveralOrigins({ questions, origins }: Crosscheck): Set<string> {
  const shared = new Set<string>();
  for (const { accounts } of questions)
    if (new Set(accounts.map((account) => originOf(account, origins))).size > 1)
      for (const { claim } of accounts) shared.add(claim.id);
  return shared;
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

function contestedBySource(
  view: Pick<View, 'accounts' | 'checked' | 'dispatches' | 'sourceEntries' | 'sourcesOfClaim' | 'ties'>,
  world: World,
): Map<string, Contested[]> {
  const { claimsOf } = view.ties();
  const sourcesOf = view.sourcesOfClaim();
  const statements = new Map(
    view.accounts.statements.flatMap((statement) =>
      statement.content.map(({ start }) => [sideKey('statement', statement.dispatch, start), statement] as const),
    ),
  );
  const bySource = new Map<string, Contested[]>();
  for (const finding of view.checked.findings.filter(isContested)) {
    const sources = new Set(claimsOf.get(finding.id)!.flatMap((claim) => sourcesOf.get(claim) ?? []));
    for (const { layer, dispatch, start } of finding.claims) {
      const statement = layer === 'statement' ? statements.get(sideKey(layer, dispatch, start)) : undefined;
      if (!statement) continue;
      for (const id of choicesOf(sourceOf(statement, view.dispatches.get(dispatch)!, world), world))
        if (view.sourceEntries().has(id)) sources.add(id); // one who claims nothing has no page
    }
    for (const id of sources) {
      const known = bySource.get(id);
      if (known) known.push({ finding, sources });
      else bySource.set(id, [{ finding, sources }]);
    }
  }
  return bySource;
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
