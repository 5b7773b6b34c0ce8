import type { Upos } from '../sentence.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** Lemmas of forms with their tags (`travaux|NOUN` → `travail`) where the lexicon does not give them first. */
export type Lemmas = Readonly<Record<string, string>>;

/** Form and tag of closed-class words to lemma and features: `la|DET` → `['le', 'Definite=Def|…']`. */
export type ClosedClass = Readonly<Record<string, readonly [lemma: string, feats: string]>>;

/** The word that a lexicon form is taken for, given its tag and features. */
export type Word = { readonly form: string; readonly lower: string; readonly upos: Upos; readonly feats: string };

/**
 * The lemma of a word: of a closed class as the treebanks have it; else as they have it where that is not what the lexicon
 * gives; else the lexicon's, of several the one whose features agree best; of an unknown word by its ending.
 */
export function lemmaOf(word: Word, lexicon: Lexicon, closed: ClosedClass, lemmas: Lemmas): string {
  const { form, lower, upos } = word;
  const key = `${lower}|${upos}`;
  const known = lemmas[key] ?? closed[key]?.[0];
  if (known !== undefined) return known;
  if (/^(?:PROPN|PUNCT|SYM|NUM)$/.test(upos)) return form;
  return fromLexicon(word, lexicon) ?? unknown(word);
}

function fromLexicon({ form, lower, upos, feats }: Word, lexicon: Lexicon): string | null {
  const isVerb = upos === 'VERB' || upos === 'AUX';
  const fits = (entry: LexiconEntry): boolean => entry.upos === upos || (isVerb && entry.upos === 'VERB');
  const entries = [...lexicon.lookup(lower), ...(form === lower ? [] : lexicon.lookup(form))].filter(fits);
  if (entries.length === 0) return null;
  const own = new Set(feats.split('|'));
  const agreement = (entry: LexiconEntry): number => entry.feats.split('|').filter((feat) => own.has(feat)).length;
  return entries.reduce((best, entry) => (agreement(entry) > agreement(best) ? entry : best)).lemma;
}

/** Endings of verbs that the lexicon lacks, longest first: most new verbs are of the first group. */
const VERB_ENDINGS =
  /(?:eraient|erait|erions|eriez|erais|eront|erons|erez|erai|eras|era|aient|èrent|assent|ant|ait|ais|ions|iez|ons|ez|ées|ent|ée|és|er|es|é|a|e)$/;

function unknown({ lower, upos, feats }: Word): string {
  if (upos === 'VERB') {
    const stem = lower.replace(VERB_ENDINGS, '');
    return stem.length > 1 && stem !== lower ? `${stem}er` : lower;
  }
  if (upos === 'NOUN' || upos === 'ADJ') {
    const isPlural = /Number=Plur/.test(feats) || (feats === '' && /[^s]s$/.test(lower));
    return isPlural && /[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
  }
  return lower;
}
