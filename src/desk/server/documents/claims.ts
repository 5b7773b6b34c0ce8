import type { World } from '../../../crosscheck/index.ts';
import type { ClaimsDocument, ClaimsQuery, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { claimFilter, isOpen } from './claim-filter.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';

/** The claims that fit the filters, by pages; the facets are those of the whole dossier. */
export function claimsDocument(
  view: View,
  { from, limit, ...filter }: ClaimsQuery,
  world: World,
): Shown<ClaimsDocument> {
  const fitting = isOpen(filter) ? view.rows : view.rows.filter(claimFilter(filter, world));
  const page = fitting.slice(from, from + limit);
  const shown = page.map(({ claim }) => claim);
  const facets = view.facets();
  return {
    format: 1,
    total: fitting.length,
    from,
    claims: page,
    facets,
    parties: partyNames([...partiesIn(shown), ...facets.party.map(({ value }) => value)], world),
    places: placeNames([...placesIn(shown), ...facets.place.map(({ value }) => value)], world),
  };
}
