import type { Span } from '../core/index.ts';
import type { Sentence, Token } from './sentence.ts';

/** The words that hang from word `i`, in the order of the text; those with one of `deprels` (subtypes included) if given. */
export function dependents(sentence: Sentence, i: number, ...deprels: readonly string[]): number[] {
  const found: number[] = [];
  sentence.tokens.forEach((token, j) => {
    if (token.head === i && (deprels.length === 0 || deprels.some((deprel) => isRelation(token, deprel))))
      found.push(j);
  });
  return found;
}

/** True for `nsubj` and its subtypes where `nsubj` is asked for; `nsubj:pass` asks for that alone. */
export function isRelation(token: Token, deprel: string): boolean {
  return token.deprel === deprel || token.deprel.startsWith(`${deprel}:`);
}

/** Word `i` and all that hangs from it, in the order of the text; branches that `cut` refuses are left out. */
export function subtree(
  sentence: Sentence,
  i: number,
  cut: (token: Token, index: number) => boolean = () => false,
): number[] {
  const found = [i];
  const visit = (head: number): void => {
    sentence.tokens.forEach((token, j) => {
      if (token.head !== head || cut(token, j)) return;
      found.push(j);
      visit(j);
    });
  };
  visit(i);
  return found.sort((a, b) => a - b);
}

/** The span from the first to the last of these words. */
export function spanOf(sentence: Sentence, indices: readonly number[]): Span {
  return { start: sentence.tokens[Math.min(...indices)]!.start, end: sentence.tokens[Math.max(...indices)]!.end };
}

/** The heads of word `i`, nearest first, up to the root. */
export function ancestorsOf(sentence: Sentence, i: number): number[] {
  const found: number[] = [];
  for (let at = sentence.tokens[i]!.head; at >= 0; at = sentence.tokens[at]!.head) found.push(at);
  return found;
}
