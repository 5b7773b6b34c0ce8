import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert } from '../../src/core/index.ts';
import type { NameEntry } from '../../src/reading/places/name-table.ts';
import { writeSpelling } from '../../src/reading/places/spelling.ts';
import { type Assembled, assemble } from './assemble.ts';
import { isFamous, knownNames, type Naming, namingsOf } from './namings.ts';
import type { OwnPlace } from './own-place.ts';
import { packFile, packNames, packOwn, packTowns } from './pack.ts';
import {
  type Geometry,
  readCities,
  readCountries,
  readFrenchWords,
  readJson,
  readLaterCities,
  readNamesAndWords,
  readOverlay,
  readProvinces,
  readUnits,
} from './sources.ts';

const require = createRequire(import.meta.url);

/** Builds data/places/gazetteer.bin from the packages and our own lists, and returns what went into it. */
export function buildPlaces(): Assembled {
  const unsorted = assemble({
    cities: readCities(),
    laterCities: readLaterCities(),
    units: readUnits(),
    countries: readCountries(),
    provinces: readProvinces(),
    overlay: readOverlay(),
    countryShapes: countryShapes(),
  });
  const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
  const assembled: Assembled = {
    ...unsorted,
    own: [...unsorted.own].sort((a, b) => (a.id < b.id ? -1 : 1)),
    towns: [...unsorted.towns].sort(byNumber),
    unnumbered: [...unsorted.unnumbered].sort(byNumber),
  };
  const indexes = new Map(assembled.own.map((place, index) => [place.id, index]));
  const indexOf = (id: string): number => {
    const index = indexes.get(id);
    assert(index !== undefined, `${id} holds a place and is no place of our own`);
    return index;
  };
  const words = readFrenchWords();
  const { names, nameBlocks } = packNames(entriesOf(namingsOf(assembled, words), words, assembled));
  const { names: spellings, nameBlocks: spellingBlocks } = packNames(spellingsOf(assembled));
  const { towns, townBlocks } = packTowns(assembled.towns, indexOf);
  const { towns: unnumbered, townBlocks: unnumberedBlocks } = packTowns(assembled.unnumbered, indexOf);
  const parts = {
    ...packOwn(assembled.own, indexOf),
    towns,
    townBlocks,
    unnumbered,
    unnumberedBlocks,
    names,
    nameBlocks,
    spellings,
    spellingBlocks,
  };
  const regions = assembled.own.flatMap((place, index) => (place.members.length > 0 ? [index] : []));
  const file = packFile(parts, regions);
  writeFileSync(new URL('../places/gazetteer.bin', import.meta.url), file);
  console.log(`data/places/gazetteer.bin: ${file.length} bytes`);
  for (const [name, part] of Object.entries(parts))
    console.log(`  ${name}: ${part.count} rows, ${part.bytes.length} bytes`);
  return assembled;
}

/** The outlines of world-atlas by ISO 3166-1 numeric code. */
function countryShapes(): ReadonlyMap<string, Geometry> {
  const { feature } = require('topojson-client');
  const atlas = readJson<{ objects: { countries: unknown } }>(
    new URL('node_modules/world-atlas/countries-50m.json', import.meta.url),
  );
  const features: { id?: string; geometry: Geometry }[] = feature(atlas, atlas.objects.countries).features;
  return new Map(features.filter(({ id }) => id).map(({ id, geometry }) => [id!, geometry]));
}

function entriesOf(
  namings: readonly Naming[],
  words: ReadonlySet<string>,
  assembled: Assembled,
): ReadonlyMap<string, NameEntry> {
  const byKey = new Map<string, Naming[]>();
  for (const naming of namings) {
    const known = byKey.get(naming.key);
    if (known) known.push(naming);
    else byKey.set(naming.key, [naming]);
  }
  const settled = readNamesAndWords();
  const isWord = (key: string, first: OwnPlace | undefined): boolean => {
    if (settled.place.includes(key)) return false;
    return settled.word.includes(key) || (words.has(key) && !(first && isFamous(first)));
  };
  const entries = new Map<string, NameEntry>();
  for (const [key, group] of byKey) {
    group.sort((a, b) => b.weight - a.weight || a.index - b.index);
    entries.set(key, {
      places: [...new Set(group.map((naming) => naming.index))],
      commonWord: isWord(key, assembled.own[group[0]!.index]),
    });
  }
  return entries;
}

function spellingsOf(assembled: Assembled): ReadonlyMap<string, NameEntry> {
  const found = new Map<string, Set<number>>();
  for (const { index, names } of knownNames(assembled))
    for (const name of names) {
      const spelling = writeSpelling(name);
      found.set(spelling, (found.get(spelling) ?? new Set()).add(index));
    }
  return new Map([...found].map(([spelling, places]) => [spelling, { places: [...places], commonWord: false }]));
}
