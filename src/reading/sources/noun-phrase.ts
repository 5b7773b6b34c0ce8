import type { Sentence, Token } from '../../language/index.ts';

/** A stretch of tokens, `last` included. */
export type TokenRange = { readonly first: number; readonly last: number };

/** The words of a range, as they stand in the text. */
export function textOf(sentence: Sentence, { first, last }: TokenRange): string {
  const from = sentence.tokens[first]!.start - sentence.span.start;
  return sentence.text.slice(from, sentence.tokens[last]!.end - sentence.span.start);
}

export type PhraseOptions = {
  /** Words that end the phrase: those of a time expression, of a channel (« dans un communiqué »). */
  readonly stops: (index: number) => boolean;
  /** True for a noun that names an office or a trade: « , ministre de la Justice » after a name belongs to it. */
  readonly isRole: (token: Token) => boolean;
  /** True for a word that names who may speak, an adjective as it may seem: « experts et officiels ». */
  readonly isPerson: (token: Token) => boolean;
};

/** What stands before a person's name: « Me », « Mme », « M. ». */
export const CIVILITY = /^(?:M|MM|Mme|Mlle|Mgr|Dr|Pr|Me|monsieur|madame)\.?$/u;

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X']);
const DE = /^(?:de|du|des|d')$/;

/**
 * The noun phrase that starts at `from`, read along the line: determiners, adjectives and nouns, complements with « de »,
 * an acronym in brackets, a name beside an office with or without a comma, and members joined by « et ». Null where no noun
 * stands there. A parse alone is not enough here: the subject after its verb (« a indiqué le ministère ») is what parsers
 * take for an object, with all that follows.
 */
export function nounPhrase(sentence: Sentence, from: number, options: PhraseOptions): TokenRange | null {
  const { tokens } = sentence;
  const simple = simplePhrase(tokens, from + oneOf(tokens, from), options);
  if (simple === null) return null;
  let last = simple;
  for (;;) {
    const grown =
      complement(tokens, from, last, options) ??
      bracketed(tokens, last) ??
      nameBehindBracket(tokens, from, last, options) ??
      apposition(tokens, from, last, options) ??
      member(tokens, last, options) ??
      inPost(tokens, last, options) ??
      servingAt(tokens, from, last, options) ??
      withoutName(tokens, last);
    if (grown === null) return { first: from, last };
    last = grown;
  }
}

/** « l'un de ses porte-parole »: how many words stand before the noun that it is one of. */
function oneOf(tokens: readonly Token[], from: number): number {
  const article = tokens[from]?.lower === "l'" ? 1 : 0;
  const one =
    /^(?:une?|deux|trois)$/.test(tokens[from + article]?.lower ?? '') &&
    DE.test(tokens[from + article + 1]?.lower ?? '');
  return one ? article + 2 : 0;
}

/** Determiner, adjectives, nouns: the index of its last word, or null. */
function simplePhrase(tokens: readonly Token[], from: number, { stops, isPerson }: PhraseOptions): number | null {
  let at = from;
  let noun = -1;
  while (at < tokens.length && !stops(at)) {
    const token = tokens[at]!;
    // « le quotidien Le Rhône libre »: a title keeps its article
    const title =
      token.upos === 'DET' && noun >= 0 && /^(?:Le|La|Les|L['’])$/.test(token.text) && isName(tokens, at + 1);
    const determiner = (token.upos === 'DET' && noun < 0) || title;
    const participle =
      token.upos === 'VERB' &&
      noun >= 0 &&
      /VerbForm=Part/.test(token.feats) &&
      /Tense=Past/.test(token.feats) &&
      isAgreeing(tokens[noun]!, token);
    // « ont indiqué à l'AFP des sources »: an article that the tagger takes for « de »
    const isArticle = token.lower === 'des' && tokens[at + 1]?.upos === 'NOUN';
    const partitive = DE.test(token.lower) && at === from && (tokens[at + 1]?.upos === 'ADJ' || isArticle);
    const hyphen = token.text === '-' && noun >= 0 && tokens[at + 1]?.upos === 'PROPN';
    const adverb = token.upos === 'ADV' && token.lower !== 'ne' && noun < 0 && tokens[at + 1]?.upos === 'ADJ';
    if (!(determiner || NOMINAL.has(token.upos) || partitive || participle || hyphen || adverb)) break;
    // « selon la coalition 1500 djihadistes »: a figure after the noun opens another phrase; « France 24 » is a name.
    const isRank = noun >= 0 && tokens[noun]!.lemma === 'numéro'; // « le numéro deux du groupe »
    if (token.upos === 'NUM' && noun >= 0 && !isRank && !(isName(tokens, noun) && /^\d{1,2}$/.test(token.text))) break;
    if (/NOUN|PROPN|X/.test(token.upos) || (token.upos === 'ADJ' && isPerson(token))) noun = at;
    at++;
  }
  if (noun >= 0) return at - 1;
  // A plain adjective or participle may stand for a noun: « les blessés », « le même ».
  return at > from && tokens[from]!.upos === 'DET' && at - from > 1 ? at - 1 : null;
}

/** A participle that qualifies the noun (« la coalition dirigée par ») and not the predicate of a clause. */
function isAgreeing(noun: Token, participle: Token): boolean {
  return participle.deprel === 'acl' || participle.deprel === 'amod' || noun.deprel === 'nsubj';
}

/** « de la Défense », « des droits de l'Homme », « sous commandement américain », « auprès des milices ». */
function complement(tokens: readonly Token[], first: number, last: number, options: PhraseOptions): number | null {
  const at = last + 1;
  const token = tokens[at];
  if (!token || options.stops(at)) return null;
  if (DE.test(token.lower)) return simplePhrase(tokens, at + 1, options);
  // « un général à la retraite », « Reporters sans frontières »
  if (token.lower === 'à' && tokens[at + 2]?.lower === 'retraite') return at + 2;
  // « une source au sein de l'état-major »
  if (token.lower === 'au' && tokens[at + 1]?.lower === 'sein' && DE.test(tokens[at + 2]?.lower ?? ''))
    return simplePhrase(tokens, at + 3, options);
  if (token.lower === 'sans' && tokens[at + 1]?.lower === 'frontières') return at + 1;
  if (/^(?:aux?|à|auprès|chez|par|sous|pour|proche|en|chargée?s?|contre)$/.test(token.lower)) {
    const skip = /^(?:auprès|proche)$/.test(token.lower) ? 2 : 1;
    const next = simplePhrase(tokens, at + skip, options);
    // « ministre aux Armées », « dirigée par les Etats-Unis »: part of the name; « en visite à Rome » is not.
    return next !== null && belongs(token.lower, tokens.slice(first, last + 1), tokens[at + skip]!, options)
      ? next
      : null;
  }
  if (
    token.lower === 'se' ||
    token.lower === "s'" ||
    /^(?:collaborant|travaillant|proche|présente?s?|basée?s?)$/.test(token.lower)
  ) {
    const verb = token.lower.startsWith('s') ? at + 1 : at;
    if (!/VerbForm=Part/.test(tokens[verb]?.feats ?? '') && !/ant$/.test(tokens[verb]?.lower ?? '')) return null;
    const preposition = verb + 1;
    if (!/^(?:de|du|des|d'|à|au|aux|avec|dans|en|sur)$/.test(tokens[preposition]?.lower ?? '')) return null;
    return simplePhrase(tokens, preposition + 1, options);
  }
  return null;
}

function belongs(preposition: string, phrase: readonly Token[], next: Token, { isRole }: PhraseOptions): boolean {
  const before =
    phrase.findLast(({ upos }) => upos === 'NOUN' || upos === 'PROPN' || upos === 'VERB') ?? phrase.at(-1)!;
  if (preposition === 'par')
    return /^(?:dirigé|mené|conduit|commandé|emmené|soutenu|appuyé|présidé)/.test(before.lower);
  if (preposition === 'sous') return next.lower.startsWith('command') || next.lower === 'direction';
  if (preposition === 'auprès' || preposition === 'proche' || /^chargée?s?$/.test(preposition)) return true;
  if (preposition === 'pour' && phrase.some(({ lower }) => /^(?:instance|autorité|haut-commissariat)$/.test(lower)))
    return true;
  // « le Mouvement pour le salut du Nord »: a name
  if (preposition === 'pour' && before.upos === 'NOUN' && /^\p{Lu}\p{Ll}/u.test(before.text)) return true;
  if (preposition === 'pour')
    return /^(?:envoyé|représentant|responsable|directeur|directrice|chef|cheffe|coordinat|coordonnat|commissaire|secrétaire|observatoire|comité|haut-commissa|agence|organisation|union|coalition|front|parti)/.test(
      before.lower,
    );
  // « correspondante en Egypte », « mission en Syrie », « général en chef »
  if (preposition === 'en')
    return (
      next.lower === 'chef' ||
      /^(?:mission|ambassad)/.test(before.lower) ||
      (next.upos === 'PROPN' && phrase.some(isRole))
    );
  if (preposition === 'contre') return /^(?:coalition|comité|action|ligue)/.test(before.lower);
  const TO =
    /^(?:ministre|secrétaire|secrétariat|ambassad|délégué|conseil|représentant|commissaire|adjoint|envoyé|candidat|professeure?|chercheu)/;
  // « la secrétaire d'État norvégienne aux Affaires européennes »
  const isMinister = /^\p{Lu}/u.test(next.text) && phrase.some(({ lower }) => /^(?:ministre|secrétaire)$/.test(lower));
  return TO.test(before.lower) || isMinister;
}

/** « un diplomate en poste à Beyrouth », « un observateur basé à Aden »: where one who speaks serves. */
function inPost(tokens: readonly Token[], last: number, options: PhraseOptions): number | null {
  const words = tokens.slice(last + 1, last + 4).map(({ lower }) => lower);
  const length =
    words[0] === 'en' && /^(?:poste|fonction|garnison|mission)$/.test(words[1] ?? '')
      ? 2
      : /^basée?s?$/.test(words[0] ?? '')
        ? 1
        : 0;
  if (length === 0 || !/^(?:à|au|aux|en|dans)$/.test(words[length] ?? '')) return null;
  return simplePhrase(tokens, last + length + 2, options);
}

/** « qui a requis l'anonymat », « qui n'a pas souhaité être identifié », « sous couvert d'anonymat »: part of who it is. */
function withoutName(tokens: readonly Token[], last: number): number | null {
  // A relative clause behind a comma is told of the speaker; what hangs on without one is part of who it is.
  const isSelf = /^s[e']$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.lower === 'exprimant';
  const opens = isSelf ? last + 2 : tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
  if (opens === last + 2 && !isSelf && tokens[opens]?.lower === 'qui') return null;
  if (
    !/^(?:qui|sous|souhaitant|désirant|requérant|préférant|voulant|ayant|exprimant)$/.test(tokens[opens]?.lower ?? '')
  )
    return null;
  for (let at = opens + 1; at < tokens.length && at < opens + 11; at++) {
    if (/^[,.;:«"»]$/.test(tokens[at]!.text)) return null;
    if (/^(?:anonymat|anonymes?|nommée?s?|identifiée?s?|citée?s?|nom)$/.test(tokens[at]!.lower)) return at;
  }
  return null;
}

/** « le sénateur (PS) Armand Sorel »: the name behind the party of an office. */
function nameBehindBracket(
  tokens: readonly Token[],
  first: number,
  last: number,
  options: PhraseOptions,
): number | null {
  if (tokens[last]!.text !== ')' || !isName(tokens, last + 1) || options.stops(last + 1)) return null;
  if (!tokens.slice(first, last).some(options.isRole)) return null;
  let end = last + 1;
  while (isName(tokens, end + 1) && !options.stops(end + 1)) end++;
  return end;
}

/** « (OSDH) » after a name. */
function bracketed(tokens: readonly Token[], last: number): number | null {
  const open = last + 1;
  if (tokens[open]?.text !== '(') return null;
  const close = tokens.findIndex((token, i) => i > open && token.text === ')');
  const short = close > open + 1 && close - open <= 6;
  const name = short && /^\p{Lu}/u.test(tokens[open + 1]!.text);
  return name ? close : null;
}

/** « le directeur de l'Office, Jean Tissot »; « Jean Tissot, directeur de l'Office »; « le général Untel, de l'état-major ». */
function apposition(tokens: readonly Token[], first: number, last: number, options: PhraseOptions): number | null {
  if (tokens[last + 1]?.text !== ',') return null;
  const at = last + 2;
  if (!tokens[at] || options.stops(at)) return null;
  const inside = tokens.slice(first, last + 1);
  const hasName = isName(tokens, last) || hasTwoNames(tokens, first, last);
  const hasRole = inside.some(options.isRole);
  const isOne = hasRole || inside.some(options.isPerson);
  // « une députée de Nidaa Tounès, Leïla Chebbi »: the party's name is not hers
  const run = inside.findLastIndex((_, i) => !isName(inside, i));
  const ofAnother = run >= 0 && DE.test(inside[run]!.lower);
  const determined = tokens[at]!.upos === 'DET' ? at + 1 : at;
  if (hasName && hasRole && /^(?:de|du|d')$/.test(tokens[at]!.lower)) return simplePhrase(tokens, at + 1, options);
  const end = simplePhrase(tokens, at, options);
  if (end === null) return null;
  // « l'un de ses porte-parole, le colonel Armand Sorel »
  const ranked =
    end > at && isName(tokens, end) && (tokens.slice(at, end).some(options.isRole) || CIVILITY.test(tokens[at]!.text));
  const nameFollows = (isName(tokens, at) || ranked) && isOne && (ofAnother || !hasTwoNames(tokens, first, last));
  const roleFollows = hasName && tokens.slice(determined, end + 1).some(options.isRole);
  if (nameFollows || roleFollows) return end;
  return null;
}

function hasTwoNames(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i++) if (isName(tokens, i) && isName(tokens, i - 1)) return true;
  return false;
}

/** « la police et les forces de la coalition »: another phrase of the same kind, not the next clause. */
function member(tokens: readonly Token[], last: number, options: PhraseOptions): number | null {
  const joint = tokens[last + 1];
  if (joint?.lower !== 'et' && joint?.lower !== 'ou' && joint?.lower !== 'ainsi') return null;
  const at = joint.lower === 'ainsi' ? last + 3 : last + 2;
  const start = tokens[at];
  if (!start || options.stops(at) || start.upos === 'ADP') return null;
  const end = simplePhrase(tokens, at, options);
  if (end === null) return null;
  // A finite verb right after it makes it the subject of a clause of its own, unless it is the verb of both: plural.
  const next = tokens[end + 1];
  const verb = next && (next.upos === 'VERB' || next.upos === 'AUX') && /Fin/.test(next.feats);
  return verb && !/Plur/.test(next.feats) ? null : end;
}

/** « Le procureur de la République à Alma, Odile Marsac »: an office, where it is held, and then the name. */
function servingAt(tokens: readonly Token[], first: number, last: number, options: PhraseOptions): number | null {
  if (!/^(?:à|au|en|pour|dans|près|chez)$/.test(tokens[last + 1]?.lower ?? '')) return null;
  if (!tokens.slice(first, last + 1).some(options.isRole) || options.stops(last + 1)) return null;
  let where = simplePhrase(tokens, last + 2, options);
  while (where !== null && DE.test(tokens[where + 1]?.lower ?? '')) where = simplePhrase(tokens, where + 2, options);
  return where === null || where - last > 7 ? null : apposition(tokens, first, where, options);
}

/** A word that can be part of a name: tagged so, or with a capital that its place in the sentence does not give it. */
export function isName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.upos === 'PROPN') return true;
  if (!/^\p{Lu}/u.test(token.text) || !/NOUN|ADJ|X/.test(token.upos)) return false;
  return /^[\p{Lu}\d]{2,}$/u.test(token.text) || (i > 0 && !/^["«“:(-]$/.test(tokens[i - 1]!.text));
}
