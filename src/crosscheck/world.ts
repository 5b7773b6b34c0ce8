import type { Gazetteer, Parties } from '../reading/index.ts';

/** What cross-checking knows besides the accounts: who stands under whom, which place lies in which. */
export type World = { readonly parties: Parties; readonly gazetteer: Gazetteer };
