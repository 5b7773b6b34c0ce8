import { UPOS, type Upos } from '../sentence.ts';
import type { Lexicon } from './lexicon.ts';
import type { ClosedClass } from './morphology.ts';

const bit = (upos: Upos): number => 1 << UPOS.indexOf(upos);
const ALL = (1 << UPOS.length) - 1;
const CLOSED = bit('ADP') | bit('AUX') | bit('CCONJ') | bit('DET') | bit('PRON') | bit('SCONJ');
const NAME = bit('PROPN') | bit('X');
const NO_VERB = bit('NOUN') | bit('ADJ') | bit('ADV') | bit('X') | bit('INTJ') | bit('SYM') | bit('PROPN');

/** A capitalised word that no dictionary has, with or without the accent of its capital (« Etat »). */
function isName(form: string, lower: string, lexicon: Lexicon): boolean {
  if (!/^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(form) || /^[IVX]+(?:e|er|ème)$/u.test(form)) return false;
  return !/^e/.test(lower) || lexicon.mask(`é${lower.slice(1)}`) === 0;
}

/** Tags, each with the forms as written that have had no other in the treebanks, one space between two. */
export type SettledTags = Partial<Record<Upos, string>>;

/** What bounds the tags of a form: the lexicon, the treebanks' closed classes, and the forms of one tag alone. */
export type TagBounds = {
  readonly lexicon: Lexicon;
  /** By form in lower case: the tags under which the closed classes have it, as bits. */
  readonly closedTags: ReadonlyMap<string, number>;
  readonly settled: ReadonlyMap<string, Upos>;
};

export function openSettled(file: SettledTags): Map<string, Upos> {
  return new Map(UPOS.flatMap((upos) => (file[upos] ?? '').split(' ').map((form) => [form, upos] as const)));
}

export function closedTagsOf(closed: ClosedClass): Map<string, number> {
  const tags = new Map<string, number>();
  for (const key of Object.keys(closed)) {
    const end = key.lastIndexOf('|');
    const form = key.slice(0, end);
    tags.set(form, (tags.get(form) ?? 0) | bit(key.slice(end + 1) as Upos));
  }
  return tags;
}

/**
 * The tags that a form may have at all, as bits by their index in `UPOS`. Closed classes hold the words that the lexicon or
 * the treebanks gave them and no new ones; a word that the lexicon knows as a finite verb or an infinitive alone (« affirme », « reprendre ») is no noun,
 * and one that it knows as no verb is none.
 */
export function allowedTags(form: string, lower: string, { lexicon, closedTags, settled }: TagBounds): number {
  const one = settled.get(form);
  if (one !== undefined) return bit(one);
  if (/^["«»“”„()[\]_*|]+$/.test(form)) return bit('PUNCT');
  const mask = lexicon.mask(lower) | (form === lower ? 0 : lexicon.mask(form));
  let allowed = ALL;
  const closed = closedTags.get(lower) ?? 0;
  allowed &= ~(CLOSED & ~mask & ~closed);
  if (lower === 'a' && form !== 'A') allowed &= ~bit('ADP'); // only a capital « A » stands for « à »
  if (!/\p{N}/u.test(form) && !(closed & bit('NUM'))) allowed &= ~bit('NUM');
  if (/^(?:al|el|ez|er|es|ed|an|as|ash|at)-\p{Lu}/u.test(form)) return bit('PROPN'); // « al-Qaïm », « ez-Zor »
  if (mask === 0) return closed === 0 && isName(form, lower, lexicon) ? NAME : allowed;
  // « dément », « aliment »: a known word in -ment that no dictionary has among its adverbs
  if (/ment$/.test(lower) && mask !== 0 && !(mask & bit('ADV')) && !(closed & bit('ADV'))) allowed &= ~bit('ADV');
  if (!(mask & (bit('VERB') | bit('AUX')))) return allowed & ~bit('VERB');
  if ((mask & ~(bit('VERB') | bit('AUX'))) !== 0 || /^\p{Lu}/u.test(form)) return allowed;
  const isVerb = lexicon.lookup(lower).every(({ feats }) => /VerbForm=(?:Fin|Inf)/.test(feats));
  return isVerb ? allowed & ~NO_VERB : allowed;
}
