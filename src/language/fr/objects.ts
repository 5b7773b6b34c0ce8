import type { ParserState } from '../parser/transitions.ts';
import { childrenOf, hangsFrom, type TreeWord } from './relatives.ts';

/** Words of time that stand between a verb and its object in the news, and open no phrase of their own. */
const TIMES =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|aujourd'hui|matin|soir|midi|nuit|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/;

/** Words between a verb and the object that a time may part from it. */
const NEAR = 9;

/**
 * « L'armée a repris dimanche Alma », « a chassé jeudi le groupe »: a greedy parser hangs the object from the day before it, or
 * takes the day for the object. Where the verb has no other object and no preposition brings the noun in, it is the verb's.
 */
export function attachObjects(
  { heads, labels, n }: ParserState,
  words: readonly TreeWord[],
  names: readonly string[],
): void {
  const label = (name: string): number => names.indexOf(name);
  const isLabel = (i: number, labelled: RegExp): boolean => labelled.test(names[labels[i]!] ?? '');
  for (let time = 1; time < n; time++) {
    const verb = heads[time]!;
    if (!TIMES.test(words[time]!.lower) || verb < 0 || verb >= time || words[verb]?.upos !== 'VERB') continue;
    if (!isLabel(time, /^(?:obl|obj|nmod)/)) continue;
    if (childrenOf(heads, verb, n).some((i) => i !== time && isLabel(i, /^(?:obj|ccomp|xcomp|aux:pass)/))) continue;
    const noun = bareNoun(time, { heads, labels }, words, names);
    if (noun === null || noun - verb > NEAR) continue;
    heads[noun] = verb;
    labels[noun] = label('obj');
    if (isLabel(time, /^obj/)) labels[time] = label('obl:mod');
  }
}

/** The noun behind a time that hangs from it with no preposition, comma or number of a date between; null where none does. */
function bareNoun(
  time: number,
  { heads, labels }: Pick<ParserState, 'heads' | 'labels'>,
  words: readonly TreeWord[],
  names: readonly string[],
): number | null {
  let noun = -1;
  for (let i = time + 1; i < words.length && i <= time + NEAR && noun < 0; i++)
    if (heads[i] === time && /^(?:nmod|appos|flat|obj|amod)/.test(names[labels[i]!] ?? '')) noun = i;
  if (noun < 0 || !/^(?:NOUN|PROPN)$/.test(words[noun]!.upos) || TIMES.test(words[noun]!.lower)) return null;
  for (let i = time + 1; i < noun; i++) if (/^(?:ADP|PUNCT|CCONJ|SCONJ|VERB|AUX)$/.test(words[i]!.upos)) return null;
  return childrenOf(heads, noun, words.length).some((i) => i > noun && names[labels[i]!] === 'cop') ? null : noun;
}

const HEDGES = /^(?:près|plus|moins|jusqu'|environ|autour|quelque|quelques)$/;

/**
 * « Près de 3.300 villageois ont fui », « Jusqu'à 300 personnes ont péri »: a greedy parser hangs the noun from the word that
 * hedges its number. Where the verb behind it has no subject, the noun is its subject.
 */
export function attachHedged(
  { heads, labels, n }: ParserState,
  words: readonly TreeWord[],
  names: readonly string[],
): void {
  const label = (name: string): number => names.indexOf(name);
  const labelOf = (i: number): string => names[labels[i]!] ?? '';
  for (let hedge = 0; hedge < n; hedge++) {
    if (!HEDGES.test(words[hedge]!.lower)) continue;
    if (hedge > 0 && !/^(?:PUNCT|CCONJ|SCONJ)$/.test(words[hedge - 1]!.upos) && words[hedge - 1]!.lower !== 'au')
      continue;
    let noun = hedge + 1;
    while (
      noun < n &&
      (/^(?:ADP|NUM|ADV)$/.test(words[noun]!.upos) ||
        /^(?:millier|milliers|million|millions|d')$/.test(words[noun]!.lower))
    )
      noun++;
    const isCounted = words.slice(hedge, noun).some(({ upos, lower }) => upos === 'NUM' || /^milli/.test(lower));
    if (words[noun]?.upos !== 'NOUN' || !isCounted || /^nsubj/.test(labelOf(noun))) continue;
    const finite = finiteBehind(noun, words);
    if (finite === null) continue;
    const verb = words[finite]!.upos === 'AUX' ? heads[finite]! : finite;
    if (verb < 0 || verb >= n || verb < finite) continue;
    const children = childrenOf(heads, verb, n);
    if (children.some((i) => /^nsubj/.test(labelOf(i)))) continue;
    // « En face, quelque 2.000 hommes combattraient »: where the verb hangs below its subject, it takes the subject's place.
    for (const below of [hedge, noun])
      if (hangsFrom(heads, verb, below, n)) {
        heads[verb] = heads[below]!;
        labels[verb] = labels[below]!;
      }
    heads[noun] = verb;
    labels[noun] = label(children.some((i) => labelOf(i) === 'aux:pass') ? 'nsubj:pass' : 'nsubj');
    heads[hedge] = noun;
    labels[hedge] = label('advmod');
  }
}

/** The finite verb or auxiliary behind a noun, with nothing but its complements between; null where none follows. */
function finiteBehind(noun: number, words: readonly TreeWord[]): number | null {
  for (let i = noun + 1; i < words.length && i <= noun + NEAR; i++) {
    const { upos, feats } = words[i]!;
    if (/^(?:VERB|AUX)$/.test(upos)) return /VerbForm=Fin/.test(feats) ? i : null;
    if (!/^(?:ADJ|ADP|DET|NOUN|PROPN|NUM|ADV)$/.test(upos)) return null;
  }
  return null;
}

/** Words of one circumstance between commas. */
const INSERTED = 6;

/**
 * « l'exécution, lundi, par la milice, de trois otages », « la libération, samedi à Alma, de dix otages »: a greedy parser hangs
 * the complement from the circumstance that parts it from its noun. What « de » brings in behind circumstances between commas
 * is the noun's.
 */
export function attachParted(
  { heads, labels, n }: ParserState,
  words: readonly TreeWord[],
  names: readonly string[],
): void {
  const nmod = names.indexOf('nmod');
  for (let noun = 1; noun < n; noun++) {
    if (words[noun]!.upos !== 'NOUN' || words[noun + 1]?.lower !== ',') continue;
    let at = noun + 1;
    while (words[at]?.lower === ',' && isCircumstance(words, at + 1)) at = nextComma(words, at + 1)!;
    if (at === noun + 1 || words[at]?.lower !== ',' || !/^(?:de|d'|du|des)$/.test(words[at + 1]?.lower ?? '')) continue;
    let complement = at + 2;
    while (complement < n && /^(?:DET|NUM|ADJ|ADV|ADP)$/.test(words[complement]!.upos)) complement++;
    if (!/^(?:NOUN|PROPN)$/.test(words[complement]?.upos ?? '') || heads[complement]! < 0) continue;
    const isIn = (i: number): boolean => noun < i && i < complement;
    if (heads[complement]! > complement || isIn(heads[noun]!)) continue;
    for (let i = noun + 1; i <= complement; i++) {
      if (i < complement && (i > at || isIn(heads[i]!) || heads[i] === complement || words[i]!.upos === 'PUNCT'))
        continue;
      if (hangsFrom(heads, noun, i, n)) continue;
      heads[i] = noun;
      labels[i] = nmod;
    }
    noun = complement - 1;
  }
}

/** A time, or what « à », « en », « dans », « par », « près » and their like bring in, without a verb, closed by a comma. */
function isCircumstance(words: readonly TreeWord[], from: number): boolean {
  const to = nextComma(words, from);
  if (to === null || to - from > INSERTED) return false;
  if (words.slice(from, to).some(({ upos }) => /^(?:VERB|AUX|PRON|SCONJ|CCONJ)$/.test(upos))) return false;
  return TIMES.test(words[from]!.lower) || /^(?:à|au|aux|en|dans|par|près|le|sur|lors|mi)$/.test(words[from]!.lower);
}

function nextComma(words: readonly TreeWord[], from: number): number | null {
  for (let i = from; i < words.length && i <= from + INSERTED; i++) if (words[i]!.lower === ',') return i;
  return null;
}
