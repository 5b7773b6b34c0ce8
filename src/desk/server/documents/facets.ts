import {
  CERTAINTIES,
  CLAIM_TYPES,
  type ClaimRow,
  type ClaimsDocument,
  type Facet,
  type Shown,
  type SourceChoice,
} from '../../contract/index.ts';

/** What claims can be filtered by, and how many have each value: in one go, since a dossier may have 200,000. */
export function facetsOf(
  rows: readonly Shown<ClaimRow>[],
  sources: readonly Shown<SourceChoice>[],
): Shown<ClaimsDocument['facets']> {
  const counts = { type: new Map(), certainty: new Map(), party: new Map(), place: new Map() } satisfies Record<
    string,
    Map<string, number>
  >;
  const add = (to: Map<string, number>, value: string): void => void to.set(value, (to.get(value) ?? 0) + 1);
  for (const {
    claim: { type, certainty, actor, target, place },
  } of rows) {
    add(counts.type, type);
    add(counts.certainty, certainty);
    for (const party of new Set([...actor, ...target])) add(counts.party, party);
    for (const id of new Set(place.flatMap(({ candidates }) => candidates[0]?.id ?? []))) add(counts.place, id);
  }
  const ordered = (counted: ReadonlyMap<string, number>, order: readonly string[]) =>
    inOrder(counted).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return {
    type: ordered(counts.type, CLAIM_TYPES),
    certainty: ordered(counts.certainty, CERTAINTIES),
    party: inOrder(counts.party),
    place: inOrder(counts.place),
    source: sources.map(({ value, label, claims: own }) => ({ value, label, claims: own })),
  };
}

/** Most frequent first. */
function inOrder(counts: ReadonlyMap<string, number>): Facet[] {
  return [...counts]
    .map(([value, claims]) => ({ value, label: null, claims }))
    .sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1));
}
