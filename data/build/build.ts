// Rebuilds all that is made from packages under data/:
//   npm --prefix data/build install && npm --prefix data/build run build
import { buildOutlines } from './build-outlines.ts';
import { buildPlaces } from './build-places.ts';

await buildOutlines(buildPlaces());
