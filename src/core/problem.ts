import type { Bilingual, Lang } from './bilingual.ts';

/**
 * A trouble in the world (a file that cannot be read, a ledger that another holds): never a mistake of ours, which is an
 * `assert`, nor an unclear text, which is a `Doubt`. Its message says which thing, what we saw, what we would have
 * accepted, and the way out.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** `room/what`, in lower case: it never changes, so that manuals, tests and scripts can hang from it. */
  readonly code: string;
  readonly words: Bilingual;

  constructor(code: string, words: Bilingual, options?: { cause?: unknown }) {
    super(words.en, options);
    this.code = code;
    this.words = words;
  }

  /** The message in one of our two languages; `message` is the English one. */
  in(lang: Lang): string {
    return this.words[lang];
  }
}
