import type { PlaceKind } from '../../src/reading/places/place.ts';
import type { Assembled } from './assemble.ts';
import { keysOf } from './names.ts';
import { FOREIGN_COUNTRY_NAME, type OwnPlace, type Town, WEIGHTS } from './own-place.ts';

/** The ISO code of the country or territory that holds each place. */
export function withCountries(own: readonly OwnPlace[]): readonly OwnPlace[] {
  const byId = new Map(own.map((place) => [place.id, place]));
  const countryOf = (place: OwnPlace): string | null => {
    if (place.kind === 'country' || place.kind === 'territory') return place.code;
    return place.parent === null ? null : countryOf(byId.get(place.parent)!);
  };
  return own.map((place) => ({ ...place, country: countryOf(place) }));
}

/** A province comes right after the town of its name; one that no town is named after weighs half its inhabitants. */
export function withProvinceWeights(own: readonly OwnPlace[], towns: readonly Town[]): readonly OwnPlace[] {
  const townWeights = new Map<string, number>();
  const people = new Map<string, number>();
  const learn = (
    country: string | null,
    parent: string | null,
    names: readonly string[],
    weight: number,
    count: number,
  ) => {
    for (const key of names.flatMap(keysOf))
      townWeights.set(`${country}|${key}`, Math.max(weight, townWeights.get(`${country}|${key}`) ?? 0));
    if (parent !== null) people.set(parent, (people.get(parent) ?? 0) + count);
  };
  for (const town of towns) learn(town.country, town.parent, town.names, Math.max(1, town.population), town.population);
  for (const place of own)
    if (place.kind === 'town')
      learn(place.country, place.parent, [place.fr, place.en], place.weight, place.population ?? 0);
  return own.map((place) => {
    if (place.kind !== 'province' || place.weight !== WEIGHTS.province) return place;
    const namesake = keysOf(place.fr).map((key) => townWeights.get(`${place.country}|${key}`));
    const town = namesake.find((weight) => weight !== undefined);
    return {
      ...place,
      weight: town !== undefined ? town - 0.5 : Math.max(WEIGHTS.province, (people.get(place.id) ?? 0) / 2),
    };
  });
}

/** A name and the place that bears it, with the weight that this name gives it. */
export type Naming = { readonly key: string; readonly index: number; readonly weight: number };

/** Everyone's names: our own places first, then the towns, numbered as the file numbers them. */
export function namingsOf(assembled: Assembled, frenchWords: ReadonlySet<string>): readonly Naming[] {
  const namings: Naming[] = [];
  const name = (index: number, weight: number, names: readonly string[], rareNames: readonly string[]) => {
    const keys = new Set(names.flatMap(keysOf));
    for (const key of keys) namings.push({ key, index, weight });
    for (const key of new Set(rareNames.flatMap(keysOf)))
      if (!keys.has(key) && !frenchWords.has(key)) namings.push({ key, index, weight: weight / 20 });
  };
  assembled.own.forEach((place, index) => {
    const foreign = place.kind === 'country' && place.weight > FOREIGN_COUNTRY_NAME;
    if (foreign) {
      const french = new Set([place.fr, ...place.names].flatMap(keysOf));
      const english = keysOf(place.en).filter((key) => !french.has(key));
      for (const key of english) namings.push({ key, index, weight: FOREIGN_COUNTRY_NAME });
      name(index, place.weight, [place.fr, ...place.names], []);
    } else name(index, place.weight, [place.fr, place.en, ...place.names], place.rareNames);
  });
  [...assembled.towns, ...assembled.unnumbered].forEach((town, i) => {
    const weight = town.quarter ? Math.max(1, town.population / 100) : Math.max(1, town.population);
    name(assembled.own.length + i, weight, town.names, town.rareNames);
  });
  return namings;
}

/** The spellings that misspelled names are compared with: the names of known places. */
export function knownNames(
  assembled: Assembled,
): readonly { readonly index: number; readonly names: readonly string[] }[] {
  const towns = [...assembled.towns, ...assembled.unnumbered];
  return [
    ...assembled.own.map((place, index) => ({
      index,
      known: place.known,
      names: [place.fr, place.en, ...place.names],
    })),
    ...towns.map((town, i) => ({ index: assembled.own.length + i, known: town.known, names: town.names })),
  ]
    .filter(({ known }) => known)
    .map(({ index, names }) => ({ index, names: names.filter((name) => keysOf(name).length > 0) }));
}

/** Kept as a place without evidence, though its name is a word: everyone means the place. */
export function isFamous(place: OwnPlace): boolean {
  return (
    place.kind === 'country' ||
    place.seat === 'country' ||
    (FAMOUS_KINDS.has(place.kind) && place.weight >= FAMOUS_WEIGHT)
  );
}

const FAMOUS_KINDS: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['town', 'province']);
const FAMOUS_WEIGHT = 1_000_000;
