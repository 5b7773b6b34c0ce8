import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, StyleSpecification } from 'maplibre-gl';
import type { Speech } from '../words/words.ts';
import type { Ground } from './colours.ts';
import type { Outlines } from './outlines.ts';
import type { PointFeature } from './place-points.ts';

/** Fonts of the reader's own machine: MapLibre draws with them where a style names no server of glyphs. */
const FONTS = ['system-ui', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Liberation Sans', 'Arial', 'sans-serif'];

/** From this zoom on provinces are named: a country then fills the map. */
const PROVINCE_NAMES_FROM = 5.5;

/** Radius of a point in pixels, by its number of claims: its area grows with it, and one claim is still easy to hit. */
const RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'claims']], 1, 5, 4, 11, 12, 20];

/** What the map's style calls the places: the points come into them apart, since they change with every day. */
export const PLACES = 'places';

export function placesOn(points: readonly PointFeature[]): FeatureCollection {
  return { type: 'FeatureCollection', features: points as PointFeature[] };
}

/** The layer that rings the place looked at, and what it shows. */
export const SELECTED = 'selected';
export const isSelected = (id: string | null): FilterSpecification => ['==', ['get', 'id'], id ?? ''];

/** The whole map as a style: ground, then places. Nothing in it has an address, so nothing is fetched. */
export function groundStyle(
  outlines: Outlines,
  points: readonly PointFeature[],
  selected: string | null,
  ground: Ground,
  speech: Speech,
): StyleSpecification {
  const named = (ids: readonly { id: string; name: { fr: string; en: string } }[]) =>
    new Map(ids.map(({ id, name }) => [id, speech.pick(name)]));
  const rivers = named(outlines.waterNames);
  const label = (size: number, colour: string) => ({
    layout: { 'text-field': ['get', 'label'] as ExpressionSpecification, 'text-font': FONTS, 'text-size': size },
    paint: { 'text-color': colour, 'text-halo-color': ground.halo, 'text-halo-width': 1.4 },
  });
  const isNear: ExpressionSpecification = ['in', ['get', 'id'], ['literal', outlines.nearIds]];
  return {
    version: 8,
    sources: {
      countries: source(outlines.countries),
      provinces: source(outlines.provinces),
      rivers: source({
        ...outlines.rivers,
        features: outlines.rivers.features.map((river) => ({
          ...river,
          properties: { ...river.properties, label: rivers.get(river.properties.id ?? '') ?? '' },
        })),
      }),
      lakes: source(outlines.lakes),
      'country-names': source(namePoints(outlines.countryNames, speech)),
      'province-names': source(namePoints(outlines.provinceNames, speech)),
      [PLACES]: source(placesOn(points)),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': ground.sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'countries',
        paint: { 'fill-color': ['case', isNear, ground.near, ground.land] },
      },
      { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': ground.sea } },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        paint: { 'line-color': ground.river, 'line-width': ['case', ['==', ['get', 'label'], ''], 0.6, 1.5] },
      },
      {
        id: 'provinces',
        type: 'line',
        source: 'provinces',
        paint: { 'line-color': ground.province, 'line-width': 0.8 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': ground.border, 'line-width': 1.1 },
      },
      {
        id: 'river-names',
        type: 'symbol',
        source: 'rivers',
        filter: ['!=', ['get', 'label'], ''],
        layout: { ...label(11, ground.river).layout, 'symbol-placement': 'line', 'symbol-spacing': 400 },
        paint: label(11, ground.river).paint,
      },
      {
        id: 'province-names',
        type: 'symbol',
        source: 'province-names',
        minzoom: PROVINCE_NAMES_FROM,
        ...label(11, ground.label),
      },
      {
        id: 'country-names',
        type: 'symbol',
        source: 'country-names',
        layout: { ...label(12, ground.label).layout, 'text-transform': 'uppercase', 'text-letter-spacing': 0.12 },
        paint: label(12, ground.label).paint,
      },
      {
        id: 'areas',
        type: 'circle',
        source: PLACES,
        filter: ['get', 'area'],
        paint: {
          'circle-radius': RADIUS,
          'circle-color': 'transparent',
          'circle-stroke-width': 1.5,
          'circle-stroke-color': [
            'match',
            ['get', 'standing'],
            'contested',
            ground.contested,
            'held',
            ['get', 'colour'],
            'claimed',
            ['get', 'colour'],
            ground.ring,
          ],
          'circle-stroke-opacity': 0.75,
        },
      },
      {
        id: SELECTED,
        type: 'circle',
        source: PLACES,
        filter: isSelected(selected),
        paint: {
          'circle-radius': ['+', RADIUS, 6],
          'circle-color': 'transparent',
          'circle-stroke-width': 2.5,
          'circle-stroke-color': ground.name,
        },
      },
      {
        id: 'points',
        type: 'circle',
        source: PLACES,
        filter: ['!', ['get', 'area']],
        layout: { 'circle-sort-key': ['-', 0, ['get', 'claims']] },
        paint: {
          'circle-radius': RADIUS,
          'circle-color': ['match', ['get', 'standing'], 'held', ['get', 'colour'], ground.unknown],
          'circle-stroke-width': ['match', ['get', 'standing'], 'contested', 4, 'claimed', 4, 'held', 1, 1.5],
          'circle-stroke-color': [
            'match',
            ['get', 'standing'],
            'contested',
            ground.contested,
            'claimed',
            ['get', 'colour'],
            ground.ring,
          ],
        },
      },
      {
        id: 'differing',
        type: 'circle',
        source: PLACES,
        filter: ['get', 'differs'],
        paint: {
          'circle-radius': ['+', RADIUS, 5],
          'circle-color': 'transparent',
          'circle-stroke-width': 2,
          'circle-stroke-color': ground.name,
        },
      },
      {
        id: 'signs',
        type: 'symbol',
        source: PLACES,
        filter: ['!=', ['get', 'sign'], ''],
        layout: {
          'text-field': ['get', 'sign'],
          'text-font': FONTS,
          'text-size': 13,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': ground.name, 'text-halo-color': ground.halo, 'text-halo-width': 1.4 },
      },
      {
        id: 'point-labels',
        type: 'symbol',
        source: PLACES,
        layout: {
          'text-field': ['get', 'label'],
          'text-font': FONTS,
          'text-size': ['case', ['get', 'area'], 12, 13],
          'text-variable-anchor': [
            'left',
            'right',
            'top',
            'bottom',
            'top-left',
            'bottom-left',
            'top-right',
            'bottom-right',
          ],
          'text-radial-offset': 1,
          'text-justify': 'auto',
          'symbol-sort-key': ['-', 0, ['get', 'claims']],
        },
        paint: { 'text-color': ground.name, 'text-halo-color': ground.halo, 'text-halo-width': 1.8 },
      },
    ],
  };
}

function source(data: FeatureCollection): StyleSpecification['sources'][string] {
  return { type: 'geojson', data };
}

function namePoints(names: Outlines['countryNames'], speech: Speech): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: names.map(({ id, name, latitude, longitude }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { id, label: speech.pick(name) },
    })),
  };
}
