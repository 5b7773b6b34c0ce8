import type { FindingSlot } from '../../ledger/index.ts';
import { heldDays, isAsserted, mainPlaces, sameDays, sharesParty } from '../assertions.ts';
import { type Origins, originOf } from '../origins.ts';
import { questionId } from '../questions.ts';
import type { Account } from '../voices.ts';
import { partyNames, placeNames, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, orderOf, pairs } from './draft.ts';

/** Two accounts of one capture, from independent origins: they agree on it, and may differ on who took the place. */
export function captureFindings(accounts: readonly Account[], origins: Origins, world: World): Draft[] {
  const captures = accounts.filter(
    (account) =>
      isAsserted(account) &&
      account.claim.type === 'capture' &&
      account.claim.polarity === 'affirmed' &&
      mainPlaces(account.claim).length > 0 &&
      heldDays(account) !== null,
  );
  const byPlace = new Map<string, Account[]>();
  for (const account of captures)
    for (const place of mainPlaces(account.claim)) byPlace.set(place, [...(byPlace.get(place) ?? []), account]);
  return [...byPlace].flatMap(([place, own]) =>
    pairs(own)
      .filter(
        ([a, b]) => isIndependent(a, b, origins) && sameDays(heldDays(a), heldDays(b)) && !isReversed(a, b, world),
      )
      .flatMap(([a, b]) => onOneCapture(place, a, b, origins, world)),
  );
}

/** Different origins; what an outlet narrates beside a speaker's account of the same in one dispatch is that speaker's. */
export function isIndependent(a: Account, b: Account, origins: Origins): boolean {
  if (originOf(a, origins) === originOf(b, origins)) return false;
  const narrated = a.voice.kind === 'outlet' || b.voice.kind === 'outlet';
  const sameWire = origins.groupOf.get(a.dispatch.id) === origins.groupOf.get(b.dispatch.id);
  return !(narrated && sameWire);
}

/** « A took it from B » and « B took it from A » are two events, or a contradiction of another kind. */
function isReversed(a: Account, b: Account, world: World): boolean {
  return sharesParty(a.claim.actor, b.claim.target, world) || sharesParty(a.claim.target, b.claim.actor, world);
}

function onOneCapture(place: string, one: Account, other: Account, origins: Origins, world: World): Draft[] {
  const [a, b] = orderOf(one) <= orderOf(other) ? [one, other] : [other, one];
  const where = placeNames(a);
  const [first, second, said, again] = [who(a), who(b), quoted(a), quoted(b)];
  const question = questionId('control', place);
  const side = (account: Account) =>
    claimSide(account, `${originOf(account, origins)} ${account.claim.actor.toSorted().join('+')} took ${place}`);
  const [aTaker, bTaker] = [partyNames(a.claim.actor, world), partyNames(b.claim.actor, world)];
  const differ =
    a.claim.actor.length > 0 && b.claim.actor.length > 0 && !sharesParty(a.claim.actor, b.claim.actor, world);
  const agreed: Draft = {
    kind: 'agrees',
    a: side(a),
    b: side(b),
    question,
    rule: 'same-capture-independent-origins',
    sentence: {
      fr: `${first.fr} et ${second.fr} disent tous deux que ${where.fr} a changé de mains : ${said.fr} ; ${again.fr}.`,
      en: `${first.en} and ${second.en} both say that ${where.en} changed hands: ${said.en}; ${again.en}.`,
    },
  };
  if (!differ) return [agreed];
  const slot: FindingSlot = 'actor';
  const disputed: Draft = {
    kind: 'disputes-part',
    slot,
    a: side(a),
    b: side(b),
    question,
    rule: 'same-capture-other-taker',
    sentence: {
      fr: `${first.fr} et ${second.fr} s’accordent sur la prise de ${where.fr}, mais pas sur qui l’a prise : ${aTaker.fr} (${said.fr}) pour l’un, ${bTaker.fr} (${again.fr}) pour l’autre.`,
      en: `${first.en} and ${second.en} agree that ${where.en} was taken, and differ on who took it: ${aTaker.en} (${said.en}) by the one, ${bTaker.en} (${again.en}) by the other.`,
    },
  };
  return [agreed, disputed];
}
