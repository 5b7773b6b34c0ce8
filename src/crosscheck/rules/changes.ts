import { heldDays, isAsserted, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import type { Position } from '../positions.ts';
import { questionId } from '../questions.ts';
import { type ControlState, statesOf } from '../states.ts';
import type { Account } from '../voices.ts';
import { dayName, partyNames, placeName, quoted, who } from '../wording.ts';
import { type Capture, capturePositions, capturesIn } from './captures.ts';
import { statePositions } from './control.ts';
import { claimSide, type Draft } from './draft.ts';
import type { Rule } from './rule.ts';

/** What changes who holds a place, or tells who held it: the moments of its story. */
type Moment = {
  readonly day: string;
  readonly position: Pick<Position<unknown>, 'key' | 'accounts'>;
  readonly holders: readonly string[];
  readonly losers: readonly string[];
  readonly isCapture: boolean;
};

type Told = { readonly capture: Capture } | { readonly state: ControlState };

/** A capture replaces what was told before it: whom it was taken from held it until then, and no longer does. */
export const changes: Rule<Told> = {
  name: 'changes',
  *file({ accounts }) {
    for (const account of accounts) {
      for (const capture of capturesIn(account)) yield [capture.place, { capture }];
      for (const state of holdings(account)) yield [state.places[0]!, { state }];
    }
  },
  find(told, ground) {
    const moments = [
      ...capturePositions(
        told.flatMap((one) => ('capture' in one ? one.capture : [])),
        ground,
      ).flatMap((position): Moment[] => {
        const { days, account } = position.answer;
        const { actor: holders, target: losers } = account.claim;
        return days.first === null ? [] : [{ day: days.first, position, holders, losers, isCapture: true }];
      }),
      ...statePositions(
        told.flatMap((one) => ('state' in one ? one.state : [])),
        ground,
      ).flatMap((position): Moment[] => {
        const { days, party } = position.answer;
        return days.last === null ? [] : [{ day: days.last, position, holders: [party], losers: [], isCapture: false }];
      }),
    ];
    const place = told.map((one) => ('capture' in one ? one.capture.place : one.state.places[0]!))[0]!;
    return storyOf(moments, place, ground);
  },
};

function holdings(account: Account): ControlState[] {
  if (!isAsserted(account) || account.claim.type !== 'control') return [];
  return statesOf(account, heldDays(account)).filter(({ holds }) => holds);
}

function byDay(a: Moment, b: Moment): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.position.key < b.position.key ? -1 : 1;
}

/**
 * Of each day with a capture, what it changed: the capture before it, else the latest that was told since of who held the
 * place. Accounts of one capture give one change, told by the one that says most.
 */
function storyOf(moments: readonly Moment[], place: string, ground: Ground): Draft[] {
  const found: Draft[] = [];
  let standing: Moment[] = [];
  for (const today of byDays(moments)) {
    const captures = today.filter(({ isCapture }) => isCapture);
    const now = captures
      .toSorted((a, b) => namesIn(b) - namesIn(a) || byDay(a, b))
      .find((moment) => standing.some((before) => changesHands(before, moment, ground)));
    if (now) {
      const changed = standing.filter((before) => changesHands(before, now, ground));
      found.push(change(now, changed.find(({ isCapture }) => isCapture) ?? changed.at(-1)!, place, ground));
    }
    const telling = captures.filter((moment) => namesIn(moment) > 0);
    standing = telling.length > 0 ? telling : [...standing, ...today];
  }
  return found;
}

function byDays(moments: readonly Moment[]): Moment[][] {
  const days: Moment[][] = [];
  for (const moment of moments.toSorted(byDay))
    if (days.at(-1)?.[0]?.day === moment.day) days.at(-1)!.push(moment);
    else days.push([moment]);
  return days;
}

function namesIn({ holders, losers }: Moment): number {
  return holders.length + losers.length;
}

/** Who held it loses it now, or who lost it then takes it now; who took it already changes nothing by taking it. */
function changesHands(before: Moment, now: Moment, { world }: Ground): boolean {
  if (sharesParty(before.holders, now.holders, world)) return false;
  return sharesParty(before.holders, now.losers, world) || sharesParty(before.losers, now.holders, world);
}

function change(now: Moment, before: Moment, place: string, { world }: Ground): Draft {
  const [a, b] = [now.position.accounts[0]!, before.position.accounts[0]!];
  const where = placeName(place, world);
  const names = partyNames(now.holders, world);
  const isNamed = now.holders.length > 0;
  const [first, second, said, was] = [who(a), who(b), quoted(a), quoted(b)];
  const [day, then] = [now.day, before.day].map((one) => ({ fr: dayName(one, 'fr'), en: dayName(one, 'en') }));
  return {
    kind: 'supersedes',
    a: claimSide(a, now.position.key, now.position.accounts),
    b: claimSide(b, before.position.key, before.position.accounts),
    question: questionId('control', place),
    rule: 'changed-hands-since',
    sentence: {
      fr: `${where.fr} change de mains le ${day!.fr}${isNamed ? ` (désormais : ${names.fr})` : ''} : ${said.fr} – ${first.fr} ; ne vaut plus, du ${then!.fr} : ${was.fr} – ${second.fr}.`,
      en: `${where.en} passes${isNamed ? ` to ${names.en}` : ''} on ${day!.en}, says ${first.en} (${said.en}); what ${second.en} said of ${then!.en} (${was.en}) holds no more.`,
    },
  };
}
