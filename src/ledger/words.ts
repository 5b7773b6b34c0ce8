import { assert, type Span, wordsOf } from '../core/index.ts';
import type { Claim, DispatchReading, Mention, Statement } from '../reading/index.ts';

// Every span of the ledger carries the words under it. They are asserted before they are written and after they are
// read, so that an offset that went wrong anywhere stops there.

/** Asserts that a span holds these words in the text. */
export function assertWords(text: string, { start, end, text: words }: Mention): void {
  assert(
    end > start && wordsOf(text, { start, end }) === words,
    `${start}–${end} does not hold ${JSON.stringify(words)}`,
  );
}

export function assertStatementWords(text: string, statement: Statement): void {
  for (const mention of statement.content) assertWords(text, mention);
  if (statement.cue) assertWords(text, statement.cue);
  if (statement.source) assertWords(text, statement.source);
  assertDoubts(text, statement.doubts);
}

export function assertClaimWords(text: string, claim: Claim): void {
  assertWords(text, claim);
  assertDoubts(text, claim.doubts);
}

export function assertReadingWords(text: string, reading: DispatchReading): void {
  for (const noise of reading.noise) assertWords(text, noise);
  for (const statement of reading.statements) assertStatementWords(text, statement);
  for (const claim of reading.claims) assertClaimWords(text, claim);
  assertDoubts(text, reading.doubts);
  const ids = new Set(reading.statements.map((statement) => statement.id));
  assert(ids.size === reading.statements.length, 'two statements of one id');
  for (const { statement } of reading.claims)
    assert(statement === null || ids.has(statement), `a claim of a statement that is not there: ${statement}`);
}

function assertDoubts(text: string, doubts: readonly { readonly span: Span | null }[]): void {
  for (const { span } of doubts) assert(span === null || span.end <= text.length, 'a doubt beyond the end of the text');
}
