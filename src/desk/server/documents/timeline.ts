import { addDays, type Days, daysBetween, daysOf } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type {
  ClaimRow,
  Shown,
  TimelineDocument,
  TimelineItem,
  TimelineLane,
  TimelineQuery,
} from '../../contract/index.ts';
import type { View } from '../view.ts';
import { type ClaimFilter, claimFilter, isOpen } from './claim-filter.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { compareText } from './order.ts';

type Row = Shown<ClaimRow>;
type Window = { readonly first: string; readonly last: string };

/** Findings that are drawn between lanes; more would be a thicket. */
const MOST_MARKS = 300;

type Dated = { readonly row: Row; readonly at: Days; readonly contested: boolean };

/** Claims in time on one clock, in lanes by party or by source; one by one where they are few, else counted. */
export function timelineDocument(view: View, query: TimelineQuery, world: World): Shown<TimelineDocument> {
  const { clock, lanes: by, items: most, first, last, ...filter } = query;
  const { dated, undated } = datedRows(view, clock, filter, world);
  const range = rangeOf(dated);
  const open = first === undefined && last === undefined ? mostOf(dated.map(({ at }) => at.first ?? at.last!)) : range;
  const window = open && { first: first ?? open.first, last: last ?? open.last };
  const inside = window ? dated.filter(({ at }) => isWithin(at, window)) : [];
  const bin = binFor(window);
  const laneOf = laneNamer(by, view, world);
  const lanes = new Map<string, { label: TimelineLane['label']; dated: Dated[]; undated: number }>();
  const laneAt = ({ id, label }: Lane) => {
    const known = lanes.get(id);
    if (known) return known;
    const made = { label, dated: [], undated: 0 };
    lanes.set(id, made);
    return made;
  };
  for (const one of inside) for (const lane of laneOf(one.row)) laneAt(lane).dated.push(one);
  for (const row of undated) for (const lane of laneOf(row)) laneAt(lane).undated++;
  const isFew = inside.length <= most;
  const startOf = binStarts(bin);
  const shown = [...lanes]
    .map(
      ([id, lane]): Shown<TimelineLane> => ({
        id,
        label: lane.label,
        total: lane.dated.length,
        undated: lane.undated,
        bins: window ? binsOf(lane.dated, window, startOf, bin) : [],
        items: isFew
          ? lane.dated
              .map(({ row, at, contested }) => itemOf(row, at, contested))
              .sort((a, b) => compareText(a.at.first ?? a.at.last ?? '', b.at.first ?? b.at.last ?? ''))
          : null,
      }),
    )
    .sort((a, b) => b.total - a.total || b.undated - a.undated || compareText(a.id, b.id));
  const claims = isFew ? inside.map(({ row }) => row.claim) : [];
  return {
    format: 1,
    clock,
    by,
    range,
    window,
    bin,
    total: inside.length,
    lanes: shown,
    marks: marksOf(inside, view, laneOf),
    parties: partyNames(
      [...partiesIn(claims), ...(by === 'party' ? shown.map(({ id }) => id).filter(Boolean) : [])],
      world,
    ),
    places: placeNames(placesIn(claims), world),
  };
}

/** The claims that fit, with their days on a clock, and those that have none on it. */
function datedRows(
  view: View,
  clock: TimelineQuery['clock'],
  filter: ClaimFilter,
  world: World,
): { readonly dated: readonly Dated[]; readonly undated: readonly Row[] } {
  const fits = isOpen(filter) ? null : claimFilter(filter, world);
  const known = new Map<string, Days>();
  const dated: Dated[] = [];
  const undated: Row[] = [];
  const contested = view.contestedRows();
  for (const [index, row] of view.rows.entries()) {
    if (row.claim.withdrawn !== null || (fits && !fits(row))) continue;
    const at = daysOn(row, clock, known);
    if (at === null) undated.push(row);
    else dated.push({ row, at, contested: contested[index] === 1 });
  }
  return { dated, undated };
}

/** Days are read once for each way of writing them: a large dossier has few. */
const daysRead = (known: Map<string, Days>, when: string): Days => {
  const before = known.get(when);
  if (before) return before;
  const days = daysOf(when);
  known.set(when, days);
  return days;
};

/** The days of a claim on a clock; null where that clock does not say. What is open on both ends says nothing. */
function daysOn({ claim }: Row, clock: TimelineQuery['clock'], known: Map<string, Days>): Days | null {
  if (clock === 'held') {
    const { held } = claim.clocks;
    return held === null || (held.first === null && held.last === null) ? null : held;
  }
  return claim.clocks.said === null ? null : daysRead(known, claim.clocks.said);
}

/** From the first to the last day that is told of; open ends add nothing. */
function rangeOf(all: readonly Dated[]): Window | null {
  let first: string | null = null;
  let last: string | null = null;
  for (const { at } of all) {
    const from = at.first ?? at.last!;
    const to = at.last ?? at.first!;
    if (first === null || from < first) first = from;
    if (last === null || to > last) last = to;
  }
  return first === null || last === null ? null : { first, last };
}

/** The share of claims on whose days a timeline opens. */
const MOST = 0.95;

/** The least window that holds most of the days: one old claim would squeeze all others into a corner. */
export function mostOf(days: readonly string[]): Window | null {
  const sorted = days.toSorted();
  const count = Math.ceil(sorted.length * MOST);
  let least: { first: string; last: string; length: number } | null = null;
  for (let at = 0; count > 0 && at + count <= sorted.length; at++) {
    const [first, last] = [sorted[at]!, sorted[at + count - 1]!];
    const length = daysBetween(first, last);
    if (least === null || length < least.length) least = { first, last, length };
  }
  return least && { first: least.first, last: least.last };
}

function isWithin(at: Days, { first, last }: Window): boolean {
  return (at.first === null || at.first <= last) && (at.last === null || at.last >= first);
}

function itemOf({ claim, dispatch }: Row, at: Days, contested: boolean): Shown<TimelineItem> {
  const { id, start, end, text, type, certainty, source } = claim;
  const exact = at.first !== null && at.first === at.last;
  return { claim: id, dispatch, start, end, text, type, certainty, source, at, exact, contested };
}

type Lane = Pick<TimelineLane, 'id' | 'label'>;

const NOBODY: Lane = { id: '', label: { fr: 'Sans partie nommée', en: 'No party named' } };
const UNNAMED: Lane = { id: '', label: { fr: 'Sources non nommées', en: 'Unnamed sources' } };

/** On which lanes a claim stands: those of the parties in it, or that of its source, each at the top of its line. */
function laneNamer(by: TimelineQuery['lanes'], view: View, { parties }: World): (row: Row) => readonly Lane[] {
  const roots = new Map<string, Lane>();
  const rootOf = (party: string): Lane => {
    const known = roots.get(party);
    if (known) return known;
    const id = parties.ancestors(party).at(-1) ?? party;
    const names = parties.byId(id)?.names;
    const lane = { id, label: names ? { fr: names.fr, en: names.en } : { fr: id, en: id } };
    roots.set(party, lane);
    return lane;
  };
  const distinct = (ids: readonly string[]): Lane[] => {
    const own: Lane[] = [];
    for (const id of ids) {
      const lane = rootOf(id);
      if (!own.some((known) => known.id === lane.id)) own.push(lane);
    }
    return own;
  };
  if (by === 'party')
    return ({ claim }) => {
      const lanes = distinct([...claim.actor, ...claim.target]);
      return lanes.length > 0 ? lanes : [NOBODY];
    };
  const labels = new Map(view.sources().map(({ value, label }) => [value, label]));
  return ({ claim: { source } }) => {
    if (source.kind === 'party') return distinct(source.parties);
    const label = source.label === null ? undefined : labels.get(source.label);
    return label && (source.kind === 'person' || source.kind === 'outlet') ? [{ id: source.label!, label }] : [UNNAMED];
  };
}

/** Bins so large that a lane has some hundred at most. */
function binFor(window: Window | null): TimelineDocument['bin'] {
  const days = window ? daysBetween(window.first, window.last) : 0;
  return days <= 120 ? 'day' : days <= 800 ? 'week' : days <= 4000 ? 'month' : 'year';
}

/** Where the bin of a day begins: looked up once for each day, whichever lane it is on. */
function binStarts(bin: TimelineDocument['bin']): (day: string) => string {
  const starts = new Map<string, string>();
  return (day) => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = binStart(day, bin);
    starts.set(day, start);
    return start;
  };
}

/** How many claims are told of each bin: one that spans several counts in the bin where it begins, as far as it is known. */
function binsOf(
  dated: readonly Dated[],
  window: Window,
  startOf: (day: string) => string,
  bin: TimelineDocument['bin'],
): TimelineLane['bins'] {
  const bins = new Map<string, { claims: number; contested: number }>();
  for (const { at, contested } of dated) {
    const day = at.first ?? at.last!;
    const isBefore = day < window.first; // one that goes on from before the window counts where the window begins
    const first = startOf(isBefore ? window.first : day);
    const known = bins.get(first);
    const more = contested ? 1 : 0;
    if (known) {
      known.claims++;
      known.contested += more;
    } else bins.set(first, { claims: 1, contested: more });
  }
  return [...bins]
    .sort(([a], [b]) => compareText(a, b))
    .map(([first, counts]) => ({ first, last: binEnd(first, bin), ...counts }));
}

function binStart(day: string, bin: TimelineDocument['bin']): string {
  if (bin === 'day') return day;
  if (bin === 'month') return `${day.slice(0, 7)}-01`;
  if (bin === 'year') return `${day.slice(0, 4)}-01-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7)); // weeks begin on Monday
}

function binEnd(first: string, bin: TimelineDocument['bin']): string {
  if (bin === 'day') return first;
  if (bin === 'week') return addDays(first, 6);
  return daysOf(first.slice(0, bin === 'month' ? 7 : 4)).last!;
}

/** The findings both of whose sides are in the window, what is contested first. */
function marksOf(
  dated: readonly Dated[],
  view: View,
  laneOf: (row: Row) => readonly Lane[],
): Shown<TimelineDocument['marks']> {
  const { claimsOf } = view.ties();
  const inside = new Map(dated.map((one) => [one.row.claim.id, one]));
  const marks: Shown<TimelineDocument['marks'][number]>[] = [];
  for (const finding of view.checked.findings) {
    if (marks.length === MOST_MARKS) break;
    const own = claimsOf.get(finding.id)!;
    const end = (side: (typeof finding)['a']) => {
      const id = own.find((one) => {
        const claim = inside.get(one)?.row.claim;
        return (
          claim?.start === side.start && claim.end === side.end && inside.get(one)!.row.dispatch.id === side.dispatch
        );
      });
      const there = id === undefined ? undefined : inside.get(id);
      return there ? { lane: laneOf(there.row)[0]!.id, at: there.at, claim: there.row.claim.id } : null;
    };
    const [a, b] = [end(finding.a), end(finding.b)];
    if (!a || !b) continue;
    const { id, kind, question, sentence } = finding;
    marks.push({ finding: id, kind, question, sentence, a, b });
  }
  return marks;
}
