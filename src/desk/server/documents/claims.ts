import { foldName } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import {
  CERTAINTIES,
  CLAIM_TYPES,
  type ClaimRow,
  type ClaimsDocument,
  type ClaimsQuery,
  type Facet,
  type Shown,
} from '../../contract/index.ts';
import type { View } from '../view.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { saidByAny, sourceChoices } from './sources.ts';

/** The claims that fit the filters, by pages; the facets are those of the whole dossier. */
export function claimsDocument(view: View, query: ClaimsQuery, world: World): Shown<ClaimsDocument> {
  const fitting = view.rows.filter((row) => fits(row, query, world));
  const page = fitting.slice(query.from, query.from + query.limit);
  const shown = page.map(({ claim }) => claim);
  const facets = facetsOf(view, world);
  return {
    format: 1,
    total: fitting.length,
    from: query.from,
    claims: page,
    facets,
    parties: partyNames([...partiesIn(shown), ...facets.party.map(({ value }) => value)], world),
    places: placeNames([...placesIn(shown), ...facets.place.map(({ value }) => value)], world),
  };
}

/** Filters of one kind widen each other, those of different kinds narrow. */
function fits(row: Shown<ClaimRow>, query: ClaimsQuery, world: World): boolean {
  const { claim, dispatch } = row;
  const any = (asked: readonly string[], has: (one: string) => boolean): boolean =>
    asked.length === 0 || asked.some(has);
  const parties = [...claim.actor, ...claim.target];
  const places = claim.place.flatMap(({ candidates }) => candidates[0]?.id ?? []);
  return (
    any(query.type, (type) => claim.type === type) &&
    any(query.certainty, (certainty) => claim.certainty === certainty) &&
    any(query.dispatch, (id) => dispatch.id === id) &&
    any(query.party, (asked) => parties.some((party) => world.parties.under(party, asked))) &&
    any(query.place, (asked) => places.some((place) => world.gazetteer.within(place, asked))) &&
    saidByAny(row, query.source, world) &&
    holdsWords(claim.text, query.words)
  );
}

function holdsWords(text: string, words: string | undefined): boolean {
  const asked = foldName(words ?? '');
  return asked === '' || foldName(text).includes(asked);
}

function facetsOf(view: View, world: World): Shown<ClaimsDocument['facets']> {
  const claims = view.rows.map(({ claim }) => claim);
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
    source: sourceChoices(view, world).map(({ value, label, claims: own }) => ({ value, label, claims: own })),
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
