import type { DossierDocument, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { isContested } from './findings.ts';

/** A dossier at a glance: what every page needs of it. Its lists are asked for by pages. */
export function dossierDocument(view: View): Shown<DossierDocument> {
  return {
    format: 1,
    dossier: view.dossier,
    exercise: view.accounts.dispatches.some(({ exercise }) => exercise),
    counts: countsOf(view),
    sources: view.sources(),
  };
}

export function countsOf({ accounts, checked }: View): DossierDocument['counts'] {
  const { dispatches, statements, claims } = accounts;
  return {
    dispatches: dispatches.length,
    undated: dispatches.filter(({ published }) => published === null).length,
    unread: dispatches.filter(({ state }) => state === 'unread').length,
    statements: statements.length,
    claims: claims.length,
    questions: checked.questions.length,
    findings: checked.findings.length,
    contested: checked.findings.filter(isContested).length,
  };
}
