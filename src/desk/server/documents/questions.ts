import type { World } from '../../../crosscheck/index.ts';
import type { ClaimRow, QuestionDocument, Shown, Source } from '../../contract/index.ts';
import { noQuestion } from '../problems.ts';
import type { View } from '../view.ts';
import { findingOf, questionOf } from './findings.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';

/** A question with its answers by source: within each, in the order in which they were said. */
export function questionDocument(view: View, id: string, world: World): Shown<QuestionDocument> {
  const asked = view.checked.questions.find((question) => question.id === id);
  if (!asked) throw noQuestion(id, view.dossier.title);
  const rows = new Map(view.rows.map((row) => [row.claim.id, row]));
  const bySource = new Map<string, { source: Shown<Source>; claims: Shown<ClaimRow>[] }>();
  for (const { claim, voice } of asked.accounts) {
    const row = rows.get(claim.id)!;
    const known = bySource.get(voice.key);
    if (known) known.claims.push(row);
    else bySource.set(voice.key, { source: row.claim.source, claims: [row] });
  }
  const answers = [...bySource.values()].map(({ source, claims }) => ({
    source,
    claims: claims.toSorted((a, b) => compare(dayOf(a), dayOf(b))),
  }));
  const findings = view.checked.findings.filter((finding) => finding.question === id);
  const claims = answers.flatMap((answer) => answer.claims.map(({ claim }) => claim));
  return {
    format: 1,
    question: questionOf(asked, findings),
    answers: answers.sort(
      (a, b) => b.claims.length - a.claims.length || compare(dayOf(a.claims[0]!), dayOf(b.claims[0]!)),
    ),
    findings: findings.map((finding) => findingOf(finding, view)),
    parties: partyNames([...partiesIn(claims), ...(asked.party === null ? [] : [asked.party])], world),
    places: placeNames([...placesIn(claims), ...(asked.place === null ? [] : [asked.place])], world),
  };
}

/** The day it was said, or by which it was; what nobody can date comes last. */
function dayOf({ claim }: Shown<ClaimRow>): string {
  return claim.clocks.said?.replace('../', '') ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
