import type { Span } from '../../core/index.ts';
import type { Token } from '../../language/index.ts';
import { nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import { isOf } from '../sources/speakers.ts';
import { contentSpan, phraseEndingAt, quoteAround, type Scope } from './scope.ts';

/** A source brought in by a preposition: « selon X », « d'après X », « de source policière ». */
export type Preposition = {
  readonly cue: TokenRange;
  readonly source: TokenRange;
  readonly content: readonly Span[];
  readonly rule: string;
};

const PRONOUN = /^(?:lui|elle|eux|elles|moi|nous|vous)$/;

/** The prepositional attributions of a sentence, in order. */
export function accordingTo(scope: Scope): Preposition[] {
  const { tokens } = scope.sentence;
  const found: Preposition[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(scope, at);
    if (!cue) continue;
    const source = sourceAfter(scope, cue);
    if (!source) continue;
    const content = contentOf(scope, cue, source);
    if (content.length > 0) found.push({ cue: { first: cue.first, last: cue.last }, source, content, rule: cue.rule });
    at = Math.max(source.last, cue.last);
  }
  return found;
}

type PrepositionCue = TokenRange & { readonly rule: string };

const PHRASES: readonly (readonly [rule: string, words: string])[] = [
  ['according-to', 'selon'],
  ['according-to', "d' après"],
  ['according-to', 'suivant'],
  ['in-the-eyes-of', 'aux yeux de'],
  ['in-the-eyes-of', "aux yeux d'"],
  ['in-the-eyes-of', 'aux yeux des'],
  ['in-the-eyes-of', 'aux yeux du'],
  ['in-the-words-of', 'aux dires de'],
  ['in-the-words-of', 'aux dires du'],
  ['in-the-words-of', 'aux dires des'],
  ['in-the-words-of', 'au dire de'],
  ['in-the-words-of', "de l' aveu de"],
  ['in-the-words-of', "de l' aveu même de"],
  ['to-believe', 'à en croire'],
  ['to-believe', 'a en croire'],
  ['to-believe', 'à entendre'],
  ['to-believe', 'à écouter'],
  ['in-the-words-of', "de l' aveu même du"],
  ['in-the-words-of', 'au dire des'],
  ['to-believe', "si l' on en croit"],
  ['from-a-source', 'de source'],
  ['from-a-source', 'de sources'],
  ['in-the-words-of', "de l' avis de"],
  ['in-the-words-of', "de l' avis du"],
  ['in-the-words-of', "de l' avis des"],
  ['in-the-words-of', 'au dire du'],
  ['in-the-words-of', "aux dires d'"],
  ['in-the-words-of', "de l' aveu d'"],
  ['in-the-words-of', "au dire d'"],
  ['in-the-words-of', "de l' avis d'"],
  ['in-the-words-of', "de l' aveu du"],
  ['in-the-words-of', "de l' aveu des"],
  ['to-believe', "s' il faut en croire"],
  ['for', 'pour'],
];

function cueAt(scope: Scope, at: number): PrepositionCue | null {
  const { tokens } = scope.sentence;
  for (const [rule, words] of PHRASES) {
    const parts = words.split(' ');
    if (!parts.every((word, k) => tokens[at + k]?.lower === word)) continue;
    const last = at + parts.length - 1;
    // « a-t-on indiqué lundi de source policière »: the verb's source
    const isOfVerb = scope.cues.some((cue) => cue.clitic !== null && cue.last < at && at - cue.last <= 3);
    if (rule === 'from-a-source' && isOfVerb) return null;
    const ofAntecedent = tokens[at + 1]?.lower === 'qui' && tokens[at - 1]?.text === ',';
    if (rule === 'for' && !opensSentence(scope, at) && !ofAntecedent) return null;
    if (rule === 'according-to' && parts.length === 1 && tokens[at]!.upos === 'VERB') return null;
    return { first: at, last, rule };
  }
  return null;
}

function opensSentence(scope: Scope, at: number): boolean {
  return at === 0 || (at === 1 && /^["«“-]$/.test(scope.sentence.tokens[0]!.text));
}

function sourceAfter(scope: Scope, cue: PrepositionCue): TokenRange | null {
  const { tokens } = scope.sentence;
  const at = cue.last + 1;
  const token = tokens[at];
  if (!token) return null;
  if (cue.rule === 'from-a-source') {
    // The word itself names the source: « de source policière ».
    const phrase = nounPhrase(scope.sentence, cue.last, scope.phrases);
    return phrase && phrase.last > cue.last ? { first: cue.last, last: phrase.last } : null;
  }
  if (PRONOUN.test(token.lower) && token.upos === 'PRON') return { first: at, last: at };
  // « a affirmé le général, selon qui « … » »: the antecedent speaks.
  if (token.lower === 'qui' && tokens[cue.first - 1]?.text === ',') return phraseEndingAt(scope, cue.first - 2);
  const phrase = nounPhrase(scope.sentence, at, scope.phrases);
  if (!phrase) return null;
  const head = tokens[at]!.upos === 'DET' ? tokens[at + 1]! : tokens[at]!;
  if (isOf(scope.nouns.notSpeakers, head)) return null;
  // « Pour la ministre, … » speaks; « Pour la première fois, … », « Pour les enfants, … » do not.
  if (cue.rule === 'for') {
    const speaks =
      tokens.slice(phrase.first, phrase.last + 1).some((word) => isOf(scope.nouns.roles, word)) ||
      /PROPN/.test(tokens[phrase.last]!.upos);
    const last = pastParticiple(tokens, phrase.last);
    if (!speaks || tokens[last + 1]?.text !== ',' || tokens[at]!.upos === 'NUM') return null;
    if (!tokens.slice(last + 2).some((word) => /Fin/.test(word.feats))) return null;
  }
  return phrase;
}

/** « selon des analyses menées à Lyon, … »: what a participle adds to the source runs to the comma. */
function pastParticiple(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  // « un bilan de l'hôpital consulté par X »: the participle may stand in the phrase already
  const isBy = next?.lower === 'par' && /VerbForm=Part/.test(tokens[last]!.feats);
  if (!next || !(isBy || /VerbForm=Part/.test(next.feats) || /^(?:qui|dont)$/.test(next.lower))) return last;
  const comma = tokens.findIndex((token, i) => i > last && token.text === ',');
  return comma > 0 ? comma - 1 : last;
}

const OPEN_SEGMENT = /^(?:[-–—(;:]|--)$/;
const FINAL = /^[.!?…]$/;

/** The words that the source answers for: the clause around the phrase, in two parts where it stands in its middle. */
function contentOf(scope: Scope, cue: TokenRange, phrase: TokenRange): Span[] {
  const { tokens } = scope.sentence;
  const source = { first: phrase.first, last: pastParticiple(tokens, phrase.last) };
  const left = segmentStart(scope, cue.first);
  const right = segmentEnd(scope, source.last, left > 0);
  if (phrase.last < cue.first) {
    const span = contentSpan(scope, cue.last + 2, right);
    return span ? [span] : [];
  }
  const opens = cue.first === left || (cue.first === left + 1 && /^(?:et|mais|or|"|«|“|,)$/.test(tokens[left]!.lower));
  if (opens) {
    const from = tokens[source.last + 1]?.text === ',' ? source.last + 2 : source.last + 1;
    const span = contentSpan(scope, from, beforeLastRelative(scope, from, right));
    return span ? [span] : [];
  }
  const after = source.last + 1;
  // « et, selon lui, la récolte sera bonne »: the conjunction opens the clause that it answers for.
  const joint = tokens[cue.first - 1]?.text === ',' ? cue.first - 2 : cue.first - 1;
  if (/^(?:et|mais|car|or)$/.test(tokens[joint]?.lower ?? '')) {
    const from = tokens[after]?.text === ',' ? after + 1 : after;
    const span = contentSpan(scope, from, nextComma(scope, from, right));
    return span ? [span] : [];
  }
  const closes =
    after > right ||
    FINAL.test(tokens[after]?.text ?? '.') ||
    (tokens[after]?.text === ',' && !hasMore(scope, after + 1, right) && !isCompleted(scope, after + 1, right));
  const before = tokens[cue.first - 1]?.text === ',' ? cue.first - 2 : cue.first - 1;
  const first = closes || tokens[cue.first - 1]?.text === ',' ? left : clauseStart(scope, cue.first, left);
  if (closes) {
    const span = contentSpan(scope, first, before);
    return span ? [span] : [];
  }
  const rest = contentSpan(scope, tokens[after]?.text === ',' ? after + 1 : after, nextComma(scope, after + 1, right));
  const start = contentSpan(scope, first, before);
  return [start, rest].filter((span) => span !== null);
}

/** A last « , dont… » or « , où… » is the outlet's own voice more often than not. */
function beforeLastRelative(scope: Scope, from: number, to: number): number {
  const { tokens } = scope.sentence;
  for (let at = from + 1; at <= to; at++)
    if (/^(?:dont|où)$/.test(tokens[at]!.lower) && tokens[at - 1]!.text === ',' && !quoteAround(scope, at))
      return at - 2;
  return to;
}

/** From the phrase back to a dash, bracket or colon, or the sentence's beginning; a quotation is not cut. */
function segmentStart(scope: Scope, from: number): number {
  const { tokens } = scope.sentence;
  for (let at = from - 1; at >= 0; at--)
    if (OPEN_SEGMENT.test(tokens[at]!.text) && !quoteAround(scope, at)) {
      const word = tokens[at + 1];
      return word && /^(?:dont|et|mais)$/.test(word.lower) && at + 1 < from ? at + 2 : at + 1;
    }
  return 0;
}

/** A dash closes only what a dash opened; elsewhere it opens an aside of the same clause. */
function segmentEnd(scope: Scope, from: number, opened: boolean): number {
  const { tokens } = scope.sentence;
  const ends = opened ? /^(?:[-–—);]|--)$/ : /^;$/;
  for (let at = from + 1; at < tokens.length; at++)
    if (ends.test(tokens[at]!.text) && !quoteAround(scope, at)) return at - 1;
  let last = tokens.length - 1;
  while (last > 0 && FINAL.test(tokens[last]!.text)) last--;
  return last;
}

/** Whether a clause with a verb of its own follows: then the phrase stands in the middle. */
function hasMore(scope: Scope, from: number, to: number): boolean {
  const { tokens } = scope.sentence;
  const before = tokens.slice(0, from).some((token) => /Fin/.test(token.feats));
  return !before && tokens.slice(from, to + 1).some((token) => /Fin/.test(token.feats));
}

/** « disposerait, selon l'ONU, de 5.000 hommes »: a phrase without a verb of its own completes the clause before. */
function isCompleted(scope: Scope, from: number, to: number): boolean {
  const { tokens } = scope.sentence;
  if (!/^(?:ADP|NUM|DET)$/.test(tokens[from]?.upos ?? '')) return false;
  const rest = tokens.slice(from, nextComma(scope, from, to) + 1);
  const opens = rest.findIndex(({ lower }) => /^(?:qui|que|qu'|dont|où)$/.test(lower));
  return !rest.slice(0, opens < 0 ? rest.length : opens).some(({ feats }) => /Fin/.test(feats));
}

/** Back to what opens the clause: a relative, a conjunction, a comma. */
function clauseStart(scope: Scope, from: number, least: number): number {
  const { tokens } = scope.sentence;
  for (let at = from - 1; at >= least; at--) {
    if (/^(?:où|qui|dont)$/.test(tokens[at]!.lower)) return at;
    if (tokens[at]!.text === ',' && at < from - 2) return at + 1;
  }
  return least;
}

function nextComma(scope: Scope, from: number, most: number): number {
  const { tokens } = scope.sentence;
  for (let at = from; at <= most; at++)
    if (
      tokens[at]!.text === ',' &&
      !quoteAround(scope, at) &&
      /^(?:où|qui|dont|et|mais)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return at - 1;
  return most;
}
