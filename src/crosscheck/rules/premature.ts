import { heldDays, isAsserted, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { independentPair, type Position } from '../positions.ts';
import { questionId } from '../questions.ts';
import { type ControlState, statesOf } from '../states.ts';
import { rootOf } from '../voices.ts';
import { partyName, placeNames, quoted, who } from '../wording.ts';
import { type Capture, capturesIn } from './captures.ts';
import { statePositions } from './control.ts';
import { claimSide, type Draft } from './draft.ts';
import type { Rule } from './rule.ts';

type Told = { readonly state: ControlState } | { readonly capture: Capture };
type StatePosition = Position<ControlState>;

/**
 * « No locality of the country is theirs », and later they still hold one there, though nobody told of their taking
 * anything back meanwhile: what was asserted of the whole country came too early. A town may change hands untold, so
 * only an assertion over all that lies in a larger place is doubted so.
 */
export const premature: Rule<Told> = {
  name: 'premature',
  *file({ accounts }, { world: { parties, gazetteer } }) {
    for (const account of accounts) {
      if (!isAsserted(account)) continue;
      if (account.claim.type === 'control')
        for (const state of statesOf(account, heldDays(account))) {
          const place = state.places[0]!;
          // What an outlet sums up (« le califat est en lambeaux ») is no assertion that somebody answers for.
          if (!state.holds && account.statement === null) continue;
          for (const outer of state.holds ? gazetteer.ancestors(place) : [place])
            yield [`${outer} ${rootOf(state.party, parties)}`, { state }];
        }
      for (const capture of capturesIn(account))
        for (const taker of new Set(account.claim.actor.map((party) => rootOf(party, parties))))
          for (const outer of gazetteer.ancestors(capture.place)) yield [`${outer} ${taker}`, { capture }];
    }
  },
  isTelling: (told) => 'state' in told && !told.state.holds,
  find(told, ground) {
    const states = told.flatMap((one) => ('state' in one ? one.state : []));
    const positions = statePositions(states, ground);
    const takings = told.flatMap((one) => ('capture' in one ? one.capture : []));
    const later = positions
      .filter(({ answer: { holds, days } }) => holds && days.first !== null)
      .sort((a, b) => (`${a.answer.days.first} ${a.key}` < `${b.answer.days.first} ${b.key}` ? -1 : 1));
    return positions
      .filter(({ answer: { holds, days } }) => !holds && days.last !== null)
      .flatMap((early) => overtaken(early, later, takings, ground));
  },
};

function overtaken(
  early: StatePosition,
  later: readonly StatePosition[],
  takings: readonly Capture[],
  ground: Ground,
): Draft[] {
  const asserted = early.answer.days.last!;
  const retaken = takings
    .filter(({ account, days }) => {
      const isTheirs = sharesParty(account.claim.actor, [early.answer.party], ground.world);
      return isTheirs && days.first !== null && days.first > asserted;
    })
    .map(({ days }) => days.first!)
    .sort()[0];
  for (const record of later) {
    const day = record.answer.days.first!;
    if (day <= asserted) continue;
    if (retaken !== undefined && retaken <= day) return [];
    const pair = independentPair(early, record, ground.origins);
    if (pair !== null) return [doubted(early, record, pair, ground)];
  }
  return [];
}

function doubted(
  early: StatePosition,
  record: StatePosition,
  [a, b]: readonly [StatePosition['accounts'][number], StatePosition['accounts'][number]],
  { world }: Ground,
): Draft {
  const party = partyName(record.answer.party, world);
  const [outer, inner] = [placeNames(a), placeNames(b)];
  const [first, second, said, after] = [who(a), who(b), quoted(a), quoted(b)];
  return {
    kind: 'contradicts',
    a: claimSide(a, early.key, early.accounts),
    b: claimSide(b, record.key, record.accounts),
    question: questionId('control', record.answer.places[0]!),
    rule: 'still-held-later',
    sentence: {
      fr: `${said.fr} – ${first.fr} ; plus tard, ${after.fr} – ${second.fr} : le second lieu est dans le premier, et nul ne dit qu’un lieu y ait été repris entre-temps (${party.fr}).`,
      en: `${said.en}, says ${first.en}; later, ${after.en}, says ${second.en}: ${inner.en} is part of ${outer.en}, and nobody tells of ${party.en} taking a place there meanwhile.`,
    },
  };
}
