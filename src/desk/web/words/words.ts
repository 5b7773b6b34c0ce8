import type { Bilingual } from '../../contract/index.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type { Counted, Words } from './fr.ts';
export type Lang = keyof Bilingual;

/** One language of the page: its words, and how it writes numbers and days. */
export type Speech = {
  readonly lang: Lang;
  readonly words: Words;
  /** The name or sentence in this language. */
  readonly pick: (own: Bilingual) => string;
};

const dictionaries: Readonly<Record<Lang, Words>> = { fr, en };

export function speechIn(lang: Lang): Speech {
  return { lang, words: dictionaries[lang], pick: (own) => own[lang] };
}

/** The language of a reader: what they chose, else the first of their browser's that is ours; English where none is. */
export function languageFor(chosen: string | null, preferred: readonly string[]): Lang {
  if (chosen === 'fr' || chosen === 'en') return chosen;
  const first = preferred.find((tag) => /^(?:fr|en)\b/i.test(tag));
  return first && /^fr\b/i.test(first) ? 'fr' : 'en';
}
