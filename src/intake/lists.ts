import { readFileSync } from 'node:fs';
import { foldName, packageRoot } from '../core/index.ts';

/** Word lists of the French press; see data/intake/CARD.md. */
type Press = {
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  readonly related: readonly string[];
  readonly relatedAlone: readonly string[];
  readonly navigation: readonly string[];
  readonly outletVerbs: readonly string[];
  readonly outletOpenings: readonly string[];
  readonly outletGoods: readonly string[];
  readonly rubrics: readonly string[];
  readonly commonWords: readonly string[];
};

/** A kind of file that is no dispatch, and what to call it. */
type FileKind = { readonly fr: string; readonly en: string };

type UnreadFormats = {
  readonly endings: readonly (FileKind & { readonly endings: readonly string[] })[];
  readonly signatures: readonly (FileKind & { readonly hex: string })[];
  readonly openings: readonly (FileKind & { readonly opening: string })[];
};

function load<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`data/intake/${name}`, packageRoot), 'utf8')) as T;
}

export const press = load<Press>('press.fr.json');
export const unreadFormats = load<UnreadFormats>('unread-formats.json');
export const pageParts: ReadonlySet<string> = new Set(load<{ parts: readonly string[] }>('page-parts.json').parts);

/** An agency as a pattern: one of the list, or one that calls itself so (« Agence Méridienne »). Case counts. */
export const AGENCY = `(?:${anyOf(press.agencies)}|Agence(?:[ \\u00a0](?:de |du |d['’])?\\p{Lu}[\\p{L}'’-]*){1,3})`;

/** A line as lists are searched: no case, accents, punctuation or signs; words one space apart. */
export function foldLine(line: string): string {
  return foldName(line)
    .replace(/[^\p{L}\p{N}+ ]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The words of a list as one pattern, longest first, since the first alternative that fits is taken. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "['’]")
        .replace(/ /g, '[ \\u00a0]'),
    )
    .join('|');
}
