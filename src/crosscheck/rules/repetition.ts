import { isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import { sameFigure } from '../intervals.ts';
import { type Origins, originOf } from '../origins.ts';
import { questionOf } from '../questions.ts';
import type { Account } from '../voices.ts';
import { quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, orderOf, pairs } from './draft.ts';

/** What is told again counts for these; that an army was somewhere twice is no repetition of anything. */
const REPEATED = new Set(['victory', 'capture', 'control', 'casualties', 'strength', 'displacement']);

/** The same from the same origin in another dispatch: a repetition, which never counts as a second origin. */
export function repetitions(accounts: readonly Account[], origins: Origins, world: World): Draft[] {
  const told = accounts.filter(
    (account) => isAsserted(account) && REPEATED.has(account.claim.type) && account.voice.kind !== 'unnamed',
  );
  const byKey = new Map<string, Account[]>();
  for (const account of told) {
    const key = `${account.claim.type} ${account.claim.polarity} ${originOf(account, origins)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), account]);
  }
  return [...byKey.values()].flatMap((own) =>
    pairs(own)
      .filter(([a, b]) => a.dispatch.id !== b.dispatch.id && saysTheSame(a, b, world))
      .map(([one, other]) => repetition(one, other, origins)),
  );
}

function saysTheSame(a: Account, b: Account, world: World): boolean {
  const { claim } = a;
  const { claim: again } = b;
  if (claim.type === 'victory') {
    // « la mission est accomplie » names no one: of one speaker, it is over what he says is over elsewhere.
    const unnamed = claim.target.length === 0 || again.target.length === 0;
    return sharesParty(claim.target, again.target, world) || (unnamed && claim.actor.length + again.actor.length > 0);
  }
  const samePlaces = mainPlaces(claim).toSorted().join() === mainPlaces(again).toSorted().join();
  const sameFigures =
    (claim.quantity === null) === (again.quantity === null) &&
    (claim.quantity === null || sameFigure(claim.quantity, again.quantity!));
  const sameDay = claim.time === again.time && claim.time !== null;
  const sameParties = sharesParty([...claim.actor, ...claim.target], [...again.actor, ...again.target], world);
  return samePlaces && sameFigures && sameDay && (sameParties || claim.actor.length + claim.target.length === 0);
}

function repetition(one: Account, other: Account, origins: Origins): Draft {
  const [a, b] = orderOf(one) <= orderOf(other) ? [one, other] : [other, one];
  const [first, second] = [who(a), who(b)];
  const place = mainPlaces(a.claim).join('+');
  const position = ({ claim, dispatch }: Account, origin: string): string =>
    `${origin} ${claim.type} ${place} ${claim.target.toSorted().join('+')} ${dispatch.id}`;
  return {
    kind: 'repeats',
    a: claimSide(a, position(a, originOf(a, origins))),
    b: claimSide(b, position(b, originOf(b, origins))),
    question: questionOf(a),
    rule: a.voice.kind === 'outlet' ? 'copied-words' : 'same-speaker-again',
    sentence: {
      fr: `${second.fr} (${quoted(b).fr}) répète ${first.fr} (${quoted(a).fr}) : une même origine, pas une confirmation.`,
      en: `${second.en} (${quoted(b).en}) repeats ${first.en} (${quoted(a).en}): one origin, no confirmation.`,
    },
  };
}
