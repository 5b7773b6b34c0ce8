import type { Span } from '../core/index.ts';

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Upos = (typeof UPOS)[number];

/** One surface token, in the manner of UD French; `du`, `aux`, `des` stay one token with their words in `parts`. */
export type Token = {
  /** Where it stands in the dispatch, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text in lower case, typographic apostrophe as `'`. */
  readonly lower: string;
  readonly upos: Upos;
  /** Dictionary form: infinitive, masculine singular. Of a contraction, that of its first word. */
  readonly lemma: string;
  /** Features as CoNLL-U writes them, `Mood=Cnd|Tense=Pres`; empty where none is known. */
  readonly feats: string;
  /** Index of its head in the sentence's tokens; -1 for the root. */
  readonly head: number;
  /** How it hangs from its head, as UD names it: `nsubj`, `obl:agent`, `ccomp`. */
  readonly deprel: string;
  /** The syntactic words of a contraction: `['de', 'le']` of « du ». */
  readonly parts?: readonly [string, string];
};

/** A sentence, or a headline, never across paragraphs. */
export type Sentence = {
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Which paragraph it stands in, from 0. */
  readonly paragraph: number;
};

export const NAME_KINDS = ['person', 'place', 'organisation', 'other'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A proper name and what it names, in UTF-16 code units of the text. */
export type Name = Span & { readonly kind: NameKind };

/** What a language does for the rooms that follow. A language is a folder; this is its door. */
export type LanguageEngine = {
  /** BCP 47 primary language, `fr`. */
  readonly language: string;
  /** Version of the rules, and of the models and lexicon with their hash: kept with each reading. */
  readonly version: string;
  /** Splits and tags a text. `skip` are stretches (noise) that belong to no sentence. */
  sentences(text: string, skip?: readonly Span[]): readonly Sentence[];
  /** Takes a text for one sentence, line ends and full stops included; null where it holds no token. */
  asOneSentence(text: string): Sentence | null;
  /** The proper names of sentences, in order; none within another. */
  names(sentences: readonly Sentence[]): readonly Name[];
  /** All that the lexicon takes a form for, context left aside; empty for a word that it does not know. */
  analyses(form: string): readonly Analysis[];
};

/** One way to take a form: « tient » as the verb « tenir », third person of the present. */
export type Analysis = { readonly upos: Upos; readonly lemma: string; readonly feats: string };
