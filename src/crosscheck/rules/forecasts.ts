import { type Days, daysBetween } from '../../core/index.ts';
import { heldDays, isAsserted, mainPlaces, sameParty, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { isIndependent } from '../origins/origins.ts';
import { contentKey } from '../positions.ts';
import { questionId, questionOf } from '../questions.ts';
import { type ControlState, statesOf, sureDays } from '../states.ts';
import { type Account, rootOf } from '../voices.ts';
import { dayName, quoted, who } from '../wording.ts';
import { claimSide, type Draft, inOrder, orderOf, saidBy } from './draft.ts';
import type { Rule } from './rule.ts';

/** What somebody says will be so, with the days by which it should. */
type Told = { readonly state: ControlState; readonly isForecast: boolean };

/**
 * A forecast of who will hold a place, against what was told afterwards: borne out by the first account that says so, or
 * not, where its time is over and the contrary is told. It never counts as an assertion: what came replaces it.
 */
export const forecasts: Rule<Told> = {
  name: 'forecasts',
  *file({ accounts }, { world: { parties } }) {
    for (const account of accounts) {
      const isForecast = account.claim.modality === 'forecast' && account.claim.withdrawn === null;
      if (!isForecast && !isAsserted(account)) continue;
      const days = isForecast ? foreseenDays(account) : heldDays(account);
      for (const state of statesOf(account, days))
        if (state.ground !== 'before')
          yield [`${state.places[0]} ${rootOf(state.party, parties)}`, { state, isForecast }];
    }
  },
  isTelling: ({ isForecast }) => isForecast,
  find(told, ground) {
    const foreseen = told.filter(({ isForecast }) => isForecast).map(({ state }) => state);
    const came = told
      .filter(({ isForecast, state }) => !isForecast && sureDays(state).first !== null)
      .map(({ state }) => state)
      .sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
    return foreseen.flatMap((forecast) => outcome(forecast, came, ground));
  },
};

/** The days by which it should be so; a forecast without any is for some day after it is made. */
function foreseenDays(account: Account): Days | null {
  const held = heldDays(account);
  const said = saidBy(account);
  if (account.claim.type === 'capture') {
    const day = held?.last ?? said;
    return day === null ? null : { first: day, last: day };
  }
  return held ?? (said === null ? null : { first: said, last: null });
}

function momentOf(state: ControlState): string {
  return `${sureDays(state).first} ${orderOf(state.account)}`;
}

function outcome(forecast: ControlState, came: readonly ControlState[], ground: Ground): Draft[] {
  const said = saidBy(forecast.account);
  if (said === null) return [];
  const after = came.filter(
    (state) => sureDays(state).first! > said && sameParty(state.party, forecast.party, ground.world),
  );
  const by = forecast.account.claim.clocks.held?.last ?? null;
  const fulfilled = after.find(({ holds }) => holds === forecast.holds);
  if (fulfilled && (by === null || sureDays(fulfilled).first! <= by))
    return [checked(fulfilled, forecast, true, ground)];
  const contrary =
    by === null ? undefined : after.find((state) => state.holds !== forecast.holds && sureDays(state).first! > by);
  return contrary ? [checked(contrary, forecast, false, ground)] : [];
}

function checked(came: ControlState, forecast: ControlState, isBorneOut: boolean, { origins }: Ground): Draft {
  const [a, b] = [came.account, forecast.account];
  const [first, second, told, foretold] = [who(a), who(b), quoted(a), quoted(b)];
  const day = sureDays(came).first!;
  const on = { fr: dayName(day, 'fr'), en: dayName(day, 'en') };
  return {
    kind: 'supersedes',
    a: claimSide(a, contentKey(a, origins)),
    b: claimSide(b, contentKey(b, origins)),
    question: questionId('control', forecast.places[0]!),
    rule: isBorneOut ? 'forecast-borne-out' : 'forecast-not-borne-out',
    sentence: isBorneOut
      ? {
          fr: `Prévu – ${second.fr} : ${foretold.fr} ; arrivé le ${on.fr} – ${first.fr} : ${told.fr}.`,
          en: `What ${second.en} foresaw (${foretold.en}) came about, says ${first.en} of ${on.en}: ${told.en}.`,
        }
      : {
          fr: `Prévu – ${second.fr} : ${foretold.fr} ; pas arrivé à temps, le ${on.fr} – ${first.fr} : ${told.fr}.`,
          en: `What ${second.en} foresaw (${foretold.en}) did not come about in time: ${told.en}, says ${first.en} of ${on.en}.`,
        },
  };
}

/** Two forecasts of one thing are made about one moment where they lie no further apart. */
const SAME_MOMENT_DAYS = 7;

/** The same foreseen by independent origins: two forecasts, which make no fact. */
export const sameForecast: Rule<Account> = {
  name: 'same-forecast',
  *file({ accounts }, { world: { parties } }) {
    for (const account of accounts) {
      const { claim } = account;
      if (claim.modality !== 'forecast' || claim.withdrawn !== null || saidBy(account) === null) continue;
      if (claim.type === 'victory')
        for (const root of new Set(claim.target.map((party) => rootOf(party, parties))))
          yield [`victory ${root}`, account];
      if (claim.type === 'capture') for (const place of mainPlaces(claim)) yield [`capture ${place}`, account];
    }
  },
  find(accounts, ground) {
    const told = new Map(
      inOrder(accounts)
        .toReversed()
        .map((account) => [contentKey(account, ground.origins), account]),
    );
    const ordered = inOrder([...told.values()]); // of what is told again, the first
    return ordered.flatMap((other, at) => {
      const one = ordered.slice(0, at).find((before) => isSameForecast(before, other, ground));
      return one ? [bothForesee(one, other, ground)] : [];
    });
  },
};

function isSameForecast(one: Account, other: Account, { world, origins }: Ground): boolean {
  if (!isIndependent(one, other, origins)) return false;
  const [a, b] = [one.claim, other.claim];
  const takers = a.actor.length === 0 || b.actor.length === 0 || sharesParty(a.actor, b.actor, world);
  const apart = Math.abs(daysBetween(saidBy(one)!, saidBy(other)!));
  return a.polarity === b.polarity && takers && apart <= SAME_MOMENT_DAYS;
}

function bothForesee(a: Account, b: Account, { origins }: Ground): Draft {
  const [first, second, said, again] = [who(a), who(b), quoted(a), quoted(b)];
  return {
    kind: 'agrees',
    a: claimSide(a, contentKey(a, origins)),
    b: claimSide(b, contentKey(b, origins)),
    question: questionOf(a),
    rule: 'same-forecast-independent-origins',
    sentence: {
      fr: `${first.fr} (${said.fr}) et ${second.fr} (${again.fr}) prévoient la même chose : deux prévisions, pas un fait.`,
      en: `${first.en} (${said.en}) and ${second.en} (${again.en}) foresee the same: two forecasts, no fact.`,
    },
  };
}
