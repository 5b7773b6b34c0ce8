import { sameDays, sameParty, within } from '../assertions.ts';
import { type Origins, originOf } from '../origins.ts';
import { questionId } from '../questions.ts';
import { type ControlState, controlStates } from '../states.ts';
import type { Account } from '../voices.ts';
import { partyName, placeNames, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { isIndependent } from './captures.ts';
import { claimSide, type Draft } from './draft.ts';

/**
 * A party that holds a place, by one, and holds nothing there, by another, on a day that both tell of: a negation over a
 * country is a negation over each place within it. A capture speaks here of its own day alone, since what it changed may
 * have changed again.
 */
export function controlContradictions(accounts: readonly Account[], origins: Origins, world: World): Draft[] {
  const states = controlStates(accounts);
  const affirmed = states.filter(({ holds, ground }) => holds && ground === 'state');
  const negated = states.filter(({ holds, ground }) => !holds && ground !== 'before');
  return negated.flatMap((no) =>
    affirmed
      .filter((yes) => sameParty(yes.party, no.party, world) && liesIn(yes, no, world) && onSameDay(yes, no))
      .filter((yes) => isIndependent(yes.account, no.account, origins))
      .map((yes) => contradiction(no, yes, origins, world)),
  );
}

function liesIn(yes: ControlState, no: ControlState, world: World): boolean {
  const place = yes.places[0]!;
  return no.places.slice(0, 1).some((outer) => within(place, outer, world));
}

function onSameDay(yes: ControlState, no: ControlState): boolean {
  const day = no.ground === 'event' ? { first: no.days.first, last: no.days.first } : no.days;
  return sameDays(yes.days, day);
}

function contradiction(no: ControlState, yes: ControlState, origins: Origins, world: World): Draft {
  const sameplace = no.places[0] === yes.places[0];
  const [where, inside] = [placeNames(no.account), placeNames(yes.account)];
  const [denier, affirmer, denied, affirmed] = [
    who(no.account),
    who(yes.account),
    quoted(no.account),
    quoted(yes.account),
  ];
  const party = partyName(yes.party, world);
  const why = sameplace
    ? {
        fr: `${party.fr} ne peut pas tenir et ne pas tenir ${where.fr} le même jour`,
        en: `${party.en} cannot hold and not hold ${where.en} on the same day`,
      }
    : { fr: `${inside.fr} fait partie de ${where.fr}`, en: `${inside.en} is part of ${where.en}` };
  return {
    kind: 'contradicts',
    a: claimSide(no.account, `${originOf(no.account, origins)} not ${no.places[0]}`),
    b: claimSide(yes.account, `${originOf(yes.account, origins)} holds ${yes.places[0]}`),
    question: questionId('control', yes.places[0]!),
    rule: sameplace ? 'held-and-not-held' : 'negated-over-what-holds-it',
    sentence: {
      fr: `${denied.fr}, dit ${denier.fr} ; ${affirmed.fr}, dit ${affirmer.fr} : ${why.fr}.`,
      en: `${denied.en}, says ${denier.en}; ${affirmed.en}, says ${affirmer.en}: ${why.en}.`,
    },
  };
}
