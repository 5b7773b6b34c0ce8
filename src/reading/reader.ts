import { foldName, overlaps, type Span, sha256, type When } from '../core/index.ts';
import type { Dispatch } from '../intake/index.ts';
import { type LanguageEngine, openFrench, type Sentence } from '../language/index.ts';
import type { ClaimPlace } from './claim.ts';
import { type ClaimWords, loadClaimWords } from './claims/claim-words.ts';
import { resolveMentions, type SentenceMentions } from './claims/mentions.ts';
import { withPassives } from './claims/participles.ts';
import { readClaims } from './claims/read-claims.ts';
import type { DispatchReading, ReaderVersions } from './dispatch-reading.ts';
import { openParties, type Parties } from './parties/parties.ts';
import type { PartyMention } from './parties/party-mention.ts';
import { type Gazetteer, openGazetteer } from './places/gazetteer.ts';
import { type PlaceContext, type PlaceMention, readPlaces } from './places/read-places.ts';
import { loadUnits } from './quantities/load-units.ts';
import type { Units } from './quantities/quantity.ts';
import { readQuantities } from './quantities/read-quantities.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import { loadSpeakerNouns } from './sources/speakers.ts';
import type { Statement } from './statement.ts';
import { loadReportingNouns } from './statements/nouns.ts';
import { readStatements, type StatementLists } from './statements/read-statements.ts';
import { loadReportingVerbs } from './statements/verbs.ts';
import { readTimes } from './times/read-times.ts';

/** Changes whenever the rules of this room read a dispatch differently. */
const READER = 'reading-1';

/** What reads dispatches: a language's engine with the lists of this room. Opened once, shared by all readings. */
export type Reader = {
  /** BCP 47 primary languages that it reads. */
  readonly languages: readonly string[];
  readonly versions: ReaderVersions;
  readonly parties: Parties;
  readonly gazetteer: Gazetteer;
  /** What it stands on: tokens, tags, trees and names. */
  readonly engine: LanguageEngine;
  /** Reads a dispatch. A pure function of it; a dispatch in a language that nobody reads has a doubt and nothing else. */
  read(dispatch: Dispatch): DispatchReading;
};

type Stages = {
  readonly engine: LanguageEngine;
  readonly parties: Parties;
  readonly gazetteer: Gazetteer;
  readonly units: Units;
  readonly statements: StatementLists;
  readonly words: ClaimWords;
};

/** Opens the reader: models, lexicon, gazetteer and lists of the package (some 20 MB, about a tenth of a second). */
export function openReader(): Reader {
  const engine = openFrench();
  const nouns = loadSpeakerNouns();
  const stages: Stages = {
    engine,
    parties: openParties(),
    gazetteer: openGazetteer(),
    units: loadUnits(),
    statements: {
      verbs: loadReportingVerbs(),
      sayings: loadReportingNouns(),
      nouns,
      analyses: engine.analyses,
    },
    words: loadClaimWords(nouns.people),
  };
  const versions: ReaderVersions = {
    reader: READER,
    language: engine.version,
    data: `${stages.parties.version} places ${stages.gazetteer.version} lists ${listsVersion(stages)}`,
  };
  return {
    languages: [engine.language],
    versions,
    parties: stages.parties,
    gazetteer: stages.gazetteer,
    engine,
    read: (dispatch) => readDispatch(dispatch, stages, versions),
  };
}

function listsVersion({ units, statements, words }: Stages): string {
  const lists = [
    [...units],
    [...statements.verbs.byLemma.keys()],
    statements.verbs.lending,
    Object.values(statements.nouns).flatMap((list) => (typeof list === 'function' ? [] : [[...list]])),
    Object.values(words).map((list) => [...list]),
  ];
  return sha256(JSON.stringify(lists)).slice(0, 12);
}

function readDispatch(dispatch: Dispatch, stages: Stages, versions: ReaderVersions): DispatchReading {
  const about = {
    document: dispatch.name,
    published: dispatch.published?.date ?? null,
    publishedInText: dispatch.publishedInText,
    language: dispatch.language,
    noise: dispatch.noise.map(({ start, end }) => ({ start, end, text: dispatch.text.slice(start, end) })),
    reader: versions,
  };
  const language = dispatch.language?.split('-')[0]?.toLowerCase() ?? null;
  if (language !== stages.engine.language)
    return { ...about, statements: [], claims: [], doubts: [...dispatch.doubts, nobodyReads(dispatch.language)] };
  const { statements, claims } = readText(dispatch.text, about.published, dispatch.noise, stages);
  return { ...about, statements, claims, doubts: dispatch.doubts };
}

function nobodyReads(language: string | null): DispatchReading['doubts'][number] {
  const [fr, en] =
    language === null
      ? ['La langue n’est pas reconnue', 'The language is not recognised']
      : [`Aucun lecteur ne lit « ${language} »`, `No reader reads “${language}”`];
  return {
    span: null,
    rule: 'language-not-read',
    message: {
      fr: `${fr} : la dépêche est gardée et consultable, sans affirmations. Langue lue : français. Pour la lire comme du français, indiquez --language fr.`,
      en: `${en}: the dispatch is kept and searchable, without claims. Language read: French. To read it as French, give --language fr.`,
    },
  };
}

function readText(
  text: string,
  published: When | null,
  noise: readonly Span[],
  stages: Stages,
): Pick<DispatchReading, 'statements' | 'claims'> {
  const { engine, parties: book, gazetteer, units, words } = stages;
  const sentences = engine.sentences(text, noise).map((sentence) => withPassives(sentence, engine.analyses));
  const quotes = findQuotes(text, noise).found;
  const times = sentences.map((sentence) => readTimes(sentence, { writtenOn: published }).found);
  const isNationality = (word: string): boolean => book.stateOfAdjective(word) !== null;
  const quantities = sentences.map((sentence) => readQuantities(sentence, units, isNationality).found);
  const parties = sentences.map((sentence) => book.findParties(sentence.tokens));
  const places = readAllPlaces(sentences, parties, stages);
  const unnamed = readStatements({ text, sentences, quotes, times }, stages.statements).found;
  const named = unnamed.map((statement) => withParties(statement, book, parties.flat()));
  const partyOfPlace = (place: PlaceMention): string | null => partyOfCountry(place, gazetteer, book);
  const placeNamed = (name: string) => countryNamed(name, places.flat(), gazetteer);
  const within = (inner: ClaimPlace, outer: ClaimPlace): boolean =>
    inner.candidates.some(({ id }) => outer.candidates.some((land) => land.id !== id && gazetteer.within(id, land.id)));
  const known = { sentences, parties, places, book, words, partyOfPlace, placeNamed, within };
  // Twice: who « l'armée » is tells who speaks, and who speaks tells who « nous » are.
  const statements = samePersons(speaking(named, resolveMentions({ ...known, statements: named }), book));
  const mentions = resolveMentions({ ...known, statements });
  const claims = readClaims({
    text,
    sentences,
    mentions,
    quantities,
    times,
    statements,
    published,
    book,
    gazetteer,
    words,
  });
  return { statements, claims };
}

/** Twice: countries and provinces first, so that a town of one of them is meant before its namesake elsewhere. */
function readAllPlaces(
  sentences: readonly Sentence[],
  parties: readonly (readonly PartyMention[])[],
  { engine, gazetteer }: Stages,
): PlaceMention[][] {
  const context = (s: number, around: readonly string[], unlisted: ReadonlySet<string>): PlaceContext => ({
    gazetteer,
    around,
    unlisted,
    taken: (first, last) => parties[s]!.some(({ place, from, to }) => place === 'no' && from <= last && first < to),
    unknownWord: ({ lower }) => engine.analyses(lower).length === 0,
  });
  const around = new Set<string>();
  const unlisted = new Set<string>();
  sentences.forEach((sentence, s) => {
    for (const { candidates, name, certain, rule } of readPlaces(sentence, context(s, [], unlisted))) {
      if (rule === 'unknown-name' && certain) unlisted.add(name);
      const place = candidates[0] && gazetteer.place(candidates[0].id);
      if (place && (place.kind === 'country' || place.kind === 'province')) around.add(place.id);
    }
  });
  return sentences.map((sentence, s) => readPlaces(sentence, context(s, [...around], unlisted)));
}

/** The parties that speak: by name, organisation and role; else the party that the words of the source mention. */
function withParties(statement: Omit<Statement, 'by'>, book: Parties, mentions: readonly PartyMention[]): Statement {
  const { name, organisation, role, source } = statement;
  const spoken = book.sourceParties(name, organisation, role);
  // « un conseiller militaire européen » is some country's
  const known = statement.anonymous && organisation === null ? spoken.filter((party) => !isUnion(party, book)) : spoken;
  const isSource =
    statement.anonymous && /^(?:(?:une|des|plusieurs|différentes|diverses) )?sources?\b/iu.test(source?.text ?? '');
  if (isSource) return { ...statement, by: [] }; // « une source proche de X » is not X
  if (known.length > 0 || !source) return named({ ...statement, by: [...known] }, book, mentions);
  const inside = mentions.find(
    ({ span, speakers }) => span.start >= source.start && span.end <= source.end && speakers.length > 0,
  );
  return named({ ...statement, by: inside && !statement.anonymous ? [...inside.speakers] : [] }, book, mentions);
}

function isUnion(party: string, book: Parties): boolean {
  return /^(?:alliance|international-organisation)$/.test(book.byId(party)?.kind ?? '');
}

/** « les rebelles arabo-kurdes »: a description that the list knows gets the name that the dispatch gives the party. */
function named(statement: Statement, book: Parties, mentions: readonly PartyMention[]): Statement {
  const { name, by, source } = statement;
  if (name === null || by.length !== 1 || !source || statement.role !== null) return statement;
  const party = book.byId(by[0]!);
  // « Londres dément »: the state speaks; the word stays, with whom it stands for.
  const isSeat = book.lookup(name).some((match) => match.use === 'seat' && match.party === party?.id);
  if (party && isSeat)
    return party.names.fr === name ? statement : { ...statement, name: `${name} (${party.names.fr})` };
  if (!party || party.names.fr === name || foldName(party.names.fr).includes(foldName(name))) return statement;
  const isDescription =
    mentions.some(
      ({ span, rule, parties }) =>
        span.start >= source.start && span.end <= source.end && rule === 'name' && parties.includes(by[0]!),
    ) && !/\p{Lu}/u.test(name);
  return isDescription ? { ...statement, name: party.names.fr } : statement;
}

/** « selon cette organisation »: the body that spoke before, never the armed group that it speaks of. */
const TAKES_UP_BODY =
  /^(?:cette|cet|ce|la même|le même) (?:organisation|organisme|ong|observatoire|association|institution|agence|source)(?![\p{L}])/iu;

function isBody(kind: string): boolean {
  return /^(?:observer|ngo|international-organisation|news-agency|media)$/.test(kind);
}

/** « l'armée », « le régime »: a source whose party only the dispatch tells. */
function speaking(statements: readonly Statement[], mentions: readonly SentenceMentions[], book: Parties): Statement[] {
  const actors = mentions.flatMap((one) => one.actors);
  return statements.map((statement, i) => {
    const { by, source, anonymous } = statement;
    if (by.length > 0 || !source || anonymous) return statement;
    if (TAKES_UP_BODY.test(source.text)) {
      const before = statements
        .slice(0, i)
        .findLast(({ by: [party] }) => party && isBody(book.byId(party)?.kind ?? ''));
      return before ? { ...statement, by: before.by, name: before.name } : statement;
    }
    const own = actors.find(({ span, sense }) => overlaps(span, source) && sense !== 'people' && sense !== 'deed');
    if (!own || /^(?:une|des|plusieurs|différentes)?\s?sources?\b/iu.test(source.text)) return statement;
    const parties = own.parties.filter((party) => party !== 'civilians');
    const group =
      parties.length === 1 && /^(?:armed-group|militia|rebels|force)$/.test(book.byId(parties[0]!)?.kind ?? '');
    // « le groupe jihadiste »: who it is, the dispatch has told
    const isDescribed = group && statement.name !== null && !/\p{Lu}/u.test(statement.name);
    return { ...statement, by: parties, name: isDescribed ? book.byId(parties[0]!)!.names.fr : statement.name };
  });
}

/** One speaker, one party: « -t-il », « le colonel » speak for whom the dispatch names once, with the speaker's full name. */
function samePersons(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    const { by, name, anonymous } = statement;
    if (by.length > 0 || name === null || anonymous) return statement;
    const same = statements.find((other) => other.name === name && other.by.length > 0 && !other.anonymous);
    return same ? { ...statement, by: same.by, organisation: statement.organisation ?? same.organisation } : statement;
  });
}

function countryNamed(name: string, mentions: readonly PlaceMention[], gazetteer: Gazetteer): ClaimPlace | null {
  const country = gazetteer.lookup(name).find(({ kind }) => kind === 'country');
  if (!country) return null;
  const spelt = mentions.find(({ candidates }) => candidates[0]?.id === country.id)?.name;
  return { name: spelt ?? name, candidates: [{ id: country.id, why: 'adjective-of-the-country' }] };
}

function partyOfCountry({ candidates }: PlaceMention, gazetteer: Gazetteer, book: Parties): string | null {
  const id = candidates[0]?.id;
  if (!id) return null;
  const country = [id, ...gazetteer.ancestors(id)]
    .map((one) => gazetteer.place(one))
    .find((place) => place?.kind === 'country');
  return country ? (book.lookup(country.name.fr).find(({ use }) => use !== 'adjective')?.party ?? null) : null;
}
