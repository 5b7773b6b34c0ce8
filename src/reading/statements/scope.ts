import { overlaps, type Span } from '../../core/index.ts';
import { isRelation, type Sentence, type Token } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { CIVILITY, isName, nounPhrase, type PhraseOptions, type TokenRange } from '../sources/noun-phrase.ts';
import { isOf, isOffice, isPerson, type SpeakerNouns } from '../sources/speakers.ts';
import type { TimeMention } from '../times/time.ts';
import { asideAt } from './asides.ts';
import type { Cue } from './cues.ts';
import { findVia, type ViaMention } from './via.ts';

/** A sentence with what the rules for statements look at. */
export type Scope = {
  readonly text: string;
  readonly sentence: Sentence;
  readonly quotes: readonly Quote[];
  readonly times: readonly TimeMention[];
  readonly channels: readonly ViaMention[];
  readonly cues: readonly Cue[];
  readonly nouns: SpeakerNouns;
  readonly phrases: PhraseOptions;
};

export function scopeOf(
  text: string,
  sentence: Sentence,
  quotes: readonly Quote[],
  times: readonly TimeMention[],
  cues: readonly Cue[],
  nouns: SpeakerNouns,
): Scope {
  const channels = findVia(sentence);
  const stops = (i: number): boolean => {
    const token = sentence.tokens[i]!;
    // « La ligue juge la loi inutile »: a verb that the tagger took for a noun is no part of the phrase before it
    const isVerb = !/^(?:VERB|AUX)$/.test(token.upos) && cues.some(({ at }) => at === i);
    return (
      isVerb ||
      times.some(({ span }) => overlaps(span, token)) ||
      channels.some(({ first, last }) => first <= i && i <= last)
    );
  };
  const isRole = (token: Token): boolean => isOffice(nouns, token);
  return {
    text,
    sentence,
    quotes,
    times,
    channels,
    cues,
    nouns,
    phrases: { stops, isRole, isPerson: (token) => isPerson(nouns, token) },
  };
}

/** The quotation whose marks stand around a token, if any. */
export function quoteAround(scope: Scope, index: number): Quote | undefined {
  const token = scope.sentence.tokens[index]!;
  return scope.quotes.find(({ outer }) => outer.start <= token.start && token.end <= outer.end);
}

/** Index of the first token at or after a character; the number of tokens where none is. */
export function tokenFrom(sentence: Sentence, character: number): number {
  const at = sentence.tokens.findIndex(({ start }) => start >= character);
  return at < 0 ? sentence.tokens.length : at;
}

/** Relative pronouns that stand for who speaks. */
export const WHO = /^(?:qui|lequel|laquelle|lesquels|lesquelles)$/;

/** What ends a sentence. */
export const STOP = /^[.!?…]$|^\.{2,}$/;

/** Index of the sentence's last token before the stops that end it. */
export function sentenceLast(tokens: readonly Token[]): number {
  let last = tokens.length - 1;
  while (last > 0 && STOP.test(tokens[last]!.text)) last--;
  return last;
}

/** From token `first` to token `last` as a span, without the quotation marks and stops at its ends; null if nothing is left. */
export function contentSpan(scope: Scope, first: number, last: number): Span | null {
  const { tokens } = scope.sentence;
  let [from, to] = [first, last];
  while (from <= to && /^(?:["«“»”,;:–—-]|…)$/u.test(tokens[from]!.text)) from++;
  while (to >= from && /^["«“»”,;:.–—]$/u.test(tokens[to]!.text)) to--;
  if (from > to) return null;
  return { start: tokens[from]!.start, end: tokens[to]!.end };
}

/** Past adverbs, times, channels and asides (« , de son côté, ») from `from` on: where a subject or object may start. */
export function pastAsides(scope: Scope, from: number): number {
  const { tokens } = scope.sentence;
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (!token) return at;
    const channel = scope.channels.find(({ first }) => first === at);
    const aside = asideAt(tokens, at);
    // « a menacé la veille d'envahir »
    const isEve =
      token.lower === 'la' &&
      tokens[at + 1]?.lower === 'veille' &&
      /^d[e']$/.test(tokens[at + 2]?.lower ?? '') &&
      /VerbForm=Inf/.test(tokens[at + 3]?.feats ?? '');
    if (isEve) at += 2;
    else if (channel) {
      at = channel.last + 1;
      while (tokens[at]?.upos === 'ADJ') at++; // « dans une lettre commune »
    } else if (scope.times.some(({ span }) => overlaps(span, token))) at++;
    else if (aside) at += aside;
    else if (whereFrom(tokens, at)) at += whereFrom(tokens, at);
    else if (
      token.text === ',' &&
      /^(?:lui|elle|eux|elles)$/.test(tokens[at + 1]?.lower ?? '') &&
      tokens[at + 2]?.text === ','
    )
      at += 3; // « s'est engagé, lui, à »
    else if (token.upos === 'ADV' && !/^(?:ne|qu[e'])$/.test(token.lower)) at++;
    else if (quotedAdverb(tokens, at)) at += 3;
    else if (token.text === ',' && moodAt(tokens, at)) at = moodAt(tokens, at);
    else if (token.text === ',' && circumstanceAt(scope, at)) at = circumstanceAt(scope, at);
    else if (token.text === ',' && at > from - 1 && isPassable(scope, at)) at++;
    else return at;
  }
}

/** « nie "formellement" la perte »: an adverb in quotation marks. */
function quotedAdverb(tokens: readonly Token[], at: number): boolean {
  return (
    /^["«“]$/.test(tokens[at]!.text) && tokens[at + 1]?.upos === 'ADV' && /^["»”]$/.test(tokens[at + 2]?.text ?? '')
  );
}

/** « lâche, dépité, un officier »: past how one says it, between commas; 0 where nothing of the sort stands. */
function moodAt(tokens: readonly Token[], comma: number): number {
  const close = tokens.findIndex(({ text }, i) => i > comma && i <= comma + 4 && text === ',');
  if (close < comma + 2) return 0;
  const words = tokens.slice(comma + 1, close);
  const isMood = words.every(({ upos, feats }) => /^(?:ADJ|ADV)$/.test(upos) || /VerbForm=Part/.test(feats));
  return isMood && words.some(({ upos }) => upos !== 'ADV') ? close + 1 : 0;
}

/** « récuse, dans un entretien accordé à une radio, toute… »: past where and how it was said; 0 where nothing of the sort stands. */
function circumstanceAt(scope: Scope, comma: number): number {
  const { tokens } = scope.sentence;
  if (!/^(?:dans|lors|sous|depuis|devant|par|sur|à|au|en)$/.test(tokens[comma + 1]?.lower ?? '')) return 0;
  const close = tokens.findIndex(({ text }, i) => i > comma && i <= comma + 16 && text === ',');
  if (close < 0) return 0;
  const isPlain = tokens
    .slice(comma + 1, close)
    .every(({ feats, text }) => !/Fin/.test(feats) && !/^["«»“”:;]$/.test(text));
  const next = tokens[close + 1];
  const isNext = /^(?:DET|NUM|PUNCT)$/.test(next?.upos ?? '') || /^(?:à|d[e'])$/.test(next?.lower ?? '');
  return isPlain && isNext ? close + 1 : 0;
}

/** A comma is passed where an aside follows it or ends at it. */
function isPassable(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const isAside = (i: number): boolean =>
    asideAt(tokens, i) > 0 ||
    scope.channels.some(({ first }) => first === i) ||
    (tokens[i] !== undefined && scope.times.some(({ span }) => overlaps(span, tokens[i]!)));
  if (next && isAside(at + 1)) return true;
  if (!before) return false;
  const endsAside =
    scope.times.some(({ span }) => overlaps(span, before)) ||
    scope.channels.some(({ last }) => last === at - 1) ||
    [2, 3, 4].some((length) => at - length >= 0 && asideAt(tokens, at - length) === length);
  return endsAside;
}

/** « a déclaré depuis Bagdad le colonel Sorel »: where the words were said, between the verb and its subject. */
function whereFrom(tokens: readonly Token[], at: number): number {
  if (!/^(?:depuis|à|en)$/.test(tokens[at]?.lower ?? '') || !isName(tokens, at + 1)) return 0;
  let last = at + 1;
  while (isName(tokens, last + 1)) last++;
  return /DET|PRON/.test(tokens[last + 1]?.upos ?? '') || tokens[last + 1]?.text === ',' ? last + 1 - at : 0;
}

/** The noun phrase around its head: from its first word, read along the line. */
export function phraseAround(scope: Scope, head: number): TokenRange | null {
  const { tokens } = scope.sentence;
  let first = head;
  for (let at = head - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (scope.phrases.stops(at)) break;
    const inPhrase = ['DET', 'ADJ', 'NUM', 'PROPN', 'NOUN', 'X'].includes(token.upos);
    const link =
      /^(?:de|du|des|d')$/.test(token.lower) &&
      token.upos === 'ADP' &&
      tokens[at - 1] &&
      /NOUN|PROPN/.test(tokens[at - 1]!.upos);
    if (!inPhrase && !link) break;
    first = at;
  }
  // A comma-less phrase before it (« En Irak les forces ») is no part: start at the last determiner that opens one.
  for (let at = head; at >= first; at--)
    // « le quotidien français Le Figaro »: the article of a title opens nothing
    if (
      tokens[at]!.upos === 'DET' &&
      !(at > first && (/^(?:de|d')$/.test(tokens[at - 1]!.lower) || /^\p{Lu}/u.test(tokens[at]!.text)))
    )
      return nounPhrase(scope.sentence, at, scope.phrases);
  return nounPhrase(scope.sentence, first, scope.phrases);
}

/** Whether a noun phrase can be one who speaks: an office, a body, a name, a document. */
export function canSpeak(scope: Scope, { first, last }: TokenRange): boolean {
  const { nouns } = scope;
  const { tokens } = scope.sentence;
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (isPerson(nouns, token) || isOf(nouns.documents, token) || isOf(nouns.bodies, token)) return true;
    // « l'abandon d'Alma » cannot, « l'homme de confiance d'Armand » can
    if (isName(tokens, i) && !isOfThing(scope, first, i)) return true;
  }
  return false;
}

/** A name that « de » brings to a noun which is neither a person nor a body. */
function isOfThing({ sentence: { tokens } }: Scope, first: number, name: number): boolean {
  const head = tokens.findIndex(({ upos }, i) => i >= first && i < name && upos === 'NOUN');
  return head >= 0 && /^(?:de|du|des|d')$/.test(tokens[name - 1]!.lower) && /^\p{Ll}/u.test(tokens[head]!.text);
}

/** Whether subject and verb agree in number, as far as both show it. */
export function agrees(scope: Scope, verb: number, { first, last }: TokenRange): boolean {
  const { tokens } = scope.sentence;
  if (/^(?:NOUN|ADJ)$/.test(tokens[verb]!.upos)) return true; // a verb that the tagger took for something else
  const auxiliary = tokens[verb]!.feats.includes('Fin')
    ? tokens[verb]!
    : tokens.slice(0, verb).findLast((token) => token.feats.includes('Fin'));
  const number = /Number=(\w+)/.exec(auxiliary?.feats ?? '')?.[1];
  const determiner = tokens[first]!;
  const joined = tokens.slice(first, last + 1).some((token) => token.lower === 'et');
  const own = joined
    ? null
    : determiner.upos === 'DET' || /^(?:des|du)$/.test(determiner.lower)
      ? /Number=(\w+)/.exec(determiner.feats)?.[1]
      : null;
  return !number || !own || own === number;
}

/** The words that a verb's subject gives: a noun phrase before it, the antecedent of « qui », or that of the verb it joins. */
export function subjectOf(
  scope: Scope,
  cue: { readonly at: number; readonly start: number; readonly last?: number },
): TokenRange | null {
  const { tokens } = scope.sentence;
  const before = tokens[cue.start - 1];
  if (before && WHO.test(before.lower)) {
    const head = relativeHead(scope, cue);
    // « Le ministère de l'Intérieur, qui déplore… »: of the whole phrase, wherever in it the parse hangs the clause
    const whole = tokens[cue.start - 2]?.text === ',' ? phraseEndingAt(scope, cue.start - 3) : null;
    if (whole && head !== null && whole.first <= head && head <= whole.last) return withNameBefore(scope, whole);
    return head === null ? null : withNameBefore(scope, phraseAround(scope, head));
  }
  // « assure que « la porte est ouverte » et chiffre à… »: behind a quotation that is closed, the verb before it goes on
  const first = scope.cues.findLast((other) => other.form === 'finite' && other.at < cue.at && other.clitic === null);
  const isBehind = /^(?:et|mais|puis)$/.test(before?.lower ?? '') && /^["»”]$/.test(tokens[cue.start - 2]?.text ?? '');
  if (isBehind && first && !quoteAround(scope, first.at)) return subjectOf(scope, first);
  // What ends right before the verb and opens its clause is its subject, whatever the parse says.
  const adjacent = adjacentSubject(scope, cue.start);
  if (adjacent) return adjacent;
  const subjects = tokens.flatMap((token, i) =>
    token.head >= cue.at && token.head <= (cue.last ?? cue.at) && isRelation(token, 'nsubj') && i < cue.at ? [i] : [],
  );
  const subject = subjects.at(-1);
  if (subject !== undefined) {
    const one = oneOfThem(tokens, subject);
    if (one) return one;
    // « L'un des deux experts »
    if (SOME.test(tokens[subject]!.lower) && /^(?:des|de|du|d')$/.test(tokens[subject + 1]?.lower ?? '')) {
      const from = tokens[subject - 1]?.lower === "l'" ? subject - 1 : subject;
      const some = nounPhrase(scope.sentence, from, scope.phrases);
      if (some && some.last > subject) return some;
    }
    if (WHO.test(tokens[subject]!.lower)) {
      const head = relativeHead(scope, { at: cue.at, start: subject + 1 });
      return head === null ? null : withNameBefore(scope, phraseAround(scope, head));
    }
    return tokens[subject]!.upos === 'PRON' ? { first: subject, last: subject } : phraseAround(scope, subject);
  }
  const near = subjectBefore(scope, cue.start);
  if (near) return tokens[near.first]!.upos === 'PRON' ? near : withNameBefore(scope, near);
  const { head, deprel } = tokens[cue.at]!;
  if (head >= 0 && deprel === 'conj' && /VERB|AUX/.test(tokens[head]!.upos)) {
    const lent = subjectOf(scope, { at: head, start: firstOfVerb(tokens, head) });
    if (lent) return lent;
  }
  // « accuse X d'aider Y et assure que… »: the verb before it, however deep the parse hangs this one
  const joined = scope.cues.findLast((other) => other.form === 'finite' && other.at < cue.at && other.clitic === null);
  if (
    joined &&
    /^(?:et|mais|puis)$/.test(before?.lower ?? '') &&
    /VerbForm=Fin/.test(tokens[cue.at]!.feats + tokens[cue.start]!.feats)
  )
    return subjectOf(scope, joined);
  // « a confirmé le départ, mais nié que… »: the subject of the verb whose auxiliary it shares.
  const shared = scope.cues.findLast((other) => other.form === 'finite' && other.at < cue.at);
  return /VerbForm=Part/.test(tokens[cue.at]!.feats) && shared && cue.start === cue.at
    ? subjectOf(scope, shared)
    : null;
}

/** Of several: « l'un des experts », « certaines d'entre elles ». */
const SOME = /^(?:une?|certaine?s|plusieurs|deux|trois)$/;

/** « l'un d'eux », « certaines d'entre elles » around its first word; null where it is nothing of the sort. */
function oneOfThem(tokens: readonly Token[], at: number): TokenRange | null {
  if (at < 0) return null;
  if (!SOME.test(tokens[at]!.lower) || tokens[at + 1]?.lower !== "d'") return null;
  const last = tokens[at + 2]?.lower === 'entre' ? at + 3 : at + 2;
  if (!/^(?:eux|elles|nous|vous)$/.test(tokens[last]?.lower ?? '')) return null;
  return { first: tokens[at - 1]?.lower === "l'" ? at - 1 : at, last };
}

/** The noun phrase that opens its clause and ends right before the verb at `start`. */
export function adjacentSubject(scope: Scope, start: number): TokenRange | null {
  const { tokens } = scope.sentence;
  const near = subjectBefore(scope, start);
  if (!near || tokens[near.first]!.upos === 'PRON') return null;
  const touches = near.last === start - 1 || (tokens[start - 1]?.text === ')' && near.last >= start - 6);
  const opener = tokens[near.first - 1];
  const opens = !opener || /^(?:CCONJ|SCONJ)$/.test(opener.upos) || /^["«“:;,]$/.test(opener.text);
  return touches && opens ? near : null;
}

/** « Odile Marsac, la présidente du club, … », « le Conseil du Nord, première force du pays, … »: the apposition gives way. */
function withNameBefore(scope: Scope, phrase: TokenRange | null): TokenRange | null {
  if (!phrase || scope.sentence.tokens[phrase.first - 1]?.text !== ',') return phrase;
  const { tokens } = scope.sentence;
  // « l'avocat du club, Me Armand Sorel, déplore »: the office that the name stands behind
  const office = CIVILITY.test(tokens[phrase.first]!.text) ? subjectBefore(scope, phrase.first - 1) : null;
  const both = office && nounPhrase(scope.sentence, office.first, scope.phrases);
  if (both && both.last >= phrase.last) return both;
  const bare = !/DET|PROPN/.test(tokens[phrase.first]!.upos);
  const before = phrase.first - 2;
  const named = isName(tokens, before) && tokens.slice(phrase.first, phrase.last + 1).some(scope.phrases.isRole);
  if (!bare && !named) return phrase;
  let first = before;
  while (first > 0 && (isName(tokens, first - 1) || (bare && /DET|ADJ|NOUN|PROPN/.test(tokens[first - 1]!.upos))))
    first--;
  const whole = first <= before ? nounPhrase(scope.sentence, first, scope.phrases) : null;
  return whole ?? phrase;
}

/** The phrase that ends at a word: back to where its noun phrase opens. */
export function phraseEndingAt(scope: Scope, last: number): TokenRange | null {
  return subjectBefore(scope, last + 1);
}

function firstOfVerb(tokens: readonly Token[], verb: number): number {
  let first = verb;
  while (first > 0 && /AUX|ADV/.test(tokens[first - 1]!.upos)) first--;
  return first;
}

/** The word that a relative clause tells of: the parse's, else the last noun before « qui ». */
function relativeHead(scope: Scope, cue: { readonly at: number; readonly start: number }): number | null {
  const { tokens } = scope.sentence;
  const { head, deprel } = tokens[cue.at]!;
  if (deprel === 'acl:relcl' && head >= 0 && head < cue.start && /NOUN|PROPN/.test(tokens[head]!.upos)) return head;
  for (let at = cue.start - 2; at >= 0; at--) if (/NOUN|PROPN/.test(tokens[at]!.upos)) return at;
  return null;
}

/** From the comma that closes a relative clause or a participle (« , qui a sauvé la ville, ») to before the one that opens it. */
function beforeInsertion(tokens: readonly Token[], comma: number): number {
  for (let at = comma - 1; at > 0; at--) {
    if (/^(?:qui|dont|où)$/.test(tokens[at]!.lower)) {
      const opens = tokens[at - 1]!.upos === 'ADP' ? at - 1 : at; // « , à qui »
      return tokens[opens - 1]?.text === ',' ? opens - 2 : opens - 1;
    }
    if (tokens[at]!.text !== ',') continue;
    const opener = tokens[at + 1]!;
    const isCircumstance = opener.upos === 'ADP' && at > 0; // « Moscou, par la voix d'un porte-parole, y voit… »
    if (
      isCircumstance ||
      (opener.upos === 'NUM' && tokens[at + 2]?.lower === 'ans') || // « Le conducteur, 44 ans, »
      /^(?:qui|dont|où|que|qu'|lequel|laquelle)$/.test(opener.lower) ||
      isParticiple(opener)
    )
      return at - 1;
    return comma - 1;
  }
  return comma - 1;
}

/** The phrase or pronoun that ends right before the verb, past asides: for when the parse gives no subject. */
function subjectBefore(scope: Scope, start: number): TokenRange | null {
  const { tokens } = scope.sentence;
  let at = start - 1;
  while (at >= 0 && (tokens[at]!.upos === 'ADV' || tokens[at]!.text === ',' || scope.phrases.stops(at))) {
    // « l'armée, elle, parle d'un repli »
    if (/^(?:elle|lui|eux|elles)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.text === ',') {
      at -= 3;
      continue;
    }
    at = tokens[at]!.text === ',' ? beforeInsertion(tokens, at) : at - 1;
  }
  if (at < 0) return null;
  if (
    tokens[at]!.upos === 'PRON' &&
    /^(?:il|elle|ils|elles|on|je|j'|nous|celui-ci|celle-ci|ceux-ci|celles-ci|-il|-elle|-ils|-elles|-on)$/.test(
      tokens[at]!.lower,
    )
  )
    return { first: at, last: at };
  if (/^(?:eux|elles)$/.test(tokens[at]!.lower))
    return oneOfThem(tokens, at - 2) ?? (at > 2 ? oneOfThem(tokens, at - 3) : null);
  if (tokens[at]!.text === ')') while (at > 0 && tokens[at]!.text !== '(') at--;
  if (tokens[at]!.text === '(') at--;
  if (at < 0 || !/NOUN|PROPN|ADJ|X|NUM/.test(tokens[at]!.upos)) return null;
  // Back over the whole phrase: nouns and their complements, to where it opens.
  let first = at;
  for (let j = at; j >= 0; j--) {
    const token = tokens[j]!;
    const inside =
      /NOUN|PROPN|ADJ|DET|NUM|X/.test(token.upos) ||
      (/^(?:de|du|des|d'|aux?|et)$/.test(token.lower) && j > 0 && !scope.phrases.stops(j)) ||
      // « le Mouvement pour le salut du Nord »
      (token.lower === 'pour' && tokens[j - 1]?.upos === 'NOUN' && /^\p{Lu}\p{Ll}/u.test(tokens[j - 1]!.text)) ||
      // « des diplomates en poste au Koweït »
      (token.lower === 'en' && /^(?:poste|fonction|exil|visite|garnison|mission)$/.test(tokens[j + 1]?.lower ?? ''));
    if (!inside || scope.phrases.stops(j)) break;
    first = j;
  }
  while (first < at && !/DET|PROPN|NOUN|ADJ/.test(tokens[first]!.upos)) first++;
  // « le sénateur (PS) Armand Sorel »
  const open = tokens[first - 1]?.text === ')' ? tokens.findLastIndex(({ text }, i) => i < first && text === '(') : -1;
  const office = open > 0 ? subjectBefore(scope, open) : null;
  const both = office && nounPhrase(scope.sentence, office.first, scope.phrases);
  if (both && both.last >= at) return both;
  return whoIsThere(scope, first) ?? nounPhrase(scope.sentence, first, scope.phrases) ?? { first, last: at };
}

/** « joint par téléphone », « interrogé sur place »: the tagger takes the first for a noun at times. */
function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && (/VerbForm=Part/.test(token.feats) || /^jointe?s?$/.test(token.lower));
}

/** « un prêtre joint sur place », « une source à Niamey »: who stands before what a preposition brings in; null where none does. */
function whoIsThere(scope: Scope, first: number): TokenRange | null {
  const { tokens } = scope.sentence;
  if (!/^(?:à|au|en|dans|sur|par|près|depuis|chez)$/.test(tokens[first - 1]?.lower ?? '')) return null;
  let outer = first - 1;
  while (isParticiple(tokens[outer - 1]) || tokens[outer - 1]?.upos === 'ADV') outer--;
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(tokens[outer - 1]?.upos ?? '') || scope.phrases.stops(outer - 1)) return null;
  const whole = subjectBefore(scope, outer);
  if (!whole || whole.last !== outer - 1 || tokens[whole.first]!.upos !== 'DET' || !canSpeak(scope, whole)) return null;
  // Of one without a name, where he is tells who he is.
  const here = /^(?:une|un|des)$/.test(tokens[whole.first]!.lower)
    ? nounPhrase(scope.sentence, first, scope.phrases)
    : null;
  return here ? { first: whole.first, last: here.last } : whole;
}
