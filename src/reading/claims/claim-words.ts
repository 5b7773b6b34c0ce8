import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';

/** Words by which the claims' phrases are told, from `data/fr/claim-words.json`, by lemma. */
export type ClaimWords = {
  /** Nouns that stand for a stretch of land: what is held or taken where no name is given. */
  readonly land: ReadonlySet<string>;
  /** Land that an adjective gives a country: « le territoire syrien ». A « base américaine » stands anywhere. */
  readonly soil: ReadonlySet<string>;
  /** Words of war and crime: where one stands in the sentence, « avancer » is troops', not prices'. */
  readonly armed: ReadonlySet<string>;
  /** Words of peace: with them « attaque », « combat », « victoire » are a virus's, a disease's, a club's. */
  readonly peaceful: ReadonlySet<string>;
  /** Nouns of fighting, of which a later « l'attaque » takes up the one told of before. */
  readonly fighting: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** People who are no party's: of those killed or attacked, the civilians. */
  readonly civil: ReadonlySet<string>;
  /** Units (as in `data/fr/units.json`) that are casualties by themselves. */
  readonly deadUnits: ReadonlySet<string>;
  /** Words of flight and shelter: with them people who leave are displaced. */
  readonly flight: ReadonlySet<string>;
  /** What a party that fights is supplied with. */
  readonly supplies: ReadonlySet<string>;
  /** What ends with a victory: « la fin de la guerre », « de la mission ». */
  readonly wars: ReadonlySet<string>;
  /** Parties that « les djihadistes » may take up. */
  readonly jihadist: ReadonlySet<string>;
};

/** The lists of `data/fr/claim-words.json`, with the trades among `people`, the nouns for those who speak (`SpeakerNouns`). */
export function loadClaimWords(people: ReadonlySet<string>): ClaimWords {
  const lists = JSON.parse(readFileSync(new URL('data/fr/claim-words.json', packageRoot), 'utf8')) as Record<
    string,
    string[]
  >;
  const set = (name: string): ReadonlySet<string> => new Set(lists[name]);
  const trades = [...people].filter((noun) => !lists.sides!.includes(noun) && !lists.armed!.includes(noun));
  return {
    land: set('land'),
    soil: set('soil'),
    armed: set('armed'),
    peaceful: set('peaceful'),
    fighting: set('fighting'),
    // Trades too: a geologist is killed as a farmer is.
    people: new Set([...lists.people!, ...lists.civil!, ...trades]),
    civil: new Set([...lists.civil!, ...trades]),
    deadUnits: set('deadUnits'),
    flight: set('flight'),
    supplies: set('supplies'),
    wars: set('wars'),
    jihadist: set('jihadist'),
  };
}
