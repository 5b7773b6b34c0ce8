/** The filters of the claims, as the address holds them: the names are those of the API. */
export const FILTERS = ['source', 'type', 'certainty', 'party', 'place'] as const;
export type Filter = (typeof FILTERS)[number];

export type ClaimsFilter = { readonly [F in Filter]: string[] } & {
  readonly dispatch: string[];
  readonly words: string;
  readonly from: number;
};

export function queryOf(search: string): ClaimsFilter {
  const given = new URLSearchParams(search);
  const from = Number(given.get('from') ?? '0');
  return {
    source: given.getAll('source'),
    type: given.getAll('type'),
    certainty: given.getAll('certainty'),
    party: given.getAll('party'),
    place: given.getAll('place'),
    dispatch: given.getAll('dispatch'),
    words: given.get('words') ?? '',
    from: Number.isInteger(from) && from > 0 ? from : 0,
  };
}

export function isFiltered({ from: _, ...filters }: ClaimsFilter): boolean {
  return Object.values(filters).some((value) => value.length > 0);
}
