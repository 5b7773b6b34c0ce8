import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../core/index.ts';
import { openGazetteer } from './gazetteer.ts';
import { PLACE_KINDS, type Place, type PlaceKind } from './place.ts';

/**
 * The data under data/places and data/outlines against each other: what the lists say of a place, what the gazetteer
 * made of it, and where the map draws the unit that holds it.
 */
type Ring = readonly (readonly [number, number])[];
type Geometry = { readonly type: string; readonly coordinates: unknown };
type Feature = { readonly properties: { readonly id?: string } | null; readonly geometry: Geometry | null };
type Topology = { readonly objects: Readonly<Record<string, unknown>> };
type OverlayRow = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly fr: string;
  readonly en: string;
  readonly names: readonly string[];
};

const { feature } = createRequire(import.meta.url)('topojson-client');
const gazetteer = openGazetteer();
const json = (path: string) => JSON.parse(readFileSync(new URL(`data/${path}`, packageRoot), 'utf8'));
const overlay: readonly OverlayRow[] = json('places/overlay.json');

function featuresOf(path: string): readonly Feature[] {
  const topology: Topology = json(path);
  return Object.values(topology.objects).flatMap((layer) => feature(topology, layer).features);
}

const provinceFiles = readdirSync(new URL('data/outlines/provinces/', packageRoot)).map(
  (name) => `outlines/provinces/${name}`,
);
const areaFiles = [...provinceFiles, 'outlines/countries-50m.json'];
const outlines = new Map<string, Geometry>();
for (const file of areaFiles)
  for (const { properties, geometry } of featuresOf(file))
    if (properties?.id && geometry) outlines.set(properties.id, geometry);

function polygonsOf({ type, coordinates }: Geometry): readonly (readonly Ring[])[] {
  return (type === 'Polygon' ? [coordinates] : coordinates) as readonly (readonly Ring[])[];
}

function ringHolds(ring: Ring, { latitude, longitude }: Place): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x1, y1], [x2, y2]] = [ring[i]!, ring[j]!];
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Kilometres from a place to an outline, 0 inside it. */
function kilometresOutside(outline: Geometry, place: Place): number {
  const polygons = polygonsOf(outline);
  if (polygons.some(([outer, ...holes]) => ringHolds(outer!, place) && !holes.some((hole) => ringHolds(hole, place))))
    return 0;
  const scale = Math.cos((place.latitude * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const ring of polygons.flat())
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!].map(([x, y]) => [
        (x - place.longitude) * scale,
        y - place.latitude,
      ]) as [[number, number], [number, number]];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)));
      least = Math.min(least, Math.hypot(x1 + along * dx, y1 + along * dy));
    }
  return least * 111.2;
}

describe('our own list of places', () => {
  const points: ReadonlySet<PlaceKind> = new Set(['town', 'village', 'quarter', 'camp', 'base', 'crossing', 'site']);
  /** In kilometres: outlines are drawn for a screen, borders run along rivers, and harbours lie on the water. */
  const tolerance = 15;
  /** Where the map is at fault: what Natural Earth draws elsewhere, and islands too small for its scale. */
  const exceptions: Readonly<Record<string, string>> = {
    'recoupe:touz-khormatou': 'the district is Salaheddine’s, drawn in Kirkouk',
    'geonames:343300': 'Asmara: Maekel is drawn too small',
    'geonames:2462881': 'Laâyoune: drawn in Morocco, which holds it',
    'geonames:2524459': 'Lampedusa',
    'geonames:6362987': 'Ceuta',
    'geonames:2513947': 'Melilla',
  };

  /** The units above a place, up to its country or territory: Gibraltar does not lie in Great Britain. */
  function unitsOf(place: Place): readonly string[] {
    if (place.parent === null) return [];
    const unit = gazetteer.place(place.parent)!;
    return unit.kind === 'country' || unit.kind === 'territory' ? [unit.id] : [unit.id, ...unitsOf(unit)];
  }

  test('every place lies inside the unit that it says holds it', () => {
    const astray: string[] = [];
    let checked = 0;
    for (const row of overlay.filter(({ id, kind }) => points.has(kind) && !(id in exceptions))) {
      const place = gazetteer.place(row.id)!;
      const unit = unitsOf(place).find((id) => outlines.has(id));
      if (!unit) continue;
      checked++;
      const distance = kilometresOutside(outlines.get(unit)!, place);
      if (distance > tolerance)
        astray.push(`${row.fr} is ${Math.round(distance)} km out of ${gazetteer.place(unit)!.name.fr}`);
    }
    expect(astray).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  test('every place can be looked up by each of its names', () => {
    const lost: string[] = [];
    for (const row of overlay)
      for (const name of [row.fr, row.en, ...row.names].filter((name) => !/[()]/.test(name)))
        if (!gazetteer.lookup(name).some((place) => place.id === row.id)) lost.push(`${name} (${row.id})`);
    expect(lost).toEqual([]);
  });

  test('ids, names and kinds are well formed, and no id comes twice', () => {
    for (const row of overlay) {
      expect(row.id).toMatch(/^(?:geonames:\d+|recoupe:[a-z0-9-]+)$/);
      expect(PLACE_KINDS).toContain(row.kind);
      expect(row.names).not.toContain(row.fr);
    }
    expect(new Set(overlay.map((row) => row.id)).size).toBe(overlay.length);
  });
});

describe('the outlines', () => {
  for (const file of [...areaFiles, 'outlines/countries-110m.json', 'outlines/waters.json'])
    test(`every id of ${file} is that of a place`, () => {
      const ids = featuresOf(file).flatMap(({ properties }) => (properties?.id ? [properties.id] : []));
      expect(ids.filter((id) => gazetteer.place(id) === undefined)).toEqual([]);
      expect(ids.length).toBeGreaterThan(0);
    });

  for (const file of provinceFiles)
    test(`${file} draws units of its country`, () => {
      const country = file.slice(-7, -5);
      for (const { properties } of featuresOf(file)) expect(gazetteer.place(properties!.id!)!.country).toBe(country);
    });

  test('the index names every file of provinces', () => {
    const index = json('outlines/index.json');
    expect(
      Object.values(index.provinces)
        .map((path) => `outlines/${path}`)
        .sort(),
    ).toEqual([...provinceFiles].sort());
  });

  test('Crimea is drawn in Ukraine and the Golan in Syria, as their ISO codes have it', () => {
    const at = (latitude: number, longitude: number) => ({ latitude, longitude }) as Place;
    expect(kilometresOutside(outlines.get('geonames:690791')!, at(45.2, 34.3))).toBe(0);
    expect(kilometresOutside(outlines.get('geonames:163843')!, at(33.05, 35.78))).toBe(0);
    expect(kilometresOutside(outlines.get('geonames:294640')!, at(33.05, 35.78))).toBeGreaterThan(5);
  });

  test('the named rivers pass their towns', () => {
    const rivers = featuresOf('outlines/waters.json').filter(({ properties }) => properties?.id === 'recoupe:euphrate');
    const lines = rivers.flatMap(({ geometry }) =>
      geometry!.type === 'LineString' ? [geometry!.coordinates as Ring] : (geometry!.coordinates as Ring[]),
    );
    const river: Geometry = { type: 'MultiPolygon', coordinates: lines.map((line) => [line]) };
    for (const town of ['Boukamal', 'Deir Ezzor', 'Raqqa'])
      expect(kilometresOutside(river, gazetteer.lookup(town)[0]!)).toBeLessThan(10);
  });
});
