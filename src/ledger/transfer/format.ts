import { z } from 'zod';
import { ENTRY_KINDS } from '../entry.ts';

// A ledger as JSON lines: a header, then what happened, dossier by dossier, then an end that says how many lines there
// were. docs/ledger.md describes it for those who write or read it without us.

export const FORMAT = 1;

const id = z.string().min(1);
const instant = z.iso.datetime({ precision: 3 });

export const headerLine = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('recoupe-ledger'),
  exported: instant,
});
export type HeaderLine = z.infer<typeof headerLine>;

const entryLine = z.object({
  line: z.literal('entry'),
  dossier: id,
  id: z.uuidv7(),
  kind: z.enum(ENTRY_KINDS),
  author: z.string(),
  learned: instant,
  body: z.record(z.string(), z.unknown()),
});
const contentLine = z.object({
  line: z.literal('content'),
  dossier: id,
  dispatch: id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.base64(),
  text: z.string(),
});
const readingLine = z.object({
  line: z.literal('reading'),
  dossier: id,
  id: z.uuidv7(),
  dispatch: id,
  body: z.record(z.string(), z.unknown()),
});
const findingLine = z.object({ line: z.literal('finding'), dossier: id, id, firstFound: instant });
const endLine = z.object({ line: z.literal('end'), lines: z.int().nonnegative() });

export const bodyLine = z.discriminatedUnion('line', [entryLine, contentLine, readingLine, findingLine, endLine]);
export type BodyLine = z.infer<typeof bodyLine>;
export type EntryLine = z.infer<typeof entryLine>;
