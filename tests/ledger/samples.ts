import { sha256 } from '../../src/core/index.ts';
import type { Dispatch, Published } from '../../src/intake/index.ts';
import type { Claim, DispatchReading, Mention, Statement } from '../../src/reading/index.ts';

// Made-up dispatches and readings of them, small enough to be read beside a test.

/** A dispatch of that text; all the rest may be given. */
export function dispatchSample(text: string, given: Partial<Dispatch> = {}): Dispatch {
  const bytes = given.bytes ?? new TextEncoder().encode(text);
  return {
    name: 'essai.txt',
    text,
    language: 'fr',
    title: null,
    published: null,
    publishedInText: null,
    publisher: 'Agence Méridienne',
    address: null,
    noise: [],
    format: 'text',
    encoding: 'utf-8',
    bytes,
    sha256: sha256(bytes),
    exercise: true,
    doubts: [],
    ...given,
  };
}

/** A publication day as a user, or else as metadata, gave it. */
export function day(date: string, given: Published['given'] = 'metadata'): Published {
  return { date, instant: null, given, span: null };
}

/** The words where they first stand in the text. */
export function mention(text: string, words: string): Mention {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`« ${words} » is not in « ${text} »`);
  return { start, end: start + words.length, text: words };
}

export type StatementSample = Partial<Omit<Statement, 'content'>> & { readonly content: string };
export type ClaimSample = Partial<Claim> & { readonly words: string };

/** A reading of a text: statements and claims by their words, `s1`, `s2`… and `c1`, `c2`… in order. */
export function readingSample(
  text: string,
  given: {
    readonly statements?: readonly StatementSample[];
    readonly claims?: readonly ClaimSample[];
    readonly published?: string | null;
    readonly version?: string;
  } = {},
): DispatchReading {
  return {
    document: 'essai.txt',
    published: given.published ?? null,
    publishedInText: null,
    language: 'fr',
    noise: [],
    statements: (given.statements ?? []).map(({ content, ...slots }, index) => ({
      id: `s${index + 1}`,
      content: [mention(text, content)],
      cue: null,
      source: null,
      name: null,
      organisation: null,
      role: null,
      anonymous: false,
      via: null,
      mode: 'indirect',
      act: 'say',
      said: null,
      by: [],
      rules: ['sample'],
      doubts: [],
      ...slots,
    })),
    claims: (given.claims ?? []).map(({ words, ...slots }, index) => ({
      id: `c${index + 1}`,
      type: 'control',
      ...mention(text, words),
      statement: null,
      actor: [],
      target: [],
      place: [],
      quantity: null,
      time: null,
      polarity: 'affirmed',
      modality: 'actual',
      rules: ['sample'],
      doubts: [],
      ...slots,
    })),
    doubts: [],
    reader: { reader: given.version ?? '1', language: 'fr-1', data: '1' },
  };
}
