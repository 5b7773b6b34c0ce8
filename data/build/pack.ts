import { assert, sha256 } from '../../src/core/index.ts';
import {
  ANOTHER_FOLLOWS_BIT,
  COMMON_WORD_BIT,
  LONGEST_IN_NIBBLE,
  LONGEST_NAME,
  NAMES_PER_BLOCK,
  type NameEntry,
} from '../../src/reading/places/name-table.ts';
import type { OwnRow } from '../../src/reading/places/own-row.ts';
import { PLACE_KINDS } from '../../src/reading/places/place.ts';
import { COORDINATE_STEPS, TOWNS_PER_BLOCK } from '../../src/reading/places/town-table.ts';
import type { OwnPlace, Town } from './own-place.ts';

export type Part = { readonly bytes: Buffer; readonly count: number };

/** At most so many places for one name: nobody reads a longer list. */
const MOST_PLACES = 60;

/** Our own places, ordered by id: `id`, a tab, and an `OwnRow` as JSON. */
export function packOwn(
  places: readonly OwnPlace[],
  indexOf: (id: string) => number,
): { readonly own: Part; readonly ownBlocks: Part } {
  const rows = places.map((place) => Buffer.from(`${place.id}\t${JSON.stringify(rowOf(place, indexOf))}`));
  const blocks = [0];
  for (const row of rows) blocks.push(blocks.at(-1)! + row.length);
  return {
    own: { bytes: Buffer.concat(rows), count: rows.length },
    ownBlocks: { bytes: uint32s(blocks), count: blocks.length },
  };
}

function rowOf(place: OwnPlace, indexOf: (id: string) => number): OwnRow {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return {
    k: PLACE_KINDS.indexOf(place.kind),
    n: place.fr,
    ...(place.en !== place.fr && { e: place.en }),
    a: [round(place.latitude), round(place.longitude)],
    ...(place.country !== null && { i: place.country }),
    ...(place.code !== null && place.code !== place.country && { c: place.code }),
    ...(place.parent !== null && { u: indexOf(place.parent) }),
    ...(place.population !== null && { h: place.population }),
    ...(place.seat !== null && { s: place.seat }),
    ...(place.members.length > 0 && { m: place.members.map(indexOf) }),
    ...(place.crosses.length > 0 && { x: place.crosses.map(indexOf) }),
  };
}

/** Towns ordered by number; town-table.ts says how they lie. */
export function packTowns(
  towns: readonly Town[],
  parentIndex: (id: string) => number,
): { readonly towns: Part; readonly townBlocks: Part } {
  const rows: Buffer[] = [];
  const blocks: number[] = [];
  let at = 0;
  towns.forEach((town, i) => {
    const opensBlock = i % TOWNS_PER_BLOCK === 0;
    if (opensBlock) blocks.push(at, town.number);
    const before = opensBlock ? town.number : towns[i - 1]!.number;
    assert(town.number > before || opensBlock, `towns are out of order, or two have the number ${town.number}`);
    const name = Buffer.from(town.name);
    assert(name.length < 256, `a name of ${name.length} bytes does not fit: ${town.name}`);
    const head = Buffer.alloc(9);
    const seat = town.seat === 'country' ? 2 : town.seat === 'province' ? 1 : 0;
    head[0] = (town.quarter ? 1 : 0) | (seat << 1);
    head.writeUIntLE(Math.round(((town.latitude + 90) / 180) * (COORDINATE_STEPS - 1)), 1, 3);
    head.writeUIntLE(Math.round(((town.longitude + 180) / 360) * (COORDINATE_STEPS - 1)), 4, 3);
    head.writeUInt16LE(parentIndex(town.parent), 7);
    const row = Buffer.concat([
      head,
      varint(town.number - before),
      varint(town.population),
      Buffer.from([name.length]),
      name,
    ]);
    rows.push(row);
    at += row.length;
  });
  return {
    towns: { bytes: Buffer.concat(rows), count: towns.length },
    townBlocks: { bytes: uint32s(blocks), count: blocks.length / 2 },
  };
}

/** Names in the order of their bytes; name-table.ts says how they lie. */
export function packNames(entries: ReadonlyMap<string, NameEntry>): {
  readonly names: Part;
  readonly nameBlocks: Part;
} {
  const sorted = [...entries]
    .map(([name, entry]) => ({ name: Buffer.from(name), entry }))
    .filter(({ name }) => name.length <= LONGEST_NAME)
    .sort((a, b) => a.name.compare(b.name));
  const rows: Buffer[] = [];
  const blocks: number[] = [];
  let at = 0;
  sorted.forEach(({ name, entry }, i) => {
    const opensBlock = i % NAMES_PER_BLOCK === 0;
    if (opensBlock) blocks.push(at);
    const shared = opensBlock ? 0 : Math.min(LONGEST_IN_NIBBLE, sharedBytes(sorted[i - 1]!.name, name));
    const rest = name.length - shared;
    const places = entry.places.slice(0, MOST_PLACES);
    const indexes = Buffer.alloc(places.length * 3);
    places.forEach((place, j) => {
      const follows = j + 1 < places.length ? ANOTHER_FOLLOWS_BIT : 0;
      const common = j === 0 && entry.commonWord ? COMMON_WORD_BIT : 0;
      indexes.writeUIntLE(place | follows | common, j * 3, 3);
    });
    const lengths =
      rest < LONGEST_IN_NIBBLE ? [(shared << 4) | rest] : [(shared << 4) | LONGEST_IN_NIBBLE, rest - LONGEST_IN_NIBBLE];
    const row = Buffer.concat([Buffer.from(lengths), name.subarray(shared), indexes]);
    rows.push(row);
    at += row.length;
  });
  return {
    names: { bytes: Buffer.concat(rows), count: sorted.length },
    nameBlocks: { bytes: uint32s(blocks), count: blocks.length },
  };
}

/** The file: a magic word, the length of the header, the header as JSON, and the parts one after the other. */
export function packFile(parts: Readonly<Record<string, Part>>, regions: readonly number[]): Buffer {
  const bodies = Object.values(parts).map((part) => part.bytes);
  const body = Buffer.concat(bodies);
  let at = 0;
  const sections = Object.fromEntries(
    Object.entries(parts).map(([name, { bytes, count }]) => {
      const section = { at, length: bytes.length, count };
      at += bytes.length;
      return [name, section];
    }),
  );
  const header = Buffer.from(
    JSON.stringify({ format: 1, version: `places-${sha256(body).slice(0, 12)}`, regions, sections }),
  );
  return Buffer.concat([Buffer.from('RECOUPEG', 'latin1'), uint32s([header.length]), header, body]);
}

function sharedBytes(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

function uint32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => {
    bytes.writeUInt32LE(value, i * 4);
  });
  return bytes;
}
