import type { Geometry, Ring, Unit } from './sources.ts';

/** Kilometres from one point to another, close enough for points near each other. */
export function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const east = (lonA - lonB) * Math.cos((latA * Math.PI) / 180);
  return Math.hypot(latA - latB, east) * 111.2;
}

function polygonsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** True where the ring goes round the point: a line from the point eastwards crosses it an odd number of times. */
function ringHolds(ring: Ring, latitude: number, longitude: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[j]!;
    const crosses = y1 > latitude !== y2 > latitude;
    if (crosses && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

export function geometryHolds(geometry: Geometry, latitude: number, longitude: number): boolean {
  return polygonsOf(geometry).some(
    ([outer, ...holes]) =>
      outer !== undefined &&
      ringHolds(outer, latitude, longitude) &&
      !holes.some((hole) => ringHolds(hole, latitude, longitude)),
  );
}

/** Kilometres from a point to the nearest border of a geometry. */
export function kilometresToBorder(geometry: Geometry, latitude: number, longitude: number): number {
  const scale = Math.cos((latitude * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const polygon of polygonsOf(geometry))
    for (const ring of polygon)
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = [(ring[i - 1]![0] - longitude) * scale, ring[i - 1]![1] - latitude];
        const [x2, y2] = [(ring[i]![0] - longitude) * scale, ring[i]![1] - latitude];
        const [dx, dy] = [x2 - x1, y2 - y1];
        const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)));
        least = Math.min(least, Math.hypot(x1 + along * dx, y1 + along * dy));
      }
  return least * 111.2;
}

type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

function boxOf(geometry: Geometry): Box {
  let box: Box = { west: 180, south: 90, east: -180, north: -90 };
  for (const polygon of polygonsOf(geometry))
    for (const [x, y] of polygon[0]!)
      box = {
        west: Math.min(box.west, x),
        south: Math.min(box.south, y),
        east: Math.max(box.east, x),
        north: Math.max(box.north, y),
      };
  return box;
}

/** Towns on a shore or a border fall a little outside the outline of their own province. */
const SHORE_KILOMETRES = 60;

/** Finds which of some units a point lies in, or else the nearest of them where it is near enough. */
export class UnitFinder {
  readonly #units: readonly { readonly unit: Unit; readonly box: Box }[];

  constructor(units: readonly Unit[]) {
    this.#units = units.map((unit) => ({ unit, box: boxOf(unit.geometry) }));
  }

  find(latitude: number, longitude: number): Unit | undefined {
    const around = (margin: number) =>
      this.#units.filter(
        ({ box }) =>
          longitude >= box.west - margin &&
          longitude <= box.east + margin &&
          latitude >= box.south - margin &&
          latitude <= box.north + margin,
      );
    const inside = around(0).find(({ unit }) => geometryHolds(unit.geometry, latitude, longitude));
    if (inside) return inside.unit;
    const near = around(1)
      .map(({ unit }) => ({ unit, distance: kilometresToBorder(unit.geometry, latitude, longitude) }))
      .filter(({ distance }) => distance <= SHORE_KILOMETRES)
      .sort((a, b) => a.distance - b.distance);
    return near[0]?.unit;
  }
}

/**
 * A point inside the largest polygon of a geometry: its centre of gravity where that lies inside, else the middle of the
 * widest stretch on that latitude.
 */
export function pointInside(geometry: Geometry): { readonly latitude: number; readonly longitude: number } {
  const largest = polygonsOf(geometry)
    .map((polygon) => ({ polygon, ...centreOf(polygon[0]!) }))
    .sort((a, b) => b.area - a.area)[0]!;
  const { latitude, longitude, polygon } = largest;
  if (geometryHolds({ type: 'Polygon', coordinates: polygon }, latitude, longitude)) return { latitude, longitude };
  const crossings: number[] = [];
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      if (y1 > latitude !== y2 > latitude) crossings.push(((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1);
    }
  crossings.sort((a, b) => a - b);
  let widest = { width: 0, middle: longitude };
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i]! - crossings[i - 1]!;
    if (width > widest.width) widest = { width, middle: (crossings[i]! + crossings[i - 1]!) / 2 };
  }
  return { latitude, longitude: widest.middle };
}

function centreOf(ring: Ring): { area: number; latitude: number; longitude: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    const part = x1 * y2 - x2 * y1;
    area += part;
    x += (x1 + x2) * part;
    y += (y1 + y2) * part;
  }
  return { area: Math.abs(area), latitude: y / (3 * area), longitude: x / (3 * area) };
}
