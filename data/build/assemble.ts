import { assert, foldName } from '../../src/core/index.ts';
import { pointInside, UnitFinder } from './geometry.ts';
import { groupBy } from './group.ts';
import { isLatinName } from './names.ts';
import { withCountries, withProvinceWeights } from './namings.ts';
import { type OwnPlace, PLAIN, seatOf, type Town, WEIGHTS, WIDE_REGION } from './own-place.ts';
import type { City, CountryRow, Geometry, LaterCity, OverlayRow, ProvinceRow, Unit } from './sources.ts';
import { mainNamesByCountry, townOf, unlisted, unnumberedTown } from './towns.ts';
import {
  codesOfSeveral,
  countryOfUnit,
  laterProvince,
  UNITS_AS_REGIONS,
  UNITS_ELSEWHERE,
  unitAsPlace,
  unitIdsOf,
} from './units.ts';

export type Sources = {
  readonly cities: readonly City[];
  readonly laterCities: readonly LaterCity[];
  readonly units: readonly Unit[];
  readonly countries: readonly CountryRow[];
  readonly provinces: readonly ProvinceRow[];
  readonly overlay: readonly OverlayRow[];
  /** Outlines of countries by ISO 3166-1 numeric code (world-atlas), to set a point in each. */
  readonly countryShapes: ReadonlyMap<string, Geometry>;
};

export type Assembled = {
  readonly own: readonly OwnPlace[];
  readonly towns: readonly Town[];
  readonly unnumbered: readonly Town[];
  /** The outline of each place that has one, by its id. */
  readonly shapes: ReadonlyMap<string, Geometry>;
};

/** A capital of some size is meant before a province of its name: Washington. */
const GREAT_CAPITAL = 300_000;
const CAPITAL_WEIGHT = 5e6;

/** Puts all sources together: countries first, then what lies in them. */
export function assemble(sources: Sources): Assembled {
  const register = new Register(sources);
  addCountries(register, sources);
  addUnits(register, sources);
  for (const row of sources.provinces.filter((row) => row.admin1)) {
    const iso = row.admin1!.slice(0, 2);
    register.add(laterProvince(row, iso, register.idOf(iso, row.code!), sources.cities), row.code!, row.admin1!);
  }
  addOverlay(register, sources);
  addRegionsOfUnits(register, sources);
  const towns = sources.cities
    .filter((city) => !register.own.has(`geonames:${city.geonames}`))
    .map((city) => townOf(city, register.holderOf(city)));
  const unnumbered = unlisted(sources, [...register.own.values()]).map((city) =>
    unnumberedTown(city, register.holderOf(city)),
  );
  const own = withProvinceWeights(withCountries([...register.own.values()]), towns);
  return { own, towns, unnumbered, shapes: register.shapes };
}

/** The places gathered so far, and the units that towns are placed in. */
class Register {
  readonly own = new Map<string, OwnPlace>();
  readonly shapes = new Map<string, Geometry>();
  /** Units of Natural Earth by the ISO code of their country or territory. */
  readonly unitsOf: ReadonlyMap<string, readonly Unit[]>;
  readonly #placeOfUnit = new Map<Unit, string>();
  /** Places by what the hand-written rows call them: ids, ISO codes, GeoNames codes of first-level units. */
  readonly #byCode = new Map<string, string>();
  readonly #finders = new Map<string, UnitFinder>();

  constructor(sources: Sources) {
    const units = sources.units.filter((unit) => unit.properties.name && countryOfUnit(unit) !== null);
    this.unitsOf = groupBy(units, (unit) => countryOfUnit(unit)!);
  }

  add(place: OwnPlace, ...codes: readonly string[]): void {
    assert(!this.own.has(place.id), `two places are called ${place.id}`);
    this.own.set(place.id, place);
    for (const code of [place.id, ...codes]) this.alias(code, place.id);
  }

  /** Another code for a place; the first place that has a code keeps it. */
  alias(code: string, id: string): void {
    if (!this.#byCode.has(code)) this.#byCode.set(code, id);
  }

  change(id: string, change: Partial<OwnPlace>): void {
    this.own.set(id, { ...this.own.get(id)!, ...change });
  }

  find(code: string): string | undefined {
    return this.#byCode.get(code);
  }

  idOf(code: string, asker: string): string {
    const id = this.#byCode.get(code);
    assert(id, `${asker} names ${code}, which no place is called`);
    return id;
  }

  addUnit(unit: Unit, place: OwnPlace): void {
    this.shapes.set(place.id, unit.geometry);
    if (place.kind === 'province') this.#placeOfUnit.set(unit, place.id);
    this.add(place, ...(place.code === null ? [] : [place.code]));
  }

  placeOfUnit(unit: Unit): string {
    return this.#placeOfUnit.get(unit)!;
  }

  /** The province of a town, or its country where no province holds it. */
  holderOf(town: LaterCity): string {
    const later = this.find(town.admin1);
    if (later) return later;
    if (!this.#finders.has(town.country)) {
      const units = (this.unitsOf.get(town.country) ?? []).filter((unit) => this.#placeOfUnit.has(unit));
      this.#finders.set(town.country, new UnitFinder(units));
    }
    const unit = this.#finders.get(town.country)!.find(town.latitude, town.longitude);
    return unit ? this.placeOfUnit(unit) : this.idOf(town.country, town.name);
  }
}

function addCountries(register: Register, sources: Sources): void {
  const citiesOf = groupBy(sources.cities, (city) => city.country);
  for (const row of sources.countries) {
    const units = register.unitsOf.get(row.iso) ?? [];
    const whole = units.length === 1 ? units[0]!.geometry : undefined;
    const shape = (row.numeric === null ? undefined : sources.countryShapes.get(row.numeric)) ?? whole;
    if (whole && row.kind === 'territory') register.shapes.set(row.id, whole);
    register.add(countryPlace(row, shape, citiesOf.get(row.iso) ?? []), row.iso);
  }
  for (const [code, iso] of Object.entries(UNITS_ELSEWHERE)) register.alias(code, register.idOf(iso, code));
  for (const row of sources.countries) if (row.of) register.change(row.id, { parent: register.idOf(row.of, row.iso) });
}

function countryPlace(row: CountryRow, shape: Geometry | undefined, cities: readonly City[]): OwnPlace {
  const capital = cities.find((city) => city.feature === 'PPLC') ?? cities[0];
  const centre = shape ? pointInside(shape) : (capital ?? { latitude: 0, longitude: 0 });
  assert(shape || capital || UNINHABITED.has(row.iso), `${row.iso} has neither outline nor town`);
  return {
    ...PLAIN,
    id: row.id,
    kind: row.kind,
    fr: row.fr,
    en: row.en,
    names: row.names,
    latitude: centre.latitude,
    longitude: centre.longitude,
    country: row.iso,
    code: row.iso,
    weight: WEIGHTS[row.kind],
    known: true,
  };
}

/** Islands without town or outline: they stand at no place in particular. */
const UNINHABITED = new Set(['BV', 'CC', 'CX', 'HM', 'UM', 'TK', 'GS']);

/** The first-level units of Natural Earth; a country that is one unit has none. */
function addUnits(register: Register, sources: Sources): void {
  const units = [...register.unitsOf.values()].flat();
  const corrections = new Map(sources.provinces.filter((row) => row.outline).map((row) => [row.outline!, row]));
  const known = {
    ids: unitIdsOf(units, sources.cities),
    sharedCodes: codesOfSeveral(units, corrections),
    townNames: mainNamesByCountry(sources.cities),
  };
  for (const [iso, group] of register.unitsOf) {
    const country = register.find(iso);
    if (!country || group.length === 1) continue;
    for (const unit of group) {
      const correction = corrections.get(unit.properties.adm1_code);
      register.addUnit(unit, unitAsPlace(unit, correction, country, iso, known));
    }
  }
}

function addOverlay(register: Register, sources: Sources): void {
  const cityById = new Map(sources.cities.map((city) => [`geonames:${city.geonames}`, city]));
  for (const row of sources.overlay) {
    const city = cityById.get(row.id);
    assert(city || !row.id.startsWith('geonames:'), `${row.id} (${row.fr}) is no row of cities1000`);
    const members = (row.members ?? []).flatMap((member) => membersOf(member, row.id, register, sources.countries));
    const crosses = (row.crosses ?? []).map((code) => register.idOf(code, row.id));
    register.add(overlayPlace(row, city, { parent: parentOf(row, city, register), members, crosses }));
  }
}

/** The unit that a row of our list names; of a town of GeoNames that names none, or only a country, the one around it. */
function parentOf(row: OverlayRow, city: City | undefined, register: Register): string | null {
  const named = row.in === undefined ? null : register.idOf(row.in, row.id);
  const vague = named === null || register.own.get(named)!.kind === 'country';
  return city && vague ? register.holderOf(city) : named;
}

/** `@AF` is a continent's countries, `region:` and `unit:` are the units that Natural Earth groups so. */
function membersOf(
  member: string,
  asker: string,
  register: Register,
  countries: readonly CountryRow[],
): readonly string[] {
  if (member.startsWith('@')) return countries.filter((row) => row.continent === member.slice(1)).map((row) => row.id);
  const grouped = /^(?<by>region|unit):(?<iso>..)\/(?<name>.+)$/u.exec(member)?.groups;
  if (!grouped) return [register.find(member) ?? register.idOf(`recoupe:${slug(member)}`, asker)];
  const key = grouped.by === 'region' ? 'region' : 'geonunit';
  const units = register.unitsOf.get(grouped.iso!) ?? [];
  const found = units.filter((unit) => unit.properties[key]?.trim() === grouped.name);
  assert(found.length > 0, `${asker}: Natural Earth groups no units under ${member}`);
  return found.map((unit) => register.placeOfUnit(unit));
}

function overlayPlace(
  row: OverlayRow,
  city: City | undefined,
  placed: Pick<OwnPlace, 'parent' | 'members' | 'crosses'>,
): OwnPlace {
  assert(city || row.at, `${row.id} stands nowhere: give it "at"`);
  const wide = row.kind === 'region' && placed.parent === null;
  const population = city && city.population > 0 && city.feature !== 'PPLX' ? city.population : null;
  const great = city?.feature === 'PPLC' && (population ?? 0) >= GREAT_CAPITAL ? CAPITAL_WEIGHT : 0;
  return {
    ...PLAIN,
    ...placed,
    id: row.id,
    kind: row.kind,
    fr: row.fr,
    en: row.en,
    names: [...row.names, ...(city ? [city.name, city.ascii] : [])],
    rareNames: (city?.alternates ?? []).filter(isLatinName),
    latitude: city?.latitude ?? row.at![0],
    longitude: city?.longitude ?? row.at![1],
    population,
    seat: city ? seatOf(city) : null,
    weight: Math.max(wide ? WIDE_REGION : WEIGHTS[row.kind], population ?? 0, great),
    known: true,
  };
}

/** Units that are regions here: those of breakaway states, and provinces that were divided since. */
function addRegionsOfUnits(register: Register, sources: Sources): void {
  for (const { properties, geometry } of sources.units) {
    const region = UNITS_AS_REGIONS[properties.iso_3166_2];
    if (region) register.shapes.set(register.idOf(region, properties.iso_3166_2), geometry);
  }
  for (const row of sources.provinces.filter((row) => row.members)) {
    const place = [...register.own.values()].find((candidate) => candidate.outline === row.outline)!;
    register.change(place.id, { members: row.members!.map((code) => register.idOf(code, row.fr)) });
  }
}

function slug(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]+/gu, '-');
}
