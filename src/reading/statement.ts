import type { Doubt, Span } from '../core/index.ts';

export const MODES = ['direct', 'indirect', 'mixed'] as const;
/** `direct` stands in quotation marks, `mixed` is an indirect content with quoted words in it. */
export type Mode = (typeof MODES)[number];

export const ACTS = [
  'say',
  'announce',
  'estimate',
  'accuse',
  'deny',
  'confirm',
  'warn',
  'promise',
  'deplore',
  'demand',
] as const;
export type Act = (typeof ACTS)[number];

/** A span with the words under it. */
export type Mention = Span & { readonly text: string };

/** An attribution: a source, a cue, a content. */
export type Statement = {
  /** Unique within its reading. */
  readonly id: string;
  /** What is attributed, without quotation marks at its ends; two parts where an incise cuts it. */
  readonly content: readonly Mention[];
  /** The words that attribute; null where the paragraph before gives the speaker. */
  readonly cue: Mention | null;
  /** The words that name who speaks, a pronoun included. */
  readonly source: Mention | null;
  /** Who speaks, resolved within the dispatch; null for an anonymous source. */
  readonly name: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly anonymous: boolean;
  /** The channel that the text names: a paper, a press point, a communiqué. */
  readonly via: string | null;
  readonly mode: Mode;
  readonly act: Act;
  /** The day it was said, ISO 8601; null where the words give none. */
  readonly said: string | null;
  /** The parties that speak, as ids of `data/parties`; empty where the source is none of them. */
  readonly by: readonly string[];
  readonly rules: readonly string[];
  readonly doubts: readonly Doubt[];
};
