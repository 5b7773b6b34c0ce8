import { contains, type Doubt, type Span, type When } from '../../core/index.ts';
import { isRelation, type Sentence } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { describeSource, type SourceDescription } from '../sources/describe-source.ts';
import { issuedDocuments, issuerOf } from '../sources/issuers.ts';
import { type TokenRange, textOf } from '../sources/noun-phrase.ts';
import { resolveSpeaker, type Speaker } from '../sources/speaker-ledger.ts';
import type { SpeakerNouns } from '../sources/speakers.ts';
import type { Mention, Mode, Statement } from '../statement.ts';
import type { Draft, StatementText } from './read-statements.ts';
import { adjacentSubject, canSpeak, quoteAround, type Scope, subjectOf } from './scope.ts';

/** A speaker, or one who may be, with the place of the words that name them. */
type Placed = Speaker & { readonly start: number; readonly paragraph: number; readonly speaks: boolean };

/** How many paragraphs a channel (« ce point de presse ») stays the same occasion. */
const SAME_OCCASION = 3;

/** Gives each statement its speaker, resolved within the dispatch, and the day that its occasion was said on. */
export function resolveStatements(
  drafts: readonly Draft[],
  input: StatementText,
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): Omit<Statement, 'by'>[] {
  const found: Omit<Statement, 'by'>[] = [];
  const speakers: Placed[] = [];
  const occasions: { name: string | null; via: string | null; said: When; paragraph: number }[] = [];
  const named = mentionsBefore(scopes, nouns);
  const later = namedAfterwards(drafts, scopes, nouns);
  const issued = issuedDocuments(scopes, nouns);
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
    // Whom a speaker tells of is not who speaks next: « l'OSDH assure que l'EI recule. « … », ajoute-t-il ».
    const isToldOf = ({ start }: Placed): boolean =>
      found.some(({ content }) => content.some((part) => part.start <= start && start < part.end));
    const context = contextOf(
      description,
      inverted,
      draft,
      speakers,
      subjects.filter((one) => !isToldOf(one)),
      input,
    );
    const issuer = description && draft.source && issuerOf(description, draft.source.sentence, issued, nouns);
    const speaker: Speaker | null = holder
      ? { ...holder, kind: 'person', head: null, gender: null, number: null }
      : description && resolveSpeaker(issuer ?? later.get(draft) ?? description, context, nouns.sameOffice);
    const via = draft.via ?? description?.via ?? null;
    const paragraph = input.sentences[draft.sentence]!.paragraph;
    const earlier = occasions.findLast(
      (one) =>
        (speaker?.name && one.name === speaker.name) ||
        (via !== null && one.via === via && paragraph - one.paragraph <= SAME_OCCASION),
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
    const start = draft.source ? scopes[draft.source.sentence]!.sentence.tokens[draft.source.range.first]!.start : 0;
    if (speaker && !draft.nested) speakers.push({ ...speaker, start, paragraph, speaks: true });
  }
  return found;
}

/** What a subject has to hold: a parse may take an auxiliary for one. */
const NOMINAL = /^(?:NOUN|PROPN|ADJ|NUM|X)$/;

/** How many sentences on an office may get its holder's name. */
const NAMED_WITHIN = 3;

/**
 * An office first, its holder's name next, as papers vary their words: « le chef d'état-major a accusé… Le général Sorel
 * affirme… », « le chef du Conseil a critiqué…, a déclaré Odile Marsac ». The name must be new, and come without an office
 * or with one that goes with the first.
 */
function namedAfterwards(
  drafts: readonly Draft[],
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): ReadonlyMap<Draft, SourceDescription> {
  const found = new Map<Draft, SourceDescription>();
  const described = drafts.flatMap((draft) => {
    if (!draft.source || draft.nested) return [];
    const sentence = scopes[draft.source.sentence]!.sentence;
    return [{ draft, description: describeSource(sentence, draft.source.range, nouns) }];
  });
  described.forEach(({ draft, description }, i) => {
    if (description.kind !== 'role') return;
    const next = described[i + 1];
    if (next?.description.kind !== 'person' || next.draft.sentence - draft.sentence > NAMED_WITHIN) return;
    const seen = described
      .slice(0, i)
      .some((one) => one.description.kind === 'person' && one.description.name === next.description.name);
    const office = next.description.role;
    const fits =
      office === null ||
      nouns.sameOffice.some(
        (names) => holds(names, description.role) && holds(names, office) && description.head !== next.description.head,
      );
    if (!seen && fits)
      found.set(draft, { ...next.description, role: description.role, organisation: description.organisation });
  });
  return found;
}

function holds(names: readonly string[], role: string | null): boolean {
  const words = (role ?? '').toLowerCase().replaceAll('’', "'");
  return names.some((name) => words.startsWith(name));
}

/**
 * Whom a mention may take up, likeliest last. « -t-il » in an incise is one who can speak, named latest, in a sentence
 * before; « selon lui » the subject of its own sentence, else who spoke last; « il » before its verb the subject just named.
 */
function contextOf(
  description: SourceDescription | null,
  inverted: boolean,
  draft: Draft,
  speakers: readonly Placed[],
  subjects: readonly Placed[],
  { sentences }: StatementText,
): readonly Speaker[] {
  const byPlace = (a: Placed, b: Placed): number => a.start - b.start;
  if (description?.kind !== 'pronoun') return [...subjects, ...speakers].sort(byPlace);
  const paragraph = sentences[draft.sentence]!.paragraph;
  const opening = sentences[draft.sentence]!.span.start;
  if (inverted) {
    const who = subjects.filter(
      (one) => one.speaks && one.paragraph === paragraph && one.start < Math.min(opening, draft.content[0]!.start),
    );
    return [...speakers, ...who].sort(byPlace);
  }
  if (
    /^(?:lui|elle|eux|elles|l'|les|son|sa|ses|leur|leurs)$/.test(description.head ?? '') &&
    /^(?:according-to|in-the|to-believe)/.test(draft.rule)
  ) {
    const near = subjects.filter(
      (one) => one.start >= opening || (one.speaks && one.paragraph === paragraph && one.kind !== 'role'),
    );
    return [...speakers, ...near].sort(byPlace);
  }
  // Of the sentences before, whoever was named latest; a subject of its own sentence comes first.
  const before = [...speakers, ...subjects.filter((one) => one.start < opening)].sort(byPlace);
  return [...before, ...subjects.filter((one) => one.start >= opening)];
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
function mentionsBefore(scopes: readonly Scope[], nouns: SpeakerNouns): (sentence: number, before: number) => Placed[] {
  const subjects = scopes.map((scope) => {
    const { tokens } = scope.sentence;
    return tokens.flatMap((token, i) => {
      if (token.upos === 'PRON' || quoteAround(scope, i)) return [];
      // « Alma, le groupe armé tenait le port »: the parse lost the subject that stands right before its verb
      const isLost =
        /VerbForm=Fin/.test(token.feats) && !tokens.some((one) => one.head === i && isRelation(one, 'nsubj'));
      const range = /^nsubj/.test(token.deprel)
        ? subjectOf(scope, { at: token.head, start: token.head })
        : isLost
          ? adjacentSubject(scope, i)
          : null;
      const isNominal = range && tokens.slice(range.first, range.last + 1).some(({ upos }) => NOMINAL.test(upos));
      if (!range || !isNominal) return [];
      const description = describeSource(scope.sentence, range, nouns);
      return description.kind === 'pronoun'
        ? []
        : [
            {
              ...description,
              anonymous: description.kind === 'anonymous',
              start: tokens[range.first]!.start,
              paragraph: scope.sentence.paragraph,
              speaks: canSpeak(scope, range),
            },
          ];
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
