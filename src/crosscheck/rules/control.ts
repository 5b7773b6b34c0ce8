import type { Bilingual } from '../../core/index.ts';
import { heldDays, isAsserted, sameParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { meetingOf } from '../meeting.ts';
import { addsOrigin, daysKey, independentPair, type Position, positionsOf } from '../positions.ts';
import { questionId } from '../questions.ts';
import { type ControlState, statesOf, sureDays } from '../states.ts';
import { rootOf } from '../voices.ts';
import { partyName, placeName, placeNames, quoted, who } from '../wording.ts';
import { claimSide, type Draft } from './draft.ts';
import type { Printed, Rule } from './rule.ts';

/** What is told of who holds one place, set against each other: held and not held, and told alike. */
export const samePlace: Rule<ControlState> = {
  name: 'control',
  *file(printed, { world: { parties } }) {
    for (const state of surelyTold(printed)) yield [`${state.places[0]} ${rootOf(state.party, parties)}`, state];
  },
  find(states, ground) {
    const positions = statePositions(states, ground);
    const held = positions.filter(({ answer: { holds, ground: kind } }) => holds && kind === 'state');
    const lost = positions.filter(({ answer: { holds } }) => !holds);
    const contradictions = [...meetingOf(lost, held, daysOfState, daysOfState)].flatMap(([no, yes]) =>
      contradicting(no, yes, 'held-and-not-held', ground),
    );
    return [...contradictions, ...alike(positions, ground)];
  },
};

/** A negation over a country is one over each place within it: set against what is told to be held there. */
export const placeWithin: Rule<ControlState> = {
  name: 'control-within',
  *file(printed, { world: { parties, gazetteer } }) {
    for (const state of surelyTold(printed)) {
      const root = rootOf(state.party, parties);
      if (!state.holds) yield [`${state.places[0]} ${root}`, state];
      else if (state.ground === 'state')
        for (const outer of gazetteer.ancestors(state.places[0]!)) yield [`${outer} ${root}`, state];
    }
  },
  isTelling: ({ holds }) => !holds,
  find(states, ground) {
    const positions = statePositions(states, ground);
    const held = positions.filter(({ answer: { holds } }) => holds);
    const lost = positions.filter(({ answer: { holds } }) => !holds);
    return [...meetingOf(lost, held, daysOfState, daysOfState)].flatMap(([no, yes]) =>
      contradicting(no, yes, 'negated-over-what-holds-it', ground),
    );
  },
};

type StatePosition = Position<ControlState>;

function* surelyTold({ accounts }: Printed): Generator<ControlState> {
  for (const account of accounts)
    if (isAsserted(account))
      for (const state of statesOf(account, heldDays(account))) if (state.ground !== 'before') yield state;
}

export function statePositions(states: readonly ControlState[], { origins }: Ground): StatePosition[] {
  return positionsOf(
    states,
    ({ account, party, places, holds, days, share, ground }) => {
      const figure = share === null ? '' : `${share.bound}${share.value}-${share.max ?? ''}`;
      return `${party} ${holds ? 'holds' : 'not'} ${places[0]} ${figure} ${ground} ${daysKey(account, days)}`;
    },
    origins,
  );
}

export const daysOfState = ({ answer }: StatePosition) => sureDays(answer);

function contradicting(no: StatePosition, yes: StatePosition, rule: string, ground: Ground): Draft[] {
  const { world, origins } = ground;
  if (!sameParty(no.answer.party, yes.answer.party, world)) return [];
  const pair = independentPair(no, yes, origins);
  if (pair === null) return [];
  const [denier, affirmer] = pair;
  const party = partyName(yes.answer.party, world);
  const [outer, inner] = [placeNames(denier), placeNames(affirmer)];
  const why: Bilingual =
    rule === 'held-and-not-held'
      ? {
          fr: `tenir et ne pas tenir le même jour ne se peut (${party.fr}, ${outer.fr})`,
          en: `${party.en} cannot hold and not hold ${outer.en} on the same day`,
        }
      : { fr: `${inner.fr} fait partie de ${outer.fr}`, en: `${inner.en} is part of ${outer.en}` };
  const [first, second, denied, affirmed] = [who(denier), who(affirmer), quoted(denier), quoted(affirmer)];
  return [
    {
      kind: 'contradicts',
      a: claimSide(denier, no.key, no.accounts),
      b: claimSide(affirmer, yes.key, yes.accounts),
      question: questionId('control', yes.answer.places[0]!),
      rule,
      sentence: {
        fr: `${denied.fr} – ${first.fr} ; ${affirmed.fr} – ${second.fr} : ${why.fr}.`,
        en: `${denied.en}, says ${first.en}; ${affirmed.en}, says ${second.en}: ${why.en}.`,
      },
    },
  ];
}

/** The same state from independent origins: told by both, or lost in a capture and not held on its day. */
function alike(positions: readonly StatePosition[], ground: Ground): Draft[] {
  const states = positions.filter(({ answer }) => answer.ground === 'state');
  const events = positions.filter(({ answer }) => answer.ground === 'event');
  const within = states.flatMap((one) => agreeing(one, one, 'same-state-independent-origins', ground));
  const across = [...meetingOf(events, states, daysOfState, daysOfState)]
    .filter(
      ([event, state]) =>
        event.answer.holds === state.answer.holds &&
        event.answer.share === null &&
        state.answer.share === null &&
        addsOrigin(event, state),
    )
    .flatMap(([event, state]) => agreeing(event, state, 'changed-hands-and-held-so', ground));
  return [...within, ...across];
}

function agreeing(one: StatePosition, other: StatePosition, rule: string, ground: Ground): Draft[] {
  const { world, origins } = ground;
  const pair = independentPair(one, other, origins);
  if (pair === null) return [];
  const [a, b] = pair;
  const { holds, party, places } = one.answer;
  const [name, where] = [partyName(party, world), placeName(places[0]!, world)];
  const [first, second, said, again] = [who(a), who(b), quoted(a), quoted(b)];
  const what: Bilingual = holds
    ? { fr: `${name.fr} tient ${where.fr}`, en: `${name.en} holds ${where.en}` }
    : { fr: `${name.fr} ne tient pas ${where.fr}`, en: `${name.en} does not hold ${where.en}` };
  return [
    {
      kind: 'agrees',
      a: claimSide(a, one.key, one.accounts),
      b: claimSide(b, other.key, other.accounts),
      question: questionId('control', places[0]!),
      rule,
      sentence: {
        fr: `${what.fr}, disent ${first.fr} (${said.fr}) et ${second.fr} (${again.fr}), chacun pour soi.`,
        en: `${what.en}, say ${first.en} (${said.en}) and ${second.en} (${again.en}), each for itself.`,
      },
    },
  ];
}
