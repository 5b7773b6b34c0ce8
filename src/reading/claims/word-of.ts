import { dependents, type Sentence } from '../../language/index.ts';
import type { PredicateRule } from './predicate-rule.ts';

export function isWordOf(rule: PredicateRule, sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos === 'VERB' || token.upos === 'AUX') {
    if (!rule.verbs || token.deprel.startsWith('aux') || token.deprel === 'cop') return false;
    const reflexive = isReflexive(sentence, at);
    return rule.verbs.some((verb) => {
      const [first, second, third] = verb.split(' ');
      if (first === 'se') return reflexive && token.lemma === second && (!third || follows(tokens, at, third));
      if (first === 'y') return token.lemma === second && tokens[at - 1]?.lower === 'y';
      if (first === 'avoir' && isThereIs(sentence, at)) return false;
      if (second) return token.lemma === first && follows(tokens, at, second);
      return (
        token.lemma === first &&
        !(reflexive && rule.verbs!.includes(`se ${first}`) === false && isOnlyReflexive(first!))
      );
    });
  }
  if (token.upos === 'NOUN' && rule.nouns?.includes(token.lemma)) return true;
  return (
    token.upos === 'ADJ' &&
    (rule.adjectives?.includes(token.lemma) ?? false) &&
    (dependents(sentence, at, 'cop').length > 0 ||
      tokens[at - 1]?.lemma === 'être' ||
      token.deprel === 'xcomp' ||
      token.deprel === 'acl')
  );
}

/** « il n'y a aucun village sous le contrôle de X »: nobody has anything. */
function isThereIs({ tokens }: Sentence, at: number): boolean {
  if (tokens[at]!.lemma !== 'avoir' || tokens[at - 1]?.lower !== 'y') return false;
  return tokens.slice(Math.max(0, at - 3), at - 1).some(({ lower }) => lower === 'il');
}

/** How many words behind its verb the noun may stand: « revendique de son côté le contrôle ». */
const FOLLOWS_WITHIN = 7;

/** The noun of a set phrase, right behind its verb: « prendre le contrôle », « n'a pas fait de victime ». */
function follows(tokens: Sentence['tokens'], at: number, noun: string): boolean {
  return tokens.slice(at + 1, at + FOLLOWS_WITHIN).some(({ lemma }) => lemma === noun);
}

/** Verbs that mean something else with « se »: « se prendre », « se tenir », « se libérer ». */
function isOnlyReflexive(verb: string): boolean {
  return /^(?:prendre|tenir|occuper|perdre|arrêter|viser|tirer|porter|former|aider|terminer|achever|finir|installer|détenir|retirer|replier|rendre|battre|disperser|cacher|abattre)$/.test(
    verb,
  );
}

export function isReflexive(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (/^(?:se|s')$/.test(tokens[i]!.lower)) return true;
    if (tokens[i]!.lower === 'nous' && tokens[i - 1]?.lower === 'nous') return true;
    if (!/AUX|ADV/.test(tokens[i]!.upos) && !/^(?:en|y)$/.test(tokens[i]!.lower)) return false;
  }
  return false;
}
