import { heldDays, isAsserted, sameParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { compatible, type Interval, intervalOf } from '../intervals.ts';
import { meeting } from '../meeting.ts';
import { independentPair, type Position } from '../positions.ts';
import { questionId } from '../questions.ts';
import { onOneSide } from '../sides.ts';
import { type ControlState, statesOf } from '../states.ts';
import { joined, partyName, percent, placeName, quoted, who } from '../wording.ts';
import { daysOfState, statePositions } from './control.ts';
import { claimSide, type Draft, orderOf } from './draft.ts';
import type { Rule } from './rule.ts';

type StatePosition = Position<ControlState>;

/** Shares of one place on one day: two of one party that cannot both be, and those of several that pass the whole. */
export const shares: Rule<ControlState> = {
  name: 'shares',
  *file({ accounts }) {
    for (const account of accounts)
      if (isAsserted(account) && account.claim.quantity?.unit === 'percent')
        for (const state of statesOf(account, heldDays(account)))
          if (state.holds && state.ground === 'state') yield [state.places[0]!, state];
  },
  find(states, ground) {
    const positions = statePositions(states, ground);
    const pairs = [...meeting(positions, daysOfState)].flatMap(([one, other]) => ofTwo(one, other, ground));
    return [...pairs, ...ofSeveral(positions, ground)];
  },
};

const WHOLE = 100;

function ofTwo(one: StatePosition, other: StatePosition, ground: Ground): Draft[] {
  const [a, b] = [one.answer, other.answer];
  if (sameParty(a.party, b.party, ground.world))
    return compatible(shareInterval(a), shareInterval(b)) ? [] : differing([one, other], 'no-share-fits-both', ground);
  if (onOneSide(a.party, b.party, ground.world)) return []; // allies may hold one stretch together
  return leastOf(one) + leastOf(other) > WHOLE ? differing([one, other], 'shares-over-the-whole', ground) : [];
}

/** Three parties or more that hold more than all of a place on a day, where no two of them do. */
function ofSeveral(positions: readonly StatePosition[], ground: Ground): Draft[] {
  const days = new Set(positions.map(({ answer }) => answer.days.first ?? ''));
  return [...days].flatMap((day) => {
    const standing = positions.filter(
      ({ answer: { days: own } }) => (own.first ?? '') <= day && (own.last ?? '9999') >= day,
    );
    const most = new Map<string, StatePosition>();
    for (const position of standing) {
      const known = most.get(position.answer.party);
      if (!known || leastOf(position) > leastOf(known)) most.set(position.answer.party, position);
    }
    const largest = [...most.values()].sort((a, b) => leastOf(b) - leastOf(a) || (a.key < b.key ? -1 : 1));
    const apart = largest.filter(
      (one, at) => !largest.slice(0, at).some((other) => onOneSide(one.answer.party, other.answer.party, ground.world)),
    );
    const needed = fewestOver(apart);
    return needed.length > 2 ? differing(needed, 'shares-over-the-whole', ground) : [];
  });
}

/** The fewest of the largest that pass the whole together; none where all of them do not. */
function fewestOver(largest: readonly StatePosition[]): StatePosition[] {
  let sum = 0;
  const needed: StatePosition[] = [];
  for (const position of largest) {
    needed.push(position);
    sum += leastOf(position);
    if (sum > WHOLE) return needed;
  }
  return [];
}

function shareInterval({ share }: ControlState): Interval {
  return intervalOf({ ...share!, unit: 'percent' });
}

function leastOf({ answer }: StatePosition): number {
  return shareInterval(answer).low;
}

function differing(positions: readonly StatePosition[], rule: string, ground: Ground): Draft[] {
  const [one, other, ...more] = positions as [StatePosition, StatePosition, ...StatePosition[]];
  const pair = independentPair(one, other, ground.origins);
  if (pair === null) return [];
  const [a, b] = pair;
  if (orderOf(b) < orderOf(a) && more.length === 0) return differing([other, one], rule, ground); // the earlier first
  const place = one.answer.places[0]!;
  const where = placeName(place, ground.world);
  const told = positions.map((position) => {
    const account = position === one ? a : position === other ? b : position.accounts[0]!;
    const [name, part, by, words] = [
      partyName(position.answer.party, ground.world),
      percent(position.answer.share!),
      who(account),
      quoted(account),
    ];
    return {
      fr: `${name.fr} ${part.fr} selon ${by.fr} (${words.fr})`,
      en: `${name.en} ${part.en} according to ${by.en} (${words.en})`,
    };
  });
  const all = joined(told);
  const why =
    rule === 'no-share-fits-both'
      ? { fr: 'aucune part ne convient aux deux', en: 'no share fits both' }
      : { fr: 'ensemble, plus que le tout', en: 'together, more than the whole' };
  return [
    {
      kind: 'contradicts',
      slot: 'quantity',
      a: claimSide(a, one.key, one.accounts),
      b: claimSide(
        b,
        [other, ...more].map(({ key }) => key).join(' & '),
        [other, ...more].flatMap(({ accounts }) => accounts),
      ),
      question: questionId('control', place),
      rule,
      sentence: {
        fr: `${where.fr}, un même jour : ${all.fr} ; ${why.fr}.`,
        en: `${where.en}, on one day: ${all.en}; ${why.en}.`,
      },
    },
  ];
}
