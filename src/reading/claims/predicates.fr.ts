import type { PredicateRule } from './predicate-rule.ts';
import { attack, casualties, victory } from './predicates/fighting.fr.ts';
import { movement, presence, support } from './predicates/forces.fr.ts';
import { capture, control } from './predicates/land.fr.ts';
import { displacement } from './predicates/people.fr.ts';
import { drivenOut, setPhrases } from './predicates/set-phrases.fr.ts';

/**
 * What French dispatches assert, word by word. Of rules that share a word, the first whose needs are met counts: set phrases
 * come before the plain senses of their verbs, and people driven out before places taken.
 */
export const predicates: readonly PredicateRule[] = [
  ...setPhrases,
  ...drivenOut,
  ...capture,
  ...control,
  ...casualties,
  ...attack,
  ...movement,
  ...presence,
  ...displacement,
  ...victory,
  ...support,
];

/** The rules that a lemma may be a word of, in the order of the table. */
export function predicatesOf(lemma: string): readonly PredicateRule[] {
  return byLemma.get(lemma) ?? [];
}

const byLemma: ReadonlyMap<string, readonly PredicateRule[]> = (() => {
  const found = new Map<string, PredicateRule[]>();
  for (const rule of predicates) {
    // « se retirer » and « y avoir » stand under their second word, « prendre fuite » under its first
    const verbs = (rule.verbs ?? []).map((verb) => verb.replace(/^(?:se|y) /, '').split(' ')[0]!);
    for (const lemma of new Set([...verbs, ...(rule.nouns ?? []), ...(rule.adjectives ?? [])]))
      found.set(lemma, [...(found.get(lemma) ?? []), rule]);
  }
  return found;
})();
