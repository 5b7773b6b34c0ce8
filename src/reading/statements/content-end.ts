import type { Token } from '../../language/index.ts';
import { nounPhrase } from '../sources/noun-phrase.ts';
import type { Cue } from './cues.ts';
import { CLOSING, inverted } from './incises.ts';
import { quoteAround, type Scope, sentenceLast, subjectOf, tokenFrom } from './scope.ts';

const RELATIVE = /^(?:qui|que|qu'|dont|où|lequel|laquelle|lesquels|lesquelles)$/;

/** What is told and may be denied, confirmed, deplored: « un chiffre que conteste la région ». */
export const TOLD =
  /^(?:chiffre|bilan|accusation|version|affirmation|information|décompte|nombre|thèse|reproche|critique|rumeur|allégation|propos)$/;

const OF_WHAT_WAS_TOLD =
  /^(?:qu[e']|(?:jugé|contesté|démenti|confirmé|rejeté|récusé|réfuté|repris|relayé)e?s?|impossibles?|invérifiables?|difficiles?)$/;

/** Words between a subject and its verb: « Kiev n'avance », « les autres y voient ». */
const BEFORE_VERB = /^(?:ne|n'|le|la|les|l'|lui|leur|leurs|se|s'|y|en|nous|vous|me|m'|te|t')$/;

/** A charge that stands in an apposition ends at its comma. */
export function chargeEnd(first: number, cue: Cue, scope: Scope): number {
  const { tokens } = scope.sentence;
  const end = clauseEnd(first, cue, scope);
  if (/^(?:être|avoir)$/.test(tokens[cue.first]!.lemma)) return end;
  const comma = tokens.findIndex(({ text }, i) => i > first && i <= end && text === ',' && !quoteAround(scope, i));
  return comma > 0 ? comma - 1 : end;
}

/**
 * The last token of a clause that is said: the sentence's end, or where the outlet takes the word again: an incise, a
 * gerund that reports more, another subject with its own reporting verb; within a relative clause, its comma.
 */
export function clauseEnd(first: number, cue: Cue, scope: Scope): number {
  const { tokens } = scope.sentence;
  let end = sentenceLast(tokens);
  const quote = quoteAround(scope, cue.at);
  const around = quote && tokens[first]!.start < quote.inner.end ? quote : undefined; // « condamne » les cris
  if (around) end = Math.min(end, tokenFrom(scope.sentence, around.inner.end) - 1);
  for (const other of scope.cues) {
    if (other.at <= Math.max(cue.at, first) || other.start > end) continue;
    const before = tokens[other.start - 1]!;
    const closed = scope.quotes.find(
      ({ outer }) =>
        outer.start >= tokens[first]!.start && outer.end <= tokens[other.start]!.start && !quoteAround(scope, cue.at),
    );
    if (other.form === 'gerund' && closed && tokenFrom(scope.sentence, closed.outer.end) >= other.start - 2)
      end = Math.min(end, tokenFrom(scope.sentence, closed.outer.end) - 1);
    else if (other.form === 'gerund' && besideMain(tokens, other.start) !== null)
      end = Math.min(end, besideMain(tokens, other.start)! - 1);
    else if (other.form === 'gerund' && /^(?:,|et|tout|en|")$/.test(before.lower)) {
      const from = /^(?:et|tout|en)$/.test(before.lower) ? other.start - 2 : other.start - 1;
      end = Math.min(end, from);
    } else if (
      other.form === 'gerund' &&
      /^(?::|qu[e'])$/.test(tokens[other.last + 1]?.lower ?? '') &&
      other.start > first
    ) {
      // « réfute l'idée d'un prêt affirmant : « … » »
      end = Math.min(end, other.start - 1);
    } else if (other.form === 'finite' && CLOSING.test(before.text) && inverted(other, scope))
      end = Math.min(end, other.start - 1);
    else if (other.form === 'finite' && cue.form === 'gerund' && before.text === ',')
      // « tout en condamnant le vol, la mairie objecte que… »: back in the main clause
      end = Math.min(end, other.start - 1);
    else if (other.form === 'finite') {
      const subject = subjectOf(scope, other);
      const from = subject && subject.first > first ? subject.first : other.start;
      const joint = tokens[from - 1];
      // « que la route est sûre, tandis que la mairie parle d'un danger »
      if (/^qu[e']$/.test(joint?.lower ?? '') && /^(?:tandis|alors)$/.test(tokens[from - 2]?.lower ?? ''))
        end = Math.min(end, from - 3);
      else if (joint?.lower === 'quand' && tokens[from - 2]?.text === ',') end = Math.min(end, from - 3);
      if (joint && /^(?:et|mais|tandis|alors|or)$/.test(joint.lower) && !quoteAround(scope, other.at))
        end = Math.min(end, from - 2);
      // « assure que « la porte est ouverte » et chiffre à… »: behind the quotation the outlet speaks again
      else if (closed && isJoined(tokens, other.start - 1) && /^["»”]$/.test(tokens[other.start - 2]?.text ?? ''))
        end = Math.min(end, other.start - 2);
    }
  }
  // A last « , où… », « , dont… », « , ce que… » is the outlet's own voice more often than not.
  const where = tokens.findIndex(
    (token, i) =>
      i > first &&
      i <= end &&
      tokens[i - 1]!.text === ',' &&
      ((/^(?:où|dont)$/.test(token.lower) && !opensPart(tokens, i)) ||
        (token.lower === 'ce' && /^(?:que|qu'|qui)$/.test(tokens[i + 1]?.lower ?? ''))) &&
      !quoteAround(scope, i),
  );
  if (where > 0) end = where - 2;
  // « 300 absents, un chiffre que conteste la région »: another's words on what was said
  const word = takenUpAt(tokens, first, end);
  if (word > 0) end = word - 3;
  const semicolon = tokens.findIndex(
    (token, i) => i > first && i <= end && token.text === ';' && !(quoteAround(scope, i) && !around),
  );
  if (semicolon > 0) end = semicolon - 1;
  // « a démenti avoir perdu le port : « … » »: the quotation is told of for itself.
  const colon = tokens.findIndex(
    (token, i) =>
      i > first &&
      i <= end &&
      token.text === ':' &&
      !quoteAround(scope, i) &&
      scope.quotes.some(({ outer }) => outer.start === tokens[i + 1]?.start),
  );
  if (colon > 0) end = colon - 1;
  // « Après avoir rappelé que la loi l'autorise, la préfète ferme le port »: before the main clause
  if (cue.form === 'gerund' && cue.start <= 2) {
    const comma = tokens.findIndex(
      ({ text }, i) =>
        i > first &&
        i <= end &&
        text === ',' &&
        !quoteAround(scope, i) &&
        (opensClause(scope, i + 1) || scope.cues.some((other) => subjectOf(scope, other)?.first === i + 1)),
    );
    if (comma > 0) end = comma - 1;
  }
  // « X, qui a promis de partir, s'est tu »: the comma closes the relative clause.
  if (isInRelative(cue, scope)) {
    const comma = tokens.findIndex((token, i) => i > first && token.text === ',' && !quoteAround(scope, i));
    if (comma > 0) end = Math.min(end, comma - 1);
  }
  return end;
}

/** « …, un chiffre que conteste la région »: the word by which another takes up what was said; -1 where none does. */
export function takenUpAt(tokens: readonly Token[], first: number, end: number): number {
  return tokens.findIndex(
    ({ lemma }, i) =>
      i > first + 1 &&
      i <= end &&
      TOLD.test(lemma) &&
      tokens[i - 2]!.text === ',' &&
      [tokens[i + 1], tokens[i + 1]?.upos === 'ADV' ? tokens[i + 2] : undefined].some((next) =>
        OF_WHAT_WAS_TOLD.test(next?.lower ?? ''),
      ),
  );
}

/** Where « avant de », « non sans », « après » before an infinitive begins; null where none stands there. */
function besideMain(tokens: readonly Token[], start: number): number | null {
  const [far, near] = [tokens[start - 2]?.lower ?? '', tokens[start - 1]?.lower ?? ''];
  const opens =
    near === 'après'
      ? start - 1
      : `${far} ${near}` === 'non sans' || (far === 'avant' && /^d[e']$/.test(near))
        ? start - 2
        : null;
  return opens !== null && tokens[opens - 1]?.text === ',' ? opens - 1 : opens;
}

/** « 15 blessés, dont deux gendarmes »: a part of what is counted. */
function opensPart(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.lower === 'dont' &&
    tokens
      .slice(at + 1, at + 4)
      .some(({ upos, lower }) => upos === 'NUM' || /^(?:une?|plusieurs|dizaine|moitié)$/.test(lower))
  );
}

function isJoined(tokens: readonly Token[], at: number): boolean {
  return /^(?:et|mais|puis)$/.test(tokens[at]?.lower ?? '');
}

/** « , qui a promis… », « , dont Lyon nie la perte, », « , à qui la ligue reproche… »: the cue stands in a relative clause after a comma. */
function isInRelative(cue: Cue, scope: Scope): boolean {
  const { tokens } = scope.sentence;
  const own = RELATIVE.test(tokens[cue.start - 1]?.lower ?? '') ? cue.start - 1 : null;
  const subject = own === null ? subjectOf(scope, cue) : null;
  const before = own ?? (subject && subject.last < cue.start ? subject.first - 1 : -1);
  if (!RELATIVE.test(tokens[before]?.lower ?? '')) return false;
  return tokens[before - 1]?.text === ',' || (tokens[before - 1]?.upos === 'ADP' && tokens[before - 2]?.text === ',');
}

/**
 * Where an infinitive or a noun that is said ends, with its complements: before a clause that has a subject and a verb of
 * its own (« dit avoir gagné, Lyon attend », « parle de trois blessés, et le maire se tait »).
 */
export function phraseEnd(first: number, cue: Cue, scope: Scope): number {
  const { tokens } = scope.sentence;
  const end = clauseEnd(first, cue, scope);
  for (let comma = first + 1; comma < end; comma++) {
    if (tokens[comma]!.text !== ',' || isQuotedBeside(scope, comma, cue)) continue;
    const joined = /^(?:et|mais|puis|or)$/.test(tokens[comma + 1]!.lower);
    if (opensClause(scope, joined ? comma + 2 : comma + 1)) return comma - 1;
  }
  // « a invité chacun à rester et la région a fermé les routes »
  for (let and = first + 2; and < end; and++)
    if (
      tokens[and]!.lower === 'et' &&
      !isQuotedBeside(scope, and, cue) &&
      tokens[and + 1]!.upos !== 'PRON' &&
      opensClause(scope, and + 1)
    )
      return and - 1;
  return end;
}

/** Within quotation marks that do not hold the verb that says it. */
function isQuotedBeside(scope: Scope, at: number, cue: Cue): boolean {
  return quoteAround(scope, at) !== undefined && !quoteAround(scope, cue.at);
}

/** A noun phrase or « il », « on », and right after it a finite verb. */
function opensClause(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const isSubject = /^(?:il|elle|ils|elles|on|l'on|nous|je)$/.test(tokens[at]?.lower ?? '');
  const subject = /^(?:DET|PROPN|NOUN|NUM)$/.test(tokens[at]?.upos ?? '')
    ? nounPhrase(scope.sentence, at, scope.phrases)
    : null;
  if (!isSubject && !subject) return false;
  let verb = (subject?.last ?? at) + 1;
  // « le porte-parole, Armand Sorel, a vu »
  const closing = tokens[verb]?.text === ',' ? tokens.findIndex(({ text }, i) => i > verb && text === ',') : -1;
  if (closing > 0 && closing < verb + 12 && !tokens.slice(verb, closing).some(({ feats }) => /Fin/.test(feats)))
    verb = closing + 1;
  while (tokens[verb] && (BEFORE_VERB.test(tokens[verb]!.lower) || tokens[verb]!.upos === 'ADV')) verb++;
  return /^(?:VERB|AUX)$/.test(tokens[verb]?.upos ?? '') && /VerbForm=Fin/.test(tokens[verb]!.feats);
}

/** Where a nominal content ends: before a relative clause in the outlet's own voice, or a new clause. */
export function nominalEnd(first: number, cue: Cue, scope: Scope): number {
  const { tokens } = scope.sentence;
  const end = phraseEnd(first, cue, scope);
  for (let at = first + 1; at <= end; at++) {
    if (quoteAround(scope, at) && !quoteAround(scope, cue.at)) continue;
    const { lower, text, upos } = tokens[at]!;
    // « de vols, de puits gâtés »: a list goes on
    const isListed = /^d[e']s?$/.test(lower) && /^d[e']s?$/.test(tokens[first - 1]?.lower ?? '');
    if (upos === 'DET' && !isListed && tokens[at - 1]!.text === ',') return at - 2;
    // « un « projet » qu'elle juge inévitable »: behind the quotation the outlet speaks
    if (/^qu[e']$/.test(lower) && /^["»”]$/.test(tokens[at - 1]!.text)) return at - 2;
    if (tokens[at - 1]!.text === ',' && opensTime(scope, at)) return at - 2;
    if (/^qu[e']$/.test(lower) && tokens[at - 1]!.text === ',') return at - 2;
    // « …, qui « peut provoquer des lésions » »: the speaker's own words go on
    const isQuoted = /^["«“]$/.test(tokens[at + 1]?.text ?? '');
    if (RELATIVE.test(lower) && lower !== 'que' && lower !== "qu'" && !isQuoted && !opensPart(tokens, at)) {
      const opens = tokens[at - 1]!.upos === 'ADP' ? at - 1 : at; // « , dans lesquels »
      return tokens[opens - 1]!.text === ',' ? opens - 2 : opens - 1;
    }
    if (/^(?:alors|tandis|après|avant|lors|pour|afin|sans)$/.test(lower) && tokens[at - 1]!.text === ',') return at - 2;
    if (text === ':' || text === ';') return at - 1;
  }
  return end;
}

/** « la fin de la session, deux jours après l'autre chambre »: a time that no second comma closes leaves the content. */
function opensTime(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const time = scope.times.find(({ span }) => span.start <= tokens[at]!.start && span.end > tokens[at]!.start);
  if (time) return tokens[tokenFrom(scope.sentence, time.span.end)]?.text !== ',';
  return tokens[at]!.upos === 'NUM' && tokens.slice(at, at + 4).some(({ lower }) => /^(?:après|avant)$/.test(lower));
}
