import type { Doubt, Span } from '../core/index.ts';

/** Who gave the publication day; the earlier beats the later where they disagree. */
export type DateGiver = 'user' | 'metadata' | 'header' | 'dateline';

/** When a dispatch was published, no more exact than it was given. */
export type Published = {
  /** A civil day, month or year of the place of publication: `2017-12-07`, `2017-12`, `2017`. */
  readonly date: string;
  /** The instant with its offset, ISO 8601, where metadata gave one: `2017-12-07T23:30:00+03:00`. */
  readonly instant: string | null;
  readonly given: DateGiver;
  /** The words of the text that gave it, where it stands in the text. */
  readonly span: Span | null;
};

export type NoiseKind = 'header' | 'dateline' | 'byline' | 'teaser' | 'related' | 'navigation';

/** A stretch of text that is not part of the story; it carries no statement and no claim. */
export type Noise = Span & { readonly kind: NoiseKind; readonly rule: string };

/** One news text with what is known of it. A value: nothing changes it after intake. */
export type Dispatch = {
  /** The file's path inside the folder given, parts joined by `/`; the file's name where a file was given; `stdin`. */
  readonly name: string;
  /** The text as stored: the file decoded without byte-order mark, line ends and spaces unchanged; of HTML, the article. */
  readonly text: string;
  /** BCP 47, given or detected; null where it cannot be told. */
  readonly language: string | null;
  /** The headline where the format marks one (HTML); a plain text has none. */
  readonly title: string | null;
  readonly published: Published | null;
  /** The date that the text itself states (header or dateline), whoever wins: `2017-12`; null where it states none. */
  readonly publishedInText: string | null;
  /** Whose publication it is, as given by `dossier.json`, metadata or the user: « Agence Méridienne ». */
  readonly publisher: string | null;
  /** Its address (URL), where known. */
  readonly address: string | null;
  readonly noise: readonly Noise[];
  readonly format: DispatchFormat;
  /** As WHATWG names it: `utf-8`, `windows-1252`, `utf-16le`. */
  readonly encoding: string;
  /** The file as it came. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Written as an exercise, not published as news: shown wherever the dispatch is shown. */
  readonly exercise: boolean;
  readonly doubts: readonly Doubt[];
};

export type DispatchFormat = 'text' | 'html';
