import type { Bilingual } from '../../core/index.ts';

/**
 * What a place is. A `region` is any stretch of land that is no unit of its own in the tree (Levant, Golan, Catalogne);
 * a `territory` has an ISO 3166-1 code and belongs to a country or is disputed; a `quarter` is part of a town; a `site`
 * is a dam, a plant, an oil field, a forest. GeoNames does not tell villages from towns: only our overlay says `village`.
 */
export const PLACE_KINDS = [
  'continent',
  'region',
  'country',
  'territory',
  'province',
  'district',
  'town',
  'village',
  'quarter',
  'camp',
  'base',
  'crossing',
  'site',
  'island',
  'mountain',
  'valley',
  'desert',
  'river',
  'lake',
  'sea',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place of the gazetteer. A value: what it is called elsewhere is found through `Gazetteer.lookup`. */
export type Place = {
  /** `geonames:…`, `naturalearth:…` or `recoupe:…`; it never changes while the place is in the gazetteer. */
  readonly id: string;
  readonly kind: PlaceKind;
  /** As a map labels it. Two places may bear one name; brackets tell them apart where the bare name would mislead. */
  readonly name: Bilingual;
  /** Degrees, WGS 84, of a point that stands for the place: the centre of a town, a point inside an area. */
  readonly latitude: number;
  readonly longitude: number;
  /** As GeoNames gives it, of no stated year; null where it gives none. */
  readonly population: number | null;
  /** ISO 3166-1 alpha-2 of the country or territory it lies in; null where it lies in several or in none. */
  readonly country: string | null;
  /** Its own ISO code: 3166-1 alpha-2 of a country or territory, 3166-2 of a province; null for all else. */
  readonly code: string | null;
  /** The capital of a country, the seat of a province, or neither. */
  readonly seat: 'country' | 'province' | null;
  /** The unit right above it (town, province, country); null for a country and for what no unit holds. */
  readonly parent: string | null;
  /** The places that a region is made of; empty for all else. A claim about a member is a claim inside the region. */
  readonly members: readonly string[];
  /** The units that it runs through without being held by one: the countries of a river. */
  readonly crosses: readonly string[];
};
