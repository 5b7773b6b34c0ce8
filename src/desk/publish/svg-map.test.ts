import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../core/index.ts';
import { svgMap } from './svg-map.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`data/outlines/${path}`, packageRoot), 'utf8')) as Topology;
const outlines = {
  countries: read('countries-50m.json'),
  waters: read('waters.json'),
  provinces: new Map([['SY', read('provinces/SY.json')]]),
};
const BOUKAMAL = { id: 'b', latitude: 34.45, longitude: 40.92 };
const RAQQA = { id: 'r', latitude: 35.95, longitude: 39.01 };
const SYDNEY = { id: 's', latitude: -33.87, longitude: 151.2 };
const BOGOTA = { id: 'o', latitude: 4.6, longitude: -74.08 };

describe('what is drawn', () => {
  const cases = [
    ['one town', [BOUKAMAL]],
    ['two towns of one country', [BOUKAMAL, RAQQA]],
    ['half the world', [BOUKAMAL, SYDNEY, BOGOTA]],
    ['the pole', [{ id: 'p', latitude: 89.9, longitude: 0 }, BOUKAMAL]],
  ] as const;
  for (const [what, places] of cases)
    test(`${what}: every place is within the frame, on some land`, () => {
      const { width, height, land, points } = svgMap(places, outlines);
      expect(points.size).toBe(places.length);
      for (const [id, { x, y }] of points)
        if (id !== 'p') expect(x > 0 && x < width && y > 0 && y < height, `${id}: ${x}, ${y}`).toBe(true);
      expect(land.length).toBeGreaterThan(100);
      expect(land).not.toMatch(/NaN|Infinity/);
    });

  test('north is up, east is right', () => {
    const { points } = svgMap([BOUKAMAL, RAQQA], outlines);
    expect(points.get('r')!.y).toBeLessThan(points.get('b')!.y);
    expect(points.get('r')!.x).toBeLessThan(points.get('b')!.x);
  });

  test('the Euphrates runs by', () => expect(svgMap([BOUKAMAL], outlines).rivers).toMatch(/^M/));
  test('nothing at all is a map of the world', () => expect(svgMap([], outlines).land.length).toBeGreaterThan(10_000));
});
