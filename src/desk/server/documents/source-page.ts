import type { World } from '../../../crosscheck/index.ts';
import type { Finding as LedgerFinding } from '../../../ledger/index.ts';
import type { FindingKind, Shown, SourceDocument, SourceQuery, SourcesDocument } from '../../contract/index.ts';
import { noSource } from '../problems.ts';
import type { View } from '../view.ts';
import { findingOf } from './findings.ts';
import { concessionOf } from './interest.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { compareText, saidDay } from './order.ts';

/** Findings that are shown with each source that it differs from, and with all of them; `findings` gives every one. */
const FINDINGS_SHOWN = 10;
const FINDINGS_IN_ALL = 100;
const CONCEDED_SHOWN = 50;
const QUESTIONS_SHOWN = 30;

/** Who speaks in a dossier, with the record of each. */
export function sourcesDocument(view: View): Shown<SourcesDocument> {
  return { format: 1, sources: [...view.sourceEntries().values()] };
}

/** What a source said, and with whom its accounts are against each other. */
export function sourceDocument(view: View, id: string, query: SourceQuery, world: World): Shown<SourceDocument> {
  const speaker = view.speakers().get(id);
  const entry = view.sourceEntries().get(id);
  if (!speaker || !entry) throw noSource(id, view.dossier.title);
  const rows = speaker.rows.toSorted(
    (a, b) =>
      compareText(saidDay(a), saidDay(b)) || compareText(a.dispatch.id, b.dispatch.id) || a.claim.start - b.claim.start,
  );
  const said = rows.slice(query.from, query.from + query.limit);
  const conceded = rows
    .flatMap((row) => {
      const why = concessionOf(row.claim, world);
      return why ? [{ row, ...why }] : [];
    })
    .slice(0, CONCEDED_SHOWN);
  const claims = [...said, ...conceded.map(({ row }) => row)].map(({ claim }) => claim);
  return {
    format: 1,
    source: entry,
    voices: voicesOf(rows),
    differs: differsOf(view, id),
    contested: contestedCounts(view, id),
    conceded,
    questions: questionsAnswered(view, rows),
    said: { total: rows.length, from: query.from, claims: said },
    dispatches: [...new Map(said.map(({ dispatch }) => [dispatch.id, dispatch])).values()],
    parties: partyNames(partiesIn(claims), world),
    places: placeNames(placesIn(claims), world),
  };
}

type Rows = Shown<SourceDocument>['said']['claims'];

function contestedCounts(view: View, id: string): Shown<SourceDocument['contested']> {
  const own = view.contestedOfSource().get(id) ?? [];
  return { findings: own.length, unnamed: own.filter(({ sources }) => sources.size === 1).length };
}

function voicesOf(rows: Rows): { label: string; claims: number }[] {
  const counts = new Map<string, number>();
  for (const { claim } of rows)
    if (claim.source.label !== null) counts.set(claim.source.label, (counts.get(claim.source.label) ?? 0) + 1);
  return [...counts]
    .map(([label, claims]) => ({ label, claims }))
    .sort((a, b) => b.claims - a.claims || compareText(a.label, b.label));
}

function differsOf(view: View, id: string): Shown<SourceDocument['differs']> {
  const against = new Map<string, LedgerFinding[]>();
  for (const { finding, sources } of view.contestedOfSource().get(id) ?? [])
    for (const other of sources) {
      if (other === id) continue;
      const known = against.get(other);
      if (known) known.push(finding);
      else against.set(other, [finding]);
    }
  const most = Math.max(1, Math.min(FINDINGS_SHOWN, Math.floor(FINDINGS_IN_ALL / Math.max(1, against.size))));
  return [...against]
    .map(([other, findings]) => {
      const { id: value, kind, label } = view.sourceEntries().get(other)!;
      const kinds = new Map<FindingKind, number>();
      for (const finding of findings) kinds.set(finding.kind, (kinds.get(finding.kind) ?? 0) + 1);
      return {
        source: { id: value, kind, label },
        kinds: [...kinds].map(([name, count]) => ({ kind: name, findings: count })),
        findings: findings.slice(0, most).map((finding) => findingOf(finding, view)),
        count: findings.length,
      };
    })
    .sort((a, b) => b.count - a.count || compareText(a.source.id, b.source.id))
    .map(({ count: _, ...shown }) => shown);
}

function questionsAnswered(view: View, rows: Rows): Shown<SourceDocument['questions']> {
  const counts = new Map<string, number>();
  const questionsOf = view.questionsOfClaim();
  for (const { claim } of rows)
    for (const { id } of questionsOf.get(claim.id) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return view
    .questions()
    .filter(({ id }) => counts.has(id))
    .toSorted((a, b) => counts.get(b.id)! - counts.get(a.id)!)
    .slice(0, QUESTIONS_SHOWN);
}
