import type { Bilingual } from '../core/index.ts';
import { mainPlaces } from './assertions.ts';
import type { Account } from './voices.ts';
import { partyName, placeName } from './wording.ts';
import type { World } from './world.ts';

export const QUESTION_KINDS = [
  'control',
  'strength',
  'casualties',
  'displacement',
  'victory',
  'support',
  'presence',
  'attack',
  'movement',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What a question is about: a place or a party. */
export type Subject = {
  /** `control:geonames:174448`, `strength:islamic-state`: stable, and what findings and verdicts name. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly place: string | null;
  readonly party: string | null;
};

/** What several claims answer: who holds Boukamal, how many fighters a party has. */
export type Question = Subject & {
  readonly sentence: Bilingual;
  /** The claims that answer it, earliest first. */
  readonly accounts: readonly Account[];
};

export function questionId(kind: QuestionKind, subject: string): string {
  return `${kind}:${subject}`;
}

/** What the questions that a claim answers are about. */
export function subjectsOf({ claim }: Account): Subject[] {
  const kind: QuestionKind = claim.type === 'capture' ? 'control' : claim.type;
  const places = mainPlaces(claim);
  const atPlaces = () => places.map((place) => ({ id: questionId(kind, place), kind, place, party: null }));
  const of = (parties: readonly string[]) =>
    parties.map((party) => ({ id: questionId(kind, party), kind, place: null, party }));
  switch (kind) {
    case 'control':
      return atPlaces();
    case 'strength':
    case 'support':
      return of(claim.actor);
    case 'victory':
      return of(claim.target);
    case 'casualties':
    case 'displacement':
      return places.length > 0 ? atPlaces() : of(claim.target);
    default:
      return places.length > 0 ? atPlaces() : of(claim.actor);
  }
}

/** The question of a claim that findings name: its first subject's. */
export function questionOf(account: Account): string {
  return subjectsOf(account)[0]?.id ?? `${account.claim.type}:unknown`;
}

/** The question of that id, which the claims answer. */
export function questionFrom(id: string, accounts: readonly Account[], world: World): Question {
  const subject = subjectsOf(accounts[0]!).find((one) => one.id === id)!;
  return { ...subject, accounts, sentence: wordingOf(subject, world) };
}

function wordingOf({ kind, place, party }: Subject, world: World): Bilingual {
  const at = place === null ? powerName(kind, party!, world) : placeName(place, world);
  const words: Readonly<Record<QuestionKind, Bilingual>> = {
    control: { fr: `${at.fr} : qui tient ?`, en: `Who holds ${definite(place, at.en, world)}?` },
    strength: { fr: `Combien de combattants : ${at.fr} ?`, en: `How many fighters: ${at.en}?` },
    casualties: { fr: `Combien de victimes : ${at.fr} ?`, en: `How many casualties: ${at.en}?` },
    displacement: { fr: `Combien de déplacés : ${at.fr} ?`, en: `How many displaced: ${at.en}?` },
    victory: { fr: `Est-ce fini : ${at.fr} ?`, en: `Is it over: ${at.en}?` },
    support: { fr: `${at.fr} : soutien à qui ?`, en: `Whom does ${at.en} back?` },
    presence: { fr: `Qui est présent : ${at.fr} ?`, en: `Who is present: ${at.en}?` },
    attack: { fr: `Qui attaque : ${at.fr} ?`, en: `Who attacks: ${at.en}?` },
    movement: { fr: `Qui avance ou se retire : ${at.fr} ?`, en: `Who moves: ${at.en}?` },
  };
  return words[kind];
}

/** Kinds that are asked of a place and, where a claim names none, of a party. */
const ASKED_OF_BOTH: ReadonlySet<QuestionKind> = new Set([
  'casualties',
  'displacement',
  'presence',
  'attack',
  'movement',
]);

/** « Irak (État) »: the state, where the land of its name may be asked about too. */
function powerName(kind: QuestionKind, party: string, world: World): Bilingual {
  const name = partyName(party, world);
  const isNamesake = ASKED_OF_BOTH.has(kind) && world.parties.byId(party)?.kind === 'state';
  return isNamesake ? { fr: `${name.fr} (État)`, en: `${name.en} (state)` } : name;
}

/** English names these with an article; French forms are worded so that no name needs one. */
const WITH_ARTICLE: ReadonlySet<string> = new Set(['river', 'valley', 'desert', 'sea']);

function definite(place: string | null, name: string, { gazetteer }: World): string {
  const kind = place === null ? undefined : gazetteer.place(place)?.kind;
  return kind !== undefined && WITH_ARTICLE.has(kind) ? `the ${name}` : name;
}
