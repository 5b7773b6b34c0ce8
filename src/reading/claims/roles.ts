import { dependents, isRelation, type Sentence, type Token } from '../../language/index.ts';
import { DAY_WORDS, IDENTITY, LIGHT_ACTIVE, OBJECT_CONTROL, TAKES_CONTENT, WITH_ETRE } from './verbs.fr.ts';
import { isReflexive } from './word-of.ts';

/** How a phrase stands to a predicate, in the terms of its active form: the agent of a passive is its subject. */
export type Role = {
  readonly kind: 'subject' | 'object' | 'oblique' | 'complement';
  /** The preposition that brings it in; null for a subject or an object, and for an adjective (« l'appui russe »). */
  readonly prep: string | null;
  /** How many words lie between it and the predicate in the tree: 0 for an argument, more for a part of one. */
  readonly depth: number;
  /** Index of the argument's own word. */
  readonly argument: number;
};

/** A predicate of a sentence: its word, and how its clause stands. */
export type Predicate = {
  readonly at: number;
  readonly passive: boolean;
  /** Index of the word that is its subject in the active sense of its clause, inherited where need be; null if unknown. */
  readonly subject: number | null;
  /** Index of what it acts on where the clause puts it elsewhere: the subject of a passive, the noun of a participle. */
  readonly object: number | null;
};

/** The preposition of a phrase: its `case` word, a contraction's first word (« du » is `de`). */
export function prepositionOf(sentence: Sentence, head: number): string | null {
  const marker = dependents(sentence, head, 'case').find((i) => i < head && sentence.tokens[i]!.upos !== 'DET');
  if (marker !== undefined && isArticle(sentence, marker)) return null;
  if (marker === undefined) {
    const before = sentence.tokens[head - 1];
    return before?.upos === 'ADP' ? normal(before) : null;
  }
  return normal(sentence.tokens[marker]!);
}

/** « De petits groupes »: before an adjective and at the head of a clause, « de » is an article. */
function isArticle({ tokens }: Sentence, at: number): boolean {
  return (
    /^d[e']$/.test(tokens[at]!.lower) &&
    tokens[at + 1]?.upos === 'ADJ' &&
    (at === 0 || /^[,;:«"“(]$/.test(tokens[at - 1]!.text) || tokens[at - 1]!.upos === 'VERB')
  );
}

function normal(token: Token): string {
  if (token.parts) return token.parts[0];
  return token.lower
    .replace(/^d'$/, 'de')
    .replace(/^jusqu'$/, 'jusque')
    .replace(/^a$/, 'à');
}

/** Voice and inherited arguments of a verb, or of a noun that stands for one. */
export function predicateAt(sentence: Sentence, at: number): Predicate {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos !== 'VERB' && token.upos !== 'AUX')
    return { at, passive: false, subject: lightSubject(sentence, at), object: null };
  const auxiliaries = [...dependents(sentence, at, 'aux'), ...before(tokens, at)];
  const isParticiple = /VerbForm=Part/.test(token.feats) && /Tense=Past/.test(token.feats);
  const reflexive =
    dependents(sentence, at, 'expl').some((i) => /^(?:se|s')$/.test(tokens[i]!.lower)) || isReflexive(sentence, at);
  const withEtre = auxiliaries.some((i) => tokens[i]!.lemma === 'être');
  const agent =
    dependents(sentence, at, 'obl:agent').length > 0 ||
    tokens.slice(at + 1, at + 5).some((next) => next.lower === 'par');
  const passive =
    isParticiple &&
    !reflexive &&
    !WITH_ETRE.has(token.lemma) &&
    (withEtre ||
      (auxiliaries.length === 0 && (agent || /acl|amod|root|advcl/.test(token.deprel) || isState(sentence, at))));
  const own = subjectOf(sentence, at);
  const modified = isParticiple && auxiliaries.length === 0 && /^(?:acl|amod)$/.test(token.deprel) ? token.head : null;
  if (passive) return { at, passive, subject: null, object: modified ?? own };
  return { at, passive, subject: own, object: takenUpByQue(sentence, at) };
}

/** « restent bloqués », « se retrouvent encerclés »: a participle by which a verb of state tells what was done to its subject. */
function isState({ tokens }: Sentence, at: number): boolean {
  const { head, deprel } = tokens[at]!;
  return (
    /^(?:xcomp|obj|obl)/.test(deprel) &&
    head >= 0 &&
    /^(?:rester|demeurer|retrouver|trouver)$/.test(tokens[head]!.lemma)
  );
}

/** « la ville que l'armée tient »: the noun that « que » takes up as the verb's object; null where « que » opens a content. */
function takenUpByQue(sentence: Sentence, at: number): number | null {
  const { tokens } = sentence;
  const que = tokens.findLastIndex(
    (token, i) =>
      i < at &&
      i >= at - 14 &&
      /^qu[e']$/.test(token.lower) &&
      !tokens.slice(i + 1, at).some((word) => word.upos === 'VERB'),
  );
  // « la ville, que l'armée tenait, est tombée »: a parse may make the relative clause the root
  const isLoose = /^(?:root|parataxis)$/.test(tokens[at]!.deprel) && tokens[que - 1]?.text === ',';
  if (que < 1 || (!isLoose && !/^(?:acl|ccomp|conj|advcl)/.test(tokens[at]!.deprel))) return null;
  let before = que - 1;
  if (tokens[before]!.text === ',') before--;
  if (/^[)"»]$/.test(tokens[before]?.text ?? '')) before = tokens[before]!.head;
  const noun = tokens[before];
  if (!noun || !/NOUN|PROPN|ADJ|PRON/.test(noun.upos) || TAKES_CONTENT.has(noun.lemma)) return null;
  if (/^acl/.test(tokens[at]!.deprel) && tokens[at]!.head <= before) return tokens[at]!.head;
  let head = before;
  while (
    /^(?:flat|nmod|appos|amod)/.test(tokens[head]!.deprel) &&
    /ADJ|PROPN/.test(tokens[head]!.upos) &&
    tokens[head]!.head > before - 6
  )
    head = tokens[head]!.head;
  return head;
}

/** Auxiliaries right before a verb, where the parse left them elsewhere. */
function before(tokens: readonly Token[], at: number): number[] {
  const found: number[] = [];
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (tokens[i]!.upos === 'AUX') found.push(i);
    else if (tokens[i]!.upos !== 'ADV' && !/^-/.test(tokens[i]!.text)) break;
  }
  return found;
}

/** The subject of a verb: its own, the antecedent of its « qui », or that of the verb it depends on or is joined to. */
export function subjectOf(sentence: Sentence, at: number, steps = 0): number | null {
  const { tokens } = sentence;
  const own =
    dependents(sentence, at, 'nsubj').find((i) => i !== at) ?? measuredOut(sentence, at).find((noun) => noun < at);
  const token = tokens[at]!;
  const after = own === undefined ? subjectBehind(sentence, at) : null;
  if (after !== null) return after;
  if (own !== undefined) {
    if (/^(?:qui|lequel|laquelle|lesquels|lesquelles|dont)$/.test(tokens[own]!.lower))
      return antecedent(sentence, at, own);
    return own;
  }
  const lent = steps === 0 ? controlledBy(sentence, at) : null;
  if (lent !== null && lent >= 0) return lent;
  if (steps > 4 || token.head < 0) return null;
  const relative = tokens
    .slice(0, at)
    .findLastIndex(
      (word, i) =>
        word.lower === 'qui' && i > at - 5 && !tokens.slice(i + 1, at).some((next) => /VERB/.test(next.upos)),
    );
  if (relative >= 0) return antecedent(sentence, at, relative);
  if (/^(?:conj|xcomp|advcl|ccomp|parataxis|acl)/.test(token.deprel)) {
    const governor = tokens[token.head]!;
    if (token.deprel === 'ccomp' || token.deprel === 'xcomp') {
      // « a permis à l'armée de reprendre »: the one who is permitted acts.
      const allowed = dependents(sentence, token.head, 'iobj', 'obl:arg').find(
        (i) => prepositionOf(sentence, i) === 'à',
      );
      if (allowed !== undefined && /VerbForm=Inf/.test(token.feats)) return allowed;
    }

    if (/VERB|AUX|ADJ/.test(governor.upos)) return subjectOf(sentence, token.head, steps + 1);
    if (/NOUN|PROPN/.test(governor.upos) && /Tense=Pres/.test(token.feats)) return token.head; // « les avions menant des raids »
  }
  return null;
}

/** « où se trouve la dernière enclave », « que mitraille l'aviation »: the subject behind its verb in a relative clause. */
function subjectBehind({ tokens }: Sentence, at: number): number | null {
  let before = at - 1;
  while (
    (before >= 0 && /^(?:AUX|ADV)$|^se$|^s'$/.test(tokens[before]!.upos)) ||
    /^(?:se|s'|ne|n')$/.test(tokens[before]?.lower ?? '')
  )
    before--;
  if (tokens[before]?.lower !== 'où' || !/VerbForm=Fin/.test(tokens[at]!.feats)) return null;
  const from = pastSource(tokens, at + 1);
  let noun = from;
  while (/^(?:DET|ADJ|NUM|ADV)$/.test(tokens[noun]?.upos ?? '') && noun < from + 5) noun++;
  return /^(?:NOUN|PROPN)$/.test(tokens[noun]?.upos ?? '') && noun > from ? noun : null;
}

/** « où se trouvaient selon la coalition 1500 hommes »: past who says so. */
function pastSource(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== 'selon') return at;
  let next = at + 1;
  while (/^(?:DET|NOUN|PROPN|ADJ)$/.test(tokens[next]?.upos ?? '')) next++;
  return next;
}

/** « près de mille habitants ont fui », « a tué plus de trente soldats »: the nouns that an adverb of a verb measures out. */
export function measuredOut(sentence: Sentence, verb: number): number[] {
  return dependents(sentence, verb, 'advmod')
    .filter((i) => /^(?:près|plus|moins|autour|beaucoup|peu|davantage)$/.test(sentence.tokens[i]!.lower))
    .flatMap((i) =>
      dependents(sentence, i, 'obl', 'nmod').filter((noun) => noun > i && prepositionOf(sentence, noun) === 'de'),
    );
}

/** The object of the verb that an infinitive with « de » or « à » depends on, where that verb lends it. */
function controlledBy(sentence: Sentence, at: number): number | null {
  const { tokens } = sentence;
  const isPerfect = dependents(sentence, at, 'aux').some((i) => /VerbForm=Inf/.test(tokens[i]!.feats)); // « d'avoir livré »
  if (!isPerfect && !/VerbForm=Inf/.test(tokens[at]!.feats)) return null;
  for (let i = at - 1; i >= 0 && i > at - 25; i--) {
    if (!/VERB/.test(tokens[i]!.upos) || /VerbForm=Inf/.test(tokens[i]!.feats)) continue;
    if (!OBJECT_CONTROL.has(tokens[i]!.lemma)) return null;
    // « accusé par X de soutenir Y », « a été accusé de … »: who is accused would do it
    const charged = predicateAt(sentence, i);
    if (charged.passive && charged.object !== null) return charged.object;
    const isThing = (j: number): boolean =>
      j > i && j < at && /NOUN|PROPN/.test(tokens[j]!.upos) && !DAY_WORDS.has(tokens[j]!.lower);
    const object = dependents(sentence, i, 'obj', 'iobj', 'obl:arg').find(isThing);
    return object ?? tokens.findLastIndex((_, j) => isThing(j));
  }
  return null;
}

/** « X représente l'essentiel des forces qui ont pris la ville »: X took it. */
function identified(sentence: Sentence, noun: number): number | null {
  const { tokens } = sentence;
  for (let at = noun, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++) {
    const above = tokens[at]!.head;
    if (above >= 0 && IDENTITY.has(tokens[above]!.lemma) && /^(?:obj|xcomp|obl)/.test(tokens[at]!.deprel))
      return subjectOf(sentence, above);
    if (!/^(?:nmod|obj|obl)/.test(tokens[at]!.deprel)) return null;
  }
  return null;
}

function antecedent(sentence: Sentence, verb: number, relative: number): number | null {
  const { tokens } = sentence;
  const { head, deprel } = tokens[verb]!;
  if (deprel === 'acl:relcl' && head >= 0 && head < relative) return identified(sentence, head) ?? head;
  for (let i = relative - 1; i >= 0 && i >= relative - 12; i--) {
    if (!/NOUN|PROPN|PRON/.test(tokens[i]!.upos)) continue;
    return identified(sentence, i) ?? i;
  }
  return null;
}

/** « a lancé une offensive »: the subject of the verb that a noun is the object of. */
function lightSubject(sentence: Sentence, at: number): number | null {
  const { tokens } = sentence;
  const carrier = carrierOf(sentence, at);
  if (carrier === null || !/^(?:obj|xcomp|obl:arg|nmod)/.test(tokens[at]!.deprel)) return null;
  return LIGHT_ACTIVE.has(tokens[carrier]!.lemma) ? subjectOf(sentence, carrier) : null;
}

const TIME_NOUN =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|nuit|jour|semaine|mois|an|année|heure)$/;

/** The verb that a noun is an argument of, past a time that the parse took for the object: « ont lancé lundi l'assaut ». */
export function carrierOf({ tokens }: Sentence, at: number): number | null {
  const { head } = tokens[at]!;
  if (head < 0) return null;
  if (/VERB|AUX/.test(tokens[head]!.upos)) return /^nmod/.test(tokens[at]!.deprel) ? null : head;
  const above = tokens[head]!.head;
  const isTime = head < at && TIME_NOUN.test(tokens[head]!.lemma) && /^(?:obj|obl)/.test(tokens[head]!.deprel);
  return isTime && above >= 0 && /VERB|AUX/.test(tokens[above]!.upos) ? above : null;
}

const HELPS = /^(?:aider|appuyer|épauler|soutenir|accompagner|escorter|flanquer|suivre)$/;

/** How the word at `index` stands to a predicate; null where it lies outside of what hangs from it. */
export function roleOf(sentence: Sentence, predicate: Predicate, index: number): Role | null {
  const { tokens } = sentence;
  for (const [kind, argument] of [
    ['subject', predicate.subject],
    ['object', predicate.object],
  ] as const) {
    if (argument === null || !isUnder(sentence, index, argument, predicate.at)) continue;
    const depth = distanceTo(sentence, index, argument);
    return isOfInnerClause(sentence, index, argument) ? null : { kind, prep: null, depth, argument };
  }
  let argument = index;
  let depth = 0;
  while (tokens[argument]!.head !== predicate.at) {
    argument = tokens[argument]!.head;
    depth++;
    if (argument < 0 || depth > 12) return null;
  }
  if (isOfInnerClause(sentence, index, argument)) return null;
  const { deprel } = tokens[argument]!;
  const prep = prepositionOf(sentence, argument);
  if (/^(?:conj|parataxis|advcl|acl|ccomp|punct|cc|mark)/.test(deprel)) return null;
  const isArticled = prep === null && argument < predicate.at && /^obl/.test(deprel) && predicate.subject === null;
  if (isRelation(tokens[argument]!, 'nsubj') || isArticled)
    return { kind: predicate.passive ? 'object' : 'subject', prep: null, depth, argument };
  // « aidées de la coalition »: an agent too
  const isHelper = prep === 'de' && predicate.passive && HELPS.test(tokens[predicate.at]!.lemma);
  if (deprel === 'obl:agent' || prep === 'par' || isHelper)
    return {
      kind: predicate.passive || tokens[predicate.at]!.upos === 'NOUN' ? 'subject' : 'oblique',
      prep: 'par',
      depth,
      argument,
    };
  if (isRelation(tokens[argument]!, 'obj') && prep === null) return { kind: 'object', prep: null, depth, argument };
  if (/^(?:nmod|amod|appos|nummod|flat)/.test(deprel) && prep === null)
    return { kind: 'complement', prep: null, depth, argument };
  return { kind: deprel.startsWith('nmod') ? 'complement' : 'oblique', prep, depth, argument };
}

/** « par les forces aidées de la coalition », « la junte, qui a mille soldats »: what a clause inside an argument brings in is its own. */
function isOfInnerClause({ tokens }: Sentence, index: number, argument: number): boolean {
  for (let at = index, steps = 0; at !== argument && at >= 0 && steps < 12; at = tokens[at]!.head, steps++)
    if (at !== index && tokens[at]!.deprel.startsWith('acl') && tokens[at]!.upos === 'VERB') return true;
  return false;
}

function isUnder(sentence: Sentence, index: number, head: number, except: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 20; at = sentence.tokens[at]!.head, steps++) {
    if (at === head) return true;
    if (at === except) return false;
  }
  return false;
}

function distanceTo(sentence: Sentence, index: number, head: number): number {
  let depth = 0;
  for (let at = index; at !== head && at >= 0 && depth < 20; at = sentence.tokens[at]!.head) depth++;
  return depth;
}
