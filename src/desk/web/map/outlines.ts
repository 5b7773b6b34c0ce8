import type { FeatureCollection, Geometry } from 'geojson';
import { feature, type Topology } from 'topojson-client';
import { addressOf, OUTLINES_PATH, type OutlineNamesDocument, operations } from '../../contract/index.ts';

type Collection = FeatureCollection<Geometry, { readonly id?: string }>;
type Named = OutlineNamesDocument['names'];

/** What the ground of the map is drawn from. Names are those of the gazetteer, by the outlines' ids. */
export type Outlines = {
  readonly countries: Collection;
  readonly provinces: Collection;
  readonly rivers: Collection;
  readonly lakes: Collection;
  readonly countryNames: Named;
  readonly provinceNames: Named;
  readonly waterNames: Named;
  /** Ids of the countries whose provinces are drawn: shown a little lighter than their neighbours. */
  readonly nearIds: string[];
};

type Index = {
  readonly countries: { readonly near: string };
  readonly waters: string;
  readonly provinces: Readonly<Record<string, string>>;
};

/** Fetches a JSON document of the desk by its path. */
type Fetch = (path: string) => Promise<unknown>;

/** Loads the outlines of the world, and the provinces of some countries, where there are outlines of them. */
export async function loadOutlines(countries: readonly string[], fetchJson: Fetch): Promise<Outlines> {
  const file = async (path: string): Promise<Topology> => (await fetchJson(`${OUTLINES_PATH}/${path}`)) as Topology;
  const names = async (outline: string): Promise<Named> =>
    operations.outlineNames.reply.parse(await fetchJson(addressOf(operations.outlineNames, { outline }, {}))).names;
  const index = (await fetchJson(`${OUTLINES_PATH}/index.json`)) as Index;
  const near = countries.filter((code) => Object.hasOwn(index.provinces, code));
  const [world, waters, provinces, countryNames, waterNames, provinceNames] = await Promise.all([
    file(index.countries.near),
    file(index.waters),
    Promise.all(near.map((code) => file(index.provinces[code]!))),
    names('countries'),
    names('waters'),
    Promise.all(near.map(names)),
  ]);
  return {
    countries: layer(world, 'countries'),
    provinces: {
      type: 'FeatureCollection',
      features: provinces.flatMap((topology) => layer(topology, 'provinces').features),
    },
    rivers: layer(waters, 'rivers'),
    lakes: layer(waters, 'lakes'),
    countryNames,
    provinceNames: provinceNames.flat(),
    waterNames,
    nearIds: countryNames.filter(({ code }) => code !== null && countries.includes(code)).map(({ id }) => id),
  };
}

function layer(topology: Topology, name: string): Collection {
  return feature(topology, topology.objects[name]!);
}
