import { placeIn } from '../router.svelte.ts';

/** The filters of the claims, as the address holds them: the names are those of the API. */
export const FILTERS = ['source', 'type', 'certainty', 'party', 'place'] as const;
export type Filter = (typeof FILTERS)[number];

export type ClaimsFilter = { readonly [F in Filter]: string[] } & {
  readonly dispatch: string[];
  readonly question: string[];
  readonly words: string;
  readonly from: number;
};

export function queryOf(search: string): ClaimsFilter {
  const given = new URLSearchParams(search);
  return {
    source: given.getAll('source'),
    type: given.getAll('type'),
    certainty: given.getAll('certainty'),
    party: given.getAll('party'),
    place: given.getAll('place'),
    dispatch: given.getAll('dispatch'),
    question: given.getAll('question'),
    words: given.get('words') ?? '',
    from: placeIn(search),
  };
}

export function isFiltered({ from: _, ...filters }: ClaimsFilter): boolean {
  return Object.values(filters).some((value) => value.length > 0);
}
