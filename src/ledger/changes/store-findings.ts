import { assert } from '../../core/index.ts';
import type { Writing } from '../append.ts';
import type { Finding } from '../finding.ts';
import { replaceFindings } from '../queries/replace-findings.ts';
import { texts } from '../queries/texts.ts';
import { assertWords } from '../words.ts';

/**
 * Puts the findings of a dossier in the place of the former ones. Those of `since` that are here still, the same objects,
 * are stored already: unless another program stored other findings meanwhile, they are not written again.
 */
export async function storeFindings(
  writing: Writing,
  findings: readonly Finding[],
  since: readonly Finding[],
): Promise<void> {
  const ids = findings.map((finding) => finding.id);
  assert(new Set(ids).size === ids.length, 'two findings of one id');
  const stored = new Set(since);
  const there = await write(writing, ids, (finding) => !stored.has(finding), findings);
  if (there !== ids.length) await write(writing, ids, () => true, findings);
}

/** Writes those findings that are chosen, and the order of all. Returns how many of all are there. */
async function write(
  { db, dossier, clock }: Writing,
  ids: readonly string[],
  isWritten: (finding: Finding) => boolean,
  findings: readonly Finding[],
): Promise<number> {
  const written = findings.filter(isWritten);
  const sides = written.flatMap(({ a, b, claims }) => [a, b, ...claims]);
  const text = await texts(db, { dossier, dispatches: [...new Set(sides.map((side) => side.dispatch))] });
  for (const side of sides) {
    const own = text.get(side.dispatch);
    assert(own !== undefined, `a finding on a dispatch that is not there: ${side.dispatch}`);
    assertWords(own, side);
  }
  return replaceFindings(db, { dossier, ids, written, now: clock().toISOString() });
}
