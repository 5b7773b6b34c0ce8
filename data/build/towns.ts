import { createHash } from 'node:crypto';
import { foldName } from '../../src/core/index.ts';
import type { PlaceKind } from '../../src/reading/places/place.ts';
import { FOCUS_COUNTRIES } from './focus.ts';
import { kilometres } from './geometry.ts';
import { isLatinName, keysOf } from './names.ts';
import { type OwnPlace, seatOf, type Town } from './own-place.ts';
import type { City, LaterCity } from './sources.ts';

/** Large enough that a dispatch may name it without saying where it is. */
const KNOWN_POPULATION = 1_000_000;
const NAMED_POPULATION = 100_000;

export function townOf(city: City, parent: string): Town {
  const focus = FOCUS_COUNTRIES.has(city.country);
  const quarter = city.feature === 'PPLX';
  return {
    number: city.geonames,
    name: city.name,
    quarter,
    seat: seatOf(city),
    latitude: city.latitude,
    longitude: city.longitude,
    population: city.population,
    country: city.country,
    parent,
    names: [city.name, city.ascii],
    rareNames: focus || city.population >= NAMED_POPULATION ? city.alternates.filter(isLatinName) : [],
    known: !quarter && (city.population >= KNOWN_POPULATION || (focus && seatOf(city) !== null)),
  };
}

export function unnumberedTown(city: LaterCity, parent: string): Town {
  const key = [city.country, city.name, city.latitude, city.longitude].join('|');
  return {
    number: createHash('sha256').update(key).digest().readUInt32LE(0),
    name: city.name,
    quarter: false,
    seat: null,
    latitude: city.latitude,
    longitude: city.longitude,
    population: 0,
    country: city.country,
    parent,
    names: [city.name],
    rareNames: [],
    known: false,
  };
}

/** Towns of the later list, in the countries of the news, that no place we have already stands for. */
export function unlisted(
  sources: { readonly cities: readonly City[]; readonly laterCities: readonly LaterCity[] },
  own: readonly OwnPlace[],
): readonly LaterCity[] {
  type Known = { readonly latitude: number; readonly longitude: number; readonly keys: ReadonlySet<string> };
  const cell = (latitude: number, longitude: number) => `${Math.floor(latitude * 5)},${Math.floor(longitude * 5)}`;
  const cells = new Map<string, Known[]>();
  const learn = (place: Omit<Known, 'keys'>, names: readonly string[]) => {
    const known = { latitude: place.latitude, longitude: place.longitude, keys: new Set(names.flatMap(keysOf)) };
    const at = cell(place.latitude, place.longitude);
    cells.set(at, [...(cells.get(at) ?? []), known]);
  };
  for (const city of sources.cities) learn(city, [city.name, city.ascii, ...city.alternates]);
  for (const place of own)
    if (POINT_KINDS.has(place.kind)) learn(place, [place.fr, place.en, ...place.names, ...place.rareNames]);
  const isKnown = (city: LaterCity): boolean => {
    const keys = keysOf(city.name);
    for (const north of [-0.2, 0, 0.2])
      for (const east of [-0.2, 0, 0.2])
        for (const known of cells.get(cell(city.latitude + north, city.longitude + east)) ?? []) {
          const distance = kilometres(city.latitude, city.longitude, known.latitude, known.longitude);
          if (distance < 1 || (distance < 15 && keys.some((key) => known.keys.has(key)))) return true;
        }
    return false;
  };
  const seen = new Set<string>();
  return sources.laterCities.filter((city) => {
    if (!FOCUS_COUNTRIES.has(city.country) || isKnown(city)) return false;
    const key = `${city.country}|${foldName(city.name)}|${cell(city.latitude, city.longitude)}`;
    return !seen.has(key) && seen.add(key);
  });
}

export const POINT_KINDS: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'town',
  'village',
  'quarter',
  'camp',
  'base',
  'site',
]);

export function mainNamesByCountry(cities: readonly City[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const city of cities) {
    const known = names.get(city.country) ?? new Set();
    for (const key of [city.name, city.ascii].flatMap(keysOf)) known.add(key);
    names.set(city.country, known);
  }
  return names;
}
