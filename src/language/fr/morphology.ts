import type { Upos } from '../sentence.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** Form and tag of closed-class words to lemma and features: `la|DET` → `['le', 'Definite=Def|…']`. */
export type ClosedClass = Readonly<Record<string, readonly [lemma: string, feats: string]>>;

export type Morphology = { readonly lemma: string; readonly feats: string };

/** The word that a lexicon form is taken for, given its tag. */
export type Word = { readonly form: string; readonly lower: string; readonly upos: Upos };

/**
 * Lemma and features of word `i`, its tag known: closed-class words from the treebanks, others from the lexicon, the rest
 * by their ending. Where the lexicon gives several, a participle follows an auxiliary and a third person an indicative:
 * what news is written in.
 */
export function morphologyOf(words: readonly Word[], i: number, lexicon: Lexicon, closed: ClosedClass): Morphology {
  const { form, lower, upos } = words[i]!;
  const known = closed[`${lower}|${upos}`];
  // « fait » is a participle after an auxiliary and a present elsewhere, which a list cannot tell.
  if (known && !(upos === 'AUX' && lower === 'fait')) return { lemma: known[0], feats: known[1] };
  if (upos === 'PROPN' || upos === 'PUNCT' || upos === 'SYM') return { lemma: form, feats: '' };
  if (upos === 'NUM') return { lemma: form, feats: 'NumType=Card' };
  const isVerb = upos === 'VERB' || upos === 'AUX';
  const fits = (entry: LexiconEntry): boolean => entry.upos === upos || (isVerb && entry.upos === 'VERB');
  const entries = [...lexicon.lookup(lower), ...(form === lower ? [] : lexicon.lookup(form))].filter(fits);
  if (entries.length === 0) return unknown(lower, upos);
  if (!isVerb) return entries[0]!;
  const wanted = afterAuxiliary(words, i) ? PARTICIPLE_FIRST : FINITE_FIRST;
  const rank = (entry: LexiconEntry): number => {
    const place = wanted.findIndex((feats) => feats.every((feat) => entry.feats.includes(feat)));
    return place < 0 ? wanted.length : place;
  };
  return entries.reduce((best, entry) => (rank(entry) < rank(best) ? entry : best));
}

const FINITE_FIRST = [
  ['Mood=Ind', 'Person=3', 'Tense=Pres'],
  ['Mood=Ind', 'Person=3', 'Tense=Imp'],
  ['Mood=Ind', 'Person=3', 'Tense=Fut'],
  ['Mood=Cnd', 'Person=3'],
  ['VerbForm=Inf'],
  ['Tense=Past', 'VerbForm=Part'],
  ['Mood=Ind', 'Person=3', 'Tense=Past'],
  ['Mood=Ind', 'Person=1'],
  ['Tense=Pres', 'VerbForm=Part'],
  ['Mood=Ind'],
  ['Mood=Cnd'],
  ['Mood=Sub', 'Person=3'],
] as const;
const PARTICIPLE_FIRST = [['Tense=Past', 'VerbForm=Part'], ...FINITE_FIRST] as const;

/** « a », « ont été », « avait-il », « n'a pas » before it, with nothing between but adverbs, pronouns and auxiliaries. */
function afterAuxiliary(words: readonly Word[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - 4; j--) {
    if (words[j]!.upos === 'AUX') return true;
    if (words[j]!.upos !== 'ADV' && !words[j]!.form.startsWith('-')) return false;
  }
  return false;
}

/** Endings of words that the lexicon lacks, longest first; most new verbs are of the first group. */
const VERB_ENDINGS: readonly (readonly [ending: string, feats: string])[] = [
  ['eraient', 'Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin'],
  ['erait', 'Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
  ['eront', 'Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin'],
  ['aient', 'Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin'],
  ['èrent', 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin'],
  ['era', 'Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin'],
  ['ait', 'Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin'],
  ['ant', 'Tense=Pres|VerbForm=Part'],
  ['ées', 'Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part'],
  ['ent', 'Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin'],
  ['ée', 'Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part'],
  ['és', 'Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part'],
  ['er', 'VerbForm=Inf'],
  ['é', 'Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part'],
  ['a', 'Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin'],
  ['e', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
];

function unknown(lower: string, upos: Upos): Morphology {
  if (upos === 'VERB') {
    const found = VERB_ENDINGS.find(([ending]) => lower.endsWith(ending) && lower.length > ending.length + 2);
    return found ? { lemma: `${lower.slice(0, -found[0].length)}er`, feats: found[1] } : { lemma: lower, feats: '' };
  }
  if (upos === 'NOUN' || upos === 'ADJ') {
    const plural = /[^s]s$/.test(lower) && lower.length > 3;
    return { lemma: plural ? lower.slice(0, -1) : lower, feats: plural ? 'Number=Plur' : 'Number=Sing' };
  }
  return { lemma: lower, feats: '' };
}
