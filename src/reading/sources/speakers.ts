import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import { openGivenNames, type Token } from '../../language/index.ts';

/** French nouns for those who speak, from `data/fr/speakers.json`; looked up by lemma and as written. */
export type SpeakerNouns = {
  readonly roles: ReadonlySet<string>;
  readonly anonymous: ReadonlySet<string>;
  /** Trades, kinships and states of people, who speak in the news without any office. */
  readonly people: ReadonlySet<string>;
  /** True for the name that somebody was given, « Odile »; for one other word in a hundred too. */
  readonly isGivenName: (word: string) => boolean;
  readonly documents: ReadonlySet<string>;
  /** Documents that stand for whoever issued them: « un communiqué de la coalition ». */
  readonly documentsAsSource: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  /** Papers, stations and agencies, which go by their title. */
  readonly media: ReadonlySet<string>;
  /** After « selon », nouns that say nothing: « selon les cas ». */
  readonly notSpeakers: ReadonlySet<string>;
  /** Offices by which one person goes in turn: « le chef d'état-major », then « le général Sorel ». In lower case. */
  readonly sameOffice: readonly (readonly string[])[];
  /** Nouns by which one document goes in turn: « un reportage », then « le documentaire ». */
  readonly sameDocument: readonly (readonly string[])[];
};

export function loadSpeakerNouns(): SpeakerNouns {
  const lists = JSON.parse(readFileSync(new URL('data/fr/speakers.json', packageRoot), 'utf8')) as Record<
    string,
    string[]
  >;
  const set = (name: string): ReadonlySet<string> => new Set(lists[name]);
  return {
    roles: set('roles'),
    anonymous: set('anonymous'),
    people: set('people'),
    isGivenName: openGivenNames(),
    documents: set('documents'),
    documentsAsSource: set('documentsAsSource'),
    bodies: set('bodies'),
    media: set('media'),
    notSpeakers: set('notSpeakers'),
    sameOffice: (lists.sameOffice as unknown as string[][]) ?? [],
    sameDocument: (lists.sameDocument as unknown as string[][]) ?? [],
  };
}

/** True where the list holds the word, as written or in its dictionary form. */
export function isOf(list: ReadonlySet<string>, token: Token): boolean {
  return list.has(token.lemma) || list.has(token.lower);
}

/** True for what a person can be: an office, a trade, a kinship. */
export function isOffice(nouns: SpeakerNouns, token: Token): boolean {
  return isOf(nouns.roles, token) || isOf(nouns.people, token) || (token.upos === 'NOUN' && TRADE.test(token.lower));
}

/** Endings of those who practise a science or an art: « parasitologue », « psychiatre », « logisticienne ». */
const TRADE = /(?:[^n]ologue|iatre|icien|icienne|iciens|iciennes|ologues|iatres)$/;

/** True for a noun of somebody who may speak, named or not. */
export function isPerson(nouns: SpeakerNouns, token: Token): boolean {
  return isOffice(nouns, token) || isOf(nouns.anonymous, token);
}
