import { daysBetween, foldName, isDay } from '../../../core/index.ts';
import type { ControlAnswer, World } from '../../../crosscheck/index.ts';
import type {
  ClaimRow,
  Control,
  OutlineNamesDocument,
  Place,
  PlaceStanding,
  PlaceState,
  PlacesDocument,
  PlacesQuery,
  Shown,
} from '../../contract/index.ts';
import { unknownSource } from '../problems.ts';
import type { View } from '../view.ts';
import { sideOf } from './findings.ts';
import { partyNames } from './names.ts';
import { isSaidBy } from './sources.ts';

/** Ids of claims that a map gives of a place; the others are asked for where a place is looked at. */
const SHOWN = 8;

/** What a dossier tells of places, whatever is asked. */
export type Placed = {
  /** The claims that stand, by the likeliest place that they name; most claims first. */
  readonly told: ReadonlyMap<string, ToldOf>;
  readonly days: readonly string[];
  readonly range: { readonly first: string; readonly last: string } | null;
  readonly holders: readonly string[];
  readonly unknown: PlacesDocument['unknown'];
};

/** What is told of a place, sorted by what a map asks of it, so that another day costs little. */
type ToldOf = {
  readonly rows: readonly Row[];
  /** Of control and capture. */
  readonly control: readonly Row[];
  /** Asserted figures that a map shows. */
  readonly counted: readonly Row[];
  /** The first day of each capture, attack and movement, in order; empty for one that is told of no day. */
  readonly eventDays: readonly string[];
};

export function placedOf({ rows, accounts }: Pick<View, 'rows' | 'accounts'>): Placed {
  const standing = rows.filter(({ claim }) => claim.withdrawn === null);
  return {
    told: toldByPlace(standing),
    ...daysToChoose(accounts, standing),
    holders: holdersOf(standing),
    unknown: unknownPlaces(standing),
  };
}

/** The places that claims name, with who holds each on a day, according to those believed; twice where that is asked. */
export function placesDocument(view: View, query: PlacesQuery, world: World): Shown<PlacesDocument> {
  for (const who of [...query.believe, ...query.otherBelieve]) checkSource(who, view, world);
  const { told, days, range, holders, unknown } = view.placed();
  const asOf = query.asOf ?? range?.last ?? null;
  const first = perspectiveOf(asOf, query.believe, world);
  const second = query.compare ? perspectiveOf(query.otherAsOf ?? asOf, query.otherBelieve, world) : null;
  const asked = new Set(view.checked.questions.map(({ id }) => id));
  const wanted = query.place.length > 0 ? new Set(query.place) : null;
  const places = [...told].flatMap(([id, own]): Shown<Place>[] => {
    const place = wanted && !wanted.has(id) ? null : world.gazetteer.place(id);
    if (!place) return [];
    const { name, kind, country, latitude, longitude } = place;
    const { rows } = own;
    const stands = standingOf(view, id, own, first, query.sides, world);
    const other = second && standingOf(view, id, own, second, query.sides, world);
    const question = `control:${id}`;
    return [
      {
        id,
        name,
        kind,
        country,
        latitude,
        longitude,
        claims: rows.slice(0, SHOWN).map(({ claim }) => claim.id),
        claimsInAll: rows.length,
        ...stands,
        events: howManyBy(own.eventDays, asOf),
        figures: figuresOf(own.counted, first),
        question: asked.has(question) ? question : null,
        other,
        differs: other !== null && areAgainst(stands, other, world),
        onlyOne: other !== null && (stands.state === 'unknown') !== (other.state === 'unknown'),
      },
    ];
  });
  const speaking = places.flatMap(({ control, other }) =>
    [control, ...(other ? [other.control] : [])].flatMap((one) => [
      ...one.holders.map(({ party }) => party),
      ...one.notHolders,
    ]),
  );
  return {
    format: 1,
    asOf,
    believe: query.believe,
    other: second && { asOf: second.asOf, believe: second.believe },
    days,
    range,
    holders,
    places,
    unknown,
    parties: partyNames([...holders, ...speaking], world),
  };
}

type Row = Shown<ClaimRow>;

type Perspective = {
  readonly asOf: string | null;
  readonly believe: readonly string[];
  readonly isBelieved: (claim: Row['claim']) => boolean;
};

/** Each source is looked up once, however many claims it makes. */
function perspectiveOf(asOf: string | null, believe: readonly string[], world: World): Perspective {
  const known = new Map<string, boolean>();
  const isBelieved = ({ source }: Row['claim']): boolean => {
    if (believe.length === 0) return true;
    const key = `${source.label} ${source.parties.join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = believe.some((who) => isSaidBy(source, who, world));
    known.set(key, now);
    return now;
  };
  return { asOf, believe, isBelieved };
}

const NOTHING: Shown<Control> = { holders: [], notHolders: [], contested: false, against: [] };
const EVENTS: ReadonlySet<string> = new Set(['capture', 'attack', 'movement']);
const COUNTED = ['strength', 'casualties', 'displacement'] as const;

/** How a place stands in one perspective. */
function standingOf(
  view: View,
  place: string,
  told: ToldOf,
  { asOf, believe, isBelieved }: Perspective,
  sides: number,
  world: World,
): Shown<PlaceStanding> {
  if (asOf === null) return { state: 'unknown', lastTold: null, control: NOTHING };
  const answer = view.control({ places: [place], asOf, believe });
  let lastTold: string | null = null;
  for (const { claim } of told.control) {
    const { first = null, last = null } = claim.clocks.held ?? {};
    const day = last !== null && last <= asOf ? last : (first ?? last);
    if (day === null || day > asOf || (lastTold !== null && day <= lastTold)) continue;
    if (isBelieved(claim)) lastTold = day;
  }
  return { state: stateOf(answer, view, world), lastTold, control: controlShown(answer, view, sides) };
}

/** In one word. That a party holds a place on nobody's word but its own is a claim of that party. */
function stateOf(
  { holders, notHolders, contested }: Omit<ControlAnswer, 'asOf'>,
  { rowsAt }: Pick<View, 'rowsAt'>,
  { parties }: Pick<World, 'parties'>,
): PlaceState {
  if (contested) return 'contested';
  if (holders.length === 0) return notHolders.length > 0 ? 'denied' : 'unknown';
  const isItsOwn = ({ party, claims }: (typeof holders)[number]): boolean => {
    const line = parties.ancestors(party).at(-1) ?? party;
    const speakers = claims.flatMap(({ dispatch, start, end }) => rowsAt(dispatch, start, end));
    return (
      speakers.length > 0 &&
      speakers.every(({ claim }) => claim.source.parties.some((speaker) => parties.under(speaker, line)))
    );
  };
  return holders.every(isItsOwn) ? 'claimed' : 'held';
}

/** Other holders, one holder who is said not to be one, or contested for one perspective alone. Silence is against nobody. */
function areAgainst(
  one: Shown<PlaceStanding>,
  other: Shown<PlaceStanding>,
  { parties }: Pick<World, 'parties'>,
): boolean {
  if (one.state === 'unknown' || other.state === 'unknown') return false;
  const key = ({ state, control }: Shown<PlaceStanding>): string =>
    `${state === 'contested'} ${control.holders
      .map(({ party, share }) => `${party} ${share?.bound ?? ''}${share?.value ?? ''}`)
      .sort()
      .join(' ')}`;
  const denies = ({ control: { notHolders } }: Shown<PlaceStanding>, { control: { holders } }: Shown<PlaceStanding>) =>
    notHolders.some((denied) => holders.some(({ party }) => parties.under(party, denied)));
  if (one.state === 'denied' || other.state === 'denied') return denies(one, other) || denies(other, one);
  return key(one) !== key(other);
}

/** What is told of no day in particular is told of every day. */
function isToldBy(claim: Row['claim'], asOf: string | null): boolean {
  const first = claim.clocks.held?.first ?? null;
  return asOf === null || first === null || first <= asOf;
}

/** The latest figure of each kind and unit that those believed assert of the place. */
function figuresOf(rows: readonly Row[], { asOf, isBelieved }: Perspective): Shown<Place['figures']> {
  const latest = new Map<string, { readonly day: string; readonly figure: Shown<Place['figures'][number]> }>();
  for (const { claim } of rows) {
    if (!isToldBy(claim, asOf) || !isBelieved(claim)) continue;
    const kind = COUNTED.find((one) => one === claim.type)!;
    const { value, max, bound, unit } = claim.quantity!;
    const said = claim.clocks.said?.replace('../', '') ?? null;
    const day = claim.clocks.held?.last ?? claim.clocks.held?.first ?? said ?? '';
    const key = `${kind} ${unit}`;
    const known = latest.get(key);
    if (known && known.day >= day) continue;
    latest.set(key, { day, figure: { kind, unit, value, max, bound, claim: claim.id, said } });
  }
  return [...latest.values()].map(({ figure }) => figure);
}

/** Who holds a place, as the contract has it, with so many accounts of each at most. */
export function controlShown(
  answer: Omit<ControlAnswer, 'asOf' | 'outweighed'>,
  view: Pick<View, 'dispatches' | 'isPrivate'>,
  most = Number.POSITIVE_INFINITY,
): Shown<Control> {
  return {
    holders: answer.holders.map(({ party, share, since, origins, claims }) => ({
      party,
      share: share && {
        value: share.value,
        bound: share.bound as NonNullable<Control['holders'][number]['share']>['bound'],
      },
      since,
      origins,
      claims: claims.slice(0, most).map((side) => sideOf(side, view)),
    })),
    notHolders: answer.notHolders,
    contested: answer.contested,
    against: answer.against.slice(0, most).map((side) => sideOf(side, view)),
  };
}

/** Throws a Problem where nobody of that name speaks in the dossier. */
function checkSource(who: string, view: View, world: World): void {
  if (world.parties.byId(who) || view.sources().some(({ value }) => foldName(value) === foldName(who))) return;
  if (view.rows.some(({ claim }) => isSaidBy(claim.source, who, world))) return;
  throw unknownSource(who);
}

function toldByPlace(rows: readonly Row[]): Map<string, ToldOf> {
  const found = new Map<string, { rows: Row[]; control: Row[]; counted: Row[]; eventDays: string[] }>();
  for (const row of rows) {
    const { claim } = row;
    for (const { candidates } of claim.place) {
      const id = candidates[0]?.id;
      if (id === undefined) continue;
      let known = found.get(id);
      if (!known) {
        known = { rows: [], control: [], counted: [], eventDays: [] };
        found.set(id, known);
      }
      if (known.rows.at(-1) === row) continue; // two of its names stand for one place
      known.rows.push(row);
      if (claim.type === 'control' || claim.type === 'capture') known.control.push(row);
      if (EVENTS.has(claim.type)) known.eventDays.push(claim.clocks.held?.first ?? '');
      if (COUNTED.some((one) => one === claim.type) && claim.quantity && claim.certainty === 'asserted')
        known.counted.push(row);
    }
  }
  for (const { eventDays } of found.values()) eventDays.sort();
  return new Map([...found].sort((a, b) => b[1].rows.length - a[1].rows.length || (a[0] < b[0] ? -1 : 1)));
}

/** How many of the days, which are in order, come no later; what is told of no day in particular is told of every day. */
function howManyBy(days: readonly string[], asOf: string | null): number {
  if (asOf === null) return days.length;
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unknownPlaces(rows: readonly Row[]): PlacesDocument['unknown'] {
  const found = new Map<string, string[]>();
  for (const { claim } of rows)
    for (const { name, candidates } of claim.place) {
      if (candidates.length > 0) continue;
      const known = found.get(name);
      if (known) known.push(claim.id);
      else found.set(name, [claim.id]);
    }
  return [...found]
    .map(([name, claims]) => ({ name, claims: claims.slice(0, SHOWN), claimsInAll: claims.length }))
    .sort((a, b) => b.claimsInAll - a.claimsInAll);
}

const MONTH = 28;

/** The days on which something is told of control, and from the first to the last day that dispatches tell of. */
function daysToChoose(
  accounts: View['accounts'],
  rows: readonly Row[],
): { days: string[]; range: { first: string; last: string } | null } {
  const told = new Set<string>();
  for (const { claim } of rows) {
    const { first, last } = claim.clocks.held ?? { first: null, last: null };
    if ((claim.type !== 'control' && claim.type !== 'capture') || first === null || last === null) continue;
    // What is told of a month or more changes the map on no day in particular.
    if (first === last || daysBetween(first, last) < MONTH) told.add(first).add(last);
  }
  const days = [...told].sort();
  const published = accounts.dispatches.flatMap(({ published }) =>
    published && isDay(published.date) ? [published.date] : [],
  );
  const all = [...new Set([...days, ...published])].sort();
  return { days, range: all.length > 0 ? { first: all[0]!, last: all.at(-1)! } : null };
}

/** The parties that control and capture claims speak of, most often first: a map gives each its colour once and for all. */
function holdersOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { claim } of rows)
    if (claim.type === 'control' || claim.type === 'capture')
      for (const parties of [claim.actor, claim.target])
        for (const party of parties) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([party]) => party);
}

/** What the outlines of a file are called, for the labels of the map. */
export function outlineNames(
  ids: readonly string[],
  { gazetteer }: Pick<World, 'gazetteer'>,
): Shown<OutlineNamesDocument> {
  const names = ids.flatMap((id) => {
    const place = gazetteer.place(id);
    if (!place) return [];
    const { name, kind, code, latitude, longitude } = place;
    return [{ id, name, kind, code, latitude, longitude }];
  });
  return { format: 1, names };
}
