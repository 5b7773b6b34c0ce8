import { idOf } from '../core/index.ts';
import type { Accounts, Finding, FindingSide } from '../ledger/index.ts';
import { type Ground, rememberingWorld, sideOf } from './ground.ts';
import { handOf } from './origins/hand.ts';
import { openOriginIndex } from './origins/origin-index.ts';
import type { Origins } from './origins/origins.ts';
import { type Question, questionFrom, subjectsOf } from './questions.ts';
import { type Draft, inOrder, orderOf, type Side } from './rules/draft.ts';
import { rules } from './rules/index.ts';
import type { Printed, Rule } from './rules/rule.ts';
import { type Account, accountsOf } from './voices.ts';
import type { World } from './world.ts';

export type Crosscheck = {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly origins: Origins;
};

/** A dossier that is kept cross-checked while dispatches come and go. */
export type RunningCheck = {
  /** Takes in what dispatches say; what one said before is replaced. */
  put(accounts: Accounts): void;
  /** Takes dispatches out. */
  remove(dispatches: readonly string[]): void;
  /** What is found in all that is in it now. Works out what changed since it was last asked, and nothing else. */
  result(): Crosscheck;
};

type Drawer = {
  readonly rule: Rule<unknown>;
  readonly items: Map<string, unknown[]>;
  /** How many of the items are telling. */
  telling: number;
  findings: readonly Finding[];
};

/**
 * Opens an empty dossier. The result is a function of what is in it: neither the order in which dispatches came nor what
 * has been in it before changes a thing.
 */
export function openRunningCheck(world: World): RunningCheck {
  const remembering = rememberingWorld(world);
  const index = openOriginIndex(remembering.parties);
  const sides = new WeakMap<Account, FindingSide>();
  const ground: Ground = {
    world: remembering,
    origins: index.origins,
    sideOf: (account) => {
      const known = sides.get(account) ?? sideOf(account);
      sides.set(account, known);
      return known;
    },
  };
  const printed = new Map<string, Printed>();
  const filing = openFiling(ground);
  const questions = openQuestions(ground);

  const remove = (ids: readonly string[]): Set<string> => {
    const moved = new Set<string>();
    for (const id of ids) {
      const gone = printed.get(id);
      if (!gone) continue;
      printed.delete(id);
      filing.drop(gone.dispatch.id);
      questions.drop(gone);
      for (const other of index.remove(id)) moved.add(other);
    }
    return moved;
  };
  /** What an origin moved with is filed anew: some drawers are by origin, and independence is judged by it. */
  const refile = (ids: Iterable<string>): void => {
    for (const id of ids) {
      const own = printed.get(id);
      if (!own) continue;
      filing.drop(id);
      filing.put(own);
    }
  };
  return {
    put(accounts) {
      const moved = remove(accounts.dispatches.map(({ id }) => id));
      index.judge(handOf(accounts.pairs));
      for (const own of printedOf(accounts, remembering)) {
        const { dispatch } = own;
        printed.set(dispatch.id, own);
        questions.put(own);
        for (const id of index.add(dispatch, accounts.texts.get(dispatch.id) ?? '')) moved.add(id);
        moved.add(dispatch.id);
      }
      refile(moved);
    },
    remove: (ids) => refile(remove(ids)),
    result: () => ({ findings: filing.findings(), questions: questions.all(), origins: index.origins }),
  };
}

function printedOf(accounts: Accounts, world: World): Printed[] {
  const told = new Map(
    accounts.dispatches.map((dispatch) => [
      dispatch.id,
      { dispatch, statements: [] as Accounts['statements'][number][], accounts: [] as Account[] },
    ]),
  );
  for (const statement of accounts.statements) told.get(statement.dispatch)!.statements.push(statement);
  for (const account of accountsOf(accounts, world)) told.get(account.dispatch.id)!.accounts.push(account);
  return [...told.values()];
}

/** The drawers of all rules, with what each gives. */
function openFiling(ground: Ground) {
  const drawers = new Map<string, Drawer>();
  const drawersOf = new Map<string, Set<string>>();
  const stale = new Set<string>();
  const put = (own: Printed): void => {
    const keys = new Set<string>();
    for (const rule of rules)
      for (const [name, item] of rule.file(own, ground)) {
        const key = `${rule.name}: ${name}`;
        const drawer = drawers.get(key) ?? { rule, items: new Map<string, unknown[]>(), telling: 0, findings: [] };
        drawers.set(key, drawer);
        drawer.telling += tellingIn([item], rule);
        const filed = drawer.items.get(own.dispatch.id);
        if (filed) filed.push(item);
        else drawer.items.set(own.dispatch.id, [item]);
        keys.add(key);
        stale.add(key);
      }
    drawersOf.set(own.dispatch.id, keys);
  };
  const drop = (dispatch: string): void => {
    for (const key of drawersOf.get(dispatch) ?? []) {
      const drawer = drawers.get(key)!;
      drawer.telling -= tellingIn(drawer.items.get(dispatch)!, drawer.rule);
      drawer.items.delete(dispatch);
      stale.add(key);
    }
    drawersOf.delete(dispatch);
  };
  const settle = (): void => {
    for (const key of stale) {
      const drawer = drawers.get(key)!;
      if (drawer.items.size === 0) drawers.delete(key);
      else if (drawer.telling === 0) drawer.findings = [];
      else drawer.findings = findingsOf(drawer.rule.find([...drawer.items.values()].flat(), ground), ground);
    }
    stale.clear();
  };
  const findings = (): Finding[] => {
    settle();
    const byId = new Map<string, Finding>();
    for (const { findings: own } of drawers.values())
      for (const finding of own) {
        const known = byId.get(finding.id);
        byId.set(finding.id, known ? merged(known, finding) : finding);
      }
    return inOrderOfWeight([...byId.values()]);
  };
  return { put, drop, findings };
}

function tellingIn(items: readonly unknown[], { isTelling }: Rule<unknown>): number {
  return isTelling ? items.filter(isTelling).length : items.length;
}

/** Drafts between the same two positions are one finding, told by the earliest of them. */
function findingsOf(drafts: readonly Draft[], ground: Ground): Finding[] {
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.kind, draft.slot ?? null, draft.question, draft.a.position, draft.b.position]);
    const known = byKey.get(key);
    if (known) known.push(draft);
    else byKey.set(key, [draft]);
  }
  return [...byKey].map(([key, own]) => {
    const ordered = own.length === 1 ? own : own.toSorted((x, y) => compare(sidesOrder(x), sidesOrder(y)));
    const { kind, slot, a, b, question, rule, sentence } = ordered[0]!;
    return {
      id: idOf('f', key),
      kind,
      ...(slot ? { slot } : {}),
      a: shownSide(a, ground),
      b: shownSide(b, ground),
      claims: claimsOf(ordered, ground),
      question,
      rule,
      sentence,
    };
  });
}

/** Two drawers may give the same finding, of two places or parties that claims name: it is told by the earliest. */
function merged(one: Finding, other: Finding): Finding {
  const order = ({ a, b }: Finding): string =>
    [a, b].map(({ said, dispatch, start }) => `${said} ${dispatch} ${String(start).padStart(9, '0')}`).join(' ');
  const [first, second] = order(one) <= order(other) ? [one, other] : [other, one];
  const claims = new Map(
    [first.a, first.b, ...[...first.claims, ...second.claims].toSorted((x, y) => compare(keyOf(x), keyOf(y)))].map(
      (side) => [keyOf(side), side],
    ),
  );
  return { ...first, claims: [...claims.values()] };
}

function keyOf({ said, layer, dispatch, start, end, text }: FindingSide): string {
  return `${said} ${dispatch} ${layer} ${String(start).padStart(9, '0')} ${end} ${text}`;
}

function sidesOrder({ a, b }: Draft): string {
  return `${sideOrder(a)} ${sideOrder(b)}`;
}

function sideOrder(side: Side): string {
  if (side.layer === 'claim') return orderOf(side.account);
  return `${side.statement.dispatch} ${String(side.span.start).padStart(9, '0')}`;
}

/** All that a finding rests on: the two that stand for it first, then the others, the earliest first. */
function claimsOf(drafts: readonly Draft[], ground: Ground): FindingSide[] {
  const sides = drafts.flatMap(({ a, b }) => [a, b]);
  const accounts = new Set(sides.flatMap((side) => (side.layer === 'claim' ? side.accounts : [])));
  const shown = [
    ...sides.slice(0, 2).map((side) => shownSide(side, ground)),
    ...sides.slice(2).flatMap((side) => (side.layer === 'statement' ? [shownSide(side, ground)] : [])),
    ...inOrder([...accounts]).map(ground.sideOf),
  ];
  return [...new Map(shown.map((side) => [keyOf(side), side])).values()];
}

function shownSide(side: Side, ground: Ground): FindingSide {
  if (side.layer === 'claim') return ground.sideOf(side.account);
  const { statement, span, label } = side;
  return {
    ...span,
    dispatch: statement.dispatch,
    document: statement.document,
    layer: 'statement',
    text: statement.content.map((part) => part.text).join(' […] '),
    source: label,
    said: statement.clocks.said,
    learned: statement.clocks.learned,
  };
}

const WEIGHTS = ['contradicts', 'denies', 'disputes-part', 'supersedes', 'retracts', 'refines', 'agrees', 'repeats'];

/** What is contested comes first, then what changed, then what is told alike; within each the newest. */
function inOrderOfWeight(findings: readonly Finding[]): Finding[] {
  const latest = ({ a, b }: Finding): string =>
    [a, b]
      .map(({ said }) => said?.replace('../', '') ?? '')
      .sort()
      .at(-1)!;
  return findings
    .map((finding) => ({ finding, weight: WEIGHTS.indexOf(finding.kind), day: latest(finding) }))
    .sort((x, y) => x.weight - y.weight || compare(y.day, x.day) || compare(x.finding.id, y.finding.id))
    .map(({ finding }) => finding);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The questions with the claims that answer them, kept as dispatches come and go. */
function openQuestions({ world }: Ground) {
  const accounts = new Map<string, Set<Account>>();
  const made = new Map<string, Question>();
  const each = function* ({ accounts: own }: Printed) {
    for (const account of own) for (const subject of subjectsOf(account)) yield [subject, account] as const;
  };
  return {
    put(printed: Printed): void {
      for (const [{ id }, account] of each(printed)) {
        made.delete(id);
        const known = accounts.get(id);
        if (known) known.add(account);
        else accounts.set(id, new Set([account]));
      }
    },
    drop(printed: Printed): void {
      for (const [{ id }, account] of each(printed)) {
        made.delete(id);
        const known = accounts.get(id);
        known?.delete(account);
        if (known?.size === 0) accounts.delete(id);
      }
    },
    all(): Question[] {
      for (const [id, own] of accounts) if (!made.has(id)) made.set(id, questionFrom(id, inOrder([...own]), world));
      return [...accounts.keys()]
        .map((id) => made.get(id)!)
        .sort((a, b) => b.accounts.length - a.accounts.length || compare(a.id, b.id));
    },
  };
}
