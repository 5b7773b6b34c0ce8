import { daysOf, isDay, sha256 } from '../../src/core/index.ts';
import type { World } from '../../src/crosscheck/index.ts';
import type { Accounts, LedgerClaim, LedgerDispatch, LedgerStatement } from '../../src/ledger/index.ts';
import type { Act, ClaimQuantity, ClaimType, Modality, Polarity } from '../../src/reading/index.ts';
import { openGazetteer, openParties } from '../../src/reading/index.ts';

// Made-up dossiers for the tests of cross-checking: what each dispatch says, as rows.

export const world: World = { parties: openParties(), gazetteer: openGazetteer() };

/** What somebody says in a dispatch; without `by` and `name` the outlet narrates it. */
export type Told = {
  readonly type?: ClaimType;
  readonly words?: string;
  readonly by?: string;
  readonly name?: string;
  readonly anonymous?: boolean;
  readonly act?: Act;
  readonly said?: string;
  /** Party ids, one space apart. */
  readonly actor?: string;
  readonly target?: string;
  readonly place?: string;
  /** « < 1000 fighters », « 12 deaths », « 10-20 deaths ». */
  readonly figure?: string;
  readonly time?: string;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  /** The dispatch that makes it no more. */
  readonly withdrawnBy?: string;
};

export type Printed = {
  readonly id: string;
  readonly publisher?: string;
  readonly published?: string;
  /** Its place among the versions at its address; 1 where absent. */
  readonly version?: number;
  /** Words of its own beside the claims: what wire copies share. */
  readonly text?: string;
  readonly says?: readonly Told[];
};

const LEARNED = '2020-01-01T00:00:00.000Z';

/** The accounts of a dossier of such dispatches, in the order given. */
export function dossierOf(printed: readonly Printed[]): Accounts {
  const parts = printed.map(partsOf);
  return {
    dispatches: parts.map(({ dispatch }) => dispatch),
    statements: parts.flatMap(({ statements }) => statements),
    claims: parts.flatMap(({ claims }) => claims),
    texts: new Map(parts.map(({ dispatch, text }) => [dispatch.id, text])),
    pairs: [],
  };
}

function partsOf(printed: Printed) {
  const dispatch = dispatchOf(printed);
  const statements: LedgerStatement[] = [];
  const claims: LedgerClaim[] = [];
  let text = printed.text ? `${printed.text}\n` : '';
  for (const [at, told] of (printed.says ?? []).entries()) {
    const words = told.words ?? wordsOf(told, `${printed.id} ${at}`);
    const span = { start: text.length, end: text.length + words.length, text: words };
    text += `${words}.\n`;
    const said = told.said ?? (printed.published ? `../${printed.published}` : null);
    const isNarrated = told.by === undefined && told.name === undefined && !told.anonymous;
    const id = `${printed.id}-s${at}`;
    if (!isNarrated) statements.push(statementOf(told, dispatch, id, span, said));
    if (told.type) claims.push(claimOf(told, dispatch, `${printed.id}-c${at}`, isNarrated ? null : id, span, said));
  }
  return { dispatch, statements, claims, text };
}

/** Words that no other claim has, so that nothing is a copy by chance. */
function wordsOf({ type, actor, place, figure }: Told, key: string): string {
  return `${type ?? 'parole'} ${actor ?? ''} ${place ?? ''} ${figure ?? ''} ${sha256(key).slice(0, 12)}`.replace(
    / +/g,
    ' ',
  );
}

function dispatchOf({ id, publisher, published, version }: Printed): LedgerDispatch {
  return {
    id,
    name: `${id}.txt`,
    sha256: sha256(id),
    textSha256: sha256(id),
    publisher: publisher ?? null,
    address: null,
    language: 'fr',
    title: null,
    published: published ? { date: published, instant: null, given: 'metadata', span: null } : null,
    publishedInText: null,
    noise: [],
    format: 'text',
    encoding: 'utf-8',
    exercise: true,
    doubts: [],
    learned: LEARNED,
    author: 'test',
    state: 'read',
    reading: null,
    version: version ?? 1,
    newer: null,
  };
}

type Words = { readonly start: number; readonly end: number; readonly text: string };

function statementOf(
  { by, name, anonymous, act, said: day }: Told,
  dispatch: LedgerDispatch,
  id: string,
  words: Words,
  said: string | null,
): LedgerStatement {
  return {
    id,
    content: [words],
    cue: null,
    source: null,
    name: name ?? by ?? null,
    organisation: null,
    role: null,
    anonymous: anonymous ?? false,
    via: null,
    mode: 'indirect',
    act: act ?? 'say',
    said: day && isDay(day) ? day : null,
    by: by ? by.split(' ') : [],
    rules: ['sample'],
    doubts: [],
    dispatch: dispatch.id,
    document: dispatch.name,
    clocks: { said, learned: LEARNED },
    made: 'reader',
    corrections: [],
  };
}

function claimOf(
  told: Told,
  dispatch: LedgerDispatch,
  id: string,
  statement: string | null,
  words: Words,
  said: string | null,
): LedgerClaim {
  const ids = (list: string | undefined): string[] => list?.split(' ').filter(Boolean) ?? [];
  return {
    id,
    type: told.type!,
    ...words,
    statement,
    actor: ids(told.actor),
    target: ids(told.target),
    place: told.place ? [{ name: told.place, candidates: candidatesOf(told.place) }] : [],
    quantity: told.figure ? quantityOf(told.figure) : null,
    time: told.time ?? null,
    polarity: told.polarity ?? 'affirmed',
    modality: told.modality ?? 'actual',
    rules: ['sample'],
    doubts: [],
    dispatch: dispatch.id,
    document: dispatch.name,
    clocks: { held: told.time ? daysOf(told.time) : null, said, learned: LEARNED },
    made: 'reader',
    corrections: [],
    withdrawn: told.withdrawnBy ? { by: told.withdrawnBy, learned: LEARNED } : null,
  };
}

function candidatesOf(name: string) {
  return world.gazetteer.lookup(name).map(({ id }) => ({ id, why: 'sample' }));
}

/** « < 1000 fighters » as a quantity. */
export function quantityOf(figure: string): ClaimQuantity {
  const { bound, low, high, unit } = /^(?<bound>[<>]=?|~)? ?(?<low>\d+)(?:-(?<high>\d+))? (?<unit>\w+)$/.exec(figure)!
    .groups!;
  return {
    value: Number(low),
    ...(high ? { max: Number(high) } : {}),
    bound: (bound ?? '=') as ClaimQuantity['bound'],
    unit: unit!,
  };
}
