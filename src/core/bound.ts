/** How words limit a figure: « moins de » '<', « plus de » '>', « environ » '~', « au plus » '<=', « au moins » '>='. */
export const BOUNDS = ['=', '<', '>', '~', '<=', '>='] as const;
export type Bound = (typeof BOUNDS)[number];
