declare module 'topojson-client' {
  import type { FeatureCollection, Geometry } from 'geojson';

  export type Topology = {
    readonly type: 'Topology';
    readonly objects: Readonly<Record<string, { readonly type: string }>>;
    readonly arcs: unknown;
  };
  export function feature(
    topology: Topology,
    object: Topology['objects'][string],
  ): FeatureCollection<Geometry, { readonly id?: string }>;
}
