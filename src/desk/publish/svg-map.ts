import { geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPoint } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PublishedPlace } from './publication.ts';

/** The outlines of the map, as TopoJSON of `data/outlines`. */
export type Outlines = {
  readonly countries: Topology;
  readonly waters: Topology;
  /** First-level units by ISO 3166-1 code, of the countries that have them. */
  readonly provinces: ReadonlyMap<string, Topology>;
};

export type SvgMap = {
  readonly width: number;
  readonly height: number;
  /** Path data, in the map's own units. */
  readonly land: string;
  readonly borders: string;
  readonly provinces: string;
  readonly rivers: string;
  readonly lakes: string;
  /** Where each place stands. */
  readonly points: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
};

const WIDTH = 960;
const HEIGHT = 600;
const PADDING = 70;
/** A map of one town shows its surroundings: no less than that many degrees across. */
const LEAST_DEGREES = 3;

/** Draws the surroundings of some places, so that all of them are in it: Mercator, which keeps north up and angles true. */
export function svgMap(
  places: readonly Pick<PublishedPlace, 'id' | 'latitude' | 'longitude'>[],
  outlines: Outlines,
): SvgMap {
  const projection = geoMercator().fitExtent(
    [
      [PADDING, PADDING],
      [WIDTH - PADDING, HEIGHT - PADDING],
    ],
    surroundings(places),
  );
  projection.clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const path = geoPath(projection).digits(1);
  const draw = (shape: Parameters<typeof path>[0]): string => path(shape) ?? '';
  const { countries, waters, provinces } = outlines;
  const land = countries.objects.countries as GeometryCollection;
  const points = places.map(({ id, latitude, longitude }) => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return [id, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }] as const;
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    land: draw(feature(countries, land)),
    borders: draw(mesh(countries, land, (a, b) => a !== b)),
    provinces: [...provinces.values()]
      .map((topology) => draw(mesh(topology, topology.objects.provinces as GeometryCollection, (a, b) => a !== b)))
      .join(''),
    rivers: draw(collection(waters, 'rivers')),
    lakes: draw(collection(waters, 'lakes')),
    points: new Map(points),
  };
}

function collection(topology: Topology, layer: string): FeatureCollection {
  return feature(topology, topology.objects[layer] as GeometryCollection);
}

/** The corners of what is to be seen. A country's own point counts as any other: its outline is drawn as far as it reaches. */
function surroundings(places: readonly Pick<PublishedPlace, 'latitude' | 'longitude'>[]): MultiPoint {
  const points =
    places.length > 0
      ? places
      : [
          { latitude: 20, longitude: -140 },
          { latitude: 60, longitude: 150 },
        ];
  const [south, north] = widened(points.map(({ latitude }) => latitude));
  const [west, east] = widened(points.map(({ longitude }) => longitude));
  const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
  return {
    type: 'MultiPoint',
    coordinates: [
      [within(west, 180), within(south, 80)],
      [within(east, 180), within(north, 80)],
    ],
  };
}

function widened(values: readonly number[]): [number, number] {
  let least = values[0]!;
  let most = values[0]!;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const missing = Math.max(0, LEAST_DEGREES - (most - least)) / 2;
  return [least - missing, most + missing];
}
