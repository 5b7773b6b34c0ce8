import { type Days, daysBetween } from '../../core/index.ts';
import { heldDays, isAsserted, mainPlaces, sameDays, sharesParty } from '../assertions.ts';
import { compatible, intervalOf, sameFigure } from '../intervals.ts';
import { type Origins, originOf } from '../origins.ts';
import { questionId } from '../questions.ts';
import type { Account } from '../voices.ts';
import { figure, partyNames, placeNames, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { isIndependent } from './captures.ts';
import { claimSide, type Draft, pairs, saidOn } from './draft.ts';

/** Claims that count: how many fighters, dead, wounded, displaced. */
const COUNTED = new Set(['strength', 'casualties', 'displacement']);

/**
 * Figures for the same thing: a later one of the same speaker replaces his own; those of independent origins for the same
 * days contradict each other where no number fits both, and agree where they are given alike.
 */
export function figureFindings(accounts: readonly Account[], origins: Origins, world: World): Draft[] {
  const counted = accounts.filter(
    (account) =>
      isAsserted(account) &&
      COUNTED.has(account.claim.type) &&
      account.claim.quantity !== null &&
      account.claim.polarity === 'affirmed',
  );
  const bySubject = new Map<string, Account[]>();
  for (const account of counted) {
    const key = `${account.claim.type} ${account.claim.quantity!.unit}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), account]);
  }
  return [...bySubject.values()].flatMap((own) =>
    pairs(own).flatMap(([a, b]) => (isSameThing(a, b, world) ? ofFigures(a, b, origins, world) : [])),
  );
}

/** Whose figure it is, and for where: a figure for a town is never set against one for a country. */
function isSameThing(a: Account, b: Account, world: World): boolean {
  const whose = ({ claim }: Account): readonly string[] => (claim.type === 'strength' ? claim.actor : claim.target);
  const [ours, theirs] = [whose(a), whose(b)];
  const sameOnes =
    ours.length === 0 && theirs.length === 0 ? mainPlaces(a.claim).length > 0 : sharesParty(ours, theirs, world);
  return sameOnes && scopeOf(a, world) === scopeOf(b, world);
}

/** « whole » where no place is named or only countries are, else the places. */
function scopeOf({ claim }: Account, { gazetteer }: World): string {
  const places = mainPlaces(claim).filter((id) => gazetteer.place(id)?.kind !== 'country');
  const unknown = claim.place.filter(({ candidates }) => candidates.length === 0).map(({ name }) => name);
  const all = [...places, ...unknown].sort();
  return all.length === 0 ? 'whole' : all.join(' ');
}

function ofFigures(one: Account, other: Account, origins: Origins, world: World): Draft[] {
  if (originOf(one, origins) === originOf(other, origins)) return superseding(one, other, origins, world);
  const sameTime = samePeriod(heldDays(one), heldDays(other));
  if (
    !sameTime ||
    !isIndependent(one, other, origins) ||
    (one.claim.type === 'strength' && mainPlaces(one.claim).length === 0 && mainPlaces(other.claim).length > 0)
  )
    return [];
  const fit = compatible(intervalOf(one.claim.quantity!), intervalOf(other.claim.quantity!));
  if (fit && !sameFigure(one.claim.quantity!, other.claim.quantity!)) return [];
  return [compared(fit ? 'agrees' : 'contradicts', one, other, origins, world)];
}

/** How far apart the ends of two periods may lie: a toll « since Friday » and one « on Saturday » are about one thing. */
const SAME_WITHIN_DAYS = 3;

/** Counts over a season are never set against those of a day: their periods begin and end about together. */
function samePeriod(a: Days | null, b: Days | null): boolean {
  if (!sameDays(a, b)) return false;
  const near = (x: string | null, y: string | null): boolean =>
    x === y || (x !== null && y !== null && Math.abs(daysBetween(x, y)) <= SAME_WITHIN_DAYS);
  return near(a!.first, b!.first) && near(a!.last, b!.last);
}

function superseding(one: Account, other: Account, origins: Origins, world: World): Draft[] {
  const [first, second] = [saidOn(one), saidOn(other)];
  const alike = one.claim.quantity!.value === other.claim.quantity!.value;
  if (first === null || second === null || first === second || alike) return [];
  const [a, b] = first > second ? [one, other] : [other, one];
  const [later, earlier, now, then] = [who(a), who(b), figure(a), figure(b)];
  const of = subjectOf(a, world);
  return [
    {
      kind: 'supersedes',
      slot: 'quantity',
      a: side(a, origins),
      b: side(b, origins),
      question: questionFor(a),
      rule: 'same-speaker-later-figure',
      sentence: {
        fr: `${of.fr} : ${now.fr} selon ${later.fr}, qui remplace son propre chiffre de ${then.fr} (${earlier.fr}) : ${quoted(a).fr}, après ${quoted(b).fr}.`,
        en: `${of.en}: ${now.en} according to ${later.en}, which replaces its own figure of ${then.en} (${earlier.en}): ${quoted(a).en}, after ${quoted(b).en}.`,
      },
    },
  ];
}

function compared(kind: 'agrees' | 'contradicts', a: Account, b: Account, origins: Origins, world: World): Draft {
  const of = subjectOf(a, world);
  const [first, second, left, right] = [who(a), who(b), figure(a), figure(b)];
  return {
    kind,
    slot: 'quantity',
    a: side(a, origins),
    b: side(b, origins),
    question: questionFor(a),
    rule: kind === 'agrees' ? 'same-figure-independent-origins' : 'no-number-fits-both',
    sentence:
      kind === 'agrees'
        ? {
            fr: `${of.fr} : ${left.fr}, selon ${first.fr} (${quoted(a).fr}) comme selon ${second.fr} (${quoted(b).fr}).`,
            en: `${of.en}: ${left.en}, according to ${first.en} (${quoted(a).en}) and to ${second.en} (${quoted(b).en}).`,
          }
        : {
            fr: `${of.fr} : ${left.fr} selon ${first.fr} (${quoted(a).fr}), ${right.fr} selon ${second.fr} (${quoted(b).fr}) ; aucun nombre ne convient aux deux.`,
            en: `${of.en}: ${left.en} according to ${first.en} (${quoted(a).en}), ${right.en} according to ${second.en} (${quoted(b).en}); no number fits both.`,
          },
  };
}

function side(account: Account, origins: Origins) {
  const { value, max, bound } = account.claim.quantity!;
  return claimSide(account, `${originOf(account, origins)} ${saidOn(account) ?? ''} ${bound}${value}-${max ?? ''}`);
}

function questionFor({ claim }: Account): string {
  const kind = claim.type === 'strength' || claim.type === 'displacement' ? claim.type : 'casualties';
  return questionId(
    kind,
    mainPlaces(claim)[0] && kind !== 'strength'
      ? mainPlaces(claim)[0]!
      : ((claim.type === 'strength' ? claim.actor : claim.target)[0] ?? 'unknown'),
  );
}

function subjectOf(account: Account, world: World): { fr: string; en: string } {
  const { claim } = account;
  const whose = partyNames(claim.type === 'strength' ? claim.actor : claim.target, world);
  const where = placeNames(account);
  const kinds: Record<string, { fr: string; en: string }> = {
    strength: { fr: 'Effectifs', en: 'Strength' },
    casualties: { fr: 'Victimes', en: 'Casualties' },
    displacement: { fr: 'Déplacés', en: 'Displaced' },
  };
  const kind = kinds[claim.type]!;
  const detail = (lang: 'fr' | 'en'): string => [whose[lang], where[lang]].filter(Boolean).join(', ');
  return {
    fr: detail('fr') ? `${kind.fr} (${detail('fr')})` : kind.fr,
    en: detail('en') ? `${kind.en} (${detail('en')})` : kind.en,
  };
}
