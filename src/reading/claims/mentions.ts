import { contains, overlaps, type Span } from '../../core/index.ts';
import type { Sentence, Token } from '../../language/index.ts';
import type { ClaimPlace } from '../claim.ts';
import type { Parties } from '../parties/parties.ts';
import type { PartyMention } from '../parties/party-mention.ts';
import type { PlaceKind } from '../places/place.ts';
import { type PlaceMention, placeNouns } from '../places/read-places.ts';
import type { Statement } from '../statement.ts';
import type { ClaimWords } from './claim-words.ts';
import { prepositionBefore } from './clause.ts';

/** A phrase that stands for a party, its party worked out within the dispatch. */
export type ActorMention = {
  readonly span: Span;
  /** Index of its first token, and of the word by which it hangs in the sentence. */
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly parties: readonly string[];
  /** `people` are no power: they are killed, displaced, attacked, and never hold a town. */
  readonly sense: PartyMention['sense'] | 'pronoun';
  readonly noun: string | null;
  readonly rule: string;
};

/** A phrase that stands for a place. */
export type PlaceArgument = {
  readonly span: Span;
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly place: ClaimPlace;
  readonly kind: PlaceKind | null;
  readonly certain: boolean;
  readonly rule: string;
};

export type SentenceMentions = { readonly actors: readonly ActorMention[]; readonly places: readonly PlaceArgument[] };

export type MentionInput = {
  readonly sentences: readonly Sentence[];
  readonly parties: readonly (readonly PartyMention[])[];
  readonly places: readonly (readonly PlaceMention[])[];
  readonly statements: readonly Statement[];
  readonly book: Parties;
  readonly words: ClaimWords;
  /** The country of that French name, in the spelling that the dispatch gives it elsewhere. */
  readonly placeNamed: (name: string) => ClaimPlace | null;
  /** Whether a place may lie in another: Goma in the Nord-Kivu. */
  readonly within: (inner: ClaimPlace, outer: ClaimPlace) => boolean;
  /** The country party of a place, « iraq » for Mossoul; null where none is known. */
  readonly partyOfPlace: (place: PlaceMention) => string | null;
};

/** Nouns of groups and of a state's bodies, folded as party mentions give them. */
const GROUP =
  /^(?:groupe|groupes|organisation|mouvement|jihadistes?|djihadistes?|terroristes?|miliciens?|insurges?|islamistes?|extremistes?|combattants?|assaillants?|rebelles?|milices?|insurrection|rebellion|faction|adversaires?|ennemis?|guerilla|guerilleros?|maquisards?)/;
const STATE_NOUN =
  /^(?:armee|armees|troupes|forces|forces armees|unites|soldats?|militaires?|regime|gouvernement|junte|presidence|commandement|haut commandement|garnison|police|policiers|gendarmes?|gendarmerie|autorites|aviation|etat major|pouvoir|marine|capitale|executif|garde|commandement)/;
const PRONOUN = /^-?(?:t-)?(?:il|elle|ils|elles|lui|leur|eux|celui-ci|celle-ci|ceux-ci|celles-ci|qui|on)$/;

type Known = ActorMention & {
  readonly sentence: number;
  readonly gender: string | null;
  readonly number: string | null;
  readonly isSubject: boolean;
  readonly kind: string | null;
};

/** A mention without what only its sentence tells. */
type StandIn = Omit<Known, 'sentence' | 'isSubject' | 'kind'>;
type Agreement = Pick<Known, 'noun' | 'gender' | 'number'>;

/** The parties and places of each sentence, with what « le groupe », « il », « la ville » stand for worked out. */
export function resolveMentions(input: MentionInput): SentenceMentions[] {
  const known: Known[] = [];
  const places: PlaceArgument[] = [];
  const civilians = namedCivilians(input);
  return input.sentences.map((sentence, s) => {
    const own: Known[] = [];
    for (const mention of input.parties[s]!) {
      if (isWhereItHappened(mention, sentence)) continue;
      const parties = partiesOf(mention, sentence, s, [...known, ...own], input);
      if (parties.length === 0) continue;
      const head = headOf(sentence, mention.from, mention.to);
      own.push({
        span: mention.span,
        from: mention.from,
        to: mention.to,
        head,
        parties,
        sense: mention.sense,
        noun: mention.noun,
        rule: mention.rule,
        sentence: s,
        kind: input.book.byId(parties[0]!)?.kind ?? null,
        isSubject: /^nsubj/.test(sentence.tokens[head]!.deprel),
        ...agreementOf(sentence, mention.from, head),
      });
    }
    for (const men of menOf(sentence, s, [...known, ...own], input))
      own.push({ ...men, sentence: s, isSubject: /^nsubj/.test(sentence.tokens[men.head]!.deprel), kind: null });
    sentence.tokens.forEach((token, i) => {
      const resolved =
        (PRONOUN.test(token.lower) && token.upos === 'PRON' && !/expl/.test(token.deprel)) || isLatter(sentence, i)
          ? (subjectAhead(sentence, i, own) ??
            (isOfEvent(input.sentences[s - 1], sentence, i, input)
              ? null
              : pronounAt(sentence, s, i, [...known, ...own.filter(({ from }) => from < i)])))
          : (speakerAt(sentence, i, input) ??
            ownerAt(sentence, s, i, [...known, ...own.filter(({ from }) => from < i)], input));
      if (resolved) own.push({ ...resolved, sentence: s, isSubject: true, kind: null });
    });
    for (const person of peopleNamed(sentence, civilians, [
      ...own,
      ...input.places[s]!.map(({ first, last }) => ({ from: first, to: last + 1 })),
    ]))
      own.push({ ...person, sentence: s, isSubject: false, kind: null });
    own.sort((a, b) => a.from - b.from);
    known.push(...own.filter(({ sense, rule }) => sense !== 'pronoun' || rule === 'pronoun'));
    const here = placesOf(sentence, s, places, input);
    // Where somebody spoke is not where « la ville » is.
    const isOfSpeaker = ({ span }: PlaceArgument): boolean =>
      prepositionBefore(
        sentence,
        sentence.tokens.findIndex(({ start }) => start >= span.start),
      ) === 'depuis' || input.statements.some(({ source }) => source !== null && overlaps(source, span));
    // « Londres dément »: a state, and no town that « la ville » could take up
    const isPower = (place: PlaceArgument): boolean =>
      own.some(({ rule, from, to }) => rule === 'seat' && from < place.to && place.from < to) &&
      !/^(?:en|à|dans|vers|sur|depuis|hors|près)$/.test(prepositionBefore(sentence, place.from) ?? '');
    const isNamed = (place: PlaceArgument): boolean => !/^(?:taken-up|y|en|la|l')$/.test(place.rule);
    places.push(...here.filter((place) => isNamed(place) && !isOfSpeaker(place) && !isPower(place)));
    return { actors: own, places: here };
  });
}

const DIRECTION = /^(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest)$/;
const HAPPENS_AT =
  /^(?:attentat|bataille|siège|massacre|explosion|fusillade|tuerie|carnage|aéroport|banlieue|rue|habitant|ville|village|capitale|quartier|faubourg|port|gare|aérodrome|prise|chute|reprise|conquête)$/;

/** « l'attentat de Kaboul », « la bataille de Kiev »: the town, and no state that fights. */
function isWhereItHappened({ rule, from, to }: PartyMention, { tokens }: Sentence): boolean {
  // « Ethiopie : les rebelles rentrent »: a headline's place
  if (from === 0 && tokens[to]?.text === ':' && !/^["«“]$/.test(tokens[to + 1]?.text ?? '')) return true;
  // « dans l'ouest du Yémen »: a part of the land
  const of = /^(?:de|du|de la|l'|la)$/.test(tokens[from - 1]?.lower ?? '');
  const part = tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => DIRECTION.test(lower));
  if (rule === 'name' && of && part) return true;
  return rule === 'seat' && tokens[from - 1]?.lower === 'de' && HAPPENS_AT.test(tokens[from - 2]?.lemma ?? '');
}

/** « ses hommes », « nos éléments »: those of whoever the possessive stands for. */
function menOf(sentence: Sentence, s: number, known: readonly Known[], input: MentionInput): StandIn[] {
  return sentence.tokens.flatMap((token, at): StandIn[] => {
    const whose = sentence.tokens[at - 1];
    if (!/^(?:hommes|éléments|partisans|fusiliers)$/.test(token.lower) || token.upos !== 'NOUN' || !whose) return [];
    if (!/^(?:ses|leurs|nos|mes)$/.test(whose.lower)) return [];
    const owner = speakerAt(sentence, at - 1, input) ?? ownerAt(sentence, s, at - 1, known, input);
    if (!owner) return [];
    return [
      {
        ...owner,
        span: { start: whose.start, end: token.end },
        from: at - 1,
        to: at + 1,
        head: at,
        sense: 'members',
        noun: token.lower,
        rule: 'men-of',
        gender: 'Masc',
        number: 'Plur',
      },
    ];
  });
}

/** The words of names that the dispatch gives a civilian's trade: « le journaliste Paul Ardan », « Paul Ardan, avocat ». */
function namedCivilians({ sentences, parties }: MentionInput): ReadonlySet<string> {
  const names = new Set<string>();
  sentences.forEach(({ tokens }, s) => {
    for (const { from, to, sense, rule } of parties[s]!) {
      if (sense !== 'people' || !/^(?:press-people|people-by-trade)$/.test(rule)) continue;
      const after = nameRun(tokens, to);
      const comma = tokens[from - 1]?.text === ',' ? from - 1 : tokens[from - 2]?.text === ',' ? from - 2 : -1;
      let first = comma;
      while (first > 0 && isNameWord(tokens[first - 1]!)) first--;
      for (const token of [...tokens.slice(to, after), ...tokens.slice(Math.max(0, first), Math.max(0, comma))])
        if (token.text.length > 2) names.add(token.text);
    }
  });
  return names;
}

/** The end of a run of names that begins at an index; the index itself where none does. */
function nameRun(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to] && isNameWord(tokens[to]!)) to++;
  return to;
}

function isNameWord({ text, upos }: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) && /PROPN|NOUN|X/.test(upos);
}

/** Civilians by their names alone, where neither a party nor a place stands. */
function peopleNamed(
  sentence: Sentence,
  names: ReadonlySet<string>,
  taken: readonly { readonly from: number; readonly to: number }[],
): StandIn[] {
  const { tokens } = sentence;
  const found: StandIn[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const to = nameRun(tokens, from);
    if (to === from) continue;
    const isOne = tokens.slice(from, to).some(({ text }) => names.has(text));
    const isFree = !taken.some((other) => other.from < to && from < other.to);
    if (isOne && isFree)
      found.push({
        span: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
        from,
        to,
        head: headOf(sentence, from, to),
        parties: ['civilians'],
        sense: 'people',
        noun: null,
        rule: 'named-civilian',
        gender: null,
        number: 'Sing',
      });
    from = to - 1;
  }
  return found;
}

/** The word of a phrase that hangs from outside of it. */
export function headOf(sentence: Sentence, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head } = sentence.tokens[i]!;
    if (head < from || head >= to) if (!/DET|ADP|PUNCT/.test(sentence.tokens[i]!.upos)) return i;
  }
  return from;
}

function agreementOf(sentence: Sentence, from: number, head: number): { gender: string | null; number: string | null } {
  const determiner = sentence.tokens[from - 1];
  const feats = `${determiner && /DET|ADP/.test(determiner.upos) ? determiner.feats : ''} ${determiner?.lower === 'les' || determiner?.lower === 'des' || determiner?.lower === 'aux' ? 'Number=Plur' : ''} ${sentence.tokens[head]!.feats}`;
  return { gender: /Gender=(\w+)/.exec(feats)?.[1] ?? null, number: /Number=(\w+)/.exec(feats)?.[1] ?? null };
}

/** The parties of a mention; where only the context tells, those of the last that fits, or of the country around it. */
function partiesOf(
  mention: PartyMention,
  sentence: Sentence,
  s: number,
  known: readonly Known[],
  input: MentionInput,
): readonly string[] {
  if (!mention.needsContext || mention.former) return mention.parties;
  const noun = mention.noun ?? '';
  // « ses forces », « leurs combattants »: whoever the possessive stands for
  const owned = ownerAt(sentence, s, mention.from - 1, known, input);
  if (owned) return owned.parties;
  // « l'organisation Secours Oriental »: one that the list does not know, and no other
  if (/^(?:groupe|organisation|mouvement)$/.test(noun) && isNamedAfter(sentence, mention.to)) return [];
  if (GROUP.test(noun)) {
    const group = known.findLast(
      ({ kind, parties }) =>
        isGroup(kind) && !parties.includes('jihadists') && isKin(parties[0]!, mention.parties[0], input),
    );
    if (group) return group.parties.slice(0, 1);
    const later = input.parties
      .slice(s)
      .flat()
      .find(
        (other) =>
          !other.needsContext &&
          other.parties.length > 0 &&
          isGroup(input.book.byId(other.parties[0]!)?.kind ?? null) &&
          isKin(other.parties[0]!, mention.parties[0], input),
      );
    if (later && mention.parties.length === 0) return later.parties.slice(0, 1);
    return mention.parties.flatMap((party) =>
      party === 'rebels' ? (rebelsOf(s, input) ?? namedRebels(mention, sentence, s, known, input) ?? party) : party,
    );
  }
  if (STATE_NOUN.test(noun)) {
    // « la Russie, dont l'aviation a appuyé »: whose it is stands before « dont »
    // and « dont sept policiers » are some of those
    const whose =
      sentence.tokens[mention.from - 2]?.lower === 'dont' &&
      /^(?:les?|la|l')$/.test(sentence.tokens[mention.from - 1]!.lower);
    const owner = whose ? known.findLast(({ sentence: where, to }) => where === s && to <= mention.from) : undefined;
    if (owner) return owner.parties;
    const spoken = speakerHere(sentence, mention.from, input);
    if (spoken && /^(?:nos|notre)$/.test(sentence.tokens[mention.from - 1]?.lower ?? '')) return spoken;
    // « l'agence Erina », a town elsewhere: only what the words show to be a place
    const partyOf = (place: PlaceMention): string | null => (place.certain ? input.partyOfPlace(place) : null);
    const near = input.places[s]!.map(partyOf).find((party) => party !== null);
    // The army of the land that is told of; a foreign one is called by its name.
    if (near) return [near];
    const placed =
      input.places
        .slice(0, s)
        .flat()
        .findLast((place) => partyOf(place) !== null) ??
      input.places
        .slice(s)
        .flat()
        .find((place) => partyOf(place) !== null);
    const any = placed ?? input.places[s]!.find((place) => input.partyOfPlace(place) !== null);
    if (any) return [input.partyOfPlace(any)!];
    const state = known.findLast(({ kind }) => kind === 'state');
    return state ? state.parties.slice(0, 1) : mention.parties;
  }
  return mention.parties;
}

function isNamedAfter({ tokens }: Sentence, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') && /PROPN|NOUN|ADJ|X/.test(tokens[at]!.upos);
}

/**
 * « les insurgés », « les rebelles », where the list has no such party of the land: the group that fights there, named
 * before or else the only one that the dispatch names. « Des rebelles » are whoever.
 */
function namedRebels(
  mention: PartyMention,
  sentence: Sentence,
  s: number,
  known: readonly Known[],
  { parties, book, words }: MentionInput,
): string | null {
  const before = sentence.tokens[mention.from - 1];
  const isDefinite = /^(?:les?|la|l['’]|aux?|du|ces|cette?|des)$/.test(before?.lower ?? '');
  const isSome = before?.lower === 'des' && before.upos === 'DET';
  if (!isDefinite || isSome) return null;
  const isTheirs = (party: string): boolean =>
    /^(?:armed-group|militia|rebels)$/.test(book.byId(party)?.kind ?? '') &&
    (!words.jihadist.has(party) || !/^rebel/.test(mention.noun ?? ''));
  const last = known.findLast(
    ({ parties: own, sense }) => own.length === 1 && isTheirs(own[0]!) && sense !== 'pronoun',
  );
  if (last) return last.parties[0]!;
  const later = new Set(
    parties
      .slice(s)
      .flat()
      .filter((other) => !other.needsContext && other.parties.length === 1 && isTheirs(other.parties[0]!))
      .map((other) => other.parties[0]!),
  );
  return later.size === 1 ? [...later][0]! : null;
}

/** « les rebelles » in a dispatch on Syria are `syrian-rebels`, where the list has such a party. */
function rebelsOf(s: number, input: MentionInput): string | null {
  const placed = [
    ...input.places
      .slice(0, s + 1)
      .flat()
      .reverse(),
    ...input.places.slice(s + 1).flat(),
  ];
  for (const place of placed) {
    const state = input.partyOfPlace(place);
    if (state === null) continue;
    // Of the land that is told of, and not of another that a later sentence names.
    const adjective = input.book.byId(state)?.adjectiveEn;
    const own = adjective ? `${adjective.toLowerCase().replaceAll(' ', '-')}-rebels` : null;
    return own && input.book.byId(own) ? own : null;
  }
  return null;
}

function isGroup(kind: string | null): boolean {
  return /^(?:armed-group|militia|rebels|force)$/.test(kind ?? '');
}

/** « les djihadistes » take up a jihadist group, « les rebelles » rebels: kin is what the default and the group share. */
function isKin(party: string, byDefault: string | undefined, { book, words }: MentionInput): boolean {
  if (!byDefault || byDefault === 'armed-groups' || byDefault === 'islamists') return true;
  if (byDefault === 'jihadists') return words.jihadist.has(party);
  if (byDefault === 'rebels') return /rebel|army|forces|m23|front/.test(party) && !words.jihadist.has(party);
  return book.under(party, byDefault);
}

function pronounAt(sentence: Sentence, s: number, at: number, known: readonly Known[]): StandIn | null {
  const token = sentence.tokens[at]!;
  const word = token.lower.replace(/^-(?:t-)?/, '');
  if (word === 'on') return null;
  if (
    word === 'il' &&
    /^(?:rester|falloir|agir|sembler|exister|manquer|pleuvoir|suffire|avoir)$/.test(nextVerb(sentence, at))
  )
    return null;
  if (word === 'qui') return null; // the tree leads to its antecedent
  const gender = /^(?:elle|elles|celle-ci|celles-ci|dernières?)$/.test(word)
    ? 'Fem'
    : /^(?:il|ils|celui-ci|ceux-ci|derniers?)$/.test(word)
      ? 'Masc'
      : null;
  const number = /^(?:ils|elles|eux|leur|ceux-ci|celles-ci|derniers|dernières)$/.test(word) ? 'Plur' : 'Sing';
  const fits = (one: Known): boolean =>
    s - one.sentence <= 2 &&
    (!one.number || one.number === number) &&
    (!gender || !one.gender || one.gender === gender) &&
    one.sense !== 'deed';
  const before = known.filter(fits);
  // « ces derniers », « ceux-ci »: whoever was named last, and not the subject.
  const isNear = /-ci$|^derni/.test(word);
  const subject = before.findLast(({ isSubject, sentence: where }) => isSubject && s - where <= 1);
  const best = (isNear ? undefined : subject) ?? before.at(-1);
  if (!best) return null;
  return standIn(token, at, 'pronoun', { parties: best.parties, noun: best.noun, gender, number });
}

/** A pronoun or a possessive as a mention of whom it stands for. */
function standIn(
  { start, end }: Token,
  at: number,
  rule: string,
  { parties, noun = null, gender = null, number = null }: Pick<Known, 'parties'> & Partial<Agreement>,
): StandIn {
  return {
    span: { start, end },
    from: at,
    to: at + 1,
    head: at,
    parties,
    sense: 'pronoun',
    noun,
    rule,
    gender,
    number,
  };
}

/** « Dans les villes qu'il tient, le groupe lève l'impôt »: in what opens a sentence a pronoun stands for the subject behind it. */
function subjectAhead({ tokens }: Sentence, at: number, own: readonly Known[]): StandIn | null {
  const token = tokens[at]!;
  if (!/^(?:il|elle|ils|elles)$/.test(token.lower) || !/^(?:qu'|où|lorsqu'|quand)$/.test(tokens[at - 1]?.lower ?? ''))
    return null;
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (comma < at || tokens.slice(0, at).some(({ upos }) => upos === 'VERB') || !/^(?:ADP|SCONJ)$/.test(tokens[0]!.upos))
    return null;
  const number = /s$/.test(token.lower) ? 'Plur' : 'Sing';
  const gender = /^elle/.test(token.lower) ? 'Fem' : 'Masc';
  const subject = own.find(
    (one) =>
      one.from > comma &&
      one.from <= comma + 2 &&
      !/^(?:pronoun|deed|people)$/.test(one.sense) &&
      (!one.number || one.number === number) &&
      (!one.gender || one.gender === gender),
  );
  if (!subject) return null;
  return standIn(token, at, 'pronoun', subject);
}

const EVENT = /^(?:victoire|défaite|conflit|guerre|attentat|crise|insurrection|rébellion)$/;

/** « Le conflit s'est étendu. Il a fait mille morts »: what opens a sentence takes up the event that the one before was about. */
function isOfEvent(
  before: Sentence | undefined,
  sentence: Sentence,
  at: number,
  { words, statements }: MentionInput,
): boolean {
  const token = sentence.tokens[at]!;
  if (!before || at > 0 || !/^(?:il|elle)$/.test(token.lower)) return false;
  if (statements.some(({ source }) => source !== null && contains(source, token))) return false; // no event speaks
  const { tokens } = before;
  const root = tokens.findIndex(({ deprel }) => deprel === 'root');
  // « Déclenché en 2011 par X, le conflit s'est étendu »: a participle that opens a sentence is of the noun behind its comma
  const isOpened = /VerbForm=Part/.test(tokens[0]!.feats);
  const behind = isOpened ? tokens.findIndex(({ upos }, i) => tokens[i - 1]?.text === ',' && upos === 'DET') + 1 : 0;
  const subject =
    behind > 0 ? tokens[behind] : tokens.find(({ head, deprel }) => head === root && /^nsubj/.test(deprel));
  const gender = token.lower === 'il' ? 'Masc' : 'Fem';
  return (
    subject !== undefined &&
    (EVENT.test(subject.lemma) || words.fighting.has(subject.lemma)) &&
    new RegExp(`Gender=${gender}`).test(subject.feats)
  );
}

/** « ce dernier », « ces dernières » with no noun behind: one who was named before. */
function isLatter({ tokens }: Sentence, at: number): boolean {
  return (
    /^derni(?:er|ère)s?$/.test(tokens[at]!.lower) &&
    /^(?:ce|cette|ces)$/.test(tokens[at - 1]?.lower ?? '') &&
    !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[at + 1]?.upos ?? '')
  );
}

/** The verb after a pronoun, past « ne », « y » and auxiliaries: by it « il » is nobody (« il reste mille hommes »). */
function nextVerb(sentence: Sentence, at: number): string {
  const verb = sentence.tokens
    .slice(at + 1, at + 6)
    .find(
      (token) =>
        token.upos === 'VERB' ||
        (token.lemma === 'avoir' && sentence.tokens[sentence.tokens.indexOf(token) - 1]?.lower === 'y'),
    );
  return verb?.lemma ?? '';
}

/** « nous », « nos forces » inside what somebody says: the speaker's party. */
function speakerAt(sentence: Sentence, at: number, input: MentionInput): StandIn | null {
  const token = sentence.tokens[at]!;
  if (!/^(?:nous|nos|notre)$/.test(token.lower)) return null;
  const parties = speakerHere(sentence, at, input);
  if (!parties || parties.length === 0) return null;
  return standIn(token, at, 'speaker', { parties });
}

/** « ses raids », « leur retrait »: whose they are, the subject of the clause before or the party named last. */
function ownerAt(
  sentence: Sentence,
  s: number,
  at: number,
  known: readonly Known[],
  { book, statements }: MentionInput,
): StandIn | null {
  const token = sentence.tokens[at];
  if (token?.upos !== 'DET' || !/^(?:son|sa|ses|leur|leurs)$/.test(token.lower)) return null;
  // « « L'EI recule », dit l'un de ses chefs »: a speaker is not described by what they say.
  const said = statements.find(({ source }) => source !== null && contains(source, token))?.content ?? [];
  const fits = ({ sense, parties, number, sentence: where, span }: Known): boolean =>
    s - where <= 1 &&
    !said.some((part) => contains(part, span)) &&
    sense !== 'deed' &&
    sense !== 'people' &&
    !/^(?:news-agency|media|observer)$/.test(book.byId(parties[0]!)?.kind ?? '') &&
    (!/^leur/.test(token.lower) || number !== 'Sing');
  const before = known.filter(fits);
  // « X aide les soldats dans leur combat »: of several, those of its own sentence
  const near = /^leur/.test(token.lower) ? before.filter(({ sentence: where }) => where === s) : [];
  const best = (near.length > 0 ? near : before).findLast(({ isSubject }) => isSubject) ?? before.at(-1);
  if (!best) return null;
  return standIn(token, at, 'possessive', { parties: best.parties });
}

function speakerHere(sentence: Sentence, at: number, input: MentionInput): readonly string[] | null {
  const { start } = sentence.tokens[at]!;
  const holder = input.statements
    .filter(({ content }) => content.some((part) => part.start <= start && start < part.end))
    .at(-1);
  return holder && holder.by.length > 0 ? holder.by.map((party) => statePartyOf(party, input.book)) : null;
}

/** A claim names the state where its ministry speaks. */
export function statePartyOf(party: string, book: Parties): string {
  const own = book.byId(party);
  if (own?.kind !== 'office') return party;
  return book.ancestors(party)[0] ?? party;
}

function placesOf(
  sentence: Sentence,
  s: number,
  before: readonly PlaceArgument[],
  input: MentionInput,
): PlaceArgument[] {
  const mentions = input.places[s]!;
  const named: PlaceArgument[] = mentions.map((mention) => ({
    span: mention.span,
    from: mention.first,
    to: mention.last + 1,
    head: headOf(sentence, mention.first, mention.last + 1),
    place: { name: mention.name, ...(mention.part ? { part: mention.part } : {}), candidates: mention.candidates },
    kind: mention.kind,
    certain: mention.certain,
    rule: mention.rule,
  }));
  const countries = sentence.tokens.flatMap((token, at) => landOf(sentence, token, at, input) ?? []);
  const taken = placeNouns(sentence, mentions).flatMap(({ at, noun }): PlaceArgument[] => {
    const fitting = (places: readonly PlaceArgument[]) => places.filter(({ kind }) => takesUp(noun, kind));
    const last = fitting(named.filter(({ from }) => from < at)).at(-1) ?? salient(fitting(before));
    const place = last ? withoutPart(last.place) : noun === 'pays' ? countryAround(s, input) : null;
    if (!place) return [];
    return [
      {
        span: { start: sentence.tokens[at]!.start, end: sentence.tokens[at]!.end },
        from: at,
        to: at + 1,
        head: at,
        place: noun === 'pays' ? { ...place, ...partOf(sentence, at) } : place,
        kind: last?.kind ?? 'country',
        certain: true,
        rule: 'taken-up',
      },
    ];
  });
  const seats = sentence.tokens.flatMap((_, at) => seatAt(sentence, at, [...named, ...countries], before, input) ?? []);
  const known = [...named, ...countries, ...taken, ...seats];
  const pronouns = sentence.tokens.flatMap((_, at) => thereAt(sentence, at, [...before, ...named, ...taken]) ?? []);
  return [...known, ...pronouns].sort((a, b) => a.from - b.from);
}

/** « la capitale du Nord-Kivu », « le chef-lieu de la province »: the town of that land that the dispatch has named. */
function seatAt(
  { tokens }: Sentence,
  at: number,
  here: readonly PlaceArgument[],
  before: readonly PlaceArgument[],
  { within, book }: MentionInput,
): PlaceArgument | null {
  const token = tokens[at]!;
  if (token.upos !== 'NOUN' || !/^(?:capitale|chef-lieu|métropole)$/.test(token.lemma)) return null;
  let opener = at - 1;
  while (/^(?:ADJ|NUM)$/.test(tokens[opener]?.upos ?? '')) opener--;
  if (!/^(?:la|le|l'|au|du|cette)$/.test(tokens[opener]?.lower ?? '')) return null;
  const land = here.find(({ from }) => from > at);
  if (!land || !/^(?:country|province|region|territory)$/.test(land.kind ?? '')) return null;
  const between = tokens.slice(at + 1, land.from);
  if (between.length > 4 || !between.every(({ upos }) => /^(?:ADP|DET|ADJ)$/.test(upos))) return null;
  const town = salient(
    [...before, ...here.filter(({ to }) => to <= at)].filter(
      ({ kind, place }) =>
        /^(?:town|village)$/.test(kind ?? '') &&
        within(place, land.place) &&
        (land.kind !== 'country' || book.lookup(place.name).some(({ use }) => use === 'seat')),
    ),
  );
  if (!town) return null;
  return {
    span: { start: token.start, end: land.span.end },
    from: at,
    to: land.to,
    head: at,
    place: withoutPart(town.place),
    kind: town.kind,
    certain: true,
    rule: 'taken-up',
  };
}

/** Characters within which a town and its land are named together. */
const SAME_STRETCH = 160;

/** Verbs whose « la » or « l' » is a place: « l'encercler », « la prendre d'assaut ». */
const OF_PLACES =
  /^(?:prendre|reprendre|conquérir|reconquérir|libérer|tenir|contrôler|occuper|assiéger|bombarder|pilonner|encercler|évacuer|investir|quitter|perdre|administrer|défendre|raser|piller|récupérer|attaquer)$/;

/** « ils y tiennent », « après en avoir été chassé », « qui l'avaient prise »: the place named last before. */
function thereAt({ tokens }: Sentence, at: number, known: readonly PlaceArgument[]): PlaceArgument | null {
  const token = tokens[at]!;
  const isIt =
    /^(?:l'|la)$/.test(token.lower) &&
    OF_PLACES.test(tokens.slice(at + 1, at + 4).find(({ upos }) => upos === 'VERB')?.lemma ?? '');
  if (!(isIt || /^(?:y|en)$/.test(token.lower)) || token.upos !== 'PRON') return null;
  const next = tokens.slice(at + 1, at + 4).find(({ upos }) => /VERB|AUX/.test(upos));
  if (
    token.lower === 'y' &&
    next?.lemma === 'avoir' &&
    next.upos === 'VERB' &&
    tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'il')
  )
    return null;
  const named = known.filter(
    (place) =>
      place.span.end <= token.start &&
      place.kind !== null &&
      place.certain &&
      (!isIt || !/^(?:country|continent|region|river|sea)$/.test(place.kind)),
  );
  // « Alma, la dernière ville du groupe en Syrie »: the town, and not the land it is in
  const isLand = ({ kind }: PlaceArgument): boolean => /^(?:country|province)$/.test(kind ?? '');
  const latest = named.at(-1);
  const town =
    latest && isLand(latest)
      ? named.findLast((place) => !isLand(place) && latest.span.start - place.span.start < SAME_STRETCH)
      : undefined;
  const last = town ?? latest;
  if (!last) return null;
  return {
    span: { start: token.start, end: token.end },
    from: at,
    to: at + 1,
    head: at,
    place: withoutPart(last.place),
    kind: last.kind,
    certain: true,
    rule: token.lower,
  };
}

/** « le territoire syrien », « la frontière irakienne »: the country that an adjective makes of land. */
function landOf(
  sentence: Sentence,
  token: Token,
  at: number,
  { book, words, placeNamed }: MentionInput,
): PlaceArgument | null {
  if (token.upos !== 'NOUN' || !words.soil.has(token.lemma)) return null;
  const adjective = [at + 1, at + 2].find(
    (i) => sentence.tokens[i]?.upos === 'ADJ' && book.stateOfAdjective(sentence.tokens[i]!.lower) !== null,
  );
  if (adjective === undefined || (adjective === at + 2 && sentence.tokens[at + 1]!.upos !== 'ADJ')) return null;
  const state = book.byId(book.stateOfAdjective(sentence.tokens[adjective]!.lower)!);
  const place = state && placeNamed(state.names.fr);
  if (!place) return null;
  return {
    span: { start: token.start, end: sentence.tokens[adjective]!.end },
    from: at,
    to: adjective + 1,
    head: at,
    place,
    kind: 'country',
    certain: true,
    rule: 'land-of',
  };
}

/** « la ville » takes up no country, « la province » no town. */
function takesUp(noun: string, kind: PlaceKind | null): boolean {
  if (noun === 'pays') return kind === 'country';
  if (kind === null) return true;
  if (/^(?:ville|cité|village|localité|bourg|bourgade|métropole|quartier)$/.test(noun))
    return !/country|province|region|continent|river|sea|territory/.test(kind);
  if (noun === 'province') return kind === 'province';
  if (noun === 'île') return kind === 'island';
  return !/^(?:country|continent|region)$/.test(kind);
}

/** How many of the places named last « la ville » may take up. */
const SALIENT_AMONG = 4;

/** Of the places named last, the one that the dispatch has named most; of equals the later. */
function salient(places: readonly PlaceArgument[]): PlaceArgument | undefined {
  const count = (place: PlaceArgument): number =>
    places.filter((other) => other.place.name === place.place.name).length;
  let best: PlaceArgument | undefined;
  for (const place of places.slice(-SALIENT_AMONG)) if (!best || count(place) >= count(best)) best = place;
  return best;
}

/** « le pays » where no country is named as a place before: that of the place named last, else of the next. */
function countryAround(s: number, { places, partyOfPlace, placeNamed, book }: MentionInput): ClaimPlace | null {
  const named = [
    ...places
      .slice(0, s + 1)
      .flat()
      .reverse(),
    ...places.slice(s + 1).flat(),
  ];
  for (const place of named) {
    const state = partyOfPlace(place);
    const country = state === null ? null : book.byId(state);
    if (country) return placeNamed(country.names.fr);
  }
  return null;
}

/** « le nord du pays »: the part that stands before. */
function partOf({ tokens }: Sentence, at: number): { part?: string } {
  const word = tokens[at - 1]?.parts ? tokens[at - 2] : tokens[at - 3];
  return word && /^(?:nord|sud|est|ouest|centre)(?:-(?:est|ouest))?$/.test(word.lower) ? { part: word.lower } : {};
}

function withoutPart({ name, candidates }: ClaimPlace): ClaimPlace {
  return { name, candidates };
}
