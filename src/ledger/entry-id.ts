import { parse, v7 } from 'uuid';
import { assert } from '../core/index.ts';

/**
 * The id of an entry learned at that instant, greater than the last one of its dossier: ids are in the order of entries.
 * A clock that runs behind the last entry is not believed; then the entry counts as learned at the same millisecond.
 */
export function nextEntryId(now: Date, last: string | null): string {
  if (last === null) return v7({ msecs: now.getTime(), seq: 0 });
  const { milliseconds, sequence } = readEntryId(last);
  return now.getTime() > milliseconds
    ? v7({ msecs: now.getTime(), seq: 0 })
    : v7({ msecs: milliseconds, seq: sequence + 1 });
}

/** When the entry of that id was learned: ISO 8601 in UTC, to the millisecond. */
export function learnedAt(id: string): string {
  return new Date(readEntryId(id).milliseconds).toISOString();
}

/** The parts of a version 7 UUID as the `uuid` package lays them out: 48 bits of time, then a 32-bit sequence. */
function readEntryId(id: string): { readonly milliseconds: number; readonly sequence: number } {
  const bytes = parse(id);
  assert(bytes[6]! >> 4 === 7, `not the id of an entry: ${id}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const milliseconds = view.getUint16(0) * 2 ** 32 + view.getUint32(2);
  const sequence =
    (bytes[6]! & 0x0f) * 2 ** 28 +
    bytes[7]! * 2 ** 20 +
    (bytes[8]! & 0x3f) * 2 ** 14 +
    bytes[9]! * 2 ** 6 +
    (bytes[10]! >> 2);
  return { milliseconds, sequence };
}
