import { heldDays, isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { meetingOf } from '../meeting.ts';
import { daysKey, independentPair, type Position, positionsOf } from '../positions.ts';
import { questionOf } from '../questions.ts';
import { type Account, rootOf } from '../voices.ts';
import { quoted, who } from '../wording.ts';
import { claimSide, type Draft } from './draft.ts';
import type { Rule } from './rule.ts';

/** That something happened or is so, and that it did not: of what is no state of a place, which has a rule of its own. */
const EVENTS: ReadonlySet<string> = new Set(['capture', 'attack', 'movement', 'presence', 'support', 'victory']);

type Told = { readonly account: Account; readonly days: NonNullable<ReturnType<typeof heldDays>> };

/** One says that it is so and another that it is not, of the same days, parties and places. */
export const opposed: Rule<Told> = {
  name: 'opposed',
  *file({ accounts }, { world }) {
    for (const account of accounts) {
      const days = heldDays(account);
      if (!isAsserted(account) || days === null || !EVENTS.has(account.claim.type)) continue;
      for (const root of new Set(account.claim.actor.map((party) => rootOf(party, world.parties))))
        yield [`${account.claim.type} ${root}`, { account, days }];
    }
  },
  isTelling: ({ account }) => account.claim.polarity === 'negated',
  find(told, ground) {
    const denied = told.filter(({ account }) => account.claim.polarity === 'negated');
    const affirmed = told.filter(({ account }) => account.claim.polarity === 'affirmed');
    const [noes, yeses] = [denied, affirmed].map((own) => positionsOf(own, keyOf, ground.origins)) as [
      Position<Told>[],
      Position<Told>[],
    ];
    const daysOf = ({ answer }: Position<Told>) => answer.days;
    return [...meetingOf(noes, yeses, daysOf, daysOf)].flatMap(([no, yes]) => contradiction(no, yes, ground));
  },
};

function keyOf({ account, days }: Told): string {
  const { type, polarity, actor, target } = account.claim;
  const parties = [actor, target].map((ids) => ids.toSorted().join('+')).join(' ');
  return `${type} ${polarity} ${parties} ${mainPlaces(account.claim).toSorted().join('+')} ${daysKey(account, days)}`;
}

function contradiction(no: Position<Told>, yes: Position<Told>, { world, origins }: Ground): Draft[] {
  const [denied, affirmed] = [no.answer.account.claim, yes.answer.account.claim];
  const [inNo, inYes] = [mainPlaces(denied), mainPlaces(affirmed)];
  const samePlaces =
    inNo.length === 0 ||
    (inYes.length > 0 && inYes.every((inner) => inNo.some((outer) => world.gazetteer.within(inner, outer))));
  const sameTargets = denied.target.length === 0 || sharesParty(denied.target, affirmed.target, world);
  if (!samePlaces || !sameTargets || !sharesParty(denied.actor, affirmed.actor, world)) return [];
  const pair = independentPair(no, yes, origins);
  if (pair === null) return [];
  const [a, b] = pair;
  const [first, second, not, so] = [who(a), who(b), quoted(a), quoted(b)];
  return [
    {
      kind: 'contradicts',
      a: claimSide(a, no.key, no.accounts),
      b: claimSide(b, yes.key, yes.accounts),
      question: questionOf(b),
      rule: 'so-and-not-so',
      sentence: {
        fr: `${not.fr} – ${first.fr} ; ${so.fr} – ${second.fr} : l’un nie ce que l’autre affirme des mêmes jours.`,
        en: `${not.en}, says ${first.en}; ${so.en}, says ${second.en}: the one negates what the other affirms of the same days.`,
      },
    },
  ];
}
