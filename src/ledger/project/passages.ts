import type { Span } from '../../core/index.ts';

/** How PostgreSQL takes words apart and back to their stems. These three come with every PostgreSQL. */
export const GRAMMARS = ['french', 'english', 'simple'] as const;
export type Grammar = (typeof GRAMMARS)[number];

/** The grammar that suits a language (BCP 47). */
export function grammarOf(language: string | null): Grammar {
  const primary = language?.toLowerCase().split('-')[0];
  return primary === 'fr' ? 'french' : primary === 'en' ? 'english' : 'simple';
}

/** A tsvector holds one megabyte of words, of at most 16,383 positions; a part of this length stays far below both. */
const PART_LENGTH = 50_000;

/** Cuts a text into parts that can be searched, after white space where there is any. Together they are the text. */
export function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + PART_LENGTH >= text.length ? text.length : breakBefore(text, start, start + PART_LENGTH);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

function breakBefore(text: string, start: number, end: number): number {
  for (let at = end; at > end - PART_LENGTH / 2; at--) if (/\s/u.test(text[at - 1]!)) return at;
  // One enormous word: anywhere but within a surrogate pair.
  return end - start > 1 && /[\uD800-\uDBFF]/.test(text[end - 1]!) ? end - 1 : end;
}

/**
 * The text as it is searched: lower case, without accents and control characters, ligatures as two letters. `at[i]` is
 * the index in the text of the i-th character of `folded`, so that what is found can be shown in the text.
 */
export function foldText(text: string): { readonly folded: string; readonly at: readonly number[] } {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += plain;
    for (let i = 0; i < plain.length; i++) at.push(index);
    index += character.length;
  }
  return { folded, at };
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'" };

function foldCharacter(character: string): string {
  if (character < ' ') return ' ';
  if (character < '\u0080') return character.toLowerCase(); // nearly all of them
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return LIGATURES[plain] ?? plain;
}
