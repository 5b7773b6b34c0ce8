/** How many names a block of the table holds: its first is written in full, the others by what they add. */
export const NAMES_PER_BLOCK = 24;

/** The places that bear a name, as indexes of the gazetteer, the one most likely meant first. */
export type NameEntry = {
  readonly places: readonly number[];
  /** The name is a word of the French dictionary too. */
  readonly commonWord: boolean;
};

/** A row's length byte holds four bits of each length; a longer rest goes on in a byte of its own. */
export const LONGEST_IN_NIBBLE = 15;

/** The bits of a place's three bytes above its index. */
export const COMMON_WORD_BIT = 1 << 22;
export const ANOTHER_FOLLOWS_BIT = 1 << 23;
const ANOTHER_FOLLOWS_TOP = ANOTHER_FOLLOWS_BIT >> 16;
const INDEX_BITS = COMMON_WORD_BIT - 1;

/** In bytes of UTF-8. */
export const LONGEST_NAME = 255;

/**
 * A sorted table of names that is searched where it lies in the file: nothing is parsed but the block that a name falls
 * into. A row is: how many bytes it shares with the name before (high four bits, 0 at the head of a block, 15 at most)
 * and how many follow (low four bits; where these are 15, a further byte adds to them), those bytes (UTF-8), and its
 * places: u24 each, little-endian, an index with a bit set where another place follows and, on the first, where the name
 * is a common word. Names are ordered by their bytes.
 */
export class NameTable {
  readonly #bytes: Buffer;
  /** Where each block begins in `bytes`: u32, little-endian. */
  readonly #blocks: Buffer;
  readonly #size: number;

  constructor(bytes: Buffer, blocks: Buffer, size: number) {
    this.#bytes = bytes;
    this.#blocks = blocks;
    this.#size = size;
  }

  find(name: string): NameEntry | undefined {
    const wanted = Buffer.from(name);
    if (wanted.length === 0 || wanted.length > LONGEST_NAME) return undefined;
    const block = this.#blockOf(wanted);
    const rows = this.#rowsOf(block);
    for (let row = 0; row < rows.length; row++) {
      const order = rows.next().compare(wanted);
      if (order === 0) return rows.entry();
      if (order > 0) return undefined;
    }
    return undefined;
  }

  /** Every name with its places, in order. It walks the whole table. */
  *all(): Generator<{ readonly name: string; readonly entry: NameEntry }> {
    for (let block = 0; block * NAMES_PER_BLOCK < this.#size; block++) {
      const rows = this.#rowsOf(block);
      for (let row = 0; row < rows.length; row++) {
        const name = rows.next().toString();
        yield { name, entry: rows.entry() };
      }
    }
  }

  /** The last block whose first name is not after the one wanted. */
  #blockOf(wanted: Buffer): number {
    let low = 0;
    let high = Math.ceil(this.#size / NAMES_PER_BLOCK) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const { text, rest } = headAt(this.#bytes, this.#blocks.readUInt32LE(middle * 4));
      if (wanted.compare(this.#bytes, text, text + rest) >= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowsOf(block: number): NameRows {
    const length = Math.max(0, Math.min(NAMES_PER_BLOCK, this.#size - block * NAMES_PER_BLOCK));
    return new NameRows(this.#bytes, length > 0 ? this.#blocks.readUInt32LE(block * 4) : 0, length);
  }
}

/** The lengths at the head of a row, and where its bytes begin. */
function headAt(bytes: Buffer, at: number): { readonly shared: number; readonly rest: number; readonly text: number } {
  const lengths = bytes[at]!;
  const rest = lengths & LONGEST_IN_NIBBLE;
  const shared = lengths >> 4;
  if (rest < LONGEST_IN_NIBBLE) return { shared, rest, text: at + 1 };
  return { shared, rest: rest + bytes[at + 1]!, text: at + 2 };
}

/** Walks over the rows of a block: the name of each is told from the one before. */
class NameRows {
  readonly length: number;
  readonly #bytes: Buffer;
  #at: number;
  /** Where the places of the current row begin. */
  #places = 0;
  readonly #name = Buffer.alloc(LONGEST_NAME);

  constructor(bytes: Buffer, at: number, length: number) {
    this.#bytes = bytes;
    this.#at = at;
    this.length = length;
  }

  /** The next row's name: the bytes are written over when the one after is asked for. */
  next(): Buffer {
    const { shared, rest, text } = headAt(this.#bytes, this.#at);
    this.#bytes.copy(this.#name, shared, text, text + rest);
    this.#places = text + rest;
    this.#at = this.#places;
    while (this.#bytes[this.#at + 2]! & ANOTHER_FOLLOWS_TOP) this.#at += 3;
    this.#at += 3;
    return this.#name.subarray(0, shared + rest);
  }

  /** The current row's places. */
  entry(): NameEntry {
    const places: number[] = [];
    for (let at = this.#places; at < this.#at; at += 3) places.push(this.#bytes.readUIntLE(at, 3) & INDEX_BITS);
    return { places, commonWord: (this.#bytes.readUIntLE(this.#places, 3) & COMMON_WORD_BIT) !== 0 };
  }
}
