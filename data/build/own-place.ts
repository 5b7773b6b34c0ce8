import type { Place, PlaceKind } from '../../src/reading/places/place.ts';
import type { City } from './sources.ts';

/** A place of our own table: all but plain towns. */
export type OwnPlace = Omit<Place, 'name'> & {
  readonly fr: string;
  readonly en: string;
  /** Names that it is known by, `fr` and `en` apart. */
  readonly names: readonly string[];
  /** Names that some language or some map gives it: they count less. */
  readonly rareNames: readonly string[];
  /** How likely a name means this place rather than another; a town weighs its inhabitants. */
  readonly weight: number;
  /** A place that dispatches name: misspellings are read as it. */
  readonly known: boolean;
  /** Natural Earth's code of its outline. */
  readonly outline: string | null;
};

/** A plain town of GeoNames. */
export type Town = {
  /** The GeoNames id, or a hash where it has none. */
  readonly number: number;
  readonly name: string;
  readonly quarter: boolean;
  readonly seat: Place['seat'];
  readonly latitude: number;
  readonly longitude: number;
  /** 0 where unknown. */
  readonly population: number;
  readonly country: string;
  readonly parent: string;
  readonly names: readonly string[];
  readonly rareNames: readonly string[];
  readonly known: boolean;
};

/**
 * What a name is taken to mean first, where a country, a sea and a town bear it. Towns weigh their inhabitants, so these
 * figures stand among populations: no town outweighs a country, only a city of millions outweighs a river.
 */
export const WEIGHTS: Readonly<Record<PlaceKind, number>> = {
  continent: 2e9,
  country: 1e9,
  territory: 5e8,
  sea: 1.5e8,
  region: 5e6,
  river: 3e6,
  lake: 3e6,
  mountain: 3e6,
  island: 3e6,
  desert: 3e6,
  valley: 3e6,
  province: 1e5,
  district: 1e5,
  base: 1e5,
  camp: 1e5,
  crossing: 1e5,
  site: 1e5,
  town: 2e4,
  village: 2e4,
  quarter: 2e4,
};
/** A region of several countries is what newspapers mean by its name; one inside a country competes with its towns. */
export const WIDE_REGION = 2e8;
/** An English name of a country (« Mexico », « Georgia ») against a city that bears it in French. */
export const FOREIGN_COUNTRY_NAME = 5e6;

/** What a place is where nothing else is said. */
export const PLAIN = {
  names: [],
  rareNames: [],
  population: null,
  country: null,
  code: null,
  seat: null,
  parent: null,
  members: [],
  crosses: [],
  known: false,
  outline: null,
} as const;

export function seatOf(city: City): Place['seat'] {
  return city.feature === 'PPLC' ? 'country' : city.feature === 'PPLA' ? 'province' : null;
}
