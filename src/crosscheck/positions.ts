import type { Days } from '../core/index.ts';
import { mainPlaces } from './assertions.ts';
import { isIndependent, type Origins, originOf } from './origins/origins.ts';
import { inOrder } from './rules/draft.ts';
import type { Account } from './voices.ts';

/** All claims of one question that say the same over the same days. */
export type Position<Answer> = {
  /** What is said and of when: the same whenever the same is said. */
  readonly key: string;
  /** What is said, as the earliest of them says it. */
  readonly answer: Answer;
  /** The claims, earliest first. */
  readonly accounts: readonly Account[];
  /** The origins that they come from. */
  readonly origins: ReadonlySet<string>;
};

/** Groups what is told by what it says, in the order of the keys. `keyOf` gives the same for all that say the same. */
export function positionsOf<Told extends { readonly account: Account }>(
  told: readonly Told[],
  keyOf: (told: Told) => string,
  origins: Origins,
): Position<Told>[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const ordered = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([key, own]) => {
    const byAccount = new Map(own.map((one) => [one.account, one]));
    const accounts = inOrder([...byAccount.keys()]);
    const from = new Set(accounts.map((account) => originOf(account, origins)));
    return { key, answer: byAccount.get(accounts[0]!)!, accounts, origins: from };
  });
}

/** Days as a part of a key. What is told « since 2014 » is one position, whenever it is told. */
export function daysKey({ claim }: Account, days: Days): string {
  return claim.time?.endsWith('/..') ? claim.time : `${days.first ?? '..'}/${days.last ?? '..'}`;
}

/** What a claim says, as a key: the same for all that comes from one origin alike, in whatever dispatch and words. */
export function contentKey(account: Account, origins: Origins): string {
  const { claim } = account;
  const { type, polarity, modality, quantity, time } = claim;
  const parties = [claim.actor, claim.target].map((ids) => ids.toSorted().join('+')).join(' ');
  const figure = quantity === null ? '' : `${quantity.bound}${quantity.value}-${quantity.max ?? ''} ${quantity.unit}`;
  return `${originOf(account, origins)} ${type} ${polarity} ${modality} ${parties} ${mainPlaces(claim).toSorted().join('+')} ${figure} ${time}`;
}

/** The earliest claim of each that come from independent origins; null where all come from one. */
export function independentPair(
  one: Pick<Position<unknown>, 'accounts' | 'origins'>,
  other: Pick<Position<unknown>, 'accounts' | 'origins'>,
  origins: Origins,
): [Account, Account] | null {
  if (one.origins.size === 1 && other.origins.size === 1 && [...one.origins][0] === [...other.origins][0]) return null;
  for (const a of one.accounts)
    for (const b of other.accounts) if (a !== b && isIndependent(a, b, origins)) return [a, b];
  return null;
}

/** True where the second brings an origin that the first has not. */
export function addsOrigin(
  one: Pick<Position<unknown>, 'origins'>,
  other: Pick<Position<unknown>, 'origins'>,
): boolean {
  return [...other.origins].some((origin) => !one.origins.has(origin));
}
