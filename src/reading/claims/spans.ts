import type { Span } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';

/** Relations that open a clause of their own: the claim's words end before them. */
const OWN_CLAUSE = /^(?:acl:relcl|advcl|parataxis|ccomp|discourse|vocative)/;

/**
 * The smallest stretch that carries a predicate: its clause from the first to the last of its arguments, without what is
 * joined to it, told in a clause of its own, or reported beside it. A noun's stretch is its phrase with its complements.
 */
export function clauseSpan(sentence: Sentence, at: number, keep: readonly number[]): Span {
  const { tokens } = sentence;
  const isNoun = /NOUN|PROPN/.test(tokens[at]!.upos);
  const inside = new Set<number>([at]);
  const visit = (head: number): void => {
    for (const child of dependents(sentence, head)) {
      if (inside.has(child) || leaves(tokens, child, head, at, isNoun)) continue;
      inside.add(child);
      visit(child);
    }
  };
  visit(at);
  for (const index of keep) inside.add(index);
  let first = Math.min(...inside);
  let last = Math.max(...inside);
  // A stretch broken by what was left out ends at the break that lies beyond the predicate.
  for (let i = at; i < last; i++)
    if (tokens[i + 1] && !inside.has(i + 1) && breaks(tokens, i + 1, inside, last)) last = i;
  for (let i = at; i > first; i--) if (!inside.has(i - 1) && breaksBack(tokens, i - 1, inside, first)) first = i;
  while (first < at && /^(?:PUNCT|CCONJ|SCONJ)$/.test(tokens[first]!.upos)) first++;
  while (
    last > at &&
    (tokens[last]!.upos === 'PUNCT' || tokens[last]!.upos === 'CCONJ') &&
    !/^[%)]$/.test(tokens[last]!.text)
  )
    last--;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}

function leaves(tokens: readonly Token[], child: number, head: number, at: number, isNoun: boolean): boolean {
  const { deprel, upos } = tokens[child]!;
  if (OWN_CLAUSE.test(deprel)) return true;
  if (deprel.startsWith('conj') && head === at && (/VERB|AUX/.test(upos) || isNoun)) return true;
  if (deprel === 'cc' && head !== at && child < at) return true;
  // « a tué douze personnes, blessant treize autres », « , en blessant »
  const comma = tokens[child - 1]?.lower === 'en' ? child - 2 : child - 1;
  const isBeside =
    upos === 'VERB' && /VerbForm=Part/.test(tokens[child]!.feats) && /Tense=Pres/.test(tokens[child]!.feats);
  if (isBeside && child > at && !isNoun && tokens[comma]?.text === ',') return true;
  if (deprel.startsWith('xcomp') && /VERB/.test(upos)) return false;
  return false;
}

/** A gap of several words, or a comma, is a break; a word or two that the parse hung elsewhere is not. */
function breaks(tokens: readonly Token[], from: number, inside: ReadonlySet<number>, last: number): boolean {
  let gap = 0;
  for (let i = from; i <= last && !inside.has(i); i++) gap++;
  return gap > 3 || tokens[from]!.text === ',' || tokens[from]!.text === ';';
}

function breaksBack(tokens: readonly Token[], from: number, inside: ReadonlySet<number>, first: number): boolean {
  let gap = 0;
  // « deux soldats qui dormaient ont été tués »: the relative clause of the subject stands within the stretch
  let isRelative = false;
  for (let i = from; i >= first && !inside.has(i); i--) {
    gap++;
    const { deprel, head } = tokens[i]!;
    if (deprel === 'acl:relcl' && head < i && inside.has(head)) isRelative = true;
  }
  return (gap > 3 && !isRelative) || tokens[from]!.text === ';';
}
