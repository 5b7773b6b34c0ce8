/**
 * Where the package lies: `data/`, the migrations and the built page are found from here. Source (`src/core`) and built
 * code (`dist/core`) stand equally deep, so that one address serves both.
 */
export const packageRoot = new URL('../../', import.meta.url);
