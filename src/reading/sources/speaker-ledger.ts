import type { SourceDescription } from './describe-source.ts';

/** One who has spoken or been named in the dispatch so far. */
export type Speaker = {
  readonly name: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly anonymous: boolean;
  readonly kind: SourceDescription['kind'];
  readonly head: string | null;
  readonly gender: 'Masc' | 'Fem' | null;
  readonly number: 'Sing' | 'Plur' | null;
};

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Joins a mention with those before it: « il » is the last who spoke and fits, « Sorel » is Armand Sorel, « le général » the
 * general named before, « le ministère » the ministry, « la coalition » the coalition with its full name. `before` holds
 * the speakers in the order of the text, latest last.
 */
export function resolveSpeaker(
  mention: SourceDescription,
  before: readonly Speaker[],
  sameOffice: readonly (readonly string[])[] = [],
): Speaker {
  const latest = [...before].reverse();
  const known = latest.find((speaker) => isSame(mention, speaker, sameOffice)) ?? describedAnew(mention, latest);
  const own: Speaker = {
    ...mention,
    name: mention.unnamed ? null : mention.name,
    anonymous: mention.unnamed || mention.kind === 'anonymous' || (mention.kind === 'pronoun' && !known),
  };
  if (!known) return own;
  return {
    name: longer(mention.kind === 'person' || mention.kind === 'institution' ? mention.name : null, known.name),
    organisation: mention.organisation ?? known.organisation,
    role: known.role ?? mention.role,
    anonymous: known.anonymous,
    kind: known.kind,
    head: known.head,
    gender: known.gender ?? mention.gender,
    number: known.number ?? mention.number,
  };
}

/**
 * « Samia Belkacem, sénatrice… L'élue », « Ibrahima Sarr… l'attaquant »: a trade or an office that nobody has had so far, and
 * that names nothing besides, is who spoke last by a name.
 */
function describedAnew(mention: SourceDescription, latest: readonly Speaker[]): Speaker | undefined {
  // « selon cet expert »: whoever spoke last, known by name or not
  if (mention.points && mention.kind === 'anonymous' && mention.number !== 'Plur') {
    const last = latest.find(({ kind }) => kind !== 'institution' && kind !== 'pronoun');
    return last && last.number !== 'Plur' ? last : undefined;
  }
  if (isGeneric(mention))
    return latest.find(
      ({ kind, name, number, head }) =>
        kind === 'institution' &&
        name !== null &&
        /\p{Lu}/u.test(name) &&
        number !== 'Plur' &&
        !(FIRM.test(mention.head ?? '') && OF_STATE.test(head ?? '')),
    );
  // « cet élu de 52 ans »
  const words = wordsOf((mention.name ?? '').replace(/ de \d+ ans$/u, ''));
  // « l'élue de Trois-Rivières »: of the place that her office is for
  const isElected = /^élue?$/.test(mention.head ?? '');
  const isBare =
    mention.kind === 'role' &&
    (isElected ||
      mention.points ||
      LIKENESS.test(mention.head ?? '') ||
      (mention.organisation === null && words.length <= 2)) &&
    mention.number !== 'Plur';
  const agrees = ({ gender }: Speaker): boolean =>
    gender === null || mention.gender === null || gender === mention.gender;
  const last = latest.find((speaker) => (speaker.kind === 'person' || speaker.kind === 'role') && agrees(speaker));
  if (!isBare || last?.kind !== 'person' || last.name === null) return undefined;
  if (mention.points) return last;
  // « Daech est loin d'être vaincu »: one capitalised word, and nothing told of it, may be no person at all
  if (wordsOf(last.name).length < 2 && last.role === null) return undefined;
  return last;
}

/** « la jeune femme », « le quadragénaire », « l'homme d'affaires »: what somebody is besides an office. */
const LIKENESS =
  /^(?:homme|femme|père|mère|jeune|vétéran|champion|technicien|praticien|.*génaire|ancien|ancienne|natif|native|édile|intéressé|intéressée|prévenu|prévenue|accusé|accusée|suspect|suspecte)$/;

const FIRM = /^(?:société|entreprise|compagnie|firme)$/;
/** Bodies that « la compagnie » does not take up. */
const OF_STATE =
  /^(?:ministère|gouvernement|police|armée|parquet|tribunal|cour|préfecture|mairie|présidence|parlement|commission|douane)$/;

const GENERIC =
  /^(?:ong|établissement|organisation|association|agence|institution|société|entreprise|compagnie|juridiction|firme|organisme)$/i;

/** « l'ONG », « la société bâloise », « l'organisation »: a body by what kind it is, which was named before. */
function isGeneric({ kind, head, name, number }: SourceDescription): boolean {
  const words = name ?? '';
  return (
    kind === 'institution' &&
    number !== 'Plur' &&
    GENERIC.test(head ?? '') &&
    words.split(/\s+/u).length <= 2 &&
    !/\p{Lu}\p{Ll}/u.test(words)
  );
}

function longer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a.length > b.length ? a : b;
}

function isSame(mention: SourceDescription, speaker: Speaker, sameOffice: readonly (readonly string[])[]): boolean {
  // « le texte », « le communiqué »: whoever spoke last through it.
  if (mention.via !== null && mention.name === mention.via && speaker.kind !== 'anonymous')
    return speaker.name !== mention.name;
  // « le quotidien », « le documentaire »: the noun alone takes up the last that it named.
  const bare =
    mention.kind === 'institution' &&
    mention.head !== null &&
    wordsOf(mention.name ?? '').join() === wordsOf(mention.head).join();
  if (bare && speaker.head === mention.head && speaker.name !== null)
    // « l'Irak », after « l'Irak et la Syrie »: one of the two by itself
    return wordsOf(speaker.name).join() !== wordsOf(mention.name ?? '').join() && wordsOf(speaker.name)[1] !== 'et';
  if (mention.kind === 'pronoun') return fits(mention, speaker);
  if (mention.kind === 'anonymous') return false;
  if (speaker.name === null)
    return mention.kind === 'role' && speaker.role !== null && mention.head === speaker.head && !speaker.anonymous;
  const own = wordsOf(mention.name ?? '');
  const other = wordsOf(speaker.name);
  if (mention.kind === 'person') return speaker.kind === 'person' && sharesSurname(own, other);
  if (mention.kind === 'role')
    return (
      (speaker.kind === 'person' || speaker.kind === 'role') &&
      (roleWords(speaker).has(mention.head ?? '') ||
        [mention.name, mention.role].some((own) => isSameOffice(own, speaker.role, sameOffice)) ||
        (speaker.kind === 'person' &&
          [speaker.role, speaker.head].some((office) => isOfficeOf(mention.head, office, sameOffice)))) &&
      !(mention.organisation && speaker.organisation && !sharesWord(mention.organisation, speaker.organisation))
    );
  // An institution: its words are among the other's, and the first noun is the same (« le ministère », « la coalition »).
  if (own.includes('et') !== other.includes('et')) return false;
  return (
    speaker.kind === 'institution' &&
    mention.head === speaker.head &&
    own.filter((word) => word.length > 2).every((word) => other.includes(word))
  );
}

/** « l'officier » for a colonel: a wider word for the office. */
function isOfficeOf(head: string | null, role: string | null, sameOffice: readonly (readonly string[])[]): boolean {
  const words = (role ?? '').toLowerCase();
  return (
    head !== null &&
    sameOffice.some(([wide, ...narrow]) => wide === head && narrow.some((name) => words.startsWith(name)))
  );
}

/** « le chef de l'Etat » for a president: two names of one office, whichever comes first. */
function isSameOffice(one: string | null, other: string | null, sameOffice: readonly (readonly string[])[]): boolean {
  const folded = (words: string | null): string => wordsOf(words ?? '').join(' ');
  const [a, b] = [folded(one), folded(other)];
  if (a === '' || b === '' || !a.includes(' ')) return false;
  return sameOffice.some((names) => {
    const list = names.map(folded);
    return list.some((name) => name.includes(' ') && a.startsWith(name)) && list.some((name) => b.startsWith(name));
  });
}

function roleWords(speaker: Speaker): Set<string> {
  return new Set([...(speaker.role ?? '').toLowerCase().split(/[\s,'’]+/), speaker.head ?? '']);
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a).filter((word) => word.length > 3));
  return wordsOf(b).some((word) => words.has(word));
}

function sharesSurname(own: readonly string[], other: readonly string[]): boolean {
  const [short, long] = own.length <= other.length ? [own, other] : [other, own];
  // « Souad Karam » is not « Yazid Karam »; « V. Karam » may be « Victor Karam ».
  const first = short[0] ?? '';
  const others = long.slice(0, -1);
  if (
    short.length > 1 &&
    !others.some(
      (word) =>
        word === first ||
        (first.length === 1 && word.startsWith(first)) ||
        (word.length === 1 && first.startsWith(word)) ||
        isNearly(word, first),
    )
  )
    return false;
  return short.at(-1) === long.at(-1) || (short.length === 1 && long.includes(short[0]!));
}

/** One letter apart, as transliterations are: « Sergueï » and « Sergei », « Valery » and « Valeri ». */
function isNearly(a: string, b: string): boolean {
  if (a.slice(0, 4) === b.slice(0, 4) && Math.abs(a.length - b.length) <= 2) return a.length > 3;
  return false;
}

function fits(mention: SourceDescription, speaker: Speaker): boolean {
  if (mention.head === 'on') return false; // « dit-on »: nobody in particular
  if (mention.head === 'nous' || mention.head === 'je' || mention.head === "j'" || mention.head === 'moi') return true;
  const isOneOfMany = mention.number === 'Plur' && speaker.kind === 'person'; // « Ceux-ci » are no spokesman
  const number = (!speaker.number || !mention.number || speaker.number === mention.number) && !isOneOfMany;
  const gender = speaker.kind === 'person' || !speaker.gender || !mention.gender || speaker.gender === mention.gender;
  const person =
    speaker.kind === 'person' && speaker.gender !== null && mention.gender !== null
      ? speaker.gender === mention.gender
      : true;
  return number && gender && person;
}
