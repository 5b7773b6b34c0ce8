import type { Bilingual } from '../core/index.ts';
import { mainPlaces } from './assertions.ts';
import type { Account } from './voices.ts';
import { partyName } from './wording.ts';
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

/** What several claims answer: who holds Boukamal, how many fighters a party has. */
export type Question = {
  /** `control:geonames:174448`, `strength:islamic-state`: stable, and what findings and verdicts name. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly place: string | null;
  readonly party: string | null;
  readonly sentence: Bilingual;
  readonly accounts: readonly Account[];
};

/** The questions that claims answer, by place and by party, those with the most answers first. */
export function questionsOf(accounts: readonly Account[], world: World): Question[] {
  const byId = new Map<
    string,
    { kind: QuestionKind; place: string | null; party: string | null; accounts: Account[] }
  >();
  for (const account of accounts)
    for (const { kind, place, party } of subjectsOf(account)) {
      const id = questionId(kind, place ?? party!);
      const known = byId.get(id) ?? { kind, place, party, accounts: [] };
      known.accounts.push(account);
      byId.set(id, known);
    }
  return [...byId]
    .map(([id, { kind, place, party, accounts: own }]) => ({
      id,
      kind,
      place,
      party,
      accounts: own,
      sentence: wordingOf(kind, place, party, world),
    }))
    .sort((a, b) => b.accounts.length - a.accounts.length || (a.id < b.id ? -1 : 1));
}

export function questionId(kind: QuestionKind, subject: string): string {
  return `${kind}:${subject}`;
}

type Subject = { readonly kind: QuestionKind; readonly place: string | null; readonly party: string | null };

function subjectsOf({ claim }: Account): Subject[] {
  const places = mainPlaces(claim).map((place) => ({ place, party: null }));
  const of = (kind: QuestionKind, subjects: readonly { place: string | null; party: string | null }[]): Subject[] =>
    subjects.map((subject) => ({ kind, ...subject }));
  const byParty = (parties: readonly string[]) => parties.map((party) => ({ place: null, party }));
  switch (claim.type) {
    case 'control':
    case 'capture':
      return of('control', places);
    case 'strength':
      return of('strength', byParty(claim.actor));
    case 'victory':
      return of('victory', byParty(claim.target));
    case 'support':
      return of('support', byParty(claim.actor));
    case 'casualties':
    case 'displacement':
      return of(claim.type, places.length > 0 ? places : byParty(claim.target));
    default:
      return of(claim.type, places.length > 0 ? places : byParty(claim.actor));
  }
}

/** The question of a claim that findings name: its first subject's. */
export function questionOf(account: Account): string {
  const subject = subjectsOf(account)[0];
  return subject ? questionId(subject.kind, subject.place ?? subject.party!) : `${account.claim.type}:unknown`;
}

function wordingOf(kind: QuestionKind, place: string | null, party: string | null, world: World): Bilingual {
  const where = place === null ? null : (world.gazetteer.place(place)?.name ?? { fr: place, en: place });
  const whose = party === null ? null : partyName(party, world);
  const at = where ?? whose ?? { fr: '?', en: '?' };
  const words: Readonly<Record<QuestionKind, Bilingual>> = {
    control: { fr: `Qui tient ${at.fr} ?`, en: `Who holds ${at.en}?` },
    strength: { fr: `Combien de combattants : ${at.fr} ?`, en: `How many fighters: ${at.en}?` },
    casualties: { fr: `Combien de victimes : ${at.fr} ?`, en: `How many casualties: ${at.en}?` },
    displacement: { fr: `Combien de déplacés : ${at.fr} ?`, en: `How many displaced: ${at.en}?` },
    victory: { fr: `Est-ce fini : ${at.fr} ?`, en: `Is it over: ${at.en}?` },
    support: { fr: `Qui est soutenu : ${at.fr} ?`, en: `Who is backed: ${at.en}?` },
    presence: { fr: `Qui est présent : ${at.fr} ?`, en: `Who is present: ${at.en}?` },
    attack: { fr: `Qui attaque : ${at.fr} ?`, en: `Who attacks: ${at.en}?` },
    movement: { fr: `Qui avance ou se retire : ${at.fr} ?`, en: `Who moves: ${at.en}?` },
  };
  return words[kind];
}
