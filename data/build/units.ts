import { assert, foldName } from '../../src/core/index.ts';
import { FOCUS_COUNTRIES } from './focus.ts';
import { englishUnitName, frenchUnitName, isLatinName, keysOf, splitNames } from './names.ts';
import { type OwnPlace, PLAIN, WEIGHTS } from './own-place.ts';
import type { City, ProvinceRow, Unit } from './sources.ts';

/** ISO 3166-1 code of the country or territory that a unit belongs to; null for bases, reefs and leased ground. */
export function countryOfUnit(unit: Unit): string | null {
  const code = unit.properties.iso_3166_2;
  const moved = UNITS_ELSEWHERE[code];
  return moved ?? (/^[A-Z]{2}-/u.test(code) ? code.slice(0, 2) : null);
}

/** Overseas departments are territories of their own in ISO 3166-1, as are two more that Natural Earth files elsewhere. */
export const UNITS_ELSEWHERE: Readonly<Record<string, string>> = {
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'NL-SX': 'SX',
  'US-PR': 'PR',
};

/** Breakaway states that Natural Earth draws as units of no country: outlines of regions of our list. */
export const UNITS_AS_REGIONS: Readonly<Record<string, string>> = {
  '-99-X11~': 'recoupe:somaliland',
  '-99-X04~': 'recoupe:chypre-nord',
};

/** Countries whose units Natural Earth gives names of other languages, and of larger regions, as other names. */
const FOREIGN_ALTERNATES = new Set(['FR', 'ES', 'IT', 'GB', 'DE', 'US']);

/**
 * Ids of first-level units: GeoNames' where Natural Earth gives one that no other unit and no town has and whose name
 * there is like one of the unit's; else Natural Earth's own code.
 */
export function unitIdsOf(units: readonly Unit[], cities: readonly City[]): ReadonlyMap<string, string> {
  const uses = new Map<number, number>();
  for (const { properties } of units) uses.set(properties.gn_id ?? 0, (uses.get(properties.gn_id ?? 0) ?? 0) + 1);
  const towns = new Set(cities.map((city) => city.geonames));
  return new Map(
    units.map(({ properties }) => {
      const number = properties.gn_id ?? 0;
      const trusted = number > 0 && uses.get(number) === 1 && !towns.has(number) && namedAlike(properties);
      return [properties.adm1_code, trusted ? `geonames:${number}` : `naturalearth:${properties.adm1_code}`];
    }),
  );
}

function namedAlike(unit: Unit['properties']): boolean {
  const words = (name: string | null) =>
    foldName(name ?? '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2);
  const there = new Set(words(unit.gn_name).map((word) => word.slice(0, 3)));
  const here = [unit.name, unit.name_en, unit.name_fr, unit.name_alt].flatMap(words);
  return here.some((word) => there.has(word.slice(0, 3)));
}

/** ISO 3166-2, without Natural Earth's own codes, which end in a tilde. */
const ISO_CODE = /^[A-Z]{2}-[A-Z0-9]{1,3}$/u;

/** Codes that Natural Earth gives to several units, so that they name none of them. */
export function codesOfSeveral(
  units: readonly Unit[],
  corrections: ReadonlyMap<string, ProvinceRow>,
): ReadonlySet<string> {
  const plain = units.filter((unit) => !corrections.get(unit.properties.adm1_code)?.code);
  const codes = plain.map((unit) => unit.properties.iso_3166_2);
  return new Set(codes.filter((code, i) => codes.indexOf(code) !== i));
}

export function unitAsPlace(
  unit: Unit,
  correction: ProvinceRow | undefined,
  country: string,
  iso: string,
  known: {
    readonly ids: ReadonlyMap<string, string>;
    readonly sharedCodes: ReadonlySet<string>;
    /** The names of towns, by country. */
    readonly townNames: ReadonlyMap<string, ReadonlySet<string>>;
  },
): OwnPlace {
  const { properties } = unit;
  const kind = correction?.kind ?? 'province';
  const name = splitNames(properties.name)[0] ?? properties.name!;
  const fr = correction?.fr ?? frenchUnitName(properties.name_fr || name);
  const en = correction?.en ?? englishUnitName(properties.name_en || name);
  const names = [...(correction?.names ?? []), ...splitNames(properties.name)];
  const own = new Set([fr, en, ...names].flatMap(keysOf));
  const towns = known.townNames.get(iso);
  const alternates = FOREIGN_ALTERNATES.has(iso) ? [] : splitNames(properties.name_alt);
  // A unit's other names may be those of its seat: « Ramadi » is the town and not Anbar.
  const rareNames = [...alternates, properties.name_en ?? '', properties.name_fr ?? '']
    .filter(isLatinName)
    .filter((other) => keysOf(other).every((key) => own.has(key) || !towns?.has(key)));
  const code = correction?.code ?? properties.iso_3166_2;
  return {
    ...PLAIN,
    id: kind === 'region' ? `naturalearth:${properties.adm1_code}` : known.ids.get(properties.adm1_code)!,
    kind,
    fr,
    en,
    names,
    rareNames,
    latitude: properties.latitude,
    longitude: properties.longitude,
    code: kind === 'region' || !ISO_CODE.test(code) || (known.sharedCodes.has(code) && !correction?.code) ? null : code,
    parent: country,
    weight: correction?.weight ?? WEIGHTS[kind],
    known: FOCUS_COUNTRIES.has(iso),
    outline: properties.adm1_code,
  };
}

/** A province that Natural Earth does not have: it stands in the middle of its towns. */
export function laterProvince(row: ProvinceRow, iso: string, country: string, cities: readonly City[]): OwnPlace {
  const towns = cities.filter((city) => city.admin1 === row.admin1);
  assert(towns.length > 0, `no town of cities1000 lies in ${row.admin1} (${row.fr})`);
  const mean = (of: (city: City) => number) => towns.reduce((sum, city) => sum + of(city), 0) / towns.length;
  return {
    ...PLAIN,
    id: `recoupe:${row.code!.toLowerCase()}`,
    kind: 'province',
    fr: row.fr,
    en: row.en,
    names: row.names,
    latitude: mean((city) => city.latitude),
    longitude: mean((city) => city.longitude),
    country: iso,
    code: row.code!,
    parent: country,
    weight: WEIGHTS.province,
    known: true,
  };
}
