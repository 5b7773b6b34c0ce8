import { daysBetween, isDay } from '../../../core/index.ts';
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

/** The places that claims name, with who holds each on a day, according to those believed; twice where that is asked. */
export function placesDocument(view: View, query: PlacesQuery, world: World): Shown<PlacesDocument> {
  for (const who of [...query.believe, ...query.otherBelieve]) checkSource(who, view, world);
  const standing = view.rows.filter(({ claim }) => claim.withdrawn === null);
  const { days, range } = daysToChoose(view, standing);
  const asOf = query.asOf ?? range?.last ?? null;
  const first: Perspective = { asOf, believe: query.believe };
  const second: Perspective | null = query.compare
    ? { asOf: query.otherAsOf ?? asOf, believe: query.otherBelieve }
    : null;
  const asked = new Set(view.checked.questions.map(({ id }) => id));
  const places = [...rowsByPlace(standing)].flatMap(([id, rows]): Shown<Place>[] => {
    const place = world.gazetteer.place(id);
    if (!place) return [];
    const { name, kind, country, latitude, longitude } = place;
    const stands = standingOf(view, id, rows, first, world);
    const other = second && standingOf(view, id, rows, second, world);
    const question = `control:${id}`;
    return [
      {
        id,
        name,
        kind,
        country,
        latitude,
        longitude,
        claims: rows.map(({ claim }) => claim.id),
        ...stands,
        events: rows.filter(({ claim }) => EVENTS.has(claim.type) && isToldBy(claim, asOf)).length,
        figures: figuresOf(rows, first, world),
        question: asked.has(question) ? question : null,
        other,
        differs: other !== null && isOther(stands, other),
      },
    ];
  });
  const holders = holdersOf(standing);
  const speaking = places.flatMap(({ control, other }) =>
    [control, ...(other ? [other.control] : [])].flatMap((one) => [
      ...one.holders.map(({ party }) => party),
      ...one.notHolders,
    ]),
  );
  return {
    format: 1,
    asOf,
    believe: first.believe,
    other: second,
    days,
    range,
    holders,
    places: places.sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1)),
    unknown: unknownPlaces(standing),
    parties: partyNames([...holders, ...speaking], world),
  };
}

type Perspective = { readonly asOf: string | null; readonly believe: readonly string[] };
type Row = Shown<ClaimRow>;

const NOTHING: Shown<Control> = { holders: [], notHolders: [], contested: false, against: [] };
const EVENTS: ReadonlySet<string> = new Set(['capture', 'attack', 'movement']);
const COUNTED = ['strength', 'casualties', 'displacement'] as const;

/** How a place stands in one perspective. */
function standingOf(
  view: View,
  place: string,
  rows: readonly Row[],
  { asOf, believe }: Perspective,
  world: World,
): Shown<PlaceStanding> {
  if (asOf === null) return { state: 'unknown', lastTold: null, control: NOTHING };
  const answer = view.control({ places: [place], asOf, believe });
  const told = rows.flatMap(({ claim }) => {
    const tells = (claim.type === 'control' || claim.type === 'capture') && isBelievedRow(claim, believe, world);
    const { held } = claim.clocks;
    const day = held?.last ?? held?.first ?? null;
    return tells && day !== null ? [day <= asOf ? day : (held?.first ?? day)] : [];
  });
  const lastTold =
    told
      .filter((day) => day <= asOf)
      .sort()
      .at(-1) ?? null;
  return { state: stateOf(answer, view, world), lastTold, control: controlShown(answer, view) };
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

function isOther(one: Shown<PlaceStanding>, other: Shown<PlaceStanding>): boolean {
  const key = ({ state, control }: Shown<PlaceStanding>): string =>
    `${state} ${control.holders
      .map(({ party, share }) => `${party} ${share?.bound ?? ''}${share?.value ?? ''}`)
      .sort()
      .join(' ')}`;
  return key(one) !== key(other);
}

function isBelievedRow(claim: Row['claim'], believe: readonly string[], world: World): boolean {
  return believe.length === 0 || believe.some((who) => isSaidBy(claim.source, who, world));
}

/** What is told of no day in particular is told of every day. */
function isToldBy(claim: Row['claim'], asOf: string | null): boolean {
  const first = claim.clocks.held?.first ?? null;
  return asOf === null || first === null || first <= asOf;
}

/** The latest figure of each kind and unit that those believed assert of the place. */
function figuresOf(rows: readonly Row[], { asOf, believe }: Perspective, world: World): Shown<Place['figures']> {
  const latest = new Map<string, { readonly day: string; readonly figure: Shown<Place['figures'][number]> }>();
  for (const { claim } of rows) {
    const kind = COUNTED.find((one) => one === claim.type);
    if (!kind || !claim.quantity || claim.certainty !== 'asserted') continue;
    if (!isToldBy(claim, asOf) || !isBelievedRow(claim, believe, world)) continue;
    const { value, max, bound, unit } = claim.quantity;
    const said = claim.clocks.said?.replace('../', '') ?? null;
    const day = claim.clocks.held?.last ?? claim.clocks.held?.first ?? said ?? '';
    const key = `${kind} ${unit}`;
    const known = latest.get(key);
    if (known && known.day >= day) continue;
    latest.set(key, { day, figure: { kind, unit, value, max, bound, claim: claim.id, said } });
  }
  return [...latest.values()].map(({ figure }) => figure);
}

/** Who holds a place, as the contract has it. */
export function controlShown(answer: Omit<ControlAnswer, 'asOf'>, view: Pick<View, 'dispatches'>): Shown<Control> {
  return {
    holders: answer.holders.map(({ party, share, since, origins, claims }) => ({
      party,
      share: share && {
        value: share.value,
        bound: share.bound as NonNullable<Control['holders'][number]['share']>['bound'],
      },
      since,
      origins,
      claims: claims.map((side) => sideOf(side, view)),
    })),
    notHolders: answer.notHolders,
    contested: answer.contested,
    against: answer.against.map((side) => sideOf(side, view)),
  };
}

/** Throws a Problem where nobody of that name speaks in the dossier. */
function checkSource(who: string, { rows }: View, world: World): void {
  if (world.parties.byId(who) || rows.some(({ claim }) => isSaidBy(claim.source, who, world))) return;
  throw unknownSource(who);
}

function rowsByPlace(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const id of new Set(row.claim.place.flatMap(({ candidates }) => candidates[0]?.id ?? []))) {
      const known = found.get(id);
      if (known) known.push(row);
      else found.set(id, [row]);
    }
  return found;
}

function unknownPlaces(rows: readonly Row[]): { name: string; claims: string[] }[] {
  const found = new Map<string, string[]>();
  for (const { claim } of rows)
    for (const { name, candidates } of claim.place)
      if (candidates.length === 0) found.set(name, [...(found.get(name) ?? []), claim.id]);
  return [...found].map(([name, claims]) => ({ name, claims })).sort((a, b) => b.claims.length - a.claims.length);
}

const MONTH = 28;

/** The days on which something is told of control, and from the first to the last day that dispatches tell of. */
function daysToChoose(
  { accounts }: View,
  rows: readonly Row[],
): { days: string[]; range: { first: string; last: string } | null } {
  const told = rows.flatMap(({ claim: { type, clocks } }) => {
    const { first, last } = clocks.held ?? { first: null, last: null };
    if ((type !== 'control' && type !== 'capture') || first === null || last === null) return [];
    // What is told of a month or more changes the map on no day in particular.
    return daysBetween(first, last) < MONTH ? [first, last] : [];
  });
  const days = [...new Set(told)].sort();
  const published = accounts.dispatches.flatMap(({ published }) =>
    published && isDay(published.date) ? [published.date] : [],
  );
  const all = [...days, ...published].sort();
  return { days, range: all.length > 0 ? { first: all[0]!, last: all.at(-1)! } : null };
}

/** The parties that control and capture claims speak of, most often first: a map gives each its colour once and for all. */
function holdersOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { claim } of rows)
    if (claim.type === 'control' || claim.type === 'capture')
      for (const party of [...claim.actor, ...claim.target]) counts.set(party, (counts.get(party) ?? 0) + 1);
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
