import { type Bilingual, type Days, daysBetween } from '../../core/index.ts';
import { heldDays, isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { meeting } from '../meeting.ts';
import { addsOrigin, daysKey, independentPair, type Position, positionsOf } from '../positions.ts';
import { questionId } from '../questions.ts';
import type { Account } from '../voices.ts';
import { partyNames, placeNames, quoted, who } from '../wording.ts';
import { claimSide, type Draft, orderOf } from './draft.ts';
import type { Rule } from './rule.ts';

/** That a place changed hands, by one claim. */
export type Capture = { readonly account: Account; readonly place: string; readonly days: Days };

/** Accounts of one capture, from independent origins: they agree on it, and may differ on who took the place. */
export const sameCapture: Rule<Capture> = {
  name: 'captures',
  *file({ accounts }) {
    for (const account of accounts) for (const capture of capturesIn(account)) yield [capture.place, capture];
  },
  find(captures, ground) {
    const positions = capturePositions(captures, ground);
    const within = positions.flatMap((one) => agreement(one, one, ground));
    const across = [...meeting(positions, ({ answer }) => answer.days)].flatMap(([one, other]) =>
      ofOneCapture(one, other, ground),
    );
    return [...within, ...across];
  },
};

export function capturesIn(account: Account): Capture[] {
  const { claim } = account;
  if (!isAsserted(account) || claim.type !== 'capture' || claim.polarity === 'negated') return [];
  const days = heldDays(account);
  return days === null || !isOneEvent(days) ? [] : mainPlaces(claim).map((place) => ({ account, place, days }));
}

/** « en novembre » may be one capture; what went on for longer (« au fil des batailles ») is none. */
const EVENT_DAYS = 31;

function isOneEvent({ first, last }: Days): boolean {
  return first !== null && last !== null && daysBetween(first, last) < EVENT_DAYS;
}

type CapturePosition = Position<Capture>;

export function capturePositions(captures: readonly Capture[], { origins }: Ground): CapturePosition[] {
  return positionsOf(
    captures,
    ({ account, place, days }) => `${account.claim.actor.toSorted().join('+')} took ${place} ${daysKey(account, days)}`,
    origins,
  );
}

const takers = ({ accounts }: CapturePosition): readonly string[] => accounts[0]!.claim.actor;
/** As the earliest names them that names any: one misreading among many does not turn a capture round. */
const losers = ({ accounts }: CapturePosition): readonly string[] =>
  accounts.find(({ claim }) => claim.target.length > 0)?.claim.target ?? [];

function ofOneCapture(one: CapturePosition, other: CapturePosition, ground: Ground): Draft[] {
  const { world } = ground;
  // « A took it from B » and « B took it from A » are two events, or a contradiction of another kind.
  const isReversed = sharesParty(takers(one), losers(other), world) || sharesParty(losers(one), takers(other), world);
  if (isReversed || !(addsOrigin(one, other) || addsOrigin(other, one))) return [];
  const differ = takers(one).length > 0 && takers(other).length > 0 && !sharesParty(takers(one), takers(other), world);
  return [...agreement(one, other, ground), ...(differ ? dispute(one, other, ground) : refinement(one, other, ground))];
}

/** The earliest claims of the two from independent origins, the earlier first. */
function sides(one: CapturePosition, other: CapturePosition, { origins }: Ground) {
  const pair = independentPair(one, other, origins);
  if (pair === null) return null;
  const [x, y] = pair;
  const [left, right] = [claimSide(x, one.key, one.accounts), claimSide(y, other.key, other.accounts)];
  return orderOf(x) <= orderOf(y) ? ([left, right, one, other] as const) : ([right, left, other, one] as const);
}

function agreement(one: CapturePosition, other: CapturePosition, ground: Ground): Draft[] {
  const found = sides(one, other, ground);
  if (found === null) return [];
  const [a, b] = found;
  const where = placeNames(a.account);
  const [first, second, said, again] = [who(a.account), who(b.account), quoted(a.account), quoted(b.account)];
  return [
    {
      kind: 'agrees',
      a,
      b,
      question: questionId('control', one.answer.place),
      rule: 'same-capture-independent-origins',
      sentence: {
        fr: `${first.fr} et ${second.fr} disent tous deux que ${where.fr} a changé de mains : ${said.fr} ; ${again.fr}.`,
        en: `${first.en} and ${second.en} both say that ${where.en} changed hands: ${said.en}; ${again.en}.`,
      },
    },
  ];
}

function dispute(one: CapturePosition, other: CapturePosition, ground: Ground): Draft[] {
  const found = sides(one, other, ground);
  if (found === null) return [];
  const [a, b, left, right] = found;
  const where = placeNames(a.account);
  const [first, second, said, again] = [who(a.account), who(b.account), quoted(a.account), quoted(b.account)];
  const [aTaker, bTaker] = [partyNames(takers(left), ground.world), partyNames(takers(right), ground.world)];
  return [
    {
      kind: 'disputes-part',
      slot: 'actor',
      a,
      b,
      question: questionId('control', one.answer.place),
      rule: 'same-capture-other-taker',
      sentence: {
        fr: `${first.fr} et ${second.fr} s’accordent sur la prise de ${where.fr}, mais pas sur qui l’a prise : ${aTaker.fr} (${said.fr}) pour l’un, ${bTaker.fr} (${again.fr}) pour l’autre.`,
        en: `${first.en} and ${second.en} agree that ${where.en} was taken, and differ on who took it: ${aTaker.en} (${said.en}) by the one, ${bTaker.en} (${again.en}) by the other.`,
      },
    },
  ];
}

/** One names all the takers that the other names, and more: it is the more exact. */
function refinement(one: CapturePosition, other: CapturePosition, ground: Ground): Draft[] {
  const namesMore = (more: CapturePosition, less: CapturePosition): boolean =>
    takers(less).length > 0 &&
    takers(more).length > takers(less).length &&
    takers(less).every((party) => sharesParty([party], takers(more), ground.world));
  const exact = namesMore(one, other) ? one : namesMore(other, one) ? other : null;
  if (exact === null) return [];
  const plain = exact === one ? other : one;
  const pair = independentPair(exact, plain, ground.origins);
  if (pair === null) return [];
  const [a, b] = pair;
  const added = takers(exact).filter((party) => !sharesParty([party], takers(plain), ground.world));
  const [first, second, said, again, names, where]: Bilingual[] = [
    who(a),
    who(b),
    quoted(a),
    quoted(b),
    partyNames(added, ground.world),
    placeNames(a),
  ] as const;
  return [
    {
      kind: 'refines',
      slot: 'actor',
      a: claimSide(a, exact.key, exact.accounts),
      b: claimSide(b, plain.key, plain.accounts),
      question: questionId('control', one.answer.place),
      rule: 'same-capture-more-takers',
      sentence: {
        fr: `Sur la prise de ${where!.fr}, ${first!.fr} (${said!.fr}) nomme en plus ${names!.fr}, que ${second!.fr} ne nomme pas (${again!.fr}).`,
        en: `Of the capture of ${where!.en}, ${first!.en} (${said!.en}) also names ${names!.en}, whom ${second!.en} does not name (${again!.en}).`,
      },
    },
  ];
}
