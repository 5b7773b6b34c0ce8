import { daysOf, foldName } from '../../../core/index.ts';
import { type Account, compatible, intervalOf, isBelieved, type World } from '../../../crosscheck/index.ts';
import type { Finding as LedgerFinding } from '../../../ledger/index.ts';
import type {
  Bilingual,
  SeriesDocument,
  SeriesEntry,
  SeriesListDocument,
  SeriesListQuery,
  SeriesPoint,
  SeriesQuery,
  Shown,
} from '../../contract/index.ts';
import { noSeries } from '../problems.ts';
import type { View } from '../view.ts';
import { findingOf, isContested } from './findings.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { compareText } from './order.ts';

const KINDS = ['strength', 'casualties', 'displacement', 'control'] as const;

/** The counted questions: each with one entry for each unit that its answers are in, those with most figures first. */
export function seriesListDocument(view: View, query: SeriesListQuery, world: World): Shown<SeriesListDocument> {
  const questions = new Map(view.questions().map((question) => [question.id, question]));
  const all = view.checked.questions.flatMap((question): Shown<SeriesEntry>[] => {
    const kind = KINDS.find((one) => one === question.kind);
    if (!kind) return [];
    const { id, place, party, sentence } = question;
    if (query.kind.length > 0 && !query.kind.includes(kind)) return [];
    if (query.party.length > 0 && !query.party.some((one) => party !== null && world.parties.under(party, one)))
      return [];
    if (query.place.length > 0 && !query.place.some((one) => place !== null && world.gazetteer.within(place, one)))
      return [];
    return [...byUnit(question.accounts)].map(([unit, accounts]) => {
      const days = accounts
        .map((account) => axisDay(account))
        .filter((day) => day !== null)
        .sort();
      return {
        question: id,
        kind,
        unit,
        party,
        place,
        sentence,
        points: accounts.length,
        sources: new Set(accounts.map(({ voice }) => voice.key)).size,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        contested: questions.get(id)!.contested,
      };
    });
  });
  all.sort((a, b) => b.points - a.points || compareText(`${a.question} ${a.unit}`, `${b.question} ${b.unit}`));
  const series = all.slice(query.from, query.from + query.limit);
  return {
    format: 1,
    total: all.length,
    from: query.from,
    series,
    parties: partyNames(
      series.flatMap(({ party }) => party ?? []),
      world,
    ),
    places: placeNames(
      series.flatMap(({ place }) => place ?? []),
      world,
    ),
  };
}

/** A counted question over time: every figure given, with its bounds, and what replaced what. */
export function seriesDocument(view: View, id: string, query: SeriesQuery, world: World): Shown<SeriesDocument> {
  const question = view.checked.questions.find((one) => one.id === id);
  const units = question ? [...byUnit(question.accounts)].sort((a, b) => b[1].length - a[1].length) : [];
  const chosen = query.unit === undefined ? units[0] : units.find(([unit]) => unit === query.unit);
  if (!question || !chosen) throw noSeries(id, query.unit ?? null);
  const [unit, all] = chosen;
  const accounts = all.filter(
    (account) => isBelieved(account.voice, query.believe, world) && isToldBy(account, query.asOf ?? null),
  );
  const findings = view.checked.findings.filter((finding) => finding.question === id);
  const superseded = supersessions(findings, view);
  const points = accounts.map((account) => pointOf(account, accounts, superseded, view, world));
  points.sort((a, b) => compareText(a.at ?? '9999', b.at ?? '9999') || compareText(a.claim, b.claim));
  const shown = new Set(points.map(({ claim }) => claim));
  const { claimsOf } = view.ties();
  const claims = points.map(({ claim }) => view.rowById().get(claim)!.claim);
  return {
    format: 1,
    question: view.questions().find((one) => one.id === id)!,
    unit,
    units: units.map(([name, own]) => ({ unit: name, points: own.length })),
    believe: query.believe,
    points,
    findings: findings
      .filter((finding) => claimsOf.get(finding.id)!.some((claim) => shown.has(claim)))
      .map((finding) => findingOf(finding, view)),
    parties: partyNames([...partiesIn(claims), ...(question.party === null ? [] : [question.party])], world),
    places: placeNames([...placesIn(claims), ...(question.place === null ? [] : [question.place])], world),
  };
}

/** The accounts that give a figure and stand, by unit. A figure that is denied is none that anybody gives. */
function byUnit(accounts: readonly Account[]): Map<string, Account[]> {
  const units = new Map<string, Account[]>();
  for (const account of accounts) {
    const { claim, statement } = account;
    if (claim.quantity === null || claim.withdrawn !== null) continue;
    if (claim.polarity === 'negated' || statement?.act === 'deny') continue;
    const { unit } = claim.quantity;
    const known = units.get(unit);
    if (known) known.push(account);
    else units.set(unit, [account]);
  }
  return units;
}

function isToldBy({ claim }: Account, asOf: string | null): boolean {
  const first = claim.clocks.held?.first ?? null;
  return asOf === null || first === null || first <= asOf;
}

/** Where a figure stands on the axis: the last day that it counts, else the last on which it can have been said. */
function axisDay({ claim }: Account): string | null {
  const { held, said } = claim.clocks;
  return held?.last ?? (said === null ? null : daysOf(said).last) ?? held?.first ?? null;
}

function pointOf(
  account: Account,
  all: readonly Account[],
  superseded: ReadonlyMap<string, string>,
  view: View,
  { parties }: World,
): Shown<SeriesPoint> {
  const { claim, voice } = account;
  const row = view.rowById().get(claim.id)!;
  const quantity = claim.quantity!;
  const { low, high } = intervalOf(quantity);
  const root = voice.parties[0] && (parties.ancestors(voice.parties[0]).at(-1) ?? voice.parties[0]);
  const names = root ? parties.byId(root)?.names : undefined;
  const label = row.claim.source.label;
  const { said, held } = claim.clocks;
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    dispatch: row.dispatch,
    text: claim.text,
    source: row.claim.source,
    // One whom only the dispatch names stays nameless here, and each is its own.
    by: root ?? (label === null ? `unnamed:${claim.id}` : foldName(label)),
    byLabel: names ? { fr: names.fr, en: names.en } : label === null ? NAMELESS : { fr: label, en: label },
    value: quantity.value,
    max: quantity.max ?? null,
    bound: quantity.bound,
    low: quantity.bound === '<' || quantity.bound === '<=' ? null : low,
    high: Number.isFinite(high) ? high : null,
    said,
    saidDays: said === null ? null : daysOf(said),
    heldDays: held,
    at: axisDay(account),
    certainty: row.claim.certainty,
    parties: [...claim.actor, ...claim.target],
    places: claim.place.flatMap(({ candidates }) => candidates[0]?.id ?? []),
    supersededBy: superseded.get(claim.id) ?? null,
    contradicts: contradictionsOf(account, all, view),
  };
}

const NAMELESS: Bilingual = { fr: 'une personne nommée dans la dépêche', en: 'a person named in the dispatch' };

/** By which claim each was replaced, as far as cross-checking says; the earliest that did. */
function supersessions(findings: readonly LedgerFinding[], view: View): Map<string, string> {
  const by = new Map<string, string>();
  const idsAt = ({ dispatch, start, end }: LedgerFinding['a']): string[] =>
    view.rowsAt(dispatch, start, end).map(({ claim }) => claim.id);
  const ordered = findings
    .filter(({ kind }) => kind === 'supersedes')
    .toSorted((x, y) => compareText(x.a.said ?? '', y.a.said ?? ''));
  for (const { a, b } of ordered)
    for (const older of idsAt(b)) {
      const newer = idsAt(a)[0];
      if (newer !== undefined && !by.has(older)) by.set(older, newer);
    }
  return by;
}

/** The claims that cross-checking sets against this one, of those shown, where no number fits both. */
function contradictionsOf({ claim }: Account, all: readonly Account[], view: View): string[] {
  const { findingsOf, claimsOf } = view.ties();
  const against = new Set((findingsOf.get(claim.id) ?? []).filter(isContested).flatMap(({ id }) => claimsOf.get(id)!));
  return all
    .filter(
      ({ claim: other }) =>
        other.id !== claim.id &&
        against.has(other.id) &&
        !compatible(intervalOf(claim.quantity!), intervalOf(other.quantity!)),
    )
    .map(({ claim: other }) => other.id);
}
