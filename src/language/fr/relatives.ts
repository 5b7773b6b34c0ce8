import type { ParserState } from '../parser/transitions.ts';
import type { Upos } from '../sentence.ts';

/** What the repair looks at in a word. */
export type TreeWord = { readonly lower: string; readonly upos: Upos; readonly feats: string };

/** Words of the longest sentence that is looked at: each of its verbs looks at all words. */
const LONGEST = 250;

/**
 * A greedy parser takes the verb of a relative clause for that of the sentence at times: « Deux soldats qui dormaient ont été
 * tués ». It shows in the tree: one verb has two subjects, a noun and the « qui » behind it, and the sentence's own verb hangs
 * from it without any. The relative clause then goes to its noun, and the noun to its verb.
 */
export function attachRelatives(
  { heads, labels, n }: ParserState,
  words: readonly TreeWord[],
  names: readonly string[],
): void {
  if (n > LONGEST || !words.some(({ lower }) => lower === 'qui')) return;
  const label = (name: string): number => names.indexOf(name);
  const isSubject = (i: number): boolean => /^nsubj/.test(names[labels[i]!] ?? '');
  for (let verb = 0; verb < n; verb++) {
    if (words[verb]!.upos !== 'VERB' && words[verb]!.upos !== 'AUX') continue;
    const children = childrenOf(heads, verb, n);
    const qui = children.findLast((i) => i < verb && words[i]!.lower === 'qui' && isSubject(i));
    if (qui === undefined) continue;
    const isNoun = (i: number): boolean => /^(?:NOUN|PROPN|PRON|NUM)$/.test(words[i]!.upos);
    // The parse makes the noun a second subject of the verb, or takes it, with its clause, for the whole sentence.
    const above = heads[verb]!;
    const isAlone = above < qui && heads[above] === n && isNoun(above) && names[labels[verb]!] === 'acl:relcl';
    const isBare =
      isAlone && !childrenOf(heads, above, n).some((i) => /^(?:cop|nsubj|case|expl)/.test(names[labels[i]!] ?? ''));
    const noun = isBare ? above : children.findLast((i) => i < qui && isSubject(i) && isNoun(i));
    if (noun === undefined) continue;
    const main = children.find((i) => i > verb && isMainVerb(i, verb, { heads, labels, n }, words, names));
    if (main === undefined) continue;
    const opens = Math.min(main, ...childrenOf(heads, main, n).filter((i) => i > verb));
    const top = isBare ? noun : verb;
    heads[main] = heads[top]!;
    labels[main] = labels[top]!;
    if (isBare)
      for (const child of childrenOf(heads, noun, n)) if (child >= opens && child !== main) heads[child] = main;
    for (const child of children)
      if (child !== main && child !== noun && (child < noun || child >= opens)) heads[child] = main;
    heads[verb] = noun;
    labels[verb] = label('acl:relcl');
    heads[noun] = main;
    const isPassive = childrenOf(heads, main, n).some((i) => names[labels[i]!] === 'aux:pass');
    labels[noun] = label(isPassive ? 'nsubj:pass' : 'nsubj');
  }
}

/** A finite verb, alone or by its auxiliary, that hangs from the relative one without a subject, a conjunction or a mark. */
function isMainVerb(
  i: number,
  verb: number,
  { heads, labels, n }: Pick<ParserState, 'heads' | 'labels' | 'n'>,
  words: readonly TreeWord[],
  names: readonly string[],
): boolean {
  if (!/^(?:xcomp|conj|ccomp|parataxis|advcl)/.test(names[labels[i]!] ?? '')) return false;
  const own = childrenOf(heads, i, n);
  const named = (pattern: RegExp): boolean => own.some((child) => pattern.test(names[labels[child]!] ?? ''));
  if (named(/^(?:nsubj|cc|mark|expl:subj)/)) return false;
  const isFiniteAt = (at: number): boolean => /VerbForm=Fin/.test(words[at]!.feats);
  const byAuxiliary = own.some(
    (child) => child > verb && /^(?:aux|cop)/.test(names[labels[child]!] ?? '') && isFiniteAt(child),
  );
  return byAuxiliary || (words[i]!.upos === 'VERB' && isFiniteAt(i));
}

/** The words that hang from another, in order. */
export function childrenOf(heads: ArrayLike<number>, head: number, n: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < n; i++) if (heads[i] === head) found.push(i);
  return found;
}

/** Whether a word hangs from another, by however many steps. */
export function hangsFrom(heads: ArrayLike<number>, i: number, from: number, n: number): boolean {
  for (let at = heads[i]!; at >= 0 && at < n; at = heads[at]!) if (at === from) return true;
  return false;
}
