import { contains, type Doubt, type Span, type When } from '../../core/index.ts';
import { isRelation, type Sentence } from '../../language/index.ts';
import type { Quote } from '../quotes/find-quotes.ts';
import { describeSource, type SourceDescription } from '../sources/describe-source.ts';
import { issuedDocuments, issuerOf } from '../sources/issuers.ts';
import { isName, type TokenRange, textOf } from '../sources/noun-phrase.ts';
import { resolveSpeaker, type Speaker } from '../sources/speaker-ledger.ts';
import type { SpeakerNouns } from '../sources/speakers.ts';
import type { Mention, Mode, Statement } from '../statement.ts';
import type { Draft, StatementText } from './read-statements.ts';
import { adjacentSubject, canSpeak, phraseEndingAt, quoteAround, type Scope, subjectOf } from './scope.ts';

/** A speaker, or one who may be, with the place of the words that name them. */
type Placed = Speaker & { readonly start: number; readonly paragraph: number; readonly speaks: boolean };
/** A subject as its own words describe it. */
type Subject = Placed & SourceDescription;

/** « Le ministre s'est tu. Il a… »: a subject by an office that somebody holds who spoke before is that person. */
function knownSubject(one: Subject, speakers: readonly Placed[], nouns: SpeakerNouns): Placed {
  if (one.kind !== 'role') return one;
  const known = resolveSpeaker(
    one,
    speakers.filter(({ start }) => start < one.start),
    nouns.sameOffice,
  );
  return known.kind === 'person' ? { ...one, ...known } : one;
}

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
  const acronyms = definedAcronyms(scopes, nouns);
  for (const draft of drafts) {
    const described = draft.source
      ? describeSource(scopes[draft.source.sentence]!.sentence, draft.source.range, nouns)
      : null;
    const description = (described?.kind === 'institution' && acronyms.get(described.name ?? '')) || described;
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
      ? named(
          draft.source.sentence,
          scopes[draft.source.sentence]!.sentence.tokens[draft.source.range.first]!.start,
        ).map((one) => knownSubject(one, speakers, nouns))
      : [];
    // Whom a speaker tells of is not who speaks next: « l'OSDH assure que l'EI recule. « … », ajoute-t-il ».
    const isToldOf = ({ start }: Placed): boolean =>
      found.some(({ content }) => content.some((part) => part.start <= start && start < part.end));
    const context = contextOf(
      description,
      inverted,
      draft,
      speakers,
      // A subject that spoke is in the context as the speaker it was found to be.
      subjects.filter((one) => !isToldOf(one) && !speakers.some(({ start }) => start === one.start)),
      input,
    );
    const issuer = description && draft.source && issuerOf(description, draft.source.sentence, issued, nouns);
    const speaker: Speaker | null = holder
      ? { ...holder, kind: 'person', head: null, gender: null, number: null }
      : description &&
        (takenUpPerson(description, draft, context, scopes, nouns) ??
          resolveSpeaker(issuer ?? later.get(draft) ?? description, context, nouns.sameOffice));
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

/** « l'Armée de libération (ALN) »: what the letters stand for, wherever in the dispatch that is told. */
function definedAcronyms(scopes: readonly Scope[], nouns: SpeakerNouns): ReadonlyMap<string, SourceDescription> {
  const found = new Map<string, SourceDescription>();
  for (const scope of scopes) {
    const { tokens } = scope.sentence;
    tokens.forEach(({ text }, i) => {
      if (!/^[\p{Lu}\d]{2,}$/u.test(text) || tokens[i - 1]?.text !== '(' || tokens[i + 1]?.text !== ')') return;
      const phrase = phraseEndingAt(scope, i - 2);
      const description =
        phrase && describeSource(scope.sentence, { first: phrase.first, last: Math.min(phrase.last, i - 2) }, nouns);
      const initials = (description?.name ?? '').split(/[\s'’-]+/u).map((word) => word[0]?.toUpperCase() ?? '');
      // The name has the letters, or some of them, at the heads of its words.
      if (
        description?.kind === 'institution' &&
        [...text].filter((letter) => initials.includes(letter)).length * 2 >= text.length
      )
        found.set(text, description);
    });
  }
  return found;
}

/** How many sentences back a person may be named whom « -t-il » takes up, though no subject: « a condamné Armand Sorel ». */
const PERSON_WITHIN = 2;

/** Who a pronoun stands for where nobody spoke before it and no subject fits: the last person whom a sentence names in full. */
function takenUpPerson(
  description: SourceDescription,
  draft: Draft,
  context: readonly Speaker[],
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): Speaker | null {
  if (description.kind !== 'pronoun' || !/^(?:il|elle|lui)$/.test(description.head ?? '')) return null;
  if (resolveSpeaker(description, context, nouns.sameOffice).kind !== 'pronoun') return null; // somebody, named or not
  for (let s = draft.sentence; s >= Math.max(0, draft.sentence - PERSON_WITHIN); s--) {
    const { sentence } = scopes[s]!;
    const end =
      s === draft.sentence
        ? sentence.tokens.findIndex(({ start }) => start >= draft.content[0]!.start)
        : sentence.tokens.length;
    for (let last = (end < 0 ? sentence.tokens.length : end) - 1; last > 0; last--) {
      let first = last;
      while (first > 0 && isName(sentence.tokens, first) && isName(sentence.tokens, first - 1)) first--;
      if (first === last || !isName(sentence.tokens, last)) continue;
      const isPlace = /^(?:ADP|DET)$/.test(sentence.tokens[first - 1]?.upos ?? '');
      const person = describeSource(sentence, { first, last }, nouns);
      if (!isPlace && person.kind === 'person' && person.name?.includes(' ')) {
        const known = resolveSpeaker(person, context, nouns.sameOffice);
        const isOther = known.gender !== null && description.gender !== null && known.gender !== description.gender;
        if (!isOther) return known;
      }
      last = first;
    }
  }
  return null;
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
    if (!next.description.name?.includes(' ')) return; // « Kigali » is no person
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
      found.set(draft, {
        ...next.description,
        gender: next.description.gender ?? description.gender,
        role: description.role,
        organisation: description.organisation,
      });
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
function mentionsBefore(
  scopes: readonly Scope[],
  nouns: SpeakerNouns,
): (sentence: number, before: number) => Subject[] {
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
