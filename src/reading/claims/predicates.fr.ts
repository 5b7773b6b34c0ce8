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
