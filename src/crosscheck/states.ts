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
  readonly share: { readonly value: number; readonly bound: Bound } | null;
  /** `state`: told of those days; `event`: a capture, which changes the state from its day on; `before`: what it implies. */
  readonly ground: 'state' | 'event' | 'before';
};

/** What control and capture claims say of who holds what. Claims without a day or a known place say nothing here. */
export function controlStates(accounts: readonly Account[]): ControlState[] {
  return accounts.filter(isAsserted).flatMap((account) => statesOf(account));
}

function statesOf(account: Account): ControlState[] {
  const { claim } = account;
  const held = heldDays(account);
  if (held === null || claim.place.length === 0) return [];
  const share =
    claim.quantity?.unit === 'percent' ? { value: claim.quantity.value, bound: claim.quantity.bound } : null;
  const placesOf = claim.place.map(({ candidates }) => candidates.map(({ id }) => id)).filter((ids) => ids.length > 0);
  if (claim.type === 'control') {
    const holds = claim.polarity === 'affirmed';
    return placesOf.flatMap((places) =>
      claim.actor.map((party) => ({
        account,
        party,
        places,
        holds,
        days: held,
        share: holds ? share : null,
        ground: 'state' as const,
      })),
    );
  }
  if (claim.type !== 'capture' || claim.polarity === 'negated') return [];
  // A capture counts from its own day; one told of a longer time (« au fil des mois ») is no event of one.
  const day = held.first;
  if (day === null || day !== held.last) return [];
  const from: Days = { first: day, last: null };
  const until: Days = { first: null, last: addDays(day, -1) };
  return placesOf.flatMap((places) => [
    ...claim.actor.map(
      (party): ControlState => ({ account, party, places, holds: true, days: from, share, ground: 'event' }),
    ),
    ...claim.target.map(
      (party): ControlState => ({ account, party, places, holds: false, days: from, share: null, ground: 'event' }),
    ),
    ...claim.target.map(
      (party): ControlState => ({ account, party, places, holds: true, days: until, share: null, ground: 'before' }),
    ),
  ]);
}
