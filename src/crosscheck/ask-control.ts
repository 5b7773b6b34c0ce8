import { type Bound, shareDay } from '../core/index.ts';
import type { Accounts, FindingSide } from '../ledger/index.ts';
import { sameParty } from './assertions.ts';
import { sideOf } from './ground.ts';
import { type Origins, originOf, originsOf } from './origins/origins.ts';
import { type ControlState, controlStates } from './states.ts';
import { type Account, accountsOf, isBelieved, type Voice } from './voices.ts';
import type { World } from './world.ts';

export type ControlAsk = {
  /** Ids of the places that are asked for: those that a name stands for. */
  readonly places: readonly string[];
  /** The day it is asked of. */
  readonly asOf: string;
  /** Parties, outlets or names to believe, with all that stand under them; empty for all. */
  readonly believe: readonly string[];
};

export type Holder = {
  readonly party: string;
  readonly place: string;
  readonly share: { readonly value: number; readonly bound: Bound } | null;
  /** From which day on, as far as the claims tell. */
  readonly since: string | null;
  /** How many independent origins say so. */
  readonly origins: number;
  readonly claims: readonly FindingSide[];
};

export type ControlAnswer = {
  readonly asOf: string;
  readonly holders: readonly Holder[];
  /** Parties that those believed say hold nothing there. */
  readonly notHolders: readonly string[];
  /** True where what is believed cannot all be so: a party holds and does not, or two hold the whole. */
  readonly contested: boolean;
  /** What the answer rests on against a party. */
  readonly against: readonly FindingSide[];
};

/**
 * Who holds a place on a day, according to those believed: for each party the latest that is told of it up to that day
 * counts. A capture changes the state from its own day on, and implies that whom it was taken from held the place until
 * then; a negation over a country speaks of the places within it.
 */
export function askControl(accounts: Accounts, ask: ControlAsk, world: World): ControlAnswer {
  return openControl({ accounts: accountsOf(accounts, world), origins: originsOf(accounts) }, world)(ask);
}

/** What a dossier's control is asked of: its accounts with their voices, and its origins. */
export type ControlGround = { readonly accounts: readonly Account[]; readonly origins: Origins };

/** As `askControl`, for many questions to one dossier: what all of them need is worked out once. */
export function openControl({ accounts, origins }: ControlGround, world: World): (ask: ControlAsk) => ControlAnswer {
  const index = indexStates(controlStates(accounts));
  const believes = rememberingBelieved(world);
  return (ask) => {
    const told = statesAbout(ask.places, index, world);
    const states = told.filter(({ account: { voice } }) => believes(voice, ask.believe));
    return answerOf(states, origins, ask, world);
  };
}

/** As `isBelieved`, looked up once for each voice while the same are believed. */
function rememberingBelieved(world: World): (voice: Voice, believe: readonly string[]) => boolean {
  let asked = '';
  let known = new Map<string, boolean>();
  return (voice, believe) => {
    const key = JSON.stringify(believe);
    if (key !== asked) {
      asked = key;
      known = new Map();
    }
    const who = `${voice.key} ${voice.label} ${voice.parties.join(' ')}`;
    const before = known.get(who);
    if (before !== undefined) return before;
    const now = isBelieved(voice, believe, world);
    known.set(who, now);
    return now;
  };
}

/** The states by place: an affirmation stands with each place that it may mean, a negation with the likeliest. */
type StateIndex = {
  readonly order: ReadonlyMap<ControlState, number>;
  readonly holding: ReadonlyMap<string, readonly ControlState[]>;
  readonly denying: ReadonlyMap<string, readonly ControlState[]>;
};

function indexStates(states: readonly ControlState[]): StateIndex {
  const holding = new Map<string, ControlState[]>();
  const denying = new Map<string, ControlState[]>();
  const put = (map: Map<string, ControlState[]>, place: string, state: ControlState): void => {
    const known = map.get(place);
    if (known) known.push(state);
    else map.set(place, [state]);
  };
  for (const state of states)
    if (state.holds) for (const place of new Set(state.places)) put(holding, place, state);
    else if (state.places[0] !== undefined) put(denying, state.places[0], state);
  return { order: new Map(states.map((state, i) => [state, i])), holding, denying };
}

/** The states that speak of a place, in their order: affirmations of it, negations over it or over what it lies in. */
function statesAbout(
  places: readonly string[],
  { order, holding, denying }: StateIndex,
  { gazetteer }: World,
): ControlState[] {
  const found = new Set<ControlState>();
  for (const place of places) {
    for (const state of holding.get(place) ?? []) found.add(state);
    for (const outer of [place, ...gazetteer.ancestors(place)])
      for (const state of denying.get(outer) ?? []) found.add(state);
  }
  return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
}

function answerOf(states: readonly ControlState[], origins: Origins, ask: ControlAsk, world: World): ControlAnswer {
  const takings = states.filter(({ ground, holds }) => ground === 'event' && holds);
  const parties = [...new Set(states.map(({ party }) => party))].sort();
  const found: Holder[] = [];
  const notHolders: string[] = [];
  const against: FindingSide[] = [];
  let contested = false;
  for (const party of parties) {
    const told = states.filter(
      (state) => state.party === party && isKnownBy(state, ask.asOf) && !isOvertaken(state, takings, ask.asOf),
    );
    const own = latestOf(told, ask.asOf);
    const yes = own.filter(({ holds }) => holds);
    const no = own.filter(({ holds }) => !holds);
    if (yes.length > 0 && no.length > 0) contested = true;
    if (no.length > 0) {
      if (yes.length === 0) notHolders.push(party);
      against.push(...no.map(({ account }) => sideOf(account)));
    }
    if (yes.length > 0) found.push(holderOf(party, yes, ask, (account) => originOf(account, origins)));
  }
  const holders = withoutThoseReplaced(found, states, ask.asOf, world);
  const whole = holders.filter(({ share }) => share === null);
  return { asOf: ask.asOf, holders, notHolders, contested: contested || whole.length > 1, against: unique(against) };
}

/** Whoever held a place before another took it holds it no more, though nobody says so: one capture ends what came before. */
function withoutThoseReplaced(
  holders: readonly Holder[],
  states: readonly ControlState[],
  asOf: string,
  world: World,
): Holder[] {
  const takings = states.filter(
    ({ ground, holds, days, share }) => ground === 'event' && holds && share === null && days.first! <= asOf,
  );
  return holders.filter((holder) => {
    const own = states.filter(({ party, holds, ground }) => party === holder.party && holds && ground !== 'before');
    const last =
      own
        .map((state) => (state.ground === 'event' ? state.days.first! : (state.days.last ?? state.days.first ?? '')))
        .filter((day) => day <= asOf)
        .sort()
        .at(-1) ?? '';
    return !takings.some(
      ({ party, days }) => days.first! > last && !sameParty(party, holder.party, world) && last !== '',
    );
  });
}

/** Told of the day, or of days before it that last until something changes. */
function isKnownBy(state: ControlState, asOf: string): boolean {
  const day = { first: asOf, last: asOf };
  if (shareDay(state.days, day)) return true;
  // A state told of an earlier day is taken to last until another account changes it; what a capture implies does not.
  return state.ground === 'state' && state.days.last !== null && state.days.last < asOf;
}

/** That a place was taken from somebody says who held it since it last changed hands, and nothing of the time before. */
function isOvertaken(state: ControlState, takings: readonly ControlState[], asOf: string): boolean {
  return state.ground === 'before' && takings.some(({ days }) => days.first! > asOf && days.first! <= state.days.last!);
}

/** Of what is told of one party, that of the latest day: an older state gives way to a newer one. */
function latestOf(states: readonly ControlState[], asOf: string): ControlState[] {
  const dayOf = (state: ControlState): string => {
    const { first, last } = state.days;
    if (state.ground === 'before') return last! > asOf ? asOf : last!;
    if (state.ground === 'event') return first!;
    return last !== null && last <= asOf
      ? last
      : shareDay(state.days, { first: asOf, last: asOf })
        ? asOf
        : (first ?? '0000-00-00');
  };
  // What a capture implies for the days before it is told of none in particular: a state told of a day comes first.
  const told = states.filter(({ ground }) => ground !== 'before');
  const newest = told.map(dayOf).sort().at(-1);
  const implied = states.filter(
    (state) => state.ground === 'before' && (newest === undefined || newest < state.days.last!),
  );
  if (implied.length > 0 && (newest === undefined || !told.some((state) => dayOf(state) === newest && state.holds))) {
    const conflicting = told.filter((state) => dayOf(state) === newest && newest === asOf);
    return [...implied, ...conflicting];
  }
  return told.filter((state) => dayOf(state) === newest);
}

function holderOf(
  party: string,
  states: readonly ControlState[],
  ask: ControlAsk,
  origin: (account: Account) => string,
): Holder {
  const shared = states.find(({ share }) => share !== null);
  const since =
    states
      .map(({ days, ground }) => (ground === 'before' ? null : days.first))
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  return {
    party,
    place: states[0]!.places.find((place) => ask.places.includes(place)) ?? ask.places[0]!,
    share: shared?.share ?? null,
    since,
    origins: new Set(states.map(({ account }) => origin(account))).size,
    claims: unique(states.map(({ account }) => sideOf(account))),
  };
}

function unique(sides: readonly FindingSide[]): FindingSide[] {
  return sides.filter(
    (side, i) =>
      sides.findIndex(
        (other) => other.dispatch === side.dispatch && other.start === side.start && other.end === side.end,
      ) === i,
  );
}
