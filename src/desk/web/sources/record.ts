import type { SourceRecord } from '../../contract/index.ts';

/** The counts of a record, in the order in which a table shows them. */
export const RECORD_COLUMNS = [
  'statements',
  'claims',
  'dispatches',
  'alone',
  'confirmed',
  'contradicted',
  'denied',
  'superseded',
  'againstInterest',
] as const satisfies readonly (keyof SourceRecord)[];
