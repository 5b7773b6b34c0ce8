import { UPOS, type Upos } from '../sentence.ts';
import type { Lexicon } from './lexicon.ts';
import type { ClosedClass } from './morphology.ts';

const bit = (upos: Upos): number => 1 << UPOS.indexOf(upos);
const ALL = (1 << UPOS.length) - 1;
const CLOSED: readonly Upos[] = ['ADP', 'AUX', 'CCONJ', 'DET', 'PRON', 'SCONJ'];
const NO_VERB = bit('NOUN') | bit('ADJ') | bit('ADV') | bit('X') | bit('INTJ') | bit('SYM') | bit('PROPN');

/**
 * The tags that a form may have at all, as bits by their index in `UPOS`. Closed classes hold the words that the lexicon or
 * the treebanks gave them and no new ones; a word that the lexicon knows as a finite verb alone (« affirme ») is no noun,
 * and one that it knows as no verb is none.
 */
export function allowedTags(form: string, lower: string, lexicon: Lexicon, closed: ClosedClass): number {
  if (/^["«»“”„()[\]_*|]+$/.test(form)) return bit('PUNCT');
  const mask = lexicon.mask(lower) | (form === lower ? 0 : lexicon.mask(form));
  let allowed = ALL;
  for (const upos of CLOSED) if (!(mask & bit(upos)) && !(`${lower}|${upos}` in closed)) allowed &= ~bit(upos);
  if (lower === 'a' && form !== 'A') allowed &= ~bit('ADP'); // only a capital « A » stands for « à »
  if (!/\p{N}/u.test(form) && !(`${lower}|NUM` in closed)) allowed &= ~bit('NUM');
  if (mask === 0) return allowed;
  if (!(mask & (bit('VERB') | bit('AUX')))) return allowed & ~bit('VERB');
  if ((mask & ~(bit('VERB') | bit('AUX'))) !== 0 || /^\p{Lu}/u.test(form)) return allowed;
  const finite = lexicon.lookup(lower).every(({ feats }) => /VerbForm=Fin/.test(feats));
  return finite ? allowed & ~NO_VERB : allowed;
}
