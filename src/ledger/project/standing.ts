import { contains, daysOf, idOf, overlaps, type Span, type When } from '../../core/index.ts';
import type { Claim, DispatchReading, Statement } from '../../reading/index.ts';
import type { MadeBy, Published } from '../dispatch.ts';
import type { Target } from '../entry.ts';
import { slotOf, slotValue } from '../slots.ts';
import type { Change } from './dispatch-state.ts';

/** A correction that was laid over what the reader read. */
export type Applied = { readonly entry: string; readonly slot: string; readonly seen: unknown };

type Marks = {
  readonly made: MadeBy;
  readonly corrections: readonly Applied[];
};
export type StandingStatement = Statement & Marks;
export type StandingClaim = Claim & Marks;

/**
 * Why an entry waits for a person. `no-place`: nothing of its type is read at its words any more. `seen-differs`: what it
 * corrects now has a third value. `other-claim`: what it rejects is gone, and something else is read there.
 */
export type Unplaced = {
  readonly entry: string;
  readonly why: 'no-place' | 'seen-differs' | 'other-claim';
  /** The value that is read now, where there is one. */
  readonly now: unknown;
};

/** What a dispatch says as it stands: its reading, and over it what people said of it. */
export type Standing = {
  readonly statements: readonly StandingStatement[];
  readonly claims: readonly StandingClaim[];
  readonly unplaced: readonly Unplaced[];
};

/** Two stretches mean the same words when they share half of the shorter one. */
const SHARED_AT_LEAST = 0.5;
/** In the place of a statement's id: a person who adds a claim gives its words, and they say which statement holds it. */
const INNERMOST = '';

/**
 * Lays what people said over a reading, in order: each change finds its statement or claim by type and overlap of words.
 * The ids that come out are made of dispatch, type and span, so that they are the same in the next reading.
 */
export function standing(
  dispatch: string,
  reading: DispatchReading,
  madeBy: MadeBy,
  changes: readonly Change[],
): Standing {
  const draft = withStableIds(dispatch, reading, madeBy);
  const unplaced: Unplaced[] = [];
  for (const change of changes) {
    const trouble = lay(dispatch, draft, change);
    if (trouble) unplaced.push({ entry: change.id, ...trouble });
  }
  const statements = draft.statements;
  const claims = draft.claims.map((claim) => ({ ...claim, statement: statementOf(claim, statements) }));
  return { statements, claims, unplaced };
}

/** When a statement was said: on the day its words give, else no later than the dispatch was published; null: unknown. */
export function saidOf(statement: Statement | null, published: Published | null): When | null {
  if (statement?.said) return statement.said;
  return published ? `../${daysOf(published.date).last}` : null;
}

type Draft = { statements: StandingStatement[]; claims: StandingClaim[] };
type Trouble = Omit<Unplaced, 'entry'>;

function withStableIds(dispatch: string, reading: DispatchReading, made: MadeBy): Draft {
  const marks: Marks = { made, corrections: [] };
  const number = counter();
  const newId = new Map<string, string>();
  const statements = reading.statements.map((statement): StandingStatement => {
    const { start, end } = hullOf(statement);
    const id = idOf('s', dispatch, String(start), String(end), String(number(`${start}-${end}`)));
    newId.set(statement.id, id);
    return { ...statement, ...marks, id };
  });
  const claims = reading.claims.map((claim): StandingClaim => {
    const id = claimId(dispatch, claim, number(`${claim.type} ${claim.start}-${claim.end}`));
    const statement = claim.statement === null ? null : (newId.get(claim.statement) ?? null);
    return { ...claim, ...marks, id, statement };
  });
  return { statements, claims };
}

/** Counts how often each key was asked for: 0, 1, 2… Tells claims of one type and span from each other. */
function counter(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count;
  };
}

function claimId(dispatch: string, claim: Span & { readonly type: string }, number: number): string {
  return idOf('c', dispatch, claim.type, String(claim.start), String(claim.end), String(number));
}

/** From the first to the last word of a statement's content. */
function hullOf(statement: Statement): Span {
  return { start: statement.content[0]!.start, end: statement.content.at(-1)!.end };
}

function lay(dispatch: string, draft: Draft, change: Change): Trouble | null {
  if (change.kind === 'addition') return add(dispatch, draft, change);
  return change.kind === 'rejection' ? reject(draft, change) : correct(draft, change);
}

function correct(draft: Draft, { id, body }: Extract<Change, { kind: 'correction' }>): Trouble | null {
  const { same } = slotOf(body.layer, body.slot)!;
  const at = find(draft, body, (item) => same(slotValue(item, body.slot), body.seen));
  if (!at) return { why: 'no-place', now: null };
  const now = slotValue(at.item, body.slot);
  if (same(now, body.set)) return null; // the reader has come to the same
  if (!same(now, body.seen)) return { why: 'seen-differs', now };
  const corrections = [...at.item.corrections, { entry: id, slot: body.slot, seen: now }];
  at.replace({ ...at.item, [body.slot]: body.set, corrections });
  return null;
}

function reject(draft: Draft, { body }: Extract<Change, { kind: 'rejection' }>): Trouble | null {
  const at = find(draft, body, () => true);
  if (at) {
    at.replace(null);
    return null;
  }
  const items: readonly Span[] = body.layer === 'claim' ? draft.claims : draft.statements.map(hullOf);
  return items.some((item) => overlaps(item, body.words)) ? { why: 'other-claim', now: null } : null;
}

/** A person's claim stands in the place of the reader's at the same words. */
function add(dispatch: string, draft: Draft, { body }: Extract<Change, { kind: 'addition' }>): null {
  const { start, end, text, type } = body.claim;
  const target: Target = { layer: 'claim', type, words: { start, end, text } };
  find(draft, target, () => true)?.replace(null);
  draft.claims.push({
    ...body.claim,
    id: claimId(dispatch, body.claim, 0),
    statement: INNERMOST,
    rules: [],
    doubts: [],
    made: 'people',
    corrections: [],
  });
  return null;
}

type Found = {
  readonly item: StandingStatement | StandingClaim;
  readonly replace: (item: StandingStatement | StandingClaim | null) => void;
};

/** The statement or claim that a target means: the best overlap; of equal ones the preferred, then the first. */
function find(draft: Draft, target: Target, prefers: (item: Claim | Statement) => boolean): Found | null {
  return target.layer === 'claim'
    ? best(
        draft.claims,
        (claim) => claim.type === target.type,
        (claim) => claim,
        target.words,
        prefers,
      )
    : best(draft.statements, () => true, hullOf, target.words, prefers);
}

function best<T extends StandingStatement | StandingClaim>(
  items: T[],
  fits: (item: T) => boolean,
  spanOf: (item: T) => Span,
  words: Span,
  prefers: (item: T) => boolean,
): Found | null {
  let found = -1;
  let score = 0;
  for (const [index, item] of items.entries()) {
    const { ofShorter, ofBoth } = overlapOf(spanOf(item), words);
    if (!fits(item) || ofShorter < SHARED_AT_LEAST) continue;
    const better = found < 0 || ofBoth > score || (ofBoth === score && prefers(item) && !prefers(items[found]!));
    if (!better) continue;
    found = index;
    score = ofBoth;
  }
  if (found < 0) return null;
  const replace = (item: StandingStatement | StandingClaim | null) => {
    items.splice(found, 1, ...(item === null ? [] : [item as T]));
  };
  return { item: items[found]!, replace };
}

/** How much two spans share: of the shorter one, and of all that they cover. 0 to 1. */
function overlapOf(a: Span, b: Span): { readonly ofShorter: number; readonly ofBoth: number } {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  return { ofShorter: both / Math.min(lengthA, lengthB), ofBoth: both / (lengthA + lengthB - both) };
}

/** Whose words the claim is: the statement it names while that stands, else the innermost around it, else the outlet. */
function statementOf(claim: StandingClaim, statements: readonly StandingStatement[]): string | null {
  if (claim.statement === null) return null;
  if (statements.some((statement) => statement.id === claim.statement)) return claim.statement;
  const around = statements.filter((statement) => contains(hullOf(statement), claim));
  const length = (statement: StandingStatement) => hullOf(statement).end - hullOf(statement).start;
  return around.sort((a, b) => length(a) - length(b) || a.id.localeCompare(b.id))[0]?.id ?? null;
}
