import type { World } from '../../../crosscheck/index.ts';
import type { Finding as LedgerFinding, Review, StoredEntry } from '../../../ledger/index.ts';
import type { FindingSide, OverviewDocument, ReviewItem, Shown } from '../../contract/index.ts';
import { dateBoundsOf } from '../importing/date-bounds.ts';
import type { View } from '../view.ts';
import { changesOf } from './changes.ts';
import { refOf } from './claim.ts';
import { countsOf } from './dossier.ts';
import { findingOf, isContested, sideOf } from './findings.ts';
import { partyNames } from './names.ts';
import { compareText } from './order.ts';

/** How many of each an overview shows; the lists have the rest. */
const SHOWN = 12;
/** What programs do on their own is not what people did. */
const BY_PEOPLE = new Set([
  'dossier-titled',
  'dossier-archived',
  'dispatch-dated',
  'correction',
  'rejection',
  'addition',
  'undone',
  'party-merged',
  'party-split',
  'place-merged',
  'place-split',
  'origin-judged',
  'verdict',
  'dispatch-removed',
]);

/** What is contested now, what changed since a day, what awaits a date or a review. */
export function overviewDocument(
  view: View,
  entries: readonly StoredEntry[],
  review: readonly Review[],
  asked: { readonly since?: string | undefined },
  world: World,
): Shown<OverviewDocument> {
  const since = asked.since ?? lastDayOf(entries);
  const { findings } = view.checked;
  const isNew = (instant: string | undefined): boolean => since !== null && (instant ?? '').slice(0, 10) >= since;
  const summaries = [...view.summaries().values()];
  const added = summaries
    .filter(({ id }) => isNew(view.dispatches.get(id)!.learned))
    .sort((a, b) => compareText(view.dispatches.get(b.id)!.learned, view.dispatches.get(a.id)!.learned));
  const found = findings.filter(({ id }) => isNew(view.firstFound.get(id)));
  const done = changesOf(entries, view, world).filter(({ kind, learned }) => BY_PEOPLE.has(kind) && isNew(learned));
  const undated = summaries.filter(({ published }) => published === null);
  const unread = summaries.filter(({ state }) => state === 'unread');
  const contested = contestedOf(view);
  return {
    format: 1,
    dossier: view.dossier,
    exercise: summaries.some(({ exercise }) => exercise),
    counts: countsOf(view),
    contested: { total: contested.length, questions: contested.slice(0, SHOWN) },
    changed: {
      since,
      dispatches: { total: added.length, items: added.slice(0, SHOWN) },
      findings: {
        total: found.length,
        items: found.slice(0, SHOWN).map((finding) => findingOf(finding, view)),
      },
      changes: { total: done.length, items: done.slice(0, SHOWN) },
    },
    awaiting: {
      undated: {
        total: undated.length,
        items: undated.slice(0, SHOWN).map((dispatch) => ({ dispatch, bounds: boundsOf(view, dispatch.id) })),
      },
      unread: { total: unread.length, items: unread.slice(0, SHOWN) },
      stale: summaries.filter(({ state }) => state === 'stale').length,
      review: { total: review.length, items: review.slice(0, SHOWN).flatMap((item) => reviewItemOf(item, view)) },
    },
    parties: partyNames(
      contested.slice(0, SHOWN).flatMap(({ question }) => question.party ?? []),
      world,
    ),
  };
}

/** What an undated dispatch of the view tells of its day. */
function boundsOf(view: View, id: string): OverviewDocument['awaiting']['undated']['items'][number]['bounds'] {
  const statements = view.accounts.statements.filter(({ dispatch }) => dispatch === id);
  const claims = (view.rowsOf.get(id) ?? []).map(({ claim }) => claim);
  return { ...dateBoundsOf({ claims, statements }, view.dispatches.get(id)!.learned) };
}

/** The questions on which accounts are against each other, those with the latest account first. */
function contestedOf(view: View): Shown<OverviewDocument['contested']['questions'][number]>[] {
  const byQuestion = new Map<string, LedgerFinding[]>();
  for (const finding of view.checked.findings) {
    if (!isContested(finding)) continue;
    const known = byQuestion.get(finding.question);
    if (known) known.push(finding);
    else byQuestion.set(finding.question, [finding]);
  }
  return view
    .questions()
    .filter(({ id }) => byQuestion.has(id))
    .map((question) => {
      const own = byQuestion.get(question.id)!.toSorted((a, b) => compareText(latestOf(b), latestOf(a)));
      const finding = own[0]!;
      return {
        question,
        finding: findingOf(finding, view),
        sides: sidesOf(own, view),
        latest: latestOf(finding) || null,
      };
    })
    .sort((a, b) => compareText(b.latest ?? '', a.latest ?? ''));
}

function latestOf({ claims }: LedgerFinding): string {
  return claims
    .map(({ said }) => said?.replace('../', '') ?? '')
    .sort()
    .at(-1)!;
}

/** One account for each source that takes part, the earliest of each. */
function sidesOf(findings: readonly LedgerFinding[], view: View): Shown<FindingSide>[] {
  const bySource = new Map<string, Shown<FindingSide>>();
  for (const { a, b } of findings)
    for (const side of [a, b].map((one) => sideOf(one, view)))
      if (!bySource.has(side.source)) bySource.set(side.source, side);
  return [...bySource.values()];
}

function reviewItemOf({ entry, why, now, dispatch, about }: Review, view: View): Shown<ReviewItem>[] {
  const there = view.dispatches.get(dispatch);
  if (!there || !('layer' in about.body || 'claim' in about.body)) return [];
  const { body, kind, author, learned } = about;
  if (kind !== 'correction' && kind !== 'rejection' && kind !== 'addition') return [];
  const words = 'words' in body ? body.words : 'claim' in body ? body.claim : null;
  return [
    {
      entry,
      kind,
      why,
      author,
      learned,
      dispatch: refOf(there),
      words: words && { start: words.start, end: words.end, text: words.text },
      slot: 'slot' in body ? body.slot : null,
      seen: 'seen' in body ? body.seen : null,
      set: 'set' in body ? body.set : null,
      now,
    },
  ];
}

/** The day before the last thing that happened. */
function lastDayOf(entries: readonly StoredEntry[]): string | null {
  const last = entries.at(-1);
  if (!last) return null;
  return new Date(Date.parse(last.learned) - 86_400_000).toISOString().slice(0, 10);
}
