import { type Days, daysOf } from '../../../core/index.ts';
import { originOf, type World } from '../../../crosscheck/index.ts';
import type { Bilingual, ClaimRow, Shown, SourceChoice, SourceEntry, SourceRecord } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { concessionOf } from './interest.ts';

type Row = Shown<ClaimRow>;

/** A source that speaks in the dossier, and all that it says. */
export type Speaker = {
  readonly id: string;
  readonly kind: SourceChoice['kind'];
  readonly label: Bilingual;
  readonly rows: readonly Row[];
};

/** Each source with its claims, those with most first. The same sources as a reader can choose to believe. */
export function speakersOf(
  view: Pick<View, 'rows' | 'sources'>,
  { parties }: Pick<World, 'parties'>,
): Map<string, Speaker> {
  const rows = new Map<string, Row[]>();
  const put = (id: string, row: Row): void => {
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  };
  for (const row of view.rows) {
    const { kind, label, parties: speaking } = row.claim.source;
    if (kind === 'party')
      for (const root of new Set(speaking.map((party) => parties.ancestors(party).at(-1) ?? party))) put(root, row);
    else if ((kind === 'outlet' || kind === 'person') && label !== null) put(label, row);
  }
  return new Map(
    view.sources().map(({ value, kind, label }) => [value, { id: value, kind, label, rows: rows.get(value) ?? [] }]),
  );
}

/** What became of what a source said. */
export function recordOf({ rows }: Speaker, view: View, world: World): Shown<SourceRecord> {
  const { findingsOf, claimsOf } = view.ties();
  const accounts = view.accountById();
  const questionsOf = view.questionsOfClaim();
  const own = new Set(rows.map(({ claim }) => claim.id));
  const counts = { alone: 0, confirmed: 0, contradicted: 0, denied: 0, superseded: 0, againstInterest: 0 };
  const types = new Map<string, number>();
  const at = ({ dispatch, start, end }: { dispatch: string; start: number; end: number }, id: string): boolean =>
    view.rowsAt(dispatch, start, end).some(({ claim }) => claim.id === id);
  for (const { claim } of rows) {
    types.set(claim.type, (types.get(claim.type) ?? 0) + 1);
    const findings = findingsOf.get(claim.id) ?? [];
    const origin = originOf(accounts.get(claim.id)!, view.checked.origins);
    const others = (questionsOf.get(claim.id) ?? []).flatMap((question) => question.accounts);
    if (others.every((other) => originOf(other, view.checked.origins) === origin)) counts.alone++;
    const meets = (kind: string): boolean =>
      findings.some((finding) => finding.kind === kind && claimsOf.get(finding.id)!.some((id) => !own.has(id)));
    if (meets('agrees')) counts.confirmed++;
    if (meets('contradicts') || meets('disputes-part')) counts.contradicted++;
    if (findings.some((finding) => finding.kind === 'denies' && at(finding.b, claim.id))) counts.denied++;
    if (findings.some((finding) => finding.kind === 'supersedes' && at(finding.b, claim.id))) counts.superseded++;
    if (concessionOf(claim, world)) counts.againstInterest++;
  }
  return {
    statements: new Set(
      rows.flatMap(({ claim, dispatch }) => (claim.statement ? [`${dispatch.id} ${claim.statement}`] : [])),
    ).size,
    claims: rows.length,
    dispatches: new Set(rows.map(({ dispatch }) => dispatch.id)).size,
    types: [...types]
      .map(([type, claims]) => ({ type: type as SourceRecord['types'][number]['type'], claims }))
      .sort((a, b) => b.claims - a.claims || (a.type < b.type ? -1 : 1)),
    ...counts,
  };
}

export function sourceEntryOf(speaker: Speaker, view: View, world: World): Shown<SourceEntry> {
  const { id, kind, label, rows } = speaker;
  return { id, kind, label, said: saidDays(rows), record: recordOf(speaker, view, world) };
}

/** From the first to the last day on which it speaks; what nobody can date adds nothing. */
function saidDays(rows: readonly Row[]): Days | null {
  const days = rows.flatMap(({ claim: { clocks } }) => {
    if (clocks.said === null) return [];
    const { first, last } = daysOf(clocks.said);
    return [first, last].filter((day) => day !== null);
  });
  days.sort();
  return days.length > 0 ? { first: days[0]!, last: days.at(-1)! } : null;
}
