import type { Sentence, Token } from '../../language/index.ts';
import { CIVILITY, isName, nounPhrase, type PhraseOptions, type TokenRange, textOf } from './noun-phrase.ts';
import { isOf, isOffice, isPerson, type SpeakerNouns } from './speakers.ts';

/** Who a mention says that it is, before it is joined with the others of the dispatch. */
export type SourceDescription = {
  readonly kind: 'person' | 'role' | 'institution' | 'anonymous' | 'pronoun';
  /** « Odile Marsac », « ministère russe de la Défense »; null where the mention names nobody. */
  readonly name: string | null;
  readonly organisation: string | null;
  /** « ministre de la Santé »: the words of the office, without its organisation's where that is told apart. */
  readonly role: string | null;
  /** The first noun of the mention in its dictionary form: by it « le ministère » is the ministry named before. */
  readonly head: string | null;
  readonly gender: 'Masc' | 'Fem' | null;
  readonly number: 'Sing' | 'Plur' | null;
  /** The document that stands for its issuer: « communiqué ». */
  readonly via: string | null;
  /** « ce berger », « mon père », « nos informations »: nobody, unless the dispatch named them before. */
  readonly unnamed: boolean;
  /** « ce père de famille », « cette Portugaise »: the words point at somebody, and do not name one. */
  readonly points: boolean;
};

const PRONOUN =
  /^-?(?:t-)?(?:il|elle|ils|elles|on|lui|eux|nous|je|j'|moi|celui-ci|celle-ci|ceux-ci|celles-ci|lui-même|elle-même|eux-mêmes|elles-mêmes|l'|les|son|sa|ses|leur|leurs)$/;

/** « ce dernier » and its forms are « celui-ci ». */
const TAKES_UP: Readonly<Record<string, string>> = {
  dernier: 'celui-ci',
  dernière: 'celle-ci',
  derniers: 'ceux-ci',
  dernières: 'celles-ci',
};

const INDEFINITE =
  /^(?:un|une|des|plusieurs|certains|certaines|quelques|différents|différentes|divers|diverses|d'autres|de|d'|deux|trois|quatre|cinq)$/;
const PARTICLE =
  /^(?:al|el|ben|bin|ibn|abou|abu|abd|von|van|der|den|di|da|del|della|dos|la|le|de|d'|du|al-\p{L}+|ad|ag|ould|-)$/iu;

const ACRONYM = /^\p{Lu}{2,}$/u;

/** Reads a mention of a source: a pronoun, a person with an office, an office alone, an institution, somebody unnamed. */
export function describeSource(sentence: Sentence, mention: TokenRange, nouns: SpeakerNouns): SourceDescription {
  const range = withoutClause(sentence, mention);
  const tokens = sentence.tokens.slice(range.first, range.last + 1);
  const first = tokens[0]!;
  if (tokens.length === 1 && PRONOUN.test(first.lower.replace(/^-t-/, '-'))) return pronoun(first);
  // « l'intéressé »: whoever was just told of
  if (tokens.length === 2 && /^intéressée?$/.test(tokens[1]!.lower) && first.lower === "l'")
    return pronoun({ ...first, lower: tokens[1]!.lower.endsWith('e') ? 'celle-ci' : 'celui-ci' });
  // « la même source », « cette source »: whoever spoke last
  if (
    tokens.at(-1)!.lower === 'source' &&
    tokens.length <= 3 &&
    /^(?:la|cette)$/.test(first.lower) &&
    (tokens.length === 3 ? tokens[1]!.lower === 'même' : first.lower === 'cette')
  )
    return { ...pronoun({ ...first, lower: 'celui-ci' }), gender: null };
  const last = tokens.length === 2 && /^(?:ce|cette|ces)$/.test(first.lower) ? TAKES_UP[tokens[1]!.lower] : undefined;
  if (last) return pronoun({ ...first, lower: last });
  const headIndex = headOf(tokens, nouns);
  const head = tokens[headIndex] ?? first;
  const number = numberOf(tokens, headIndex);
  // The letters of « les FDS » have no gender of their own.
  const article = first.upos === 'DET' && first.lower !== 'les' ? first.feats : '';
  const gender = /Gender=(\w+)/.exec(
    `${article} ${ACRONYM.test(head.text) || head.upos === 'PROPN' ? '' : head.feats}`,
  )?.[1] as 'Masc' | 'Fem' | undefined;
  // « le même chercheur », « l'expert »: somebody who was told of
  const isSame = /^mêmes?$/.test(tokens[1]?.lower ?? '');
  const isTheOne = /^(?:le|la|l')$/.test(first.lower) && tokens.length === 2 && isOf(nouns.anonymous, tokens[1]!);
  const points = isSame || isTheOne || /^(?:ce|cet|cette|ces)$/.test(first.lower);
  const shared = {
    points,
    head: head.lemma.toLowerCase(),
    gender: gender ?? null,
    number,
    unnamed: isUnnamed(tokens, head, nouns),
  };
  // « ses analyses », « leur communiqué »: whoever the possessive stands for
  if (isOf(nouns.documents, head) && /^(?:son|sa|ses|leur|leurs)$/.test(first.lower)) return pronoun(first);
  const document = isOf(nouns.documents, head) ? documentOf(sentence, range, tokens, headIndex, nouns) : null;
  if (document) return { ...shared, ...document, head: document.head ?? shared.head };
  if (ONE_OF_THEM.test(tokens.map(({ lower }) => lower).join(' ')))
    return { kind: 'anonymous', name: null, role: null, organisation: null, via: null, ...shared };
  const own = personName(tokens, nouns);
  // « cette Portugaise »: one capital behind « cette » is no name
  const name = own && points && own.first === own.last ? null : own;
  const roleWords = tokens.findIndex((token) => isOffice(nouns, token) && token.upos !== 'PROPN');
  if (name) {
    const { role, organisation } = roleAndOrganisation(sentence, range, tokens, nouns, name);
    return { kind: 'person', name: textOf(sentence, offset(range, name)), role, organisation, via: null, ...shared };
  }
  const isOne = first.lower === "l'" && /^une?$/.test(tokens[1]?.lower ?? ''); // « l'un de ses officiers »
  const indefinite = isOne || INDEFINITE.test(first.lower) || (first.upos === 'NOUN' && number === 'Plur');
  const isAnonymous =
    isOf(nouns.anonymous, head) ||
    (isOffice(nouns, head) && indefinite) ||
    (indefinite && !tokens.some((_, i) => isName(tokens, i)) && !isOf(nouns.documents, head)) ||
    (indefinite && isOf(nouns.media, head) && !isName(tokens, headIndex + 1) && !isName(tokens, headIndex + 2));
  if (isAnonymous) {
    const { role, organisation } = roleAndOrganisation(sentence, range, tokens, nouns, null);
    const source = /^sources?$/.test(head.lower);
    return {
      kind: 'anonymous',
      name: null,
      role: source ? null : (role ?? head.text),
      organisation,
      via: null,
      ...shared,
    };
  }
  if (roleWords >= 0 && roleWords <= headIndex) {
    const { role, organisation } = roleAndOrganisation(sentence, range, tokens, nouns, null);
    return { kind: 'role', name: institutionName(sentence, range, tokens), role, organisation, via: null, ...shared };
  }
  const title = isOf(nouns.media, head) ? properName(sentence, range, tokens, headIndex + 1) : null;
  const called = title ?? institutionName(sentence, range, tokens);
  if (points && !isOf(nouns.bodies, head))
    return { kind: 'role', name: called, organisation: null, role: null, via: null, ...shared };
  return { kind: 'institution', name: called, organisation: null, role: null, via: null, ...shared };
}

/** « l'un d'eux », « certains d'entre elles »: nobody by name. */
const ONE_OF_THEM =
  /^(?:(?:l' )?(?:une?|certaine?s|plusieurs|deux|trois) d' (?:entre )?(?:eux|elles)|d' autres|(?:d' )?autres|certaine?s)$/;

/** « le quotidien français Le Rhône libre »: a paper goes by its title. */
function properName(sentence: Sentence, range: TokenRange, tokens: readonly Token[], from: number): string | null {
  const first = tokens.findIndex((token, i) => i >= from && /^\p{Lu}/u.test(token.text));
  // « la télévision d'État » has no title
  if (first < 0 || /^[ée]tat$/.test(tokens[first]!.lower)) return null;
  const stop = tokens.findIndex((token, i) => i > first && /^[,(]$/.test(token.text));
  return textOf(sentence, offset(range, { first, last: stop < 0 ? tokens.length - 1 : stop - 1 }));
}

/** A person whom « ce » points at, or somebody's father: not a body, a paper, a document, nor anything with a name. */
function isUnnamed(tokens: readonly Token[], head: Token, nouns: SpeakerNouns): boolean {
  const first = tokens[0]!.lower;
  if (tokens.some(({ text }, i) => i > 0 && /^\p{Lu}/u.test(text))) return false;
  if (/^(?:nos|mes)$/.test(first) && head.lemma === 'information') return true;
  if ([nouns.bodies, nouns.media, nouns.documents].some((list) => isOf(list, head))) return false;
  return /^(?:mon|ma|mes)$/.test(first) || (/^(?:ce|cet|cette|ces)$/.test(first) && isOffice(nouns, head));
}

function pronoun(token: Token): SourceDescription {
  const word = token.lower.replace(/^-(?:t-)?/, '').replace(/-mêmes?$/, '');
  const gender = /^(?:elle|elles|celle-ci|celles-ci)$/.test(word)
    ? 'Fem'
    : /^(?:il|ils|lui|eux|celui-ci|ceux-ci)$/.test(word)
      ? 'Masc'
      : null;
  const number = /^(?:ils|elles|eux|ceux-ci|celles-ci|nous|les|leur|leurs)$/.test(word)
    ? 'Plur'
    : /^(?:on|j'|je|moi)$/.test(word)
      ? null
      : 'Sing';
  return {
    kind: 'pronoun',
    name: null,
    organisation: null,
    role: null,
    head: word,
    gender,
    number,
    via: null,
    unnamed: false,
    points: false,
  };
}

/** « un diplomate en poste à Aden, qui a requis l'anonymat »: what follows tells where one serves, not who one is. */
function withoutClause({ tokens }: Sentence, { first, last }: TokenRange): TokenRange {
  for (let i = first + 1; i <= last; i++) {
    const { lower } = tokens[i]!;
    const posted = lower === 'en' && /^(?:poste|fonction|garnison)$/.test(tokens[i + 1]?.lower ?? '');
    if (/^(?:qui|basée?s?|souhaitant|désirant|requérant|préférant)$/.test(lower) || posted)
      return { first, last: tokens[i - 1]!.text === ',' ? i - 2 : i - 1 };
  }
  return { first, last };
}

function headOf(tokens: readonly Token[], nouns: SpeakerNouns): number {
  // « un diplomate occidental »: either word may be tagged an adjective
  const noun = tokens.findIndex(
    (token, i) => token.upos === 'NOUN' || isName(tokens, i) || (token.upos === 'ADJ' && isOffice(nouns, token)),
  );
  return noun < 0 ? tokens.length - 1 : noun;
}

function numberOf(tokens: readonly Token[], head: number): 'Sing' | 'Plur' | null {
  if (tokens.some((token, i) => token.lower === 'et' && i > head)) return 'Plur';
  const told = [tokens[0]!, tokens[head]!].map((token) => /Number=(\w+)/.exec(token.feats)?.[1]).find(Boolean);
  return (told as 'Sing' | 'Plur' | undefined) ?? null;
}

/**
 * A person's name: two or more capitalised words with their particles, or one after an office (« le général Sorel »). A
 * name that « de » brings in belongs to a body or a place, not to the speaker, unless the whole mention is one.
 */
function personName(tokens: readonly Token[], nouns: SpeakerNouns): TokenRange | null {
  for (let at = 0; at < tokens.length; at++) {
    if (!canBeName(tokens[at]!)) continue;
    if (CIVILITY.test(tokens[at]!.text)) continue;
    // « le ministre de la Justice Armand Sorel »: the office ends where the name begins
    if (MINISTRY.test(tokens[at]!.lower) && tokens.slice(0, at).some((token) => isOffice(nouns, token))) continue;
    let last = at;
    while (
      last + 1 < tokens.length &&
      (canBeName(tokens[last + 1]!) ||
        (PARTICLE.test(tokens[last + 1]!.text) &&
          tokens[last + 2] &&
          canBeName(tokens[last + 2]!) &&
          // « Armand Le Goff », but « le maire Armand de la ville »
          !/^(?:de|du|d'|la|le)$/.test(tokens[last + 1]!.text)))
    )
      last++;
    const before = tokens[at - 1];
    // « le maire de Lyon Armand Sorel »: the town of the office, then the name
    const given = tokens.findIndex((token, i) => i > at && i < last && nouns.isGivenName(token.text));
    if (given > 0 && tokens.slice(0, at).some((token) => isOffice(nouns, token))) return { first: given, last };
    const afterDe = before !== undefined && /^(?:de|du|des|d'|l'|la|le|les|à|au|aux|en)$/.test(before.lower);
    const words = last - at + 1;
    // « des proches de M. Sorel »: it is not M. Sorel who speaks
    const ofSomebody = CIVILITY.test(before?.text ?? '') && /^(?:de|du|d')$/.test(tokens[at - 2]?.lower ?? '');
    if (ofSomebody) {
      at = last;
      continue;
    }
    const afterRole =
      before !== undefined &&
      (CIVILITY.test(before.text) ||
        ((isOffice(nouns, before) || /ADJ/.test(before.upos) || before.text === ',') &&
          tokens.slice(0, at).some((token) => isOffice(nouns, token))));
    const alone = at === 0 && last === tokens.length - 1;
    const roleAfter = tokens.slice(last + 1).some((token) => isOffice(nouns, token));
    const capitals = tokens.slice(at, last + 1).every((token) => /^[\p{Lu}\d]+$/u.test(token.text));
    if (!afterDe && !capitals && (words > 1 || afterRole || alone || (at === 0 && roleAfter)))
      return { first: at, last };
    at = last;
  }
  return null;
}

function canBeName(token: Token): boolean {
  if (/^(?:al|el|an|as|ar|ad|ash|ben|bin)-\p{Lu}/u.test(token.text)) return true;
  return (
    /^\p{Lu}/u.test(token.text) &&
    /PROPN|NOUN|ADJ|X/.test(token.upos) &&
    !/^\p{Lu}+$/u.test(token.text.replace(/\.$/, ''))
  );
}

const offset = (range: TokenRange, inner: TokenRange): TokenRange => ({
  first: range.first + inner.first,
  last: range.first + inner.last,
});

/** « directeur de l'Office »: office and body; « ministre russe des Affaires étrangères »: an office with its own words. */
function roleAndOrganisation(
  sentence: Sentence,
  range: TokenRange,
  tokens: readonly Token[],
  nouns: SpeakerNouns,
  name: TokenRange | null,
): { role: string | null; organisation: string | null } {
  const at = tokens.findIndex((token, i) => isOffice(nouns, token) && !(name && i >= name.first && i <= name.last));
  if (at < 0) return { role: null, organisation: bodyAfter(sentence, range, tokens, name ? name.last + 1 : 1, nouns) };
  let first = at;
  while (
    first > 0 &&
    /ADJ|NOUN/.test(tokens[first - 1]!.upos) &&
    !(name && first - 1 <= name.last && first - 1 >= name.first)
  )
    first--;
  let end = at;
  while (
    end + 1 < tokens.length &&
    tokens[end + 1]!.text !== ',' &&
    !(name && end + 1 >= name.first && end + 1 <= name.last)
  )
    end++;
  // « président du directoire de Novalis »: the first complement that is a body; what stands before it is the office.
  let organisation: string | null = null;
  let last = end;
  for (let body = at + 1; body <= end && organisation === null; body++) {
    if (!/^(?:de|du|des|d'|à|au|auprès)$/.test(tokens[body]!.lower)) continue;
    if (isCompoundOffice(tokens, at)) body += 2;
    organisation = bodyAfter(sentence, range, tokens, body, nouns);
    last = organisation === null ? end : body - 1;
  }
  organisation ??= end + 1 < tokens.length ? bodyAfter(sentence, range, tokens, end + 1, nouns) : null;
  const words = withoutBystanders(tokens, { first, last: Math.max(first, last) }, at);
  return { role: stripped(textOf(sentence, offset(range, words))), organisation };
}

/** « chef d'état-major », « chef de l'État », « premier secrétaire »: « de » belongs to the office itself. */
function isCompoundOffice(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lemma === 'chef' && /^(?:état-major|etat-major)$/.test(tokens[at + 2]?.lower ?? '');
}

/** « un autre jeune manifestant », « un soldat anonyme se réclamant »: what says nothing of the office is left out. */
function withoutBystanders(tokens: readonly Token[], { first, last }: TokenRange, at: number): TokenRange {
  let [from, to] = [first, last];
  while (
    from < at &&
    /^(?:autre|autres|jeune|jeunes|certaine?s?|même|mêmes|vieux|vieille|nouveau|nouvelle|célèbre)$/.test(
      tokens[from]!.lower,
    )
  )
    from++;
  for (let i = at + 1; i <= to; i++)
    if (
      /^(?:anonymes?|collaborant|interrogée?s?|joint|jointe)$/.test(tokens[i]!.lower) ||
      (isParticiple(tokens[i]!) && !/^(?:délégué|adjoint|associé|retraité|général)/.test(tokens[i]!.lower)) ||
      tokens[i]!.lower === 'se'
    )
      to = i - 1;
  return { first: from, last: Math.max(from, to) };
}

/** What a ministry is of. */
const MINISTRY =
  /^(?:affaires|défense|intérieur|justice|santé|finances|armées|guerre|économie|travail|éducation|culture|environnement|outre-mer|redressement|paix|énergie|sports|transports|agriculture|budget|logement|ville|recherche|communication|industrie|commerce)$/;

/** « de l'Office des forêts », « se réclamant des Forces du Nord »: a body whose name holds a capital or names one. */
function bodyAfter(
  sentence: Sentence,
  range: TokenRange,
  tokens: readonly Token[],
  from: number,
  nouns: SpeakerNouns,
): string | null {
  const de = tokens.findIndex((token, i) => i >= from && /^(?:de|du|des|d'|auprès|avec|à|au)$/.test(token.lower));
  if (de < 0 || de + 1 >= tokens.length) return null;
  let first = de + 1;
  while (/^(?:de|du|des|d'|le|la|les|l'|ce|cette|son|sa|leur)$/.test(tokens[first]?.lower ?? '')) first++;
  const head = tokens[first];
  if (!head) return null;
  const comma = tokens.findIndex((token, i) => i > first && (token.text === ',' || token.text === '('));
  const last = comma < 0 ? tokens.length - 1 : comma - 1;
  const isBody = isOf(nouns.bodies, head) || (/^\p{Lu}/u.test(head.text) && head.upos !== 'DET');
  const isOffice = MINISTRY.test(head.lower);
  return isBody && !isOffice ? stripped(textOf(sentence, offset(range, { first, last }))) : null;
}

/** An institution's name: the mention without its article, its bracketed acronym, and what a participle adds. */
function institutionName(sentence: Sentence, range: TokenRange, tokens: readonly Token[]): string {
  let first = 0;
  while (
    first < tokens.length - 1 &&
    (tokens[first]!.upos === 'DET' || /^(?:le|la|les|l'|des|du)$/.test(tokens[first]!.lower))
  )
    first++;
  const cut = tokens.findIndex(
    (token, i) =>
      i > first && (token.text === '(' || token.text === ',' || token.lower === 'sous' || isParticiple(token)),
  );
  const last = cut < 0 ? tokens.length - 1 : cut - 1;
  return stripped(textOf(sentence, offset(range, { first, last: Math.max(first, last) })));
}

function isParticiple({ upos, feats }: Token): boolean {
  return upos === 'VERB' && /VerbForm=Part/.test(feats);
}

/** « un communiqué de la coalition »: its issuer speaks, and it is the channel. A report without one speaks for itself. */
function documentOf(
  sentence: Sentence,
  range: TokenRange,
  tokens: readonly Token[],
  head: number,
  nouns: SpeakerNouns,
): Omit<SourceDescription, 'gender' | 'number' | 'unnamed' | 'points'> | null {
  const de = tokens.findIndex((token, i) => i > head && /^(?:de|du|d'|des)$/.test(token.lower));
  const via = tokens[head]!.lower;
  if (de < 0) {
    const definite = /^(?:le|la|l'|ce|cette|les|ces)$/.test(tokens[0]!.lower);
    return {
      kind: definite ? 'institution' : 'anonymous',
      name: definite ? via : null,
      organisation: null,
      role: null,
      via,
      head: null,
    };
  }
  const options: PhraseOptions = {
    stops: () => false,
    isRole: (token) => isOffice(nouns, token),
    isPerson: (token) => isPerson(nouns, token),
  };
  const start = range.first + de + (/^(?:de|d')$/.test(tokens[de]!.lower) ? 1 : 0);
  const issuer = nounPhrase(sentence, tokens[de]!.parts ? range.first + de + 1 : start, options);
  if (!issuer || issuer.first > range.last) return null;
  const inner = describeSource(sentence, { first: issuer.first, last: Math.min(issuer.last, range.last) }, nouns);
  return {
    kind: inner.kind,
    name: inner.name,
    organisation: inner.organisation,
    role: inner.role,
    via,
    head: inner.head,
  };
}

function stripped(words: string): string {
  return words.replace(/^["«“\s]+|["»”\s,]+$/gu, '').replace(/\s*\([^)]*\)/gu, '');
}
