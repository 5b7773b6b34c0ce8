import { type Days, isDay } from '../core/index.ts';
import type { LedgerClaim } from '../ledger/index.ts';
import type { Account } from './voices.ts';
import type { World } from './world.ts';

/** Hearsay, forecasts, intents and denials never count as assertions of what is. */
export function isAsserted({ claim, statement }: Account): boolean {
  return claim.modality === 'actual' && statement?.act !== 'deny' && claim.withdrawn === null;
}

/** The likeliest id of each of a claim's places. */
export function mainPlaces(claim: LedgerClaim): string[] {
  return claim.place.flatMap(({ candidates }) => candidates[0]?.id ?? []);
}

/** One is the other, or stands under it. */
export function sameParty(a: string, b: string, { parties }: World): boolean {
  return parties.under(a, b) || parties.under(b, a);
}

export function sharesParty(a: readonly string[], b: readonly string[], world: World): boolean {
  return a.some((one) => b.some((other) => sameParty(one, other, world)));
}

/**
 * The days that a claim tells of. « depuis 2014 » goes on up to the day on which it is said, and no further. A capture that
 * somebody announces on a day, without saying when it was done, was done by then: that day is the first it is sure of.
 */
export function heldDays({ claim, statement }: Account): Days | null {
  const { held, said } = claim.clocks;
  const day = said?.replace('../', '') ?? null;
  if (held === null) {
    const announced =
      claim.type === 'capture' && statement?.act === 'announce' && statement.said !== null && isDay(statement.said);
    return announced ? { first: statement.said, last: statement.said } : null;
  }
  return held.last === null && day !== null && isDay(day) && (held.first === null || held.first <= day)
    ? { first: held.first, last: day }
    : held;
}
