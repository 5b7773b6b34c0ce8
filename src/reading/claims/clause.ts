import { contains } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';
import type { Statement } from '../statement.ts';

/** From the verb before to the verb after, a relative word or a stop: the stretch in which a verb's phrases stand. */
export function clauseAround(sentence: Sentence, at: number): [number, number] {
  const { tokens } = sentence;
  const isBreak = (i: number): boolean =>
    /^[;:()«»"“”]$/.test(tokens[i]!.text) ||
    /^(?:qui|où|dont|que|qu'|mais|car|tandis|alors)$/.test(tokens[i]!.lower) ||
    (/VERB/.test(tokens[i]!.upos) && /Fin|Inf/.test(tokens[i]!.feats));
  let first = at;
  while (first > 0 && !isBreak(first - 1)) first--;
  let last = at;
  while (
    last + 1 < tokens.length &&
    !isBreak(last + 1) &&
    !(/AUX/.test(tokens[last + 1]!.upos) && tokens[last]!.text === ',')
  )
    last++;
  return [first, last];
}

/** « où se trouve … », « qui contrôle … »: the relative word opens the claim's words. */
export function relativeBefore(sentence: Sentence, at: number): number[] {
  return dependents(sentence, at).filter((i) => i < at && /^(?:qui|où|dont)$/.test(sentence.tokens[i]!.lower));
}

export function prepositionBefore(sentence: Sentence, from: number): string | null {
  const { tokens } = sentence;
  let at = from - 1;
  while (at >= 0 && /DET|ADJ|NUM/.test(tokens[at]!.upos)) at--;
  const token = tokens[at];
  if (token?.upos !== 'ADP') return null;
  return token.parts ? token.parts[0] : token.lower.replace(/^d'$/, 'de');
}

export function isBelow(sentence: Sentence, index: number, head: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 12; at = sentence.tokens[at]!.head, steps++)
    if (at === head) return true;
  return false;
}

export function governingVerb(sentence: Sentence, index: number): number | null {
  for (let at = sentence.tokens[index]!.head, steps = 0; at >= 0 && steps < 5; at = sentence.tokens[at]!.head, steps++)
    if (/VERB|AUX/.test(sentence.tokens[at]!.upos)) return at;
  return /VERB/.test(sentence.tokens[index]!.upos) ? index : null;
}

/** « Les Etats-Unis soutiennent que … »: the word reports, and asserts nothing of the world itself. */
export function isCue(token: Token, statements: readonly Statement[]): boolean {
  return statements.some(
    ({ cue, rules }) =>
      cue !== null && contains(cue, token) && !rules.includes('something') && !rules.includes('announced-quotation'),
  );
}

/** Whether a stretch of words holds the one at `index`; false where there is none. */
export function covers(
  { from, to }: { readonly from: number; readonly to: number },
  index: number | null | undefined,
): boolean {
  return typeof index === 'number' && from <= index && index < to;
}
