import type { Origins } from '../../../crosscheck/index.ts';
import type { Accounts, LedgerDispatch } from '../../../ledger/index.ts';
import type { DispatchSummary, Shown } from '../../contract/index.ts';

/** What lists show of each dispatch, by id, in the order of the accounts. */
export function summariesOf(accounts: Accounts, { groupOf }: Origins): Map<string, Shown<DispatchSummary>> {
  const statements = countBy(accounts.statements);
  const claims = countBy(accounts.claims);
  const groups = new Map<string, string[]>();
  for (const { id } of accounts.dispatches) {
    const group = groupOf.get(id) ?? id;
    const known = groups.get(group);
    if (known) known.push(id);
    else groups.set(group, [id]);
  }
  return new Map(
    accounts.dispatches.map((dispatch) => [
      dispatch.id,
      summaryOf(dispatch, {
        statements: statements.get(dispatch.id) ?? 0,
        claims: claims.get(dispatch.id) ?? 0,
        sameOrigin: groups.get(groupOf.get(dispatch.id) ?? dispatch.id)!.filter((id) => id !== dispatch.id),
        opening: openingOf(accounts.texts.get(dispatch.id) ?? '', dispatch.noise),
      }),
    ]),
  );
}

export function summaryOf(
  dispatch: LedgerDispatch,
  counts: Pick<DispatchSummary, 'statements' | 'claims' | 'sameOrigin' | 'opening'>,
): Shown<DispatchSummary> {
  const { id, name, title, publisher, published, address, language, exercise, state, version, newer, doubts } =
    dispatch;
  return {
    id,
    name,
    title,
    publisher,
    published,
    address,
    language,
    exercise,
    state,
    version,
    newer,
    doubts,
    ...counts,
  };
}

/** Characters of an opening: about a line of a list. */
const OPENING = 140;

/** The first words outside of noise, on one line, cut at a word; a dash stands where a line of the text ends. */
export function openingOf(text: string, noise: readonly { readonly start: number; readonly end: number }[]): string {
  let from = 0;
  let words = '';
  for (const { start, end } of [...noise, { start: text.length, end: text.length }]) {
    // No more than is shown is looked at: a line may be a megabyte long.
    words += ` ${text.slice(from, Math.min(Math.max(from, start), from + 8 * OPENING))}`;
    from = Math.max(from, end);
    if (words.length > 4 * OPENING) break;
  }
  const line = words
    .trim()
    .replace(/\s*[\r\n]\s*/gu, ' – ')
    .replace(/\s+/gu, ' ');
  if (line.length <= OPENING) return line;
  const cut = line.lastIndexOf(' ', OPENING);
  return `${line.slice(0, cut > 0 ? cut : OPENING)}…`;
}

function countBy(items: readonly { readonly dispatch: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { dispatch } of items) counts.set(dispatch, (counts.get(dispatch) ?? 0) + 1);
  return counts;
}
