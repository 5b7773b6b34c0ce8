import { contains, type Doubt, overlaps, type Reading, type Span, type When } from '../../core/index.ts';
import type { Sentence } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { describeSource } from '../sources/describe-source.ts';
import { type TokenRange, textOf } from '../sources/noun-phrase.ts';
import { resolveSpeaker, type Speaker } from '../sources/speaker-ledger.ts';
import type { SpeakerNouns } from '../sources/speakers.ts';
import type { Act, Mention, Mode, Statement } from '../statement.ts';
import type { TimeMention } from '../times/time.ts';
import { accordingTo } from './according-to.ts';
import { type Attribution, colonQuotation, constructions } from './constructions.ts';
import { type Cue, findCues } from './cues.ts';
import { freeQuotations } from './free-quotations.ts';
import { headlineQuotation } from './headlines.ts';
import { quoteAround, type Scope, scopeOf, subjectOf } from './scope.ts';
import type { ReportingVerbs } from './verbs.ts';

export type StatementLists = { readonly verbs: ReportingVerbs; readonly nouns: SpeakerNouns };

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
    scopeOf(input.text, sentence, input.quotes, input.times[i]!, findCues(sentence, lists.verbs), lists.nouns),
  );
  const found: Draft[] = [];
  scopes.forEach((scope, i) => {
    found.push(...headlineQuotation(scope, i), ...fromVerbs(scope, i), ...fromPrepositions(scope, i));
  });
  const announced = mergeSame(found);
  const drafts = [...announced, ...freeQuotations(input, scopes, announced)].sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || order(a) - order(b),
  );
  return resolved(drafts, input, scopes, lists.nouns);
}

/** Of two statements that begin together the wider comes first, so that the inner one stands after what holds it. */
const order = (draft: Draft): number => -(draft.content.at(-1)!.end - draft.content[0]!.start);

function fromVerbs(scope: Scope, sentence: number): Draft[] {
  const drafts: Draft[] = [];
  for (const cue of scope.cues) {
    if (cue.form === 'infinitive') continue; // « pour demander que »: an aim, not a statement
    const tries = constructions.map(({ name, read }) => ({ rule: name, read: read(cue, scope) }));
    const first = tries.find(({ read }) => read !== null);
    const quoted = colonQuotation.read(cue, scope);
    for (const attribution of [
      first?.read && { ...first.read, rule: first.rule },
      quoted && { ...quoted, rule: colonQuotation.name },
    ])
      if (attribution) drafts.push(draftOf(cue, attribution, scope, sentence));
  }
  return drafts;
}

function draftOf(cue: Cue, attribution: Attribution, scope: Scope, sentence: number): Draft {
  const { tokens } = scope.sentence;
  const source = attribution.source ?? (cue.form === 'gerund' ? gerundSubject(cue, scope) : null);
  const inside = quoteAround(scope, cue.at);
  const frame = frameOf(cue, attribution, source, scope);
  return {
    sentence,
    content: attribution.content,
    cue: { start: tokens[cue.first]!.start, end: tokens[cueEnd(cue, scope)]!.end },
    source: source && { sentence, range: source },
    act: cue.verb.act,
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

/** The cue's last word: an inverted pronoun inside the group belongs to it, one after it is the source. */
function cueEnd(cue: Cue, _scope: Scope): number {
  return cue.last;
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
  const here = scope.times.filter(
    ({ span, when }) => span.start >= from && span.end <= to && outside(span) && (when === null || when.length === 10),
  );
  return here.find(({ when }) => when !== null);
}

/** The subject of a gerund is that of the clause it stands in, or of the statement that stands before it. */
function gerundSubject(cue: Cue, scope: Scope): TokenRange | null {
  const { tokens } = scope.sentence;
  for (let at = tokens[cue.at]!.head, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++) {
    const main = scope.cues.find((other) => other.at === at && other !== cue);
    if (main) return cueSubject(main, scope);
  }
  const before = scope.cues.filter((other) => other.at < cue.at && other.form === 'finite').at(-1);
  if (before) return cueSubject(before, scope);
  const verb = tokens.findIndex((token) => token.deprel === 'root' && /VERB|AUX/.test(token.upos));
  return verb >= 0 && verb < cue.at ? subjectOf(scope, { at: verb, start: verb }) : null;
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
    said: null,
    tense: 'other' as const,
    via: scope.channels.find(({ first }) => first === source.last + 1 || first === source.last + 2)?.via ?? null,
    rule,
    nested: quoteAround(scope, cue.first) !== undefined,
  }));
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

function resolved(
  drafts: readonly Draft[],
  input: StatementText,
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): Reading<Omit<Statement, 'by'>> {
  const found: Omit<Statement, 'by'>[] = [];
  const doubts: Doubt[] = [];
  const speakers: Speaker[] = [];
  const occasions: { name: string | null; via: string | null; said: When; paragraph: number }[] = [];
  const named = mentionsBefore(scopes, nouns);
  for (const draft of drafts) {
    const description = draft.source
      ? describeSource(scopes[draft.source.sentence]!.sentence, draft.source.range, nouns)
      : null;
    const isSelf =
      draft.nested && description?.kind === 'pronoun' && /^(?:nous|je|j'|on|moi)$/.test(description.head ?? '');
    const holder = isSelf
      ? found.findLast((statement) => statement.content.some((part) => draft.cue && contains(part, draft.cue)))
      : undefined;
    // « -t-il » in an incise is one who spoke; « il » before its verb may be the subject just named.
    const inverted = /^-/.test(
      draft.source ? scopes[draft.source.sentence]!.sentence.tokens[draft.source.range.first]!.text : '',
    );
    const subjects = draft.source
      ? named(draft.source.sentence, scopes[draft.source.sentence]!.sentence.tokens[draft.source.range.first]!.start)
      : [];
    const context = inverted ? [...subjects, ...speakers] : [...speakers, ...subjects];
    const speaker: Speaker | null = holder
      ? { ...holder, kind: 'person', head: null, gender: null, number: null }
      : description && resolveSpeaker(description, context);
    const via = draft.via ?? description?.via ?? null;
    const paragraph = input.sentences[draft.sentence]!.paragraph;
    const earlier = occasions.findLast(
      (one) =>
        (speaker?.name && one.name === speaker.name) ||
        (via !== null && one.via === via && paragraph - one.paragraph <= 3),
    );
    const said = draft.said ?? (draft.tense === 'other' ? earlier?.said : undefined) ?? null;
    if (said && draft.tense === 'other') occasions.push({ name: speaker?.name ?? null, via, said, paragraph });
    const content = draft.content.map((span) => mention(input.text, span));
    found.push({
      id: `s${found.length + 1}`,
      content,
      cue: draft.cue && mention(input.text, draft.cue),
      source: draft.source && sourceMention(scopes[draft.source.sentence]!.sentence, draft.source.range),
      name: speaker?.name ?? null,
      organisation: speaker?.organisation ?? null,
      role: speaker?.role ?? null,
      anonymous: speaker?.anonymous ?? false,
      via,
      mode: modeOf(draft, input.quotes),
      act: draft.act,
      said,
      rules: [draft.rule],
      doubts: speaker ? [] : [nobody(draft.cue ?? draft.content[0]!)],
    });
    if (speaker && !draft.nested) speakers.push(speaker);
  }
  return { found, doubts };
}

function nobody(span: Span): Doubt {
  return {
    span,
    rule: 'speaker-not-found',
    message: { fr: 'Qui parle n’a pas été trouvé.', en: 'Who speaks was not found.' },
  };
}

/**
 * Who has been named up to a sentence, speaker or not: subjects of its sentences, so that « elles ont ajouté » after « les
 * forces irakiennes ont lancé… » has its speaker.
 */
function mentionsBefore(
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): (sentence: number, before: number) => Speaker[] {
  const subjects = scopes.map((scope) => {
    const { tokens } = scope.sentence;
    return tokens.flatMap((token, i) => {
      if (!/^nsubj/.test(token.deprel) || token.upos === 'PRON' || quoteAround(scope, i)) return [];
      const range = subjectOf(scope, { at: token.head, start: token.head });
      if (!range) return [];
      const description = describeSource(scope.sentence, range, nouns);
      return description.kind === 'pronoun'
        ? []
        : [{ ...description, anonymous: description.kind === 'anonymous', start: tokens[range.first]!.start }];
    });
  });
  return (sentence, before) =>
    subjects
      .slice(Math.max(0, sentence - 3), sentence + 1)
      .flat()
      .filter(({ start }) => start < before);
}

function mention(text: string, span: Span): Mention {
  return { ...span, text: text.slice(span.start, span.end) };
}

function sourceMention(sentence: Sentence, range: TokenRange): Mention {
  return {
    start: sentence.tokens[range.first]!.start,
    end: sentence.tokens[range.last]!.end,
    text: textOf(sentence, range),
  };
}

/** In quotation marks, without, or both. Marks around a word or two make no quotation of an indirect content. */
function modeOf(draft: Draft, quotes: readonly Quote[]): Mode {
  const total = draft.content.reduce((sum, span) => sum + span.end - span.start, 0);
  const quoted = draft.content.reduce(
    (sum, span) =>
      sum +
      quotes.reduce(
        (inner, { outer }) => inner + Math.max(0, Math.min(span.end, outer.end) - Math.max(span.start, outer.start)),
        0,
      ),
    0,
  );
  if (quoted === 0) return 'indirect';
  return quoted >= total * 0.95 ? 'direct' : 'mixed';
}
