import type { World } from '../../../crosscheck/index.ts';
import type { ClaimsDocument, ClaimsQuery, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { claimFilter, isOpen } from './claim-filter.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';

/** The claims that fit the filters, by pages; the facets are those of the whole dossier. */
export function claimsDocument(
  view: View,
  { from, limit, question, ...filter }: ClaimsQuery,
  world: World,
): Shown<ClaimsDocument> {
  const rows = question.length === 0 ? view.rows : answersTo(question, view);
  const fitting = isOpen(filter) ? rows : rows.filter(claimFilter(filter, world));
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

/** The claims that answer one of the questions, in the order of the dossier. */
function answersTo(questions: readonly string[], view: View): View['rows'] {
  const asked = view.checked.questions.filter(({ id }) => questions.includes(id));
  const answers = new Set(asked.flatMap(({ accounts }) => accounts.map(({ claim }) => claim.id)));
  return view.rows.filter(({ claim }) => answers.has(claim.id));
}
