import { contains, isDay, overlaps, type Reading, type Span, type When } from '../../core/index.ts';
import type { LanguageEngine, Sentence, Token } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import type { SpeakerNouns } from '../sources/speakers.ts';
import type { Act, Statement } from '../statement.ts';
import type { TimeMention } from '../times/time.ts';
import { accordingTo } from './according-to.ts';
import { type Attribution, colonQuotation, constructions } from './constructions.ts';
import { type Cue, findCues, has } from './cues.ts';
import { freeQuotations } from './free-quotations.ts';
import { headlineQuotation } from './headlines.ts';
import { inverted, isInciseAfter } from './incises.ts';
import { nounAttributions, type ReportingNouns } from './nouns.ts';
import { resolveStatements } from './resolve-statements.ts';
import {
  canSpeak,
  contentSpan,
  phraseAround,
  quoteAround,
  type Scope,
  scopeOf,
  subjectOf,
  tokenFrom,
} from './scope.ts';
import type { ReportingVerbs } from './verbs.ts';

export type StatementLists = {
  readonly verbs: ReportingVerbs;
  readonly sayings: ReportingNouns;
  readonly nouns: SpeakerNouns;
  readonly analyses: LanguageEngine['analyses'];
};

/** What the rooms before it hand to the statements: the sentences of a dispatch with their quotations and times. */
export type StatementText = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  /** The times of each sentence, in the order of the sentences. */
  readonly times: readonly (readonly TimeMention[])[];
};

/** A statement before its speaker is known: words and places in the text. */
export type Draft = {
  readonly sentence: number;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  /** The words of the source, in a sentence that may be another's (a gerund takes the subject of its main clause). */
  readonly source: { readonly sentence: number; readonly range: TokenRange } | null;
  readonly act: Act;
  readonly said: When | null;
  readonly tense: 'pluperfect' | 'other';
  readonly via: string | null;
  readonly rule: string;
  /** True inside a quotation: its speaker is one who is quoted, and « nous » is whoever says the quotation. */
  readonly nested: boolean;
};

/** The statements of a dispatch, in the order of the text, each with its speaker resolved within the dispatch. */
export function readStatements(input: StatementText, lists: StatementLists): Reading<Omit<Statement, 'by'>> {
  const scopes = input.sentences.map((sentence, i) =>
    scopeOf(
      input.text,
      sentence,
      input.quotes,
      input.times[i]!,
      findCues(sentence, lists.verbs, lists.analyses),
      lists.nouns,
    ),
  );
  const found: Draft[] = [];
  scopes.forEach((scope, i) => {
    found.push(
      ...headlineQuotation(scope, i),
      ...fromVerbs(scope, i),
      ...announcedQuotation(scope, i),
      ...fromPrepositions(scope, i),
      ...nounAttributions(scope, i, lists.sayings),
      ...heardFrom(scope, i),
    );
  });
  const announced = mergeSame([...found, ...toldBefore(scopes, found)]);
  const drafts = [...announced, ...freeQuotations(input, scopes, announced)].sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || order(a) - order(b),
  );
  return { found: resolveStatements(drafts, input, scopes, lists.nouns), doubts: [] };
}

/** Of two statements that begin together the wider comes first, so that the inner one stands after what holds it. */
const order = (draft: Draft): number => -(draft.content.at(-1)!.end - draft.content[0]!.start);

function fromVerbs(scope: Scope, sentence: number): Draft[] {
  const drafts: Draft[] = [];
  for (const cue of scope.cues) {
    // « pour demander que »: an aim, not a statement, unless a quotation follows.
    const tries = (cue.form === 'infinitive' ? [] : constructions).map(({ name, read }) => ({
      rule: name,
      read: read(cue, scope),
    }));
    const first = tries.find(({ read }) => read !== null);
    const quoted = colonQuotation.read(cue, scope);
    for (const attribution of [
      first?.read && { ...first.read, rule: first.rule },
      quoted && { ...quoted, rule: colonQuotation.name },
    ])
      if (
        attribution &&
        !isNobody(attribution.source, scope) &&
        !isSilence(cue, attribution, scope) &&
        !isThing(cue, attribution.source, scope)
      )
        drafts.push(draftOf(cue, attribution, scope, sentence));
  }
  return drafts;
}

/** « Après avoir signalé une panne, l'avion s'est posé »: what a thing does, and does not say. */
function isThing(cue: Cue, source: TokenRange | null, scope: Scope): boolean {
  if (cue.form !== 'gerund' || cue.start > 2) return false;
  const subject = source ?? gerundSubject(cue, scope);
  return subject !== null && scope.sentence.tokens[subject.first]!.upos !== 'PRON' && !canSpeak(scope, subject);
}

/** « Rien ne dit que », « personne ne nie que »: nobody said it. */
function isNobody(source: TokenRange | null, scope: Scope): boolean {
  if (source === null) return false;
  const { tokens } = scope.sentence;
  const { lower } = tokens[source.first]!;
  if (/^(?:rien|personne|nul|nulle|aucun|aucune)$/.test(lower)) return true;
  // « On observe deux fois plus de cas », in what somebody says
  if (lower === 'on' && quoteAround(scope, source.first)) return true;
  // « s'il souhaite gagner »: nobody has said it
  return /^(?:si|s')$/.test(tokens[source.first - 1]?.lower ?? '') && tokens[source.first - 1]!.upos !== 'PRON';
}

/**
 * « Le pont rouvrira. La préfète l'a annoncé mardi », « C'est ce qu'a indiqué la préfète »: what the sentence before told, where
 * nothing else is what the verb says.
 */
function toldBefore(scopes: readonly Scope[], found: readonly Draft[]): Draft[] {
  return scopes.flatMap((scope, i): Draft[] => {
    const before = scopes[i - 1]?.sentence;
    if (!before || before.paragraph !== scope.sentence.paragraph) return [];
    const { tokens } = scope.sentence;
    const span = contentSpan(scopes[i - 1]!, 0, before.tokens.length - 1);
    const isSaid = found.some(({ content }) => span && content.some((part) => overlaps(part, span)));
    if (!span || isSaid) return [];
    return scope.cues.flatMap((cue): Draft[] => {
      if (cue.form !== 'finite' || !has(cue, 'q', 'n', 's') || quoteAround(scope, cue.at)) return [];
      const isThat =
        tokens[0]!.lower === "c'" &&
        tokens[2]?.lower === 'ce' &&
        /^qu[e']$/.test(tokens[3]?.lower ?? '') &&
        cue.start <= 9;
      const isIt = tokens
        .slice(cue.start, cue.first)
        .some(({ lower, upos }) => /^l(?:e|')$/.test(lower) && upos === 'PRON');
      const isTold =
        found.some((draft) => draft.cue && draft.sentence === i && overlaps(draft.cue, tokens[cue.at]!)) ||
        // « l'avait appelée la châtelaine »: somebody, and what she was called
        (isIt &&
          /^(?:DET|PUNCT)$/.test(tokens[cue.last + 1]?.upos ?? '') &&
          !/^[.,;:]$/.test(tokens[cue.last + 1]!.text));
      const source = isThat && cue.start <= 4 ? inverted(cue, scope) : subjectOf(scope, cue);
      if (!(isThat || isIt) || isTold || !source || !(canSpeak(scope, source) || tokens[source.first]!.upos === 'PRON'))
        return [];
      const attribution = {
        content: [span],
        source,
        rule: 'told-before',
        frame: { first: cue.start, last: Math.max(cue.last, source.last) },
      };
      return [draftOf(cue, attribution, scope, i)];
    });
  });
}

/** « n'a pas souhaité réagir », « a refusé de commenter »: whoever does so says nothing. */
function isSilence(cue: Cue, { content, source }: Attribution, scope: Scope): boolean {
  const { tokens } = scope.sentence;
  const first = tokens[tokenFrom(scope.sentence, content[0]!.start)];
  if (
    /^(?:commenter|réagir|répondre|exprimer|communiquer|prononcer)$/.test(first?.lemma ?? '') &&
    /VerbForm=Inf/.test(first!.feats)
  )
    return /^(?:souhaiter|vouloir|refuser|demander)$/.test(cue.verb.lemma);
  // « les informations faisant état d'un repli »: whoever told them
  const noun = tokens[tokens[cue.at]!.head];
  const isOfNoun =
    cue.form === 'gerund' && source === null && tokens[cue.at]!.deprel === 'acl' && noun?.upos === 'NOUN';
  return isOfNoun && tokens[cue.start - 1]?.text !== ',' && /^(?:information|rumeur|bruit)$/.test(noun.lemma);
}

/** « Le rapport est sévère : « … » »: a verb that reports nothing, and a quotation that its subject is the source of. */
function announcedQuotation(scope: Scope, sentence: number): Draft[] {
  const { tokens } = scope.sentence;
  const colon = tokens.findIndex(
    (token, i) => token.text === ':' && scope.quotes.some(({ outer }) => outer.start === tokens[i + 1]?.start),
  );
  if (colon < 0 || scope.cues.some((cue) => cue.at < colon && /^(?:finite|gerund)$/.test(cue.form))) return [];
  const quote = scope.quotes.find(({ outer }) => outer.start === tokens[colon + 1]!.start)!;
  if (isInciseAfter(quote, scope)) return [];
  const verb = tokens.findLastIndex(
    (token, i) =>
      i < colon &&
      token.upos === 'VERB' &&
      !/Inf/.test(token.feats) &&
      tokens.some((other) => other.head === i && /^nsubj/.test(other.deprel)),
  );
  // A sentence that is quoted whole, or words enough to be one.
  const words = scope.text.slice(quote.inner.start, quote.inner.end);
  const isSentence = /^\p{Lu}.*[.!?…]$/su.test(words);
  if (verb < 0 || words.split(/\s+/u).length < (isSentence ? 3 : 6)) return [];
  let first = verb;
  while (first > 0 && (/AUX|ADV/.test(tokens[first - 1]!.upos) || /^(?:s'|se|l'|lui)$/.test(tokens[first - 1]!.lower)))
    first--;
  const source = subjectOf(scope, { at: verb, start: first });
  if (!source || !(canSpeak(scope, source) || tokens[source.first]!.upos === 'PRON')) return [];
  const cue = { start: tokens[first]!.start, end: tokens[verb]!.end };
  return [
    {
      sentence,
      content: [quote.inner],
      cue,
      source: { sentence, range: source },
      act: 'say',
      said: null,
      tense: 'other',
      via: null,
      rule: 'announced-quotation',
      nested: false,
    },
  ];
}

function draftOf(cue: Cue, attribution: Attribution, scope: Scope, sentence: number): Draft {
  const { tokens } = scope.sentence;
  const source = attribution.source ?? (cue.form === 'gerund' ? gerundSubject(cue, scope) : null);
  const inside = quoteAround(scope, cue.at);
  const frame = frameOf(cue, attribution, source, scope);
  return {
    sentence,
    content: attribution.content,
    cue: { start: tokens[cue.first]!.start, end: tokens[cue.last]!.end },
    source: source && { sentence, range: source },
    act: actOf(cue, attribution, scope),
    said: timeIn(frame, attribution.content, scope)?.when ?? null,
    tense: /Tense=Imp/.test(tokens[cue.first]!.feats) && tokens[cue.first]!.upos === 'AUX' ? 'pluperfect' : 'other',
    via:
      scope.channels.find(
        ({ first }) =>
          first >= frame.first - 3 &&
          first <= frame.last + 8 &&
          !attribution.content.some((part) => contains(part, tokens[first]!)),
      )?.via ?? null,
    rule: attribution.rule,
    nested:
      inside !== undefined &&
      attribution.content.every((part) => contains(inside.outer, part)) &&
      attribution.rule !== 'incise',
  };
}

/** What the verb does here: « n'exclut pas une panne » denies nothing, « jure avoir fermé » promises nothing. */
function actOf(cue: Cue, { content }: Attribution, scope: Scope): Act {
  const { tokens } = scope.sentence;
  const { act } = cue.verb;
  if (act === 'deny' && isNegated(cue, tokens)) return 'say';
  const first = tokenFrom(scope.sentence, content[0]!.start);
  const opening = tokens.slice(first, first + 3);
  const isPast =
    opening.some(({ lemma, feats }) => /^(?:avoir|être)$/.test(lemma) && /VerbForm=Inf/.test(feats)) &&
    tokens.slice(first, first + 5).some(({ feats }) => /VerbForm=Part/.test(feats) && /Tense=Past/.test(feats));
  return act === 'promise' && isPast ? 'say' : act;
}

function isNegated({ first, last }: Cue, tokens: readonly Token[]): boolean {
  const words = tokens.slice(first, last + 1).map(({ lower }) => lower);
  return words.some((word) => /^n[e']$/.test(word)) && words.includes('pas');
}

/** From the source's or the cue's first word to where the attributing words end. */
function frameOf(cue: Cue, attribution: Attribution, source: TokenRange | null, scope: Scope): TokenRange {
  const beforeCue = source && source.last < cue.first ? source.first : cue.first;
  // « Mardi, le préfet a annoncé que… »: a time that opens the sentence counts for the statement.
  const opens =
    attribution.rule !== 'incise' &&
    scope.times.some(
      ({ span }) => span.start <= scope.sentence.span.start + 12 && span.end < scope.sentence.tokens[beforeCue]!.start,
    ) &&
    beforeCue <= 8;
  return { first: opens ? 0 : beforeCue, last: Math.max(attribution.frame.last, cue.last) };
}

function timeIn(frame: TokenRange, content: readonly Span[], scope: Scope): TimeMention | undefined {
  const { tokens } = scope.sentence;
  const from = tokens[frame.first]!.start;
  const to = tokens[Math.min(frame.last, tokens.length - 1)]!.end;
  const outside = (span: Span): boolean => !content.some((part) => overlaps(part, span));
  const behind = publishedWhen(frame.last, scope);
  if (behind) return behind;
  const here = scope.times.filter(
    ({ span, when }) => span.start >= from && span.end <= to && outside(span) && (when === null || isDay(when)),
  );
  return here.find(({ when, span }) => when !== null && !qualifiesNoun(span, tokens));
}

/** « dénonce un rapport publié mercredi », « selon un bilan fourni lundi par la mairie »: when the document came out. */
function publishedWhen(last: number, scope: Scope): TimeMention | undefined {
  const { tokens } = scope.sentence;
  const at = tokens.findIndex(
    ({ lemma, feats }, i) =>
      i > last - 4 &&
      i <= last + 3 &&
      /VerbForm=Part/.test(feats) &&
      /^(?:publier|rendre|diffuser|paraître|fournir|transmettre|lire|poster|remettre|dater|communiquer)$/.test(lemma),
  );
  if (at < 0) return undefined;
  const from = tokens[at]!.end;
  const to = tokens[Math.min(at + 4, tokens.length - 1)]!.end;
  return scope.times.find(({ span, when }) => span.start >= from && span.end <= to && when !== null && isDay(when));
}

/** « , aujourd'hui professeur à Lyon, »: a time that opens an apposition tells nothing of the statement. */
function qualifiesNoun(span: Span, tokens: readonly Token[]): boolean {
  const next = tokens.find(({ start }) => start >= span.end);
  return next !== undefined && next.upos === 'NOUN';
}

/** The subject of a gerund is that of the clause it stands in, or of the statement that stands before it. */
function gerundSubject(cue: Cue, scope: Scope): TokenRange | null {
  const { tokens } = scope.sentence;
  for (let at = tokens[cue.at]!.head, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++) {
    const main = scope.cues.find((other) => other.at === at && other !== cue);
    if (main) return cueSubject(main, scope);
  }
  const noun = tokens[cue.at]!.head;
  if (
    noun >= 0 &&
    noun < cue.at &&
    tokens[cue.at]!.deprel === 'acl' &&
    /NOUN|PROPN/.test(tokens[noun]!.upos) &&
    !/^[,"»”]$/.test(tokens[cue.start - 1]!.text)
  )
    return phraseAround(scope, noun);
  const before = scope.cues.filter((other) => other.at < cue.at && other.form === 'finite').at(-1);
  if (before) return cueSubject(before, scope);
  const verb = tokens.findIndex((token) => token.deprel === 'root' && /VERB|AUX/.test(token.upos));
  const isFronted = cue.start <= 2; // « Après avoir rappelé que…, la préfète… »
  return verb >= 0 && (verb < cue.at || isFronted) ? subjectOf(scope, { at: verb, start: verb }) : null;
}

function cueSubject(cue: Cue, scope: Scope): TokenRange | null {
  for (const { read } of constructions) {
    const found = read(cue, scope);
    if (found?.source) return found.source;
  }
  return subjectOf(scope, cue);
}

function fromPrepositions(scope: Scope, sentence: number): Draft[] {
  const { tokens } = scope.sentence;
  return accordingTo(scope).map(({ cue, source, content, rule }) => ({
    sentence,
    content,
    cue: { start: tokens[cue.first]!.start, end: tokens[cue.last]!.end },
    source: { sentence, range: source },
    act: 'say' as const,
    said: publishedWhen(source.last, scope)?.when ?? null,
    tense: 'other' as const,
    via: scope.channels.find(({ first }) => first === source.last + 1 || first === source.last + 2)?.via ?? null,
    rule,
    nested: quoteAround(scope, cue.first) !== undefined,
  }));
}

/** « dit tenir d'un gardien que… », « a appris de source policière que… »: whoever told the one who tells. */
function heardFrom(scope: Scope, sentence: number): Draft[] {
  const { tokens } = scope.sentence;
  return tokens.flatMap((token, at): Draft[] => {
    if (!/^(?:tenir|apprendre)$/.test(token.lemma) || !/VERB/.test(token.upos)) return [];
    if (!/^(?:de|d'|du|des)$/.test(tokens[at + 1]?.lower ?? '')) return [];
    const source = nounPhrase(scope.sentence, at + 2, scope.phrases);
    if (!source || !canSpeak(scope, source)) return [];
    const que = tokens.findIndex((other, i) => i > source.last && i <= source.last + 7 && /^qu[e']$/.test(other.lower));
    if (que < 0 || tokens.slice(source.last + 1, que).some(({ feats }) => /Fin/.test(feats))) return [];
    let last = tokens.length - 1;
    while (last > que && /^[.!?…]$/.test(tokens[last]!.text)) last--;
    const around = quoteAround(scope, que + 1);
    const content = contentSpan(scope, que + 1, last);
    if (!content || (around && around.outer.start < tokens[at]!.start)) return [];
    return [
      {
        sentence,
        content: [content],
        cue: { start: token.start, end: token.end },
        source: { sentence, range: source },
        act: 'say',
        said: null,
        tense: 'other',
        via: null,
        rule: 'heard-from',
        nested: false,
      },
    ];
  });
}

/** Two rules that attribute the same words by the same cue are one statement: the first. */
function mergeSame(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(
    (draft, i) =>
      !drafts
        .slice(0, i)
        .some(
          (other) =>
            draft.cue &&
            other.cue &&
            overlaps(draft.cue, other.cue) &&
            draft.content.some((part) => other.content.some((own) => overlaps(part, own))),
        ),
  );
}
