import {
  CERTAINTIES,
  CLAIM_TYPES,
  type ClaimRow,
  type ClaimsDocument,
  type Facet,
  type Shown,
  type SourceChoice,
} from '../../contract/index.ts';

/** What claims can be filtered by, and how many have each value. */
export function facetsOf(
  rows: readonly Shown<ClaimRow>[],
  sources: readonly Shown<SourceChoice>[],
): Shown<ClaimsDocument['facets']> {
  const claims = rows.map(({ claim }) => claim);
  const ordered = (values: readonly string[], order: readonly string[]) =>
    count(values).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return {
    type: ordered(
      claims.map(({ type }) => type),
      CLAIM_TYPES,
    ),
    certainty: ordered(
      claims.map(({ certainty }) => certainty),
      CERTAINTIES,
    ),
    party: count(claims.flatMap(({ actor, target }) => [...new Set([...actor, ...target])])),
    place: count(
      claims.flatMap(({ place }) => [...new Set(place.flatMap(({ candidates }) => candidates[0]?.id ?? []))]),
    ),
    source: sources.map(({ value, label, claims: own }) => ({ value, label, claims: own })),
  };
}

/** How many times each value comes, most frequent first. */
function count(values: readonly string[]): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, claims]) => ({ value, label: null, claims }))
    .sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1));
}
