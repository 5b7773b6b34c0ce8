import { assert } from '../../core/index.ts';
import type { Writing } from '../append.ts';
import type { Finding } from '../finding.ts';
import { replaceFindings } from '../queries/replace-findings.ts';
import { texts } from '../queries/texts.ts';
import { assertWords } from '../words.ts';

/** Puts the findings of a dossier in the place of the former ones. */
export async function storeFindings({ db, dossier, clock }: Writing, findings: readonly Finding[]): Promise<void> {
  const sides = findings.flatMap(({ a, b, claims }) => [a, b, ...claims]);
  const text = await texts(db, { dossier, dispatches: [...new Set(sides.map((side) => side.dispatch))] });
  for (const side of sides) {
    const own = text.get(side.dispatch);
    assert(own !== undefined, `a finding on a dispatch that is not there: ${side.dispatch}`);
    assertWords(own, side);
  }
  assert(new Set(findings.map((finding) => finding.id)).size === findings.length, 'two findings of one id');
  await replaceFindings(db, { dossier, findings, now: clock().toISOString() });
}
