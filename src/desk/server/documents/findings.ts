import type { Question as CheckedQuestion, World } from '../../../crosscheck/index.ts';
import type { Finding as LedgerFinding, FindingSide as LedgerSide } from '../../../ledger/index.ts';
import {
  FINDING_KINDS,
  type Finding,
  type FindingSide,
  type FindingsDocument,
  type FindingsQuery,
  type Question,
  type Shown,
} from '../../contract/index.ts';
import type { View } from '../view.ts';
import { refOf } from './claim.ts';
import { isSaidBy } from './sources.ts';

/** A side as lists show it: one whom only the dispatch names stays without a name. */
export function sideOf(side: LedgerSide, view: Pick<View, 'dispatches' | 'isPrivate'>): Shown<FindingSide> {
  const source = view.isPrivate(side) ? '' : side.source;
  return { ...side, source, dispatch: refOf(view.dispatches.get(side.dispatch)!) };
}

export function findingOf(
  finding: LedgerFinding,
  view: Pick<View, 'dispatches' | 'firstFound' | 'isPrivate' | 'verdicts'>,
): Shown<Finding> {
  const ruled = view.verdicts.findLast(({ body: { about } }) => about.kind === 'finding' && about.id === finding.id);
  return {
    ...finding,
    slot: finding.slot ?? null,
    a: sideOf(finding.a, view),
    b: sideOf(finding.b, view),
    claims: finding.claims.map((side) => sideOf(side, view)),
    sentence: withoutNames(finding, view),
    firstFound: view.firstFound.get(finding.id) ?? null,
    verdict: ruled
      ? {
          ruling: ruled.body.ruling,
          note: ruled.body.note,
          entry: ruled.id,
          author: ruled.author,
          learned: ruled.learned,
        }
      : null,
  };
}

/** The sentence of a finding, in which somebody whom only the dispatch names is « a person ». */
function withoutNames({ a, b, sentence }: LedgerFinding, view: Pick<View, 'isPrivate'>): LedgerFinding['sentence'] {
  let { fr, en } = sentence;
  for (const side of [a, b])
    if (side.source !== '' && view.isPrivate(side)) {
      fr = fr.replaceAll(side.source, 'une personne que nomme la dépêche');
      en = en.replaceAll(side.source, 'a person whom the dispatch names');
    }
  return { fr, en };
}

/** True for findings that show accounts against each other. */
export function isContested({ kind }: Pick<LedgerFinding, 'kind'>): boolean {
  return kind === 'contradicts' || kind === 'denies' || kind === 'disputes-part';
}

export function questionOf(question: CheckedQuestion, findings: readonly LedgerFinding[]): Shown<Question> {
  const { id, kind, place, party, sentence, accounts } = question;
  const about = findings.filter((finding) => finding.question === id);
  return {
    id,
    kind,
    place,
    party,
    sentence,
    answers: accounts.length,
    findings: about.map((finding) => finding.id),
    contested: about.some(isContested),
  };
}

/** All questions. The findings are grouped first: there can be many of both. */
export function questionsOf({ checked: { questions, findings } }: Pick<View, 'checked'>): Shown<Question>[] {
  const byQuestion = new Map<string, LedgerFinding[]>();
  for (const finding of findings) {
    const known = byQuestion.get(finding.question);
    if (known) known.push(finding);
    else byQuestion.set(finding.question, [finding]);
  }
  return questions.map((question) => questionOf(question, byQuestion.get(question.id) ?? []));
}

/** The findings that fit the filters, by pages. */
export function findingsDocument(view: View, query: FindingsQuery, world: World): Shown<FindingsDocument> {
  const { findings } = view.checked;
  const { claimsOf } = view.ties();
  const isOf = (finding: LedgerFinding, who: string): boolean =>
    claimsOf.get(finding.id)!.some((id) => isSaidBy(view.rowById().get(id)!.claim.source, who, world));
  const fitting = findings.filter(
    (finding) =>
      (query.kind.length === 0 || query.kind.includes(finding.kind)) &&
      (query.question.length === 0 || query.question.includes(finding.question)) &&
      (query.dispatch.length === 0 || finding.claims.some(({ dispatch }) => query.dispatch.includes(dispatch))) &&
      (query.since === undefined || (view.firstFound.get(finding.id) ?? '').slice(0, 10) >= query.since) &&
      (query.source.length === 0 || query.source.some((who) => isOf(finding, who))),
  );
  const kinds = FINDING_KINDS.map((kind) => ({ kind, findings: findings.filter((one) => one.kind === kind).length }));
  return {
    format: 1,
    total: fitting.length,
    from: query.from,
    kinds: kinds.filter((one) => one.findings > 0),
    findings: fitting.slice(query.from, query.from + query.limit).map((finding) => findingOf(finding, view)),
  };
}
