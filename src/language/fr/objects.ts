import type { ParserState } from '../parser/transitions.ts';
import type { TreeWord } from './relatives.ts';

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
    let [hasOwn, isPassive] = [false, false];
    for (let i = 0; i < n; i++) {
      if (heads[i] !== verb || i === time) continue;
      if (isLabel(i, /^(?:obj|ccomp|xcomp)/)) hasOwn = true;
      if (isLabel(i, /^aux:pass/)) isPassive = true;
    }
    if (hasOwn || isPassive) continue;
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
  for (let i = noun + 1; i < words.length; i++) if (heads[i] === noun && names[labels[i]!] === 'cop') return null;
  return noun;
}
