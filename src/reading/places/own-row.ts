import { PLACE_KINDS, type Place } from './place.ts';

/**
 * One of our own places as it lies in the file, in JSON with short keys: places are told by their index among our own,
 * and what is absent is null or empty.
 */
export type OwnRow = {
  /** Index of its kind in PLACE_KINDS. */
  readonly k: number;
  /** French name. */
  readonly n: string;
  /** English name, where it differs. */
  readonly e?: string;
  /** Latitude and longitude. */
  readonly a: readonly [number, number];
  /** ISO 3166-1 code of the country or territory. */
  readonly i?: string;
  /** Its own ISO code, where it is not that of the country. */
  readonly c?: string;
  /** The unit above it. */
  readonly u?: number;
  /** Inhabitants. */
  readonly h?: number;
  readonly s?: 'country' | 'province';
  readonly m?: readonly number[];
  /** The places it crosses. */
  readonly x?: readonly number[];
};

export function placeOfRow(id: string, row: OwnRow, idAt: (index: number) => string): Place {
  const kind = PLACE_KINDS[row.k]!;
  const isCountry = kind === 'country' || kind === 'territory';
  return {
    id,
    kind,
    name: { fr: row.n, en: row.e ?? row.n },
    latitude: row.a[0],
    longitude: row.a[1],
    population: row.h ?? null,
    country: row.i ?? null,
    code: row.c ?? (isCountry ? row.i! : null),
    seat: row.s ?? null,
    parent: row.u === undefined ? null : idAt(row.u),
    members: (row.m ?? []).map(idAt),
    crosses: (row.x ?? []).map(idAt),
  };
}
