import type { Bilingual, Days } from '../../core/index.ts';
import { heldDays, isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { compatible, inside, intervalOf, sameFigure } from '../intervals.ts';
import { originOf } from '../origins/origins.ts';
import { addsOrigin, daysKey, independentPair, type Position, positionsOf } from '../positions.ts';
import { questionId } from '../questions.ts';
import { type Account, rootOf } from '../voices.ts';
import { figure, partyNames, placeNames, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, inOrder, saidOn } from './draft.ts';
import type { Rule } from './rule.ts';

/** Claims that count: how many fighters, dead, wounded, displaced. */
const COUNTED: ReadonlySet<string> = new Set(['strength', 'casualties', 'displacement']);

type Figure = { readonly account: Account; readonly days: Days | null };
type FigurePosition = Position<Figure>;

/**
 * Figures for the same thing: a later one of the same speaker replaces his own; those of independent origins for the same
 * days contradict each other where no number fits both, agree where they are given alike, and refine where one is the
 * narrower. A figure for a town never meets one for a country.
 */
export const figures: Rule<Figure> = {
  name: 'figures',
  *file({ accounts }, { world }) {
    for (const account of accounts) {
      if (!isCounted(account)) continue;
      const { type, quantity } = account.claim;
      const subjects = whose(account).map((party) => rootOf(party, world.parties));
      const drawers = subjects.length > 0 ? new Set(subjects) : mainPlaces(account.claim).length > 0 ? ['anybody'] : [];
      for (const drawer of drawers)
        yield [`${type} ${quantity!.unit} ${scopeOf(account, world)} ${drawer}`, { account, days: heldDays(account) }];
    }
  },
  find(told, ground) {
    const positions = positionsOf(told, keyOf, ground.origins);
    return [...compared(positions, ground), ...replaced(told, ground)];
  },
};

function isCounted(account: Account): boolean {
  const { type, quantity, polarity } = account.claim;
  return isAsserted(account) && COUNTED.has(type) && quantity !== null && polarity === 'affirmed';
}

function whose({ claim }: Account): readonly string[] {
  return claim.type === 'strength' ? claim.actor : claim.target;
}

/** « whole » where no place is named or only countries are, else the places. */
function scopeOf({ claim }: Account, { gazetteer }: World): string {
  const places = mainPlaces(claim).filter((id) => gazetteer.place(id)?.kind !== 'country');
  const unknown = claim.place.filter(({ candidates }) => candidates.length === 0).map(({ name }) => name);
  const all = [...places, ...unknown].sort();
  return all.length === 0 ? 'whole' : all.join(' ');
}

function keyOf({ account, days }: Figure): string {
  const { type, quantity, place } = account.claim;
  const { bound, value, max, unit } = quantity!;
  const where = place.length === 0 ? 'nowhere' : mainPlaces(account.claim).toSorted().join('+');
  const when = days === null ? 'undated' : daysKey(account, days);
  return `${type} ${whose(account).toSorted().join('+')} ${where} ${bound}${value}-${max ?? ''} ${unit} ${when}`;
}

/** How far apart the ends of two periods may lie: a toll « since Friday » and one « on Saturday » are about one thing. */
const SAME_WITHIN_DAYS = 3;
const DAY = 86_400_000;
const numberOf = (day: string): number => Date.parse(day) / DAY;

/** Pairs of figures for about the same days. They are found by the first day, so that what lies far apart never meets. */
function* nearInTime(positions: readonly FigurePosition[]): Generator<[FigurePosition, FigurePosition]> {
  const spans = positions.flatMap((position) => {
    const { days } = position.answer;
    if (days === null) return [];
    const first = days.first === null ? Number.NEGATIVE_INFINITY : numberOf(days.first);
    const last = days.last === null ? Number.POSITIVE_INFINITY : numberOf(days.last);
    return [{ position, first, last }];
  });
  spans.sort((a, b) => a.first - b.first || (a.position.key < b.position.key ? -1 : 1));
  const near = (x: number, y: number): boolean => x === y || Math.abs(x - y) <= SAME_WITHIN_DAYS;
  let from = 0;
  for (const [at, span] of spans.entries()) {
    while (!near(spans[from]!.first, span.first)) from++;
    for (let i = from; i < at; i++) {
      const other = spans[i]!;
      if (near(other.last, span.last) && other.last >= span.first) yield [other.position, span.position];
    }
  }
}

function compared(positions: readonly FigurePosition[], ground: Ground): Draft[] {
  const within = positions
    .filter(({ answer }) => answer.days !== null)
    .flatMap((one) => between('agrees', one, one, ground));
  const across = [...nearInTime(positions)].flatMap(([one, other]) => {
    const [a, b] = [one.accounts[0]!, other.accounts[0]!];
    if (!isSameThing(a, b, ground.world)) return [];
    const [ours, theirs] = [a.claim.quantity!, b.claim.quantity!];
    if (sameFigure(ours, theirs)) return addsOrigin(one, other) ? between('agrees', one, other, ground) : [];
    const [left, right] = [intervalOf(ours), intervalOf(theirs)];
    if (!compatible(left, right)) return between('contradicts', one, other, ground);
    if (inside(left, right)) return between('refines', one, other, ground);
    return inside(right, left) ? between('refines', other, one, ground) : [];
  });
  return [...within, ...across];
}

/** Whose figure it is, and for where. A force counted in a place is not the force counted without one. */
function isSameThing(a: Account, b: Account, world: World): boolean {
  const [ours, theirs] = [whose(a), whose(b)];
  const sameOnes = ours.length + theirs.length === 0 || sharesParty(ours, theirs, world);
  const placed = [a, b].map(({ claim }) => mainPlaces(claim).length > 0);
  return sameOnes && (a.claim.type !== 'strength' || placed[0] === placed[1]);
}

const RULES = {
  agrees: 'same-figure-independent-origins',
  contradicts: 'no-number-fits-both',
  refines: 'narrower-figure',
} as const;

function between(kind: keyof typeof RULES, one: FigurePosition, other: FigurePosition, ground: Ground): Draft[] {
  const pair = independentPair(one, other, ground.origins);
  if (pair === null) return [];
  const [a, b] = pair;
  const of = subjectOf(a, ground.world);
  const [first, second, left, right, said, again] = [who(a), who(b), figure(a), figure(b), quoted(a), quoted(b)];
  const sentences: Readonly<Record<keyof typeof RULES, Bilingual>> = {
    agrees: {
      fr: `${of.fr} : ${left.fr}, selon ${first.fr} (${said.fr}) comme selon ${second.fr} (${again.fr}).`,
      en: `${of.en}: ${left.en}, according to ${first.en} (${said.en}) and to ${second.en} (${again.en}).`,
    },
    contradicts: {
      fr: `${of.fr} : ${left.fr} selon ${first.fr} (${said.fr}), ${right.fr} selon ${second.fr} (${again.fr}) ; aucun nombre ne convient aux deux.`,
      en: `${of.en}: ${left.en} according to ${first.en} (${said.en}), ${right.en} according to ${second.en} (${again.en}); no number fits both.`,
    },
    refines: {
      fr: `${of.fr} : ${left.fr} selon ${first.fr} (${said.fr}), ce qui précise le chiffre de ${second.fr}, ${right.fr} (${again.fr}), sans le contredire.`,
      en: `${of.en}: ${left.en} according to ${first.en} (${said.en}), which narrows the figure of ${second.en}, ${right.en} (${again.en}), and does not contradict it.`,
    },
  };
  return [
    {
      kind,
      slot: 'quantity',
      a: claimSide(a, one.key, one.accounts),
      b: claimSide(b, other.key, other.accounts),
      question: questionFor(a),
      rule: RULES[kind],
      sentence: sentences[kind],
    },
  ];
}

/** Of each speaker, the figures that replace the one before: told later, of the same count, and another number. */
function replaced(told: readonly Figure[], ground: Ground): Draft[] {
  const { origins } = ground;
  const counts = new Map<string, Account[]>();
  for (const { account } of told) {
    const count = countOf(account);
    if (count === null || saidOn(account) === null) continue;
    const key = `${originOf(account, origins)} ${whose(account).toSorted().join('+')} ${count}`;
    const known = counts.get(key);
    if (known) known.push(account);
    else counts.set(key, [account]);
  }
  return [...counts.values()].flatMap((own) => successions(inOrder(own), ground));
}

/**
 * Which count a figure is of. A force and those displaced are counted as they stand on the day they are told of, so that
 * each new figure is of the same count; the dead of one day or period are not those of the next.
 */
function countOf(account: Account): string | null {
  const days = heldDays(account);
  const { type } = account.claim;
  if (type === 'strength') return 'standing';
  if (days === null) return null;
  return type === 'displacement' && days.first === saidOn(account) ? 'standing' : `since ${days.first ?? 'ever'}`;
}

function successions(accounts: readonly Account[], ground: Ground): Draft[] {
  const drafts: Draft[] = [];
  let standing: Account[] = [];
  for (const account of accounts) {
    const before = standing[0];
    const isOther = before !== undefined && before.claim.quantity!.value !== account.claim.quantity!.value;
    if (before === undefined || !isOther) standing.push(account);
    else if (saidOn(before)! < saidOn(account)!) {
      drafts.push(succession(account, standing.at(-1)!, standing, ground));
      standing = [account];
    }
  }
  return drafts;
}

function succession(now: Account, then: Account, standing: readonly Account[], { world, origins }: Ground): Draft {
  const [later, earlier, new_, old] = [who(now), who(then), figure(now), figure(then)];
  const [of, said, was] = [subjectOf(now, world), quoted(now), quoted(then)];
  const key = (account: Account): string =>
    `${originOf(account, origins)} ${keyOf({ account, days: heldDays(account) })}`;
  return {
    kind: 'supersedes',
    slot: 'quantity',
    a: claimSide(now, `${key(now)} ${saidOn(now)}`),
    b: claimSide(then, `${key(then)} ${saidOn(then)}`, standing),
    question: questionFor(now),
    rule: 'same-speaker-later-figure',
    sentence: {
      fr: `${of.fr} : ${new_.fr} selon ${later.fr}, qui remplace son propre chiffre de ${old.fr} (${earlier.fr}) : ${said.fr}, après ${was.fr}.`,
      en: `${of.en}: ${new_.en} according to ${later.en}, which replaces its own figure of ${old.en} (${earlier.en}): ${said.en}, after ${was.en}.`,
    },
  };
}

function questionFor(account: Account): string {
  const { claim } = account;
  const place = claim.type === 'strength' ? undefined : mainPlaces(claim)[0];
  return questionId(claim.type as 'strength' | 'casualties' | 'displacement', place ?? whose(account)[0] ?? 'unknown');
}

const SUBJECTS: Readonly<Record<string, Bilingual>> = {
  strength: { fr: 'Effectifs', en: 'Strength' },
  casualties: { fr: 'Victimes', en: 'Casualties' },
  displacement: { fr: 'Déplacés', en: 'Displaced' },
};

function subjectOf(account: Account, world: World): Bilingual {
  const names = partyNames(whose(account), world);
  const where = placeNames(account);
  const kind = SUBJECTS[account.claim.type]!;
  const detail = (lang: 'fr' | 'en'): string => [names[lang], where[lang]].filter(Boolean).join(', ');
  return {
    fr: detail('fr') ? `${kind.fr} (${detail('fr')})` : kind.fr,
    en: detail('en') ? `${kind.en} (${detail('en')})` : kind.en,
  };
}
