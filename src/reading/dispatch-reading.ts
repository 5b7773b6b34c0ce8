import type { Doubt } from '../core/index.ts';
import type { Claim } from './claim.ts';
import type { Mention, Statement } from './statement.ts';

/** What reading a dispatch yields. Its JSON is the contract of `recoupe read --format jsonl` (docs/reading.md). */
export type DispatchReading = {
  /** The dispatch's name: the file's path inside the folder given. */
  readonly document: string;
  /** The day that counts as published, ISO 8601, as exact as given; null where nobody knows. */
  readonly published: string | null;
  /** The day that the text itself states; null where it states none. */
  readonly publishedInText: string | null;
  /** BCP 47; null where it cannot be told. */
  readonly language: string | null;
  readonly noise: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  /** Doubts about the dispatch as a whole; those of a statement or claim stand with it. */
  readonly doubts: readonly Doubt[];
  /** What read it: reader, language engine, data; two readings with the same words here are the same. */
  readonly reader: ReaderVersions;
};

export type ReaderVersions = { readonly reader: string; readonly language: string; readonly data: string };
