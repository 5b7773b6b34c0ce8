import type { Question as CheckedQuestion } from '../../../crosscheck/index.ts';
import type { Finding as LedgerFinding, FindingSide as LedgerSide } from '../../../ledger/index.ts';
import type { Finding, FindingSide, Question, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { refOf } from './claim.ts';

export function sideOf(side: LedgerSide, { dispatches }: Pick<View, 'dispatches'>): Shown<FindingSide> {
  return { ...side, dispatch: refOf(dispatches.get(side.dispatch)!) };
}

export function findingOf(finding: LedgerFinding, view: Pick<View, 'dispatches' | 'firstFound'>): Shown<Finding> {
  return {
    ...finding,
    slot: finding.slot ?? null,
    a: sideOf(finding.a, view),
    b: sideOf(finding.b, view),
    claims: finding.claims.map((side) => sideOf(side, view)),
    firstFound: view.firstFound.get(finding.id) ?? null,
  };
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
