import type { World } from '../../../crosscheck/index.ts';
import type { LedgerDispatch } from '../../../ledger/index.ts';
import type { DispatchSummary, DossierDocument, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { findingOf, isContested, questionsOf } from './findings.ts';
import { partyNames } from './names.ts';
import { sourceChoices } from './sources.ts';

/** A dossier at a glance. */
export function dossierDocument(view: View, world: World): Shown<DossierDocument> {
  const { dossier, accounts, checked } = view;
  const { dispatches, statements, claims } = accounts;
  const { findings, questions } = checked;
  return {
    format: 1,
    dossier,
    exercise: dispatches.some(({ exercise }) => exercise),
    counts: {
      dispatches: dispatches.length,
      undated: dispatches.filter(({ published }) => published === null).length,
      unread: dispatches.filter(({ state }) => state === 'unread').length,
      statements: statements.length,
      claims: claims.length,
      questions: questions.length,
      findings: findings.length,
      contested: findings.filter(isContested).length,
    },
    dispatches: summariesOf(view),
    findings: findings.map((finding) => findingOf(finding, view)),
    questions: questionsOf(view),
    sources: sourceChoices(view, world),
    parties: partyNames(
      questions.flatMap(({ party }) => party ?? []),
      world,
    ),
  };
}

export function summariesOf(view: View): Shown<DispatchSummary>[] {
  const statements = countBy(view.accounts.statements);
  const claims = countBy(view.accounts.claims);
  const { groupOf } = view.checked.origins;
  const groups = new Map<string, string[]>();
  for (const { id } of view.accounts.dispatches) {
    const group = groupOf.get(id) ?? id;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return view.accounts.dispatches.map((dispatch) =>
    summaryOf(dispatch, {
      statements: statements.get(dispatch.id) ?? 0,
      claims: claims.get(dispatch.id) ?? 0,
      sameOrigin: groups.get(groupOf.get(dispatch.id) ?? dispatch.id)!.filter((id) => id !== dispatch.id),
      opening: openingOf(view.accounts.texts.get(dispatch.id) ?? '', dispatch.noise),
    }),
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

/** The first words outside of noise, on one line, cut at a word. */
export function openingOf(text: string, noise: readonly { readonly start: number; readonly end: number }[]): string {
  let from = 0;
  let words = '';
  for (const { start, end } of [...noise, { start: text.length, end: text.length }]) {
    words += ` ${text.slice(from, Math.max(from, start))}`;
    from = Math.max(from, end);
    if (words.length > 4 * OPENING) break;
  }
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= OPENING) return line;
  const cut = line.lastIndexOf(' ', OPENING);
  return `${line.slice(0, cut > 0 ? cut : OPENING)}…`;
}

function countBy(items: readonly { readonly dispatch: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { dispatch } of items) counts.set(dispatch, (counts.get(dispatch) ?? 0) + 1);
  return counts;
}
