import type { World } from '../../../crosscheck/index.ts';
import type { DossierDocument, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { findingOf, isContested } from './findings.ts';
import { partyNames } from './names.ts';

/** How many of each list a dossier at a glance begins with; what follows is asked for by pages. */
const GLANCE = 200;

/** A dossier at a glance. */
export function dossierDocument(view: View, world: World): Shown<DossierDocument> {
  const questions = view.questions().slice(0, GLANCE);
  return {
    format: 1,
    dossier: view.dossier,
    exercise: view.accounts.dispatches.some(({ exercise }) => exercise),
    counts: countsOf(view),
    dispatches: [...view.summaries().values()].slice(0, GLANCE),
    findings: view.checked.findings.slice(0, GLANCE).map((finding) => findingOf(finding, view)),
    questions,
    sources: view.sources(),
    parties: partyNames(
      questions.flatMap(({ party }) => party ?? []),
      world,
    ),
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
