import { assert } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { DispatchDocument, Shown } from '../../contract/index.ts';
import { noDispatch } from '../problems.ts';
import type { View } from '../view.ts';
import { refOf, statementOf } from './claim.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';

/** A dispatch with all that was read of it. Of an older version, only what the newer one no longer says. */
export function dispatchDocument(view: View, id: string, world: World): Shown<DispatchDocument> {
  const { accounts, checked, dispatches } = view;
  const dispatch = dispatches.get(id);
  if (!dispatch) throw noDispatch(id, view.dossier.title);
  const at = accounts.dispatches.indexOf(dispatch);
  const summary = view.summaries().get(id);
  const text = accounts.texts.get(id);
  assert(summary && text !== undefined, `the view has no summary or text of ${id}`);
  const statements = accounts.statements.filter((statement) => statement.dispatch === id);
  const claims = (view.rowsOf.get(id) ?? []).map(({ claim }) => claim);
  const { reading, sha256, format, encoding, learned, author, publishedInText, address } = dispatch;
  const versions = accounts.dispatches.filter((other) => address !== null && other.address === address);
  const neighbour = (index: number) => {
    const there = accounts.dispatches[index];
    return there ? refOf(there) : null;
  };
  return {
    format: 1,
    dispatch: { ...summary, sha256, fileFormat: format, encoding, learned, author, publishedInText, reading },
    text,
    noise: dispatch.noise,
    statements: statements.map(statementOf),
    claims,
    versions:
      versions.length < 2
        ? []
        : versions
            .toSorted((a, b) => a.version - b.version)
            .map((other) => ({ ...refOf(other), version: other.version, learned: other.learned })),
    folds: checked.origins.folds.flatMap(({ kind, members, share }) => {
      if (kind === 'credited' || !members.includes(id)) return [];
      const other = dispatches.get(members.find((member) => member !== id) ?? '');
      return other ? [{ dispatch: refOf(other), kind, share }] : [];
    }),
    credit:
      checked.origins.folds.find(({ kind, members }) => kind === 'credited' && members[0] === id)?.members[1] ?? null,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    parties: partyNames([...partiesIn(claims), ...statements.flatMap(({ by }) => by)], world),
    places: placeNames(placesIn(claims), world),
  };
}
