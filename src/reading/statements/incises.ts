import type { Span } from '../../core/index.ts';
import { isRelation, type Token } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { isName, nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import { isOf } from '../sources/speakers.ts';
import type { Cue } from './cues.ts';
import {
  agrees,
  canSpeak,
  contentSpan,
  pastAsides,
  quoteAround,
  type Scope,
  sentenceLast,
  tokenFrom,
} from './scope.ts';

/** What may close the words before an incise. */
export const CLOSING = /^[,"»”–—_*-]$/;

/** « … : « … », déclare le maire »: the quotation has a cue of its own, after it. */
export function isInciseAfter({ outer }: Quote, scope: Scope): boolean {
  const { tokens } = scope.sentence;
  return scope.cues.some(
    (cue) =>
      cue.form === 'finite' &&
      tokens[cue.start]!.start >= outer.end &&
      tokens[cue.start]!.start - outer.end <= 3 &&
      inverted(cue, scope) !== null,
  );
}

/**
 * « comme l'a indiqué la préfète », « à ce que rapportent des riverains »: where such a clause opens; null where the verb does
 * not stand in one.
 */
export function asSaid(cue: Cue, { sentence: { tokens } }: Scope): number | null {
  const at = cue.start - 1;
  const word = tokens[at]?.lower ?? '';
  // « comme l'en accuse l'armée »: of a part of what is told
  if (tokens.slice(cue.start, cue.at).some(({ lower }) => lower === 'en')) return null;
  if (word === 'comme') return at;
  if (!/^qu[e']$/.test(word)) return null;
  if (tokens[at - 1]?.lower === 'ainsi') return at - 1;
  return tokens[at - 1]?.lower === 'ce' && /^(?:à|de|d'après)$/.test(tokens[at - 2]?.lower ?? '') ? at - 2 : null;
}

/** The subject after its verb: « -t-il », or a phrase that can speak and agrees. */
export function inverted(cue: Cue, scope: Scope): TokenRange | null {
  if (cue.clitic !== null) return { first: cue.clitic, last: cue.clitic };
  const { tokens } = scope.sentence;
  const at = pastAsides(scope, cue.last + 1);
  const pronoun = tokens[at];
  if (
    pronoun?.upos === 'PRON' &&
    /^(?:celui-ci|celle-ci|ceux-ci|celles-ci|certains|d'autres|plusieurs|beaucoup)$/.test(pronoun.lower)
  )
    return { first: at, last: at };
  // « ironise l'un d'eux »
  const one = tokens[at]?.lower === "l'" ? at + 1 : at;
  if (
    /^une?$/.test(tokens[one]?.lower ?? '') &&
    /^d'$/.test(tokens[one + 1]?.lower ?? '') &&
    /^(?:eux|elles|entre)$/.test(tokens[one + 2]?.lower ?? '')
  )
    return withNameBehind(scope, { first: at, last: tokens[one + 2]!.lower === 'entre' ? one + 3 : one + 2 });
  const afterQuote =
    /^["»”]$/.test(tokens[cue.start - 1]?.text ?? '') || /^["»”]$/.test(tokens[cue.start - 2]?.text ?? '');
  const phrase = nounPhrase(scope.sentence, pastCircumstance(scope, at, afterQuote), scope.phrases);
  if (!phrase || !agrees(scope, cue.at, phrase) || isObjectOf(cue, phrase, scope)) return null;
  const isSaying = afterQuote && !cue.verb.frames.has('v');
  return isSaying || (canSpeak(scope, phrase) && !isThingOf(scope, phrase)) ? phrase : null;
}

/** « l'un d'eux, l'ingénieur Armand Sorel » */
function withNameBehind(scope: Scope, one: TokenRange): TokenRange {
  const { tokens } = scope.sentence;
  if (tokens[one.last + 1]?.text !== ',' || tokens[one.last + 2]?.upos !== 'DET') return one;
  const who = nounPhrase(scope.sentence, one.last + 2, scope.phrases);
  return who && canSpeak(scope, who) ? who : one;
}

/** « a promis l'envoi de 700 soldats »: a thing, whoever it is of. */
function isThingOf(scope: Scope, { first, last }: TokenRange): boolean {
  const { tokens } = scope.sentence;
  const of = tokens.findIndex(({ lower }, i) => i > first && i <= last && /^(?:de|d'|du|des)$/.test(lower));
  if (of < 0 || !/^(?:NOUN|ADJ)$/.test(tokens[of - 1]!.upos)) return false;
  return (
    !canSpeak(scope, { first, last: of - 1 }) && tokens.slice(first, of).every(({ text }) => /^\P{Lu}*$/u.test(text))
  );
}

/** Words between « -on » and what was heard or read from: a day may stand there. */
const READ_WITHIN = 4;

/**
 * « lit-on dans un communiqué de X »: the document speaks; « a-t-on appris de source judiciaire », « fait-on savoir à la
 * gendarmerie »: whoever « on » heard it from, or is.
 */
export function readIn(cue: Cue, scope: Scope): TokenRange | null {
  const { tokens } = scope.sentence;
  if (cue.clitic === null || !/-on$/.test(tokens[cue.clitic]!.lower)) return null;
  const behind = Math.max(cue.clitic, cue.last);
  const at = tokens.findIndex(
    ({ lower }, i) =>
      i > behind && i < behind + READ_WITHIN && /^(?:dans|sur|de|du|d'|des|auprès|à|au|chez)$/.test(lower),
  );
  if (at < 0) return null;
  const { lower } = tokens[at]!;
  // « dans une note » is a channel elsewhere, and here who speaks
  const phrase = nounPhrase(scope.sentence, lower === 'auprès' ? at + 2 : at + 1, {
    ...scope.phrases,
    stops: () => false,
  });
  const head = phrase && tokens.slice(phrase.first, phrase.last + 1).find(({ upos }) => upos === 'NOUN');
  if (!phrase) return null;
  if (/^(?:dans|sur)$/.test(lower)) return head && isOf(scope.nouns.documents, head) ? phrase : null;
  const isHeard = /^(?:apprendre|savoir)$/.test(cue.verb.lemma);
  const isSource = /^(?:de|d')$/.test(lower) && head?.lemma === 'source';
  const fits = /^(?:à|au|chez)$/.test(lower) ? !isHeard : isHeard || isSource || lower === 'auprès';
  return fits && canSpeak(scope, phrase) ? phrase : null;
}

/** What brings in where, how and to whom something was said. */
const CIRCUMSTANCE = /^(?:à|au|aux|devant|auprès|dans|sur|par|lors|après|depuis|en|sous|chez)$/;

/**
 * « a affirmé à une radio locale le maire », « témoigne par radio un éclusier »: past where, how and to whom it was said, where
 * a phrase that can speak follows.
 */
function pastCircumstance(scope: Scope, at: number, afterQuote: boolean): number {
  const { tokens } = scope.sentence;
  let from = at;
  for (let steps = 0; steps < 3 && CIRCUMSTANCE.test(tokens[from]?.lower ?? ''); steps++) {
    const first = /^(?:de|du|des|d')$/.test(tokens[from + 1]?.lower ?? '') ? from + 2 : from + 1;
    const place = nounPhrase(scope.sentence, first, scope.phrases);
    if (!place) return at;
    const name = speakerWithin(scope, place) ?? behindMedium(scope, place);
    if (name !== null) return name;
    from = pastAsides(scope, place.last + 1);
  }
  const opensPhrase = /^(?:DET|PROPN)$/.test(tokens[from]?.upos ?? '') || tokens[from]?.lower === 'des';
  if (from === at || !opensPhrase) return at;
  const follows = nounPhrase(scope.sentence, from, scope.phrases);
  return follows && (afterQuote || canSpeak(scope, follows)) ? follows.first : at;
}

/** « a raconté au Petit Phare Odile Marsac »: a run of names ends in hers. */
function behindMedium({ sentence: { tokens }, nouns }: Scope, { first, last }: TokenRange): number | null {
  const end = tokens.findIndex(({ text }, i) => i > first && i <= last && text === ',');
  let from = first;
  // « à l'agence Méridienne Info Odile Marsac »
  while (from <= last && (tokens[from]!.upos === 'DET' || isOf(nouns.media, tokens[from]!))) from++;
  const run = tokens.slice(from, end < 0 ? last + 1 : end);
  const isRun = run.length >= 3 && run.length <= 5 && run.every((_, i) => isName(tokens, from + i));
  return isRun ? from + run.length - 2 : null;
}

/** « accuse devant la mairie Odile Marsac »: a full name that runs on from the noun of a place; null where none does. */
function speakerWithin({ sentence: { tokens }, nouns }: Scope, { first, last }: TokenRange): number | null {
  let name = last;
  while (name > first && isName(tokens, name)) name--;
  const noun = tokens[name]!;
  const isNamed =
    /^(?:chaîne|radio|télévision|télé|rue|place|avenue|ville|hôtel|station|stade|lycée|collège|école|université|hôpital|clinique|institut|fondation|centre|maison|agence|quotidien|journal)$/.test(
      noun.lemma,
    );
  const isWhole = last - name >= 2 && noun.upos === 'NOUN' && !isNamed;
  return isWhole && ![nouns.roles, nouns.media].some((list) => isOf(list, noun)) ? name + 1 : null;
}

/** « Le parti, battu en mars, dénonce un complot »: what follows the verb cannot speak, and its subject stands before. */
function isObjectOf(cue: Cue, phrase: TokenRange, scope: Scope): boolean {
  const { tokens } = scope.sentence;
  const { roles, anonymous, documents, bodies, media } = scope.nouns;
  const head = tokens.slice(phrase.first, phrase.last + 1).find(({ upos }) => /NOUN|PROPN|PRON/.test(upos));
  if (head?.upos !== 'NOUN' || /^\p{Lu}/u.test(head.text)) return false;
  if ([roles, anonymous, documents, bodies, media].some((list) => isOf(list, head)) || scope.phrases.isPerson(head))
    return false;
  if (cue.start === 2 && tokens[1]!.text === ',') return false; // « Faux, rétorque la mairie »
  return tokens.some((token, i) => {
    if (i >= cue.start || token.head !== cue.at || !isRelation(token, 'nsubj') || token.upos === 'PRON') return false;
    return !quoteAround(scope, i) && canSpeak(scope, { first: Math.max(0, i - 1), last: i });
  });
}

/** Times, channels and asides that follow the subject belong to the incise. */
export function incisEnd(scope: Scope, last: number): number {
  const end = pastAsides(scope, last + 1) - 1;
  const { tokens } = scope.sentence;
  const closed = tokens[end]?.text === ',' ? end - 1 : end;
  // « confiait-elle lundi en quittant la salle, « … » »
  const isGerund = tokens[closed + 1]?.lower === 'en' && /VerbForm=Part/.test(tokens[closed + 2]?.feats ?? '');
  const close = isGerund ? tokens.findIndex(({ text }, i) => i > closed && i < closed + 10 && /^[,:]$/.test(text)) : -1;
  if (close > 0 && !scope.cues.some(({ at }) => at === closed + 2)) return close - 1;
  // « a précisé la maire, lisant un communiqué, et… »: what the speaker does meanwhile
  const doing = tokens[closed + 2];
  const isDoing = tokens[closed + 1]?.text === ',' && /VerbForm=Part/.test(doing?.feats ?? '');
  if (!isDoing || scope.cues.some(({ at }) => at === closed + 2)) return closed;
  const comma = tokens.findIndex(({ text }, i) => i > closed + 2 && i < closed + 14 && text === ',');
  return comma > 0 ? comma - 1 : closed;
}

/** What stands before an incise, and after it where it cuts a clause or a quotation in two. */
export function aroundIncise(cue: Cue, frame: TokenRange, scope: Scope): Span[] {
  const { tokens } = scope.sentence;
  const cut = cue.start - 1;
  const inside = quoteAround(scope, cue.at);
  const closed = scope.quotes.find(
    ({ outer }) => outer.end <= tokens[cue.start]!.start && tokens[cue.start]!.start - outer.end <= 3,
  );
  const first = partStart(cue, scope);
  const parts: Span[] = [];
  const left = cut < first ? null : (contentSpan(scope, first, cut - 1) ?? null);
  // « Comme l'a dit la préfète, le pont rouvrira »
  if (cut < 0) {
    const said = contentSpan(scope, frame.last + 2, sentenceLast(tokens));
    return said && tokens[frame.last + 1]?.text === ',' ? [said] : [];
  }
  if (inside) {
    const start = Math.min(inside.inner.start, left?.start ?? inside.inner.start);
    if (left && left.end > start) parts.push({ start, end: left.end });
    const from = tokenFrom(scope.sentence, tokens[frame.last]!.end);
    const rest = tokens[from]?.text === ',' ? from + 1 : from;
    if (rest < tokens.length && inside.inner.end > tokens[rest]!.start)
      parts.push({ start: tokens[rest]!.start, end: inside.inner.end });
    return parts;
  }
  // « des soldats qui, dit-on, s'étaient rendus »: what the incise opens, not what comes before it.
  if (
    /^(?:qui|que|qu'|où|dont|et|mais|car)$/.test(tokens[cut - 1]?.lower ?? '') &&
    tokens[frame.last + 1]?.text === ','
  ) {
    const rest = contentSpan(scope, frame.last + 2, sentenceLast(tokens));
    return rest ? [rest] : [];
  }
  if (closed && (!left || closed.inner.start < left.start || isAnnounced(scope, closed.outer.start)))
    parts.push({ start: closed.inner.start, end: closed.inner.end });
  else if (left) parts.push(left);
  const rest = secondPart(cue, frame, left, scope);
  if (rest) parts.push(rest);
  return parts;
}

/** Where what an incise attributes begins: the sentence, or after an incise before it. */
function partStart(cue: Cue, scope: Scope): number {
  const { tokens } = scope.sentence;
  const quote = scope.quotes.find(
    ({ outer }) => outer.end <= tokens[cue.start]!.start && outer.end >= tokens[cue.start]!.start - 3,
  );
  const semicolon = tokens.findLastIndex((token, i) => i < cue.start && token.text === ';' && !quoteAround(scope, i));
  const earlier = scope.cues
    .filter((other) => other.at < cue.at && other.clitic !== null && other.form === 'finite')
    .at(-1);
  // « X nie : ses hommes, dit-il, sont là »: the incise stands in what follows the colon
  const colon = tokens.findLastIndex(
    (token, i) => i > semicolon && i < cue.start && token.text === ':' && !quoteAround(scope, i),
  );
  const isClause = colon > 0 && tokens.slice(0, colon).some(({ feats }) => /Fin/.test(feats));
  if (isClause) return colon + 1;
  if (semicolon >= 0) return semicolon + 1;
  if (earlier && quote && quote.outer.start > tokens[earlier.last]!.end)
    return tokenFrom(scope.sentence, quote.outer.start);
  return 0;
}

/** A quotation after a colon stands for itself: what comes before the colon announces it. */
function isAnnounced(scope: Scope, start: number): boolean {
  return /:\s*$/u.test(scope.text.slice(Math.max(0, start - 3), start));
}

/** « Le pont, a-t-elle dit, sera rouvert »: the words after the incise, where those before it are no clause of their own. */
function secondPart(cue: Cue, frame: TokenRange, left: Span | null, scope: Scope): Span | null {
  const { tokens } = scope.sentence;
  const next = frame.last + 1;
  if (tokens[next]?.text !== ',' || /^(?:où|dont|qui)$/.test(tokens[next + 1]?.lower ?? '')) return null;
  const quoted = scope.quotes.find(({ outer }) => outer.start === tokens[next + 1]?.start);
  const fromQuote = left !== null && scope.quotes.some(({ outer }) => outer.end >= left.end && outer.start <= left.end);
  // « Il n'existe, soutiennent-ils, « ni arme, ni trace » »: a quotation goes on with what stands before the incise.
  if (quoted) return quoted.inner;
  const before = tokens.slice(partStart(cue, scope), cue.start);
  const clause = before.some(
    (token) => /Fin/.test(token.feats) && /VERB|AUX/.test(token.upos) && !inRelative(tokens, tokens.indexOf(token)),
  );
  // « Il s'agit, résume un élu, d'attendre »: what the verb before the incise takes
  const isTaken = /^(?:d[e']|du|des|qu[e'])$/.test(tokens[next + 1]?.lower ?? '') && !fromQuote;
  // « Il y a eu des tirs, admet le colonel, mais nos soldats n'ont fait que riposter »
  const goesOn =
    !fromQuote &&
    /^(?:mais|car|et)$/.test(tokens[next + 1]?.lower ?? '') &&
    !scope.cues.some((other) => other.at > frame.last && other.form !== 'infinitive') &&
    tokens.slice(next + 2).some(({ feats }) => /Fin/.test(feats));
  if ((clause && !goesOn && !isTaken) || fromQuote) return null;
  // « Le tribunal, ajoute-t-il, tranchera en mai »: the verb of the clause that the incise cuts
  const others = scope.cues
    .filter((other) => other.at > frame.last && other.form !== 'infinitive' && (clause || other.start !== next + 1))
    .map((other) => other.start - 1);
  return contentSpan(scope, next + 1, Math.min(sentenceLast(tokens), ...others));
}

function inRelative(tokens: readonly Token[], i: number): boolean {
  for (let at = i; at >= 0; at = tokens[at]!.head) if (tokens[at]!.deprel === 'acl:relcl') return true;
  return false;
}
