import { overlaps, type Span, type When } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';
import type { ClaimType, Modality } from '../claim.ts';
import type { Statement } from '../statement.ts';
import type { TimeMention } from '../times/time.ts';
import { finiteVerb } from './certainty.ts';
import { WITH_ETRE } from './verbs.fr.ts';

/** Types whose nouns tell of what is over once it is told. */
const DONE = new Set<ClaimType>(['capture', 'casualties', 'displacement', 'victory']);

/** What happens: a headline tells it in the present on whatever day it was. */
const HAPPENS = new Set<ClaimType>(['capture', 'attack', 'movement', 'casualties', 'displacement']);

/** « est libéré », « sont pris au piège »: how things stand, in a headline too. */
function isState({ sentence: { tokens }, at }: HeldInput): boolean {
  return tokens.some(({ head, lemma, deprel }) => head === at && lemma === 'être' && /^(?:aux|cop)/.test(deprel));
}

/** « il reste un million de déplacés »: verbs that tell how things are. */
const LASTS = /^(?:rester|demeurer|exister|vivre|compter)$/;

export type HeldInput = {
  readonly sentence: Sentence;
  readonly at: number;
  readonly span: Span;
  readonly times: readonly TimeMention[];
  readonly statement: Statement | null;
  readonly published: When | null;
  readonly modality: Modality;
  readonly type: ClaimType;
  /** The sentence is the dispatch's headline. */
  readonly headline: boolean;
};

/**
 * When a claim holds: the time beside its predicate; else, where the verb is in the present, the day it was said or
 * published; else nothing. A time that tells when it was said is not one that tells when it happened.
 */
export function heldAt(input: HeldInput): { readonly when: When | null; readonly rule: string } {
  const { times, span, statement } = input;

  const usable = times.filter((time) => !isSaying(time.span, statement) && !isOfOtherClause(time.span, input));
  const inside = usable.filter((time) => overlaps(time.span, span));
  // « la ville, tenue depuis un an, a été reprise »: a taking does not last
  const isOther = ({ when }: TimeMention): boolean => input.type === 'capture' && when?.endsWith('/..') === true;
  const named =
    inside[0] ??
    beside(
      input,
      usable.filter((time) => !isOther(time)),
    );
  const tense = tenseOf(input);
  // « tient encore 8%, contre la moitié il y a quelques mois »: a vague time of something else.
  if (named && !(named.when === null && tense === 'present')) return { when: named.when, rule: `time-${named.rule}` };

  if (input.modality === 'forecast' || input.modality === 'intent')
    return { when: null, rule: 'no-time-of-a-forecast' };
  if (tense === 'reported') return { when: statement!.said, rule: 'imperfect-of-reported-speech' };
  if (input.type === 'victory' && statement?.said && /NOUN/.test(input.sentence.tokens[input.at]!.upos))
    return { when: statement.said, rule: 'day-of-the-announcement' };
  if (tense === 'present' && input.headline && HAPPENS.has(input.type) && !isState(input))
    return { when: null, rule: 'no-time-of-a-headline' };
  if (tense === 'present') return { when: statement?.said ?? input.published, rule: 'present-tense' };
  return { when: null, rule: 'no-time' };
}

/** « Les rebelles, qui tenaient Kidal en 2006, n'alignent plus que … »: a time that a relative clause has to itself. */
function isOfOtherClause(time: Span, { sentence, at }: HeldInput): boolean {
  const { tokens } = sentence;
  let i = tokens.findIndex((token) => overlaps(token, time));
  for (let steps = 0; i >= 0 && i !== at && steps < 12; steps++) {
    if (tokens[i]!.deprel === 'acl:relcl') return !isAbove(tokens, i, at);
    i = tokens[i]!.head;
  }
  return false;
}

function isAbove(tokens: readonly Token[], above: number, at: number): boolean {
  for (let i = at, steps = 0; i >= 0 && steps < 20; i = tokens[i]!.head, steps++) if (i === above) return true;
  return false;
}

/** Outside of the content: it stands with the cue (« a annoncé jeudi »). */
function isSaying(span: Span, statement: Statement | null): boolean {
  return statement !== null && !statement.content.some((part) => overlaps(part, span));
}

/** A time that hangs from the predicate or its verb, or opens the clause (« Jeudi, … »). */
function beside({ sentence, at, span }: HeldInput, times: readonly TimeMention[]): TimeMention | undefined {
  const { tokens } = sentence;
  const heads = [
    at,
    ...(finiteVerb(sentence, at) ? [tokens.indexOf(finiteVerb(sentence, at)!)] : []),
    tokens[at]!.head,
  ].filter((head) => head >= 0);
  const attached = times.find((time) =>
    tokens.some(
      (token, i) =>
        overlaps(token, time.span) &&
        heads.includes(token.head) &&
        !dependents(sentence, i, 'cop').length &&
        Math.abs(time.span.start - span.start) < 160,
    ),
  );
  if (attached) return attached;
  const only = alone(sentence, at, times);
  if (only) return only;
  const opening = times.find(
    (time) => time.span.start - sentence.span.start < 4 && sentence.text[time.span.end - sentence.span.start] === ',',
  );
  return opening && noOtherClause(sentence, at) ? opening : undefined;
}

/** The one day that a sentence names, where it has one clause alone: however the parse hangs it. */
function alone(sentence: Sentence, at: number, times: readonly TimeMention[]): TimeMention | undefined {
  const { tokens } = sentence;
  const verbs = tokens.filter(
    ({ upos, feats, deprel }) =>
      upos === 'VERB' && !/^(?:aux|acl|amod)/.test(deprel) && /VerbForm=(?:Fin|Part|Inf)/.test(feats),
  );
  const isOfVerb = tokens[at]!.upos === 'VERB' || verbs.includes(tokens[tokens[at]!.head] ?? tokens[at]!);
  return times.length === 1 && verbs.length === 1 && isOfVerb ? times[0] : undefined;
}

function noOtherClause(sentence: Sentence, at: number): boolean {
  return sentence.tokens[at]!.deprel === 'root' || sentence.tokens[sentence.tokens[at]!.head]?.deprel === 'root';
}

/** « a estimé qu'il restait mille hommes »: the imperfect of reported speech is the present of whoever said it. */
function isReported(verb: Token, statement: Statement | null): boolean {
  return (
    statement !== null &&
    statement.mode !== 'direct' &&
    statement.cue !== null &&
    /Tense=Imp/.test(verb.feats) &&
    /\s|ait$|aient$/.test(statement.cue.text)
  );
}

function tenseOf({ sentence, at, type, statement }: HeldInput): 'present' | 'past' | 'none' | 'reported' {
  const { tokens } = sentence;
  const own = tokens[at]!;
  const verb = finiteVerb(sentence, at);
  if (verb) {
    // « est libéré », « sont stationnés »: être with a participle tells a state; avoir a past.
    if (isReported(verb, statement)) return 'reported';
    return isPresent(sentence, at, verb) ? 'present' : 'past';
  }
  const { head, deprel } = own;
  // « a démenti toute incursion »: the verb's tense is that of the saying
  const isSaid = head >= 0 && statement?.cue != null && overlaps(tokens[head]!, statement.cue);
  // « affirme avoir repris la ville »: done, whenever that was
  if (dependents(sentence, at, 'aux').some((i) => /VerbForm=Inf/.test(tokens[i]!.feats))) return 'past';
  // « accuse le voisin d'armer les rebelles »: what one is accused of doing is going on
  if (/VerbForm=Inf/.test(own.feats) && isCharge(sentence, at)) return 'present';
  if (/VerbForm=Part/.test(own.feats) && /Tense=Pres/.test(own.feats))
    return head >= 0 ? tenseAt(sentence, head) : 'none';
  if (/^(?:acl|amod|nsubj|obj|obl|xcomp|advcl|nmod|conj|appos)/.test(deprel) && head >= 0) {
    // A noun or a participle has the tense of its verb where it tells a state; what it tells as done has none of its own.
    if (type === 'control' || type === 'presence' || type === 'strength' || type === 'support')
      return tenseAt(sentence, head);
    // « dément la perte de la ville », « déplore la mort de douze civils »: the noun tells of something done
    if (DONE.has(type) && /NOUN/.test(own.upos) && !LASTS.test(tokens[head]!.lemma)) return 'none';
    if (!isSaid && /^(?:obj|nsubj|xcomp|conj)/.test(deprel) && /VERB|AUX|ADJ/.test(tokens[head]!.upos))
      return tenseAt(sentence, head);
  }
  // « Kidal aux mains des rebelles »: a headline without a verb tells how things stand
  const isState = type === 'control' || type === 'presence' || type === 'strength';
  return isState && !tokens.some(({ feats }) => /VerbForm=Fin/.test(feats)) ? 'present' : 'none';
}

/** The infinitive of an accusation: « accuse X de faire », « reproche à X de faire ». */
function isCharge({ tokens }: Sentence, at: number): boolean {
  if (!/^d[e']$/.test(tokens[at - 1]?.lower ?? '') && !/^d[e']$/.test(tokens[at - 2]?.lower ?? '')) return false;
  const verb = tokens.findLast((token, i) => i < at && i > at - 15 && token.upos === 'VERB');
  return verb !== undefined && /^(?:accuser|soupçonner|suspecter|reprocher)$/.test(verb.lemma);
}

/** With « avoir » a participle is a past; with « être » a state (« est libéré »), but for verbs that take it (« est tombé »). */
function isPresent(sentence: Sentence, at: number, verb: Token): boolean {
  if (!/Tense=Pres/.test(verb.feats)) return false;
  const own = sentence.tokens[at]!;
  if (verb === own) return true;
  if (verb.lemma === 'avoir' && verb.upos === 'AUX') return false; // « a été active »
  if (!/VerbForm=Part/.test(own.feats)) return true;
  if (verb.lemma === 'avoir') return false;
  const reflexive = sentence.tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) => lower === 's' || lower === "s'" || lower === 'se');
  return !reflexive && !WITH_ETRE.has(own.lemma);
}

function tenseAt(sentence: Sentence, at: number, steps = 0): 'present' | 'past' | 'none' {
  const verb = finiteVerb(sentence, at);
  if (verb) return isPresent(sentence, at, verb) ? 'present' : 'past';
  const { head } = sentence.tokens[at]!;
  return head >= 0 && steps < 4 ? tenseAt(sentence, head, steps + 1) : 'none';
}
