import { type Bilingual, type Bound, shareDay } from '../core/index.ts';
import type { Accounts, FindingSide } from '../ledger/index.ts';
import { sameParty } from './assertions.ts';
import { bestOf, type Grade, type Grades, gradeOf, ranksAbove } from './grades.ts';
import { sideOf } from './ground.ts';
import { againstInterest } from './interest.ts';
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
  /** Whom not to believe, whoever is believed. */
  readonly exclude?: readonly string[] | undefined;
  /** How far sources are relied on; where accounts differ, those of the better grade count. */
  readonly grades?: Grades | undefined;
};

export type Holder = {
  readonly party: string;
  readonly place: string;
  readonly share: { readonly value: number; readonly bound: Bound } | null;
  /** From which day on, as far as the claims tell. */
  readonly since: string | null;
  /** How many independent origins say so. */
  readonly origins: number;
  /** True where others that are believed say that it does not, or that another holds the whole. */
  readonly contested: boolean;
  /** The best grade of those who say so; null where no grades are given. */
  readonly grade: Grade | null;
  readonly claims: readonly FindingSide[];
  /** Which of the claims are made against the interest of who makes them, and why. */
  readonly againstInterest: readonly { readonly claim: FindingSide; readonly reason: Bilingual }[];
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
  /** Holders by accounts that others of a better grade outweigh; empty where no grades are given. */
  readonly outweighed: readonly Holder[];
};

/**
 * Who holds a place on a day, according to those believed: for each party the latest that is told of it up to that day
 * counts. A capture changes the state from its own day on, and implies that whom it was taken from held the place until
 * then; a negation over a country speaks of the places within it.
 */
export function askControl(accounts: Accounts, ask: ControlAsk, world: World): ControlAnswer {
  return openControl({ accounts: accountsOf(accounts, world), origins: originsOf(accounts, world) }, world)(ask);
}

/** What a dossier's control is asked of: its accounts with their voices, and its origins. */
export type ControlGround = { readonly accounts: readonly Account[]; readonly origins: Origins };

/** As `askControl`, for many questions to one dossier: what all of them need is worked out once. */
export function openControl({ accounts, origins }: ControlGround, world: World): (ask: ControlAsk) => ControlAnswer {
  const index = indexStates(controlStates(accounts));
  const believes = rememberingBelieved(world);
  return (ask) => {
    const believed = believes(ask.believe);
    const excluded = ask.exclude?.length ? believes(ask.exclude) : null;
    const isHeard = (voice: Voice): boolean => believed(voice) && !excluded?.(voice);
    const answers = ask.places.map((place) => {
      const states = statesAbout(place, ask.places, index, world).filter(({ account }) => isHeard(account.voice));
      return answerOf(states, place, origins, ask, world);
    });
    return {
      asOf: ask.asOf,
      holders: answers.flatMap(({ holders }) => holders),
      notHolders: [...new Set(answers.flatMap(({ notHolders }) => notHolders))].sort(),
      contested: answers.some(({ contested }) => contested),
      against: unique(answers.flatMap(({ against }) => against)),
      outweighed: answers.flatMap(({ outweighed }) => outweighed),
    };
  };
}

/** As `isBelieved`, looked up once for each voice and choice: a map asks a thousand times of the same ones. */
function rememberingBelieved(world: World): (believe: readonly string[]) => (voice: Voice) => boolean {
  const choices = new Map<string, WeakMap<Voice, boolean>>();
  return (believe) => {
    if (believe.length === 0) return () => true;
    const choice = JSON.stringify(believe);
    const known = choices.get(choice) ?? new WeakMap<Voice, boolean>();
    choices.set(choice, known);
    return (voice) => {
      const before = known.get(voice);
      if (before !== undefined) return before;
      const now = isBelieved(voice, believe, world);
      known.set(voice, now);
      return now;
    };
  };
}

/** The states by place: an affirmation stands with each place that it may mean, a negation with the likeliest. */
type StateIndex = {
  readonly states: readonly ControlState[];
  /** Indices of states, in order. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
  readonly denying: ReadonlyMap<string, readonly number[]>;
};

function indexStates(states: readonly ControlState[]): StateIndex {
  const holding = new Map<string, number[]>();
  const denying = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, place: string, at: number): void => {
    const known = map.get(place);
    if (known) known.push(at);
    else map.set(place, [at]);
  };
  for (const [at, { holds, places }] of states.entries())
    if (holds) for (const place of new Set(places)) put(holding, place, at);
    else if (places[0] !== undefined) put(denying, places[0], at);
  return { states, holding, denying };
}

/**
 * The states that speak of a place, in their order: affirmations of it, negations over it or over what it lies in. A name
 * that may mean several of the places asked for speaks of the likeliest alone.
 */
function statesAbout(
  place: string,
  asked: readonly string[],
  { states, holding, denying }: StateIndex,
  { gazetteer }: World,
): ControlState[] {
  const meant = (holding.get(place) ?? []).filter(
    (at) => states[at]!.places.find((one) => asked.includes(one)) === place,
  );
  const denied = [place, ...gazetteer.ancestors(place)].flatMap((outer) => denying.get(outer) ?? []);
  return [...meant, ...denied].sort((a, b) => a - b).map((at) => states[at]!);
}

function answerOf(
  states: readonly ControlState[],
  place: string,
  origins: Origins,
  ask: ControlAsk,
  world: World,
): ControlAnswer {
  const takings = states.filter(({ ground, holds }) => ground === 'event' && holds);
  const parties = [...new Set(states.map(({ party }) => party))].sort();
  const found: Holder[] = [];
  const outweighed: Holder[] = [];
  const notHolders: string[] = [];
  const against: FindingSide[] = [];
  let contested = false;
  const grade = (own: readonly ControlState[]): Grade =>
    bestOf(own.map(({ account }) => gradeOf(account.voice, ask.grades ?? {}, world)));
  for (const party of parties) {
    const told = states.filter(
      (state) => state.party === party && isKnownBy(state, ask.asOf) && !isOvertaken(state, takings, ask.asOf),
    );
    const own = latestOf(told, ask.asOf);
    const yes = own.filter(({ holds }) => holds);
    const no = own.filter(({ holds }) => !holds);
    const differ = yes.length > 0 && no.length > 0;
    if (differ) contested = true;
    if (no.length > 0) against.push(...no.map(({ account }) => sideOf(account)));
    const isOutweighed = differ && ranksAbove(grade(no), grade(yes));
    if (no.length > 0 && (yes.length === 0 || isOutweighed)) notHolders.push(party);
    if (yes.length === 0) continue;
    const holder = holderOf(party, place, yes, ask, origins, world);
    (isOutweighed ? outweighed : found).push({ ...holder, contested: differ });
  }
  const standing = withoutThoseReplaced(found, states, ask.asOf, world);
  const whole = standing.filter(({ share }) => share === null);
  const shared = whole.length > 1;
  const best = bestOf(whole.map((holder) => holder.grade ?? 'F'));
  const isBelow = (holder: Holder): boolean =>
    shared && holder.share === null && holder.grade !== null && ranksAbove(best, holder.grade);
  return {
    asOf: ask.asOf,
    holders: standing
      .filter((holder) => !isBelow(holder))
      .map((holder) => (shared && holder.share === null ? { ...holder, contested: true } : holder)),
    notHolders,
    contested: contested || shared,
    against: unique(against),
    outweighed: [...outweighed, ...standing.filter(isBelow)],
  };
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
  place: string,
  states: readonly ControlState[],
  ask: ControlAsk,
  origins: Origins,
  world: World,
): Holder {
  const accounts = states.map(({ account }) => account);
  const since =
    states
      .map(({ days, ground }) => (ground === 'before' ? null : days.first))
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  return {
    party,
    place,
    share: states.find(({ share }) => share !== null)?.share ?? null,
    since,
    origins: new Set(accounts.map((account) => originOf(account, origins))).size,
    contested: false,
    grade: ask.grades ? bestOf(accounts.map(({ voice }) => gradeOf(voice, ask.grades!, world))) : null,
    claims: unique(accounts.map(sideOf)),
    againstInterest: accounts.flatMap((account) => {
      const conceded = againstInterest(account, world);
      return conceded ? [{ claim: sideOf(account), reason: conceded.reason }] : [];
    }),
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

/** What is another way than on an earlier day, by what those believed say of both. */
export type ControlChanges = {
  readonly since: string;
  readonly gained: readonly { readonly party: string; readonly place: string }[];
  readonly lost: readonly { readonly party: string; readonly place: string }[];
  readonly shares: readonly {
    readonly party: string;
    readonly place: string;
    readonly before: Holder['share'];
    readonly now: Holder['share'];
  }[];
};

/** Sets the answer of a day beside that of an earlier one. */
export function changesBetween(before: ControlAnswer, now: ControlAnswer): ControlChanges {
  const named = ({ party, place }: Holder) => ({ party, place });
  const find = ({ holders }: ControlAnswer, one: Holder): Holder | undefined =>
    holders.find(({ party, place }) => party === one.party && place === one.place);
  const share = ({ share: own }: Holder): string => (own ? `${own.bound}${own.value}` : '');
  return {
    since: before.asOf,
    gained: now.holders.filter((holder) => !find(before, holder)).map(named),
    lost: before.holders.filter((holder) => !find(now, holder)).map(named),
    shares: now.holders.flatMap((holder) => {
      const then = find(before, holder);
      return then && share(then) !== share(holder) ? [{ ...named(holder), before: then.share, now: holder.share }] : [];
    }),
  };
}
