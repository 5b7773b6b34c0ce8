import { addDays, type Bound, type Days } from '../core/index.ts';
import { heldDays, isAsserted } from './assertions.ts';
import type { Account } from './voices.ts';

/** That a party holds a place, or does not, on some days, by one claim. */
export type ControlState = {
  readonly account: Account;
  readonly party: string;
  /** Ids of the place and of its namesakes, likeliest first. */
  readonly places: readonly string[];
  readonly holds: boolean;
  /** A negation over a place speaks of all that lies in it; an affirmation of the place named, or of some of it. */
  readonly days: Days;
  /** Percent of the place that is held, where the claim gives it. */
  readonly share: { readonly value: number; readonly max?: number; readonly bound: Bound } | null;
  /** `state`: told of those days; `event`: a capture, which changes the state from its day on; `before`: what it implies. */
  readonly ground: 'state' | 'event' | 'before';
};

/** What control and capture claims say of who holds what. Claims without a day or a known place say nothing here. */
export function controlStates(accounts: readonly Account[]): ControlState[] {
  return accounts.filter(isAsserted).flatMap((account) => statesOf(account, heldDays(account)));
}

/** What one claim says of who holds what, if it holds on those days. */
export function statesOf(account: Account, held: Days | null): ControlState[] {
  const { claim } = account;
  if (held === null || claim.place.length === 0) return [];
  const placesOf = claim.place.map(({ candidates }) => candidates.map(({ id }) => id)).filter((ids) => ids.length > 0);
  if (claim.type === 'control') return placesOf.flatMap((places) => controlled(account, places, held));
  if (claim.type !== 'capture' || claim.polarity === 'negated' || !isWithinDays(held)) return [];
  return placesOf.flatMap((places) => changed(account, places, held.first!, held.last!));
}

/** « dans la nuit de samedi à dimanche » is a capture that was done by Sunday; one told of a longer time is no event. */
const CAPTURE_DAYS = 7;

function isWithinDays({ first, last }: Days): boolean {
  return first !== null && last !== null && addDays(first, CAPTURE_DAYS) > last;
}

function controlled(account: Account, places: readonly string[], days: Days): ControlState[] {
  const { claim } = account;
  const holds = claim.polarity === 'affirmed';
  const share = holds ? shareOf(account) : null;
  return claim.actor.map((party) => ({ account, party, places, holds, days, share, ground: 'state' as const }));
}

function changed(account: Account, places: readonly string[], first: string, last: string): ControlState[] {
  const { actor, target } = account.claim;
  const from: Days = { first: last, last: null };
  const until: Days = { first: null, last: addDays(first, -1) };
  const share = shareOf(account);
  const state = (party: string, holds: boolean, ground: 'event' | 'before'): ControlState => ({
    account,
    party,
    places,
    holds,
    days: ground === 'event' ? from : until,
    share: holds && ground === 'event' ? share : null,
    ground,
  });
  return [
    ...actor.map((party) => state(party, true, 'event')),
    ...target.map((party) => state(party, false, 'event')),
    ...target.map((party) => state(party, true, 'before')),
  ];
}

function shareOf({ claim: { quantity } }: Account): ControlState['share'] {
  if (quantity?.unit !== 'percent') return null;
  const { value, max, bound } = quantity;
  return { value, ...(max === undefined ? {} : { max }), bound };
}

/** The days on which a state is sure: a capture speaks for its own day alone, since what it changed may change again. */
export function sureDays({ ground, days }: Pick<ControlState, 'ground' | 'days'>): Days {
  return ground === 'event' ? { first: days.first, last: days.first } : days;
}
