import type { Doubt } from '../core/index.ts';
import type { DispatchFormat, Noise, Published } from '../intake/index.ts';
import type { ReaderVersions } from '../reading/index.ts';

export type { Published };

/** What is known of a dispatch besides its bytes and text. */
export type DispatchFacts = {
  readonly name: string;
  /** SHA-256 of the bytes, and of the text in UTF-8: 64 hexadecimal digits. */
  readonly sha256: string;
  readonly textSha256: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly published: Published | null;
  readonly publishedInText: string | null;
  readonly noise: readonly Noise[];
  readonly format: DispatchFormat;
  readonly encoding: string;
  readonly exercise: boolean;
  readonly doubts: readonly Doubt[];
};

export type MadeBy = 'reader' | 'people';

/** The reading that answers for a dispatch. */
export type DispatchReadingSummary = {
  /** The entry that brought it. */
  readonly id: string;
  readonly madeBy: MadeBy;
  readonly reader: ReaderVersions;
  /** The publication day that it was read with. */
  readonly published: string | null;
  readonly learned: string;
};

/** A dispatch as the ledger knows it now. `published` is the day that counts, the user's first. */
export type LedgerDispatch = DispatchFacts & {
  readonly id: string;
  /** When and by whom it was added. */
  readonly learned: string;
  readonly author: string;
  /**
   * `read`: its reading answers. `stale`: it does, and was made with another publication day, so that it is to be read
   * again. `unread`: none yet, or nobody reads its language.
   */
  readonly state: 'read' | 'stale' | 'unread';
  readonly reading: DispatchReadingSummary | null;
  /** Its place among the versions at its address, 1 the oldest; 1 where there is one version only. */
  readonly version: number;
  /** The next version at its address; null for the version that answers. */
  readonly newer: string | null;
};
