import { isDay } from '../../../core/index.ts';
import { askControl, type ControlAnswer, type World } from '../../../crosscheck/index.ts';
import type { ClaimRow, Control, OutlineNamesDocument, Place, PlacesDocument, Shown } from '../../contract/index.ts';
import { unknownSource } from '../problems.ts';
import type { View } from '../view.ts';
import { sideOf } from './findings.ts';
import { partyNames } from './names.ts';
import { isSaidBy } from './sources.ts';

export type PlacesAsk = { readonly asOf?: string | undefined; readonly believe: readonly string[] };

/** The places that claims name, with who holds each on a day, according to those believed. */
export function placesDocument(view: View, { asOf, believe }: PlacesAsk, world: World): Shown<PlacesDocument> {
  for (const who of believe) checkSource(who, view, world);
  const standing = view.rows.filter(({ claim }) => claim.withdrawn === null);
  const { days, range } = daysToChoose(view, standing);
  const day = asOf ?? range?.last ?? null;
  const named = claimsByPlace(standing);
  const places = [...named].flatMap(([id, claims]): Shown<Place>[] => {
    const place = world.gazetteer.place(id);
    if (!place) return [];
    const { name, kind, country, latitude, longitude } = place;
    const control = day === null ? NOTHING : controlOf(view, id, day, believe, world);
    return [{ id, name, kind, country, latitude, longitude, claims, control }];
  });
  const holders = holdersOf(standing);
  const speaking = places.flatMap(({ control }) => [
    ...control.holders.map(({ party }) => party),
    ...control.notHolders,
  ]);
  return {
    format: 1,
    asOf: day,
    believe,
    days,
    range,
    holders,
    places: places.sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1)),
    unknown: unknownPlaces(standing),
    parties: partyNames([...holders, ...speaking], world),
  };
}

const NOTHING: Shown<Control> = { holders: [], notHolders: [], contested: false, against: [] };

function controlOf(view: View, place: string, asOf: string, believe: readonly string[], world: World): Shown<Control> {
  return controlShown(askControl(view.accounts, { places: [place], asOf, believe }, world), view);
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

function checkSource(who: string, { rows }: View, world: World): void {
  if (world.parties.byId(who) || rows.some(({ claim }) => isSaidBy(claim.source, who, world))) return;
  throw unknownSource(who);
}

function claimsByPlace(rows: readonly Shown<ClaimRow>[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { claim } of rows)
    for (const id of new Set(claim.place.flatMap(({ candidates }) => candidates[0]?.id ?? [])))
      found.set(id, [...(found.get(id) ?? []), claim.id]);
  return found;
}

function unknownPlaces(rows: readonly Shown<ClaimRow>[]): { name: string; claims: string[] }[] {
  const found = new Map<string, string[]>();
  for (const { claim } of rows)
    for (const { name, candidates } of claim.place)
      if (candidates.length === 0) found.set(name, [...(found.get(name) ?? []), claim.id]);
  return [...found].map(([name, claims]) => ({ name, claims })).sort((a, b) => b.claims.length - a.claims.length);
}

/** The days on which something is told of control, and from the first to the last day that dispatches tell of. */
function daysToChoose(
  { accounts }: View,
  rows: readonly Shown<ClaimRow>[],
): { days: string[]; range: { first: string; last: string } | null } {
  const told = rows.flatMap(({ claim: { type, clocks } }) =>
    (type === 'control' || type === 'capture') && clocks.held?.first && clocks.held.first === clocks.held.last
      ? [clocks.held.first]
      : [],
  );
  const days = [...new Set(told)].sort();
  const published = accounts.dispatches.flatMap(({ published }) =>
    published && isDay(published.date) ? [published.date] : [],
  );
  const all = [...days, ...published].sort();
  return { days, range: all.length > 0 ? { first: all[0]!, last: all.at(-1)! } : null };
}

/** The parties that control and capture claims speak of, most often first: a map gives each its colour once and for all. */
function holdersOf(rows: readonly Shown<ClaimRow>[]): string[] {
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
