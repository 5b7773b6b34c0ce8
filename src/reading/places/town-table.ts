import { assert } from '../../core/index.ts';
import type { Place } from './place.ts';

/** How many towns a block of the table holds. */
export const TOWNS_PER_BLOCK = 24;

/** Coordinates are kept in 24 bits: steps of 0.00002 degrees, two metres. */
export const COORDINATE_STEPS = 2 ** 24;

/** A town as it lies in the file, before its parents are looked up. */
export type TownRow = Pick<Place, 'kind' | 'latitude' | 'longitude' | 'population' | 'seat'> & {
  /** The number in its id: a GeoNames id, or the number of a town that has none. */
  readonly number: number;
  readonly name: string;
  /** Index of the unit right above it, among the gazetteer's own places. */
  readonly parent: number;
};

const SEATS = [null, 'province', 'country'] as const;

/**
 * A table of towns ordered by number, read where it lies in the file. A row is: flags (u8: bit 0 a quarter, bits 1 and 2
 * the seat), latitude and longitude (u24 each), parent (u16), number less that of the row before (varint; of the first
 * row of a block, 0: its number stands with the block), population (varint, 0 where unknown), name (u8 length, UTF-8).
 * Varints are seven bits a byte, low ones first. All little-endian.
 */
export class TownTable {
  readonly size: number;
  readonly #bytes: Buffer;
  /** Of each block, where it begins in `bytes` and the number of its first town: u32 twice. */
  readonly #blocks: Buffer;

  constructor(bytes: Buffer, blocks: Buffer, size: number) {
    this.#bytes = bytes;
    this.#blocks = blocks;
    this.size = size;
  }

  /** The town at an index, from 0 and below `size`. */
  at(index: number): TownRow {
    const rows = this.#blockOf(index);
    for (let skip = index % TOWNS_PER_BLOCK; skip > 0; skip--) rows.skip();
    return rows.read();
  }

  /** The index of the town with that number; -1 where there is none. */
  indexOf(number: number): number {
    let low = 0;
    let high = Math.ceil(this.size / TOWNS_PER_BLOCK) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#blocks.readUInt32LE(middle * 8 + 4) <= number) low = middle;
      else high = middle - 1;
    }
    const first = low * TOWNS_PER_BLOCK;
    const rows = this.#blockOf(first);
    for (let index = first; index < Math.min(first + TOWNS_PER_BLOCK, this.size); index++)
      if (rows.skip() === number) return index;
    return -1;
  }

  *all(): Generator<TownRow> {
    for (let index = 0; index < this.size; index += TOWNS_PER_BLOCK) {
      const rows = this.#blockOf(index);
      for (let row = index; row < Math.min(index + TOWNS_PER_BLOCK, this.size); row++) yield rows.read();
    }
  }

  /** The rows of the block that a town lies in, from its first on. */
  #blockOf(index: number): TownRows {
    assert(index >= 0 && index < this.size, `no town at ${index} of ${this.size}`);
    const block = Math.floor(index / TOWNS_PER_BLOCK) * 8;
    return new TownRows(this.#bytes, this.#blocks.readUInt32LE(block), this.#blocks.readUInt32LE(block + 4));
  }
}

/** How many bytes of a row come before its varints: flags, coordinates, parent. */
const FIXED_BYTES = 9;

/** Walks over rows one after the other: the number of each is told from the one before. */
class TownRows {
  readonly #bytes: Buffer;
  #at: number;
  #number: number;

  constructor(bytes: Buffer, at: number, firstNumber: number) {
    this.#bytes = bytes;
    this.#at = at;
    this.#number = firstNumber;
  }

  /** Passes over a row and returns its number. */
  skip(): number {
    this.#at += FIXED_BYTES;
    this.#number += this.#varint();
    this.#varint();
    this.#at += 1 + this.#bytes[this.#at]!;
    return this.#number;
  }

  read(): TownRow {
    const bytes = this.#bytes;
    const start = this.#at;
    const flags = bytes[start]!;
    this.#at += FIXED_BYTES;
    this.#number += this.#varint();
    const population = this.#varint();
    const name = this.#at + 1;
    this.#at = name + bytes[this.#at]!;
    return {
      kind: flags & 1 ? 'quarter' : 'town',
      seat: SEATS[(flags >> 1) & 3]!,
      latitude: degrees(bytes.readUIntLE(start + 1, 3), 180),
      longitude: degrees(bytes.readUIntLE(start + 4, 3), 360),
      parent: bytes.readUInt16LE(start + 7),
      number: this.#number,
      population: population === 0 ? null : population,
      name: bytes.toString('utf8', name, this.#at),
    };
  }

  #varint(): number {
    let value = 0;
    for (let unit = 1, at = this.#at; ; unit *= 128) {
      const byte = this.#bytes[at++]!;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) {
        this.#at = at;
        return value;
      }
    }
  }
}

/** Steps of 24 bits to degrees around zero, with the four decimals that they can hold. */
function degrees(steps: number, range: number): number {
  return Math.round(((steps / COORDINATE_STEPS) * range - range / 2) * 1e4) / 1e4;
}
