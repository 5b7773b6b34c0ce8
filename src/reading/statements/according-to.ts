import type { Span } from '../../core/index.ts';
import type { Token } from '../../language/index.ts';
import { isName, nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import { isOf } from '../sources/speakers.ts';
import { takenUpAt } from './content-end.ts';
import { CLOSING, inverted } from './incises.ts';
import { canSpeak, contentSpan, phraseEndingAt, quoteAround, type Scope, sentenceLast, WHO } from './scope.ts';

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
    const own = ownWord(scope, at);
    const cue = own ?? cueAt(scope, at);
    if (!cue) continue;
    const source = own ? own.source : sourceAfter(scope, cue);
    if (!source) continue;
    const before = found.at(-1)?.source.last ?? -1;
    const content = contentOf(scope, cue, own ?? source, before + 1);
    if (content.length > 0) found.push({ cue: { first: cue.first, last: cue.last }, source, content, rule: cue.rule });
    at = Math.max(source.last, cue.last);
  }
  return found;
}

type PrepositionCue = TokenRange & { readonly rule: string };

/** Phrases whose second word, a pronoun or a possessive, names who speaks. */
const OWN_WORDS: readonly (readonly [rule: string, words: RegExp])[] = [
  ['to-believe', /^(?:à|a) (?:l'|les) (?:en croire|entendre|écouter|lire)(?= |$)/],
  ['in-the-words-of', /^de (?:son|leur) (?:propre )?aveu(?= |$)/],
  [
    'according-to',
    /^selon (?:ses|leurs) (?:propres )?(?:dires|propos|termes|mots|calculs|estimations|déclarations)(?= |$)/,
  ],
  ['in-the-eyes-of', /^à (?:ses|leurs) yeux(?= |$)/],
];
const OWN_WORDS_MOST = 4;

/** « à l'entendre », « de son propre aveu », « selon ses dires »: who was named before; null where none of them stands. */
function ownWord(
  { sentence: { tokens } }: Scope,
  at: number,
): (PrepositionCue & { readonly source: TokenRange }) | null {
  if (!/^(?:à|a|de|selon)$/.test(tokens[at]!.lower)) return null;
  const text = tokens
    .slice(at, at + OWN_WORDS_MOST)
    .map(({ lower }) => lower)
    .join(' ');
  for (const [rule, words] of OWN_WORDS) {
    const found = words.exec(text)?.[0];
    if (found === undefined) continue;
    return { rule, first: at, last: at + found.split(' ').length - 1, source: { first: at + 1, last: at + 1 } };
  }
  return null;
}

/** Phrases that bring in a source; « de » and « à » at their end stand for their contractions too. */
const PHRASES: readonly (readonly [rule: string, words: readonly string[]])[] = (
  [
    ['according-to', ['selon', "d' après", 'suivant']],
    ['in-the-eyes-of', ['aux yeux de']],
    [
      'in-the-words-of',
      ['aux dires de', 'au dire de', "de l' aveu de", "de l' aveu même de", "de l' avis de", 'au témoignage de'],
    ],
    [
      'to-believe',
      [
        'à en croire',
        'a en croire',
        'à entendre',
        'à écouter',
        "si l' on en croit",
        "s' il faut en croire",
        "à s' en tenir à",
      ],
    ],
    ['from-a-source', ['de source', 'de sources']],
    ['for', ['pour']],
  ] as const
).flatMap(([rule, phrases]) =>
  phrases.flatMap((phrase) => contracted(phrase).map((words): [string, string[]] => [rule, words.split(' ')])),
);

/** A phrase with each form of the preposition that ends it. */
function contracted(phrase: string): string[] {
  if (phrase.endsWith(' de')) return [' de', " d'", ' du', ' des'].map((end) => phrase.slice(0, -3) + end);
  return phrase.endsWith(' à') ? [' à', ' au', ' aux'].map((end) => phrase.slice(0, -2) + end) : [phrase];
}

function cueAt(scope: Scope, at: number): PrepositionCue | null {
  const { tokens } = scope.sentence;
  for (const [rule, parts] of PHRASES) {
    if (!parts.every((word, k) => tokens[at + k]?.lower === word)) continue;
    const last = at + parts.length - 1;
    // « a-t-on indiqué lundi de source policière »: the verb's source
    const isOfVerb = scope.cues.some((cue) => cue.clitic !== null && cue.last < at && at - cue.last <= 3);
    // « De source policière, on indique que… »
    const isOfOn =
      at === 0 && tokens.some(({ lower }, i) => i < 9 && /^(?:on|l'on)$/.test(lower) && tokens[i - 1]?.text === ',');
    // « impossible à vérifier de source indépendante »: nobody has told it
    const isCheck = /^(?:vérifier|confirmer|corroborer|recouper|établir)$/.test(tokens[at - 1]?.lemma ?? '');
    if (rule === 'from-a-source' && (isOfVerb || isOfOn || isCheck)) return null;
    const ofAntecedent = WHO.test(tokens[at + 1]?.lower ?? '') && tokens[at - 1]?.text === ',';
    if (rule === 'for' && !opensSentence(scope, at) && !ofAntecedent) return null;
    if (rule === 'according-to' && parts.length === 1 && tokens[at]!.upos === 'VERB') return null;
    return { first: at, last, rule };
  }
  return null;
}

function opensSentence(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  return at === 0 || (at === 1 && (/^["«“-]$/.test(tokens[0]!.text) || /^(?:mais|et|or|car)$/.test(tokens[0]!.lower)));
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
  // « a affirmé le général, selon qui « … » », « un rapport d'après lequel… »: the antecedent speaks.
  if (WHO.test(token.lower)) return antecedent(scope, cue, token.lower);
  const phrase = nounPhrase(scope.sentence, at, scope.phrases);
  if (!phrase) return null;
  const head = tokens[at]!.upos === 'DET' ? tokens[at + 1]! : tokens[at]!;
  if (isOf(scope.nouns.notSpeakers, head)) return null;
  // « Pour la ministre, … » speaks; « Pour la première fois, … », « Pour les enfants, … » do not.
  if (cue.rule === 'for') {
    const speaks =
      tokens.slice(phrase.first, phrase.last + 1).some((word) => isOf(scope.nouns.roles, word)) ||
      /PROPN/.test(tokens[phrase.last]!.upos);
    const told = pastParticiple(tokens, phrase.last);
    const comma = tokens.findIndex(({ text }, i) => i > told && i <= told + 7 && text === ',');
    const isPlain = comma > 0 && !tokens.slice(told + 1, comma).some(({ upos }) => /^(?:VERB|AUX|PRON)$/.test(upos));
    // « Pour Odile Marsac, proviseure à Alma, « … » »
    const last = isPlain ? comma - 1 : told;
    if (!speaks || tokens[last + 1]?.text !== ',' || tokens[at]!.upos === 'NUM') return null;
    if (!tokens.slice(last + 2).some((word) => /Fin/.test(word.feats))) return null;
  }
  return phrase;
}

/** What « selon qui » and « selon lequel » stand for; null for « l'idée selon laquelle », which nobody need have said. */
function antecedent(scope: Scope, cue: PrepositionCue, word: string): TokenRange | null {
  const isApart = scope.sentence.tokens[cue.first - 1]?.text === ',';
  if (word === 'qui' && !isApart) return null;
  // « résume la juge Odile Marsac, élue de Lyon, pour qui… »: whoever the incise before it names
  const before = scope.cues.findLast(({ at, form }) => form === 'finite' && at < cue.first && at > cue.first - 24);
  const named =
    before && CLOSING.test(scope.sentence.tokens[before.start - 1]?.text ?? '') ? inverted(before, scope) : null;
  if (named && named.last < cue.first) return named;
  const phrase = phraseEndingAt(scope, cue.first - (isApart ? 2 : 1));
  const { tokens } = scope.sentence;
  const head = tokens.findIndex(({ upos }, i) => phrase && i >= phrase.first && /^(?:NOUN|PROPN)$/.test(upos));
  if (!phrase || head < 0) return null;
  if (canSpeak(scope, { first: phrase.first, last: head })) return phrase;
  // « l'avis des chefs du village, selon qui… »
  const of = tokens.findIndex(({ lower }, i) => i > head && i <= phrase.last && /^(?:de|du|des|d')$/.test(lower));
  const whose = word === 'qui' && of > 0 ? { first: of + 1, last: phrase.last } : null;
  return whose && canSpeak(scope, whose) ? whose : null;
}

/** « selon des analyses menées à Lyon, … »: what a participle adds to the source runs to the comma. */
function pastParticiple(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  // « un bilan de l'hôpital consulté par X »: the participle may stand in the phrase already
  const isBy =
    /VerbForm=Part/.test(tokens[last]!.feats) && /^(?:par|à|au|aux|dans|en|sur|auprès|lors)$/.test(next?.lower ?? '');
  const isSelf = /^s[e']$/.test(next?.lower ?? '') && /VerbForm=Part/.test(tokens[last + 2]?.feats ?? '');
  if (!next || !(isBy || isSelf || /VerbForm=Part/.test(next.feats) || /^(?:qui|dont)$/.test(next.lower))) return last;
  const comma = tokens.findIndex((token, i) => i > last && token.text === ',');
  return comma > 0 ? comma - 1 : isBy || isSelf ? sentenceLast(tokens) : last;
}

const OPEN_SEGMENT = /^(?:[-–—(;:]|--)$/;
const FINAL = /^[.!?…]$/;

/** The words that the source answers for: the clause around the phrase, in two parts where it stands in its middle. */
function contentOf(scope: Scope, cue: TokenRange, phrase: TokenRange, least: number): Span[] {
  const { tokens } = scope.sentence;
  const source = { first: phrase.first, last: pastParticiple(tokens, phrase.last) };
  const left = Math.max(least, segmentStart(scope, cue.first), afterOther(scope, cue.first));
  const right = segmentEnd(scope, source.last, left > 0);
  if (phrase.last < cue.first) {
    const span = contentSpan(scope, cue.last + 2, right);
    return span ? [span] : [];
  }
  const opens = cue.first === left || (cue.first === left + 1 && /^(?:et|mais|or|"|«|“|,)$/.test(tokens[left]!.lower));
  if (opens) {
    const last = PRONOUN.test(tokens[phrase.first]!.lower) ? source.last : whereItSpeaks(tokens, source.last);
    const comma = pastName(tokens, pastYear(tokens, last));
    const from = tokens[comma + 1]?.text === ',' ? comma + 2 : comma + 1;
    const span = contentSpan(scope, from, beforeLastRelative(scope, from, beforeOther(scope, from, right)));
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
  // « Près de 600 habitants ont fui, d'après l'agence, et campent chez des proches »
  const goesOn =
    tokens[after]?.text === ',' &&
    /^(?:et|mais|puis)$/.test(tokens[after + 1]?.lower ?? '') &&
    /VerbForm=Fin/.test(tokens[after + 2]?.feats ?? '') &&
    tokens[cue.first - 1]?.text === ',';
  const closes =
    (after > right ||
      FINAL.test(tokens[after]?.text ?? '.') ||
      (tokens[after]?.text === ',' && !hasMore(scope, after + 1, right) && !isCompleted(scope, after + 1, right))) &&
    !goesOn;
  const isApart = tokens[cue.first - 1]?.text === ',';
  const before = isApart ? cue.first - 2 : cue.first - 1;
  const first = isApart ? left : closes ? lastPart(scope, cue.first, left) : clauseStart(scope, cue.first, left);
  // « Les volontaires, environ 2.000 selon lui, partent »: the source answers for the insertion alone
  const isInsertion = !isApart && tokens[after]?.text === ',' && tokens[first - 1]?.text === ',';
  if (closes || isInsertion) {
    const span = contentSpan(scope, first, before);
    return span ? [span] : [];
  }
  const from = tokens[after]?.text === ',' ? after + 1 : after;
  const rest = contentSpan(scope, from, nextComma(scope, goesOn ? after + 2 : after + 1, right));
  const start = contentSpan(scope, first, before);
  return [start, rest].filter((span) => span !== null);
}

/** « Selon le maire, le pont tient, tandis que la région parle d'un danger »: before what another says. */
function beforeOther({ sentence: { tokens }, cues }: Scope, from: number, to: number): number {
  const whereas = tokens.findIndex(
    ({ lower }, i) =>
      i > from &&
      i <= to &&
      tokens[i - 1]!.text === ',' &&
      /^(?:tandis|alors)$/.test(lower) &&
      /^qu[e']$/.test(tokens[i + 1]?.lower ?? ''),
  );
  const taken = takenUpAt(tokens, from, to);
  if (taken > 0) return taken - 3;
  return whereas > 0 && cues.some(({ at, form }) => at > whereas && at <= to && form === 'finite') ? whereas - 2 : to;
}

/** « Selon la fédération des banques, Febelfin, … »: past the name that the comma brings in. */
function pastName(tokens: readonly Token[], last: number): number {
  if (tokens[last + 1]?.text !== ',') return last;
  let end = last + 1;
  while (isName(tokens, end + 1)) end++;
  const isShort = end > last + 1 && end <= last + 4;
  return isShort && tokens[end + 1]?.text === ',' && /^["«“]$/.test(tokens[end + 2]?.text ?? '') ? end : last;
}

/** « Selon le classement 2011-2012 établi par la ligue, … » */
function pastYear(tokens: readonly Token[], last: number): number {
  return /^\d{4}(?:-\d{4})?$/.test(tokens[last + 1]?.text ?? '') ? pastParticiple(tokens, last + 1) : last;
}

/** « Selon un laboratoire en Suisse, … »: the last word of what says where the source is, up to the comma that closes it. */
function whereItSpeaks(tokens: readonly Token[], last: number): number {
  if (!/^(?:à|au|aux|en|dans|sur|près|depuis)$/.test(tokens[last + 1]?.lower ?? '')) return last;
  const comma = tokens.findIndex(({ text }, i) => i > last && text === ',');
  const within = tokens.slice(last + 1, comma);
  const isPlain = within.every(({ upos }) => /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM)$/.test(upos));
  const isMain = tokens.slice(comma + 1).some(({ feats }) => /Fin/.test(feats));
  return comma > 0 && within.length <= SPEAKS_WITHIN && isPlain && isMain ? comma - 1 : last;
}

/** Words of a place that may follow a source. */
const SPEAKS_WITHIN = 6;

/** A last « , dont… » or « , où… » is the outlet's own voice more often than not. */
function beforeLastRelative(scope: Scope, from: number, to: number): number {
  const { tokens } = scope.sentence;
  for (let at = from + 1; at <= to; at++)
    if (
      (/^(?:dont|où)$/.test(tokens[at]!.lower) ||
        (tokens[at]!.lower === 'ce' && /^(?:que|qu'|qui)$/.test(tokens[at + 1]?.lower ?? ''))) &&
      tokens[at - 1]!.text === ',' &&
      !quoteAround(scope, at)
    )
      return at - 2;
  return to;
}

/** « …, raconte Odile, arrivée à Lyon, où le pont a cédé, selon le maire »: what is told after another's words. */
function afterOther(scope: Scope, from: number): number {
  const { tokens } = scope.sentence;
  const other = scope.cues.findLast(({ at, form }) => at < from && form === 'finite' && !quoteAround(scope, at));
  if (!other || quoteAround(scope, from)) return 0;
  for (let at = from - 1; at > other.last; at--) {
    if (quoteAround(scope, at) || tokens[at - 1]!.text !== ',') continue;
    if (/^(?:où|dont|qui)$/.test(tokens[at]!.lower)) return at;
    if (/^(?:et|mais)$/.test(tokens[at]!.lower)) return at + 1;
  }
  return 0;
}

/** « Mutinerie dans le Nord, six détenus tués selon le préfet »: the last part, where it has a figure or a participle and no verb. */
function lastPart(scope: Scope, from: number, least: number): number {
  const { tokens } = scope.sentence;
  const comma = tokens.findLastIndex(({ text }, i) => i < from && i > least && text === ',' && !quoteAround(scope, i));
  if (comma < 0) return least;
  const words = tokens.slice(comma + 1, from);
  const tells = words.some(({ upos, feats }) => upos === 'NUM' || (upos === 'VERB' && /VerbForm=Part/.test(feats)));
  const opens = tokens.slice(least, comma);
  const isFramed =
    /^(?:ADP|ADV)$/.test(opens[0]?.upos ?? '') || opens.every(({ upos }) => !/^(?:NOUN|PROPN)$/.test(upos));
  const hasVerb = words.some(({ feats }) => /VerbForm=Fin/.test(feats));
  return tells && !hasVerb && !isFramed ? comma + 1 : least;
}

/** From the phrase back to a dash, bracket or colon, or the sentence's beginning; a quotation is not cut. */
function segmentStart(scope: Scope, from: number): number {
  const { tokens } = scope.sentence;
  let closed = 0;
  for (let at = from - 1; at >= 0; at--) {
    const { text } = tokens[at]!;
    if (text === ')') closed++;
    else if (text === '(' && closed > 0) closed--;
    else if (OPEN_SEGMENT.test(text) && !quoteAround(scope, at)) {
      const word = tokens[at + 1];
      return word && /^(?:dont|et|mais)$/.test(word.lower) && at + 1 < from ? at + 2 : at + 1;
    }
  }
  return 0;
}

/** A dash closes only what a dash opened; elsewhere it opens an aside of the same clause. */
function segmentEnd(scope: Scope, from: number, opened: boolean): number {
  const { tokens } = scope.sentence;
  const ends = opened ? /^(?:[-–—);]|--)$/ : /^;$/;
  for (let at = from + 1; at < tokens.length; at++)
    if (ends.test(tokens[at]!.text) && !quoteAround(scope, at)) return at - 1;
  return sentenceLast(tokens);
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
  if (!/^(?:ADP|NUM|DET)$/.test(tokens[from]?.upos ?? '') && !/^au-d/.test(tokens[from]?.lower ?? '')) return false;
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
