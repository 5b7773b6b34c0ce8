import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldName, Problem, packageRoot } from '../../core/index.ts';
import { NameTable } from './name-table.ts';
import { placeOfRow } from './own-row.ts';
import type { Place } from './place.ts';
import { distanceOf, readSpelling, type Spelling, spellingOf } from './spelling.ts';
import { type TownRow, TownTable } from './town-table.ts';

/** A place whose name is spelled nearly as asked. */
export type NearPlace = {
  readonly place: Place;
  /** 0 where only the transliteration differs (« Abou Kamal », « Abu Kamal »), else the letters that differ: 1 or 2. */
  readonly distance: number;
};

export type Gazetteer = {
  /** Changes with every byte of the data: kept with each reading. */
  readonly version: string;
  /**
   * The places that bear the name, case and accents aside, the one most likely meant first: countries, then large
   * towns; a province right after the town it is named after. Empty where nobody bears it.
   */
  lookup(name: string): readonly Place[];
  /**
   * True where the name is an ordinary French word too (« Tours », « Sens »), so that it names a place only where
   * something else says so. Countries, capitals and the best known cities are taken for places all the same.
   */
  isCommonWord(name: string): boolean;
  place(id: string): Place | undefined;
  /** What holds the place, nearest first: the units above it, then the regions that one of them belongs to. */
  ancestors(id: string): readonly string[];
  /** True where the inner place lies in the outer one, through units or through a region's members; a place holds itself. */
  within(innerId: string, outerId: string): boolean;
  /**
   * Places whose name is spelled nearly so, closest first: transliterations and typing errors. Sought among the places
   * that dispatches name (our own list, countries, provinces, cities), and among all that lies in the places given, such
   * as the countries that the dispatch has named already. Short names have none: see `distanceOf`. The first call for a place
   * walks over all towns (a tenth of a second), later ones take a tenth of a millisecond.
   */
  near(name: string, inside?: readonly string[]): readonly NearPlace[];
  /** Every folded name that leads to the place. It walks the whole table of names: for a page that shows one place. */
  namesOf(id: string): readonly string[];
  /** Every folded name. It walks the whole table: for training alone. */
  allNames(): readonly string[];
};

const FILE = new URL('data/places/gazetteer.bin', packageRoot);
const MAGIC = 'RECOUPEG';
const FORMAT = 1;

/** Where a part of the file lies, from the end of the header on, and how many rows it has. */
type Section = { readonly at: number; readonly length: number; readonly count: number };
type Header = {
  readonly format: number;
  readonly version: string;
  /** Indexes of the places that have members. */
  readonly regions: readonly number[];
  readonly sections: Readonly<Record<string, Section>>;
};

/** Opens the gazetteer that ships with the product. Throws a Problem where the file is missing or is not one of ours. */
export function openGazetteer(file: URL = FILE): Gazetteer {
  return new GazetteerFile(readGazetteer(file), file);
}

function readGazetteer(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Problem(
      'reading/no-gazetteer',
      {
        fr: `Le répertoire des lieux manque : ${fileURLToPath(file)} ne peut pas être lu. Réinstallez recoupe.`,
        en: `The gazetteer is missing: ${fileURLToPath(file)} cannot be read. Install recoupe again.`,
      },
      { cause },
    );
  }
}

function readHeader(bytes: Buffer, file: URL): { header: Header; start: number } {
  const length = bytes.length > 12 && bytes.toString('latin1', 0, 8) === MAGIC ? bytes.readUInt32LE(8) : 0;
  const header: Header | undefined = length > 0 ? JSON.parse(bytes.toString('utf8', 12, 12 + length)) : undefined;
  if (header?.format !== FORMAT)
    throw new Problem('reading/unknown-gazetteer', {
      fr: `${fileURLToPath(file)} n’est pas un répertoire des lieux au format ${FORMAT}. Réinstallez recoupe.`,
      en: `${fileURLToPath(file)} is not a gazetteer in format ${FORMAT}. Install recoupe again.`,
    });
  return { header, start: 12 + length };
}

/**
 * A place is known inside by an index: first our own places (countries, provinces, regions, waters, the overlay), then
 * the towns of GeoNames, then towns without a GeoNames id.
 */
class GazetteerFile implements Gazetteer {
  readonly version: string;
  /** Where each of our own places begins, and where the last ends: u32. Each is `id`, a tab and the rest as JSON. */
  readonly #ownBlocks: Buffer;
  readonly #own: Buffer;
  readonly #ownCount: number;
  readonly #withMembers: readonly number[];
  readonly #towns: TownTable;
  readonly #unnumbered: TownTable;
  readonly #names: NameTable;
  readonly #spellings: NameTable;
  /** Our own places that were asked for: every town asks for the one it lies in. */
  readonly #ownPlaces: Place[] = [];
  /** Filled when first asked for: the spellings that `near` seeks among, the regions of each place, what holds it. */
  #known: readonly Spelling[] | undefined;
  readonly #spellingsInside = new Map<string, readonly Spelling[]>();
  #townsIn: ReadonlyMap<number, readonly number[]> | undefined;
  #regions: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #ancestors = new Map<string, readonly string[]>();

  constructor(bytes: Buffer, file: URL) {
    const { header, start } = readHeader(bytes, file);
    const count = (name: string): number => header.sections[name]!.count;
    const part = (name: string): Buffer => {
      const { at, length } = header.sections[name]!;
      return bytes.subarray(start + at, start + at + length);
    };
    this.version = header.version;
    this.#ownBlocks = part('ownBlocks');
    this.#own = part('own');
    this.#ownCount = count('own');
    this.#withMembers = header.regions;
    this.#towns = new TownTable(part('towns'), part('townBlocks'), count('towns'));
    this.#unnumbered = new TownTable(part('unnumbered'), part('unnumberedBlocks'), count('unnumbered'));
    this.#names = new NameTable(part('names'), part('nameBlocks'), count('names'));
    this.#spellings = new NameTable(part('spellings'), part('spellingBlocks'), count('spellings'));
  }

  lookup(name: string): readonly Place[] {
    const entry = this.#names.find(foldName(name));
    if (!entry) return [];
    const places = entry.places.map((index) => this.#at(index));
    // An accent decides between « Tigré » the province and « Tigre » the river; without one the two are equal.
    const asWritten = name.trim().toLowerCase();
    if (asWritten === foldName(name)) return places;
    const spelledSo = (place: Place): boolean =>
      place.name.fr.toLowerCase() === asWritten || place.name.en.toLowerCase() === asWritten;
    return [...places.filter(spelledSo), ...places.filter((place) => !spelledSo(place))];
  }

  isCommonWord(name: string): boolean {
    return this.#names.find(foldName(name))?.commonWord ?? false;
  }

  place(id: string): Place | undefined {
    const index = this.#indexOf(id);
    return index < 0 ? undefined : this.#at(index);
  }

  ancestors(id: string): readonly string[] {
    const kept = this.#ancestors.get(id);
    if (kept) return kept;
    const found = this.#findAncestors(id);
    this.#ancestors.set(id, found);
    return found;
  }

  #findAncestors(id: string): readonly string[] {
    const units: string[] = [];
    for (let parent = this.place(id)?.parent; parent; parent = this.place(parent)?.parent) units.push(parent);
    this.#regions ??= this.#regionsOfMembers();
    const found = new Set(units);
    const open = [id, ...units];
    for (let next = open.shift(); next !== undefined; next = open.shift())
      for (const region of this.#regions.get(next) ?? [])
        if (!found.has(region) && region !== id) {
          found.add(region);
          open.push(region);
        }
    return [...found];
  }

  within(innerId: string, outerId: string): boolean {
    return innerId === outerId || this.ancestors(innerId).includes(outerId);
  }

  near(name: string, inside: readonly string[] = []): readonly NearPlace[] {
    const wanted = spellingOf(name, []);
    this.#known ??= [...this.#spellings.all()].map(readSpelling);
    const found = new Map<number, number>();
    for (const spellings of [this.#known, ...inside.map((id) => this.#spellingsIn(id))])
      for (const spelling of spellings) {
        const distance = distanceOf(wanted, spelling);
        if (distance === null) continue;
        for (const place of spelling.places) found.set(place, Math.min(distance, found.get(place) ?? distance));
      }
    return [...found]
      .map(([index, distance]) => ({ place: this.#at(index), distance }))
      .sort((a, b) => a.distance - b.distance || (b.place.population ?? 0) - (a.place.population ?? 0));
  }

  allNames(): readonly string[] {
    return Array.from(this.#names.all(), ({ name }) => name);
  }

  namesOf(id: string): readonly string[] {
    const index = this.#indexOf(id);
    const names: string[] = [];
    for (const { name, entry } of this.#names.all()) if (entry.places.includes(index)) names.push(name);
    return names;
  }

  #at(index: number): Place {
    if (index < this.#ownCount) return this.#ownAt(index);
    const town = index - this.#ownCount;
    if (town < this.#towns.size) return this.#townOf(this.#towns.at(town), geonamesId);
    return this.#townOf(this.#unnumbered.at(town - this.#towns.size), unnumberedId);
  }

  #ownAt(index: number): Place {
    const kept = this.#ownPlaces[index];
    if (kept) return kept;
    const text = this.#ownText(index);
    const tab = text.indexOf('\t');
    const place = placeOfRow(text.slice(0, tab), JSON.parse(text.slice(tab + 1)), (other) => this.#ownIdAt(other));
    this.#ownPlaces[index] = place;
    return place;
  }

  #ownIdAt(index: number): string {
    const text = this.#ownText(index);
    return text.slice(0, text.indexOf('\t'));
  }

  #ownText(index: number): string {
    return this.#own.toString(
      'utf8',
      this.#ownBlocks.readUInt32LE(index * 4),
      this.#ownBlocks.readUInt32LE(index * 4 + 4),
    );
  }

  #townOf(row: TownRow, idOf: (number: number) => string): Place {
    const above = this.#ownAt(row.parent);
    // Field by field: spreading the row took nine tenths of a look-up's time.
    return {
      id: idOf(row.number),
      kind: row.kind,
      name: { fr: row.name, en: row.name },
      latitude: row.latitude,
      longitude: row.longitude,
      population: row.population,
      seat: row.seat,
      country: above.country,
      code: null,
      parent: above.id,
      members: [],
      crosses: [],
    };
  }

  /** -1 where no place has that id. */
  #indexOf(id: string): number {
    const own = this.#ownIndexOf(id);
    if (own >= 0) return own;
    const geonames = numberIn(id, GEONAMES_ID, 10);
    if (geonames !== null) {
      const town = this.#towns.indexOf(geonames);
      return town < 0 ? -1 : this.#ownCount + town;
    }
    const unnumbered = numberIn(id, UNNUMBERED_ID, 16);
    const town = unnumbered === null ? -1 : this.#unnumbered.indexOf(unnumbered);
    return town < 0 ? -1 : this.#ownCount + this.#towns.size + town;
  }

  #ownIndexOf(id: string): number {
    let low = 0;
    let high = this.#ownCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ownIdAt(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #regionsOfMembers(): ReadonlyMap<string, readonly string[]> {
    const regions = new Map<string, string[]>();
    for (const index of this.#withMembers) {
      const place = this.#ownAt(index);
      for (const member of place.members) regions.set(member, [...(regions.get(member) ?? []), place.id]);
    }
    return regions;
  }

  /** The towns right below each of our own places, by index: one walk over all towns, thirty milliseconds. */
  #townsByParent(): ReadonlyMap<number, readonly number[]> {
    const towns = new Map<number, number[]>();
    let index = this.#ownCount;
    for (const table of [this.#towns, this.#unnumbered])
      for (const { parent } of table.all()) {
        const siblings = towns.get(parent);
        if (siblings) siblings.push(index++);
        else towns.set(parent, [index++]);
      }
    return towns;
  }

  /** Our own places that lie in a place, itself among them: what it is made of, and what stands under one found. */
  #ownInside(id: string): readonly number[] {
    const inside = new Set([id]);
    const found = new Set<number>();
    for (let before = -1; before < inside.size; ) {
      before = inside.size;
      for (let index = 0; index < this.#ownCount; index++) {
        const place = this.#ownAt(index);
        if (!inside.has(place.id) && !(place.parent !== null && inside.has(place.parent))) continue;
        found.add(index);
        for (const part of [place.id, ...place.members]) inside.add(part);
      }
    }
    return [...found];
  }

  /** The spellings of all that lies in a place, by the names a map gives them. */
  #spellingsIn(id: string): readonly Spelling[] {
    const kept = this.#spellingsInside.get(id);
    if (kept) return kept;
    const spellings: Spelling[] = [];
    this.#townsIn ??= this.#townsByParent();
    for (const index of this.#ownInside(id)) {
      const { name } = this.#ownAt(index);
      for (const label of new Set([name.fr, name.en])) spellings.push(spellingOf(label, [index]));
      for (const town of this.#townsIn.get(index) ?? []) spellings.push(spellingOf(this.#at(town).name.fr, [town]));
    }
    this.#spellingsInside.set(id, spellings);
    return spellings;
  }
}

const GEONAMES_ID = /^geonames:(?<number>\d{1,9})$/u;
const UNNUMBERED_ID = /^recoupe:town-(?<number>[0-9a-f]{8})$/u;

function geonamesId(number: number): string {
  return `geonames:${number}`;
}

/** A town that GeoNames lists and whose id we do not have: a hash of its country, name and coordinates stands for it. */
function unnumberedId(number: number): string {
  return `recoupe:town-${number.toString(16).padStart(8, '0')}`;
}

function numberIn(id: string, form: RegExp, base: number): number | null {
  const digits = form.exec(id)?.groups?.number;
  return digits === undefined ? null : Number.parseInt(digits, base);
}
