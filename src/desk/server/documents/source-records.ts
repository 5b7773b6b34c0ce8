import { type Days, daysOf } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { Bilingual, ClaimRow, Shown, SourceChoice, SourceEntry, SourceRecord } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { concessionOf } from './interest.ts';
import { choicesOf } from './sources.ts';

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
  for (const row of view.rows) for (const id of choicesOf(row.claim.source, { parties })) put(id, row);
  return new Map(
    view.sources().map(({ value, kind, label }) => [value, { id: value, kind, label, rows: rows.get(value) ?? [] }]),
  );
}

/** What became of what a source said. */
export function recordOf({ rows }: Speaker, view: View, world: World): Shown<SourceRecord> {
  const { findingsOf, claimsOf } = view.ties();
  const shared = view.sharedClaims();
  const own = new Set(rows.map(({ claim }) => claim.id));
  let statements = 0;
  let dispatches = 0;
  let last: string | null = null;
  const statementsOfLast = new Set<string>(); // the claims of a dispatch stand together
  const counts = { alone: 0, confirmed: 0, contradicted: 0, denied: 0, superseded: 0, againstInterest: 0 };
  const types = new Map<string, number>();
  const at = ({ dispatch, start, end }: { dispatch: string; start: number; end: number }, id: string): boolean =>
    view.rowsAt(dispatch, start, end).some(({ claim }) => claim.id === id);
  for (const { claim, dispatch } of rows) {
    types.set(claim.type, (types.get(claim.type) ?? 0) + 1);
    if (dispatch.id !== last) {
      dispatches++;
      last = dispatch.id;
      statementsOfLast.clear();
    }
    if (claim.statement !== null && !statementsOfLast.has(claim.statement)) {
      statements++;
      statementsOfLast.add(claim.statement);
    }
    // One whose questions all come from one origin: its own.
    if (!shared.has(claim.id)) counts.alone++;
    if (concessionOf(claim, world)) counts.againstInterest++;
    const findings = findingsOf.get(claim.id);
    if (!findings) continue; // as nearly all of a large dossier
    const meets = (kind: string): boolean =>
      findings.some((finding) => finding.kind === kind && claimsOf.get(finding.id)!.some((id) => !own.has(id)));
    if (meets('agrees')) counts.confirmed++;
    if (meets('contradicts') || meets('disputes-part')) counts.contradicted++;
    if (findings.some((finding) => finding.kind === 'denies' && at(finding.b, claim.id))) counts.denied++;
    if (findings.some((finding) => finding.kind === 'supersedes' && at(finding.b, claim.id))) counts.superseded++;
  }
  return {
    statements,
    claims: rows.length,
    dispatches,
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
  const days = [...new Set(rows.map(({ claim }) => claim.clocks.said))].flatMap((said) => {
    if (said === null) return [];
    const { first, last } = daysOf(said);
    return [first, last].filter((day) => day !== null);
  });
  days.sort();
  return days.length > 0 ? { first: days[0]!, last: days.at(-1)! } : null;
}
