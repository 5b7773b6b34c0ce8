import type { ClaimType } from '../claim.ts';

/** What a phrase is to the claim. `held` is a place, or land that stands for one (« le territoire », « la zone »). */
export type Slot = 'actor' | 'target' | 'place' | 'none';

/** A row: words that assert something of one type, and which phrase fills which slot. */
export type PredicateRule = {
  /** Stable: it is kept with the claim. */
  readonly name: string;
  readonly type: ClaimType;
  /** Lemmas of verbs; « se retirer » for a pronominal one, « mettre fin » for a verb and the noun right after it. */
  readonly verbs?: readonly string[];
  /** Lemmas of nouns. */
  readonly nouns?: readonly string[];
  /** Lemmas of adjectives with « être »: « terminée ». */
  readonly adjectives?: readonly string[];
  /** The subject of the active form, or the owner of a noun by « par » or an adjective. */
  readonly subject: Slot;
  /** The object of the active form. */
  readonly object: Slot;
  /** What a preposition brings in. A noun's « de » is given here too. */
  readonly preps?: Readonly<Record<string, Slot>>;
  /** What must be there for the words to mean this. */
  readonly needs?: readonly Need[];
  /** What a complement of the object fills: of « la mission de l'armée », the army. */
  readonly objectOf?: Slot;
  /** The negation is part of what the words tell: « il ne reste rien de » affirms an end. */
  readonly ownNegation?: true;
  /** The words deny what the row tells: « échappe à l'armée » says that the army does not hold it. */
  readonly denies?: true;
  /** The noun tells what its subject is: « maîtres de la ville, les rebelles », « X est maître de Y ». */
  readonly predicative?: true;
  /** Where the noun stands in a phrase of its own (« aux mains de »), what it is said of fills the place. */
  readonly saidOf?: 'place';
  /** Sentences with the claims that the row reads, as type, actor, target, place; the tests run all of them. */
  readonly reads: readonly RuleExample[];
  /** Sentences in which the row reads nothing. */
  readonly ignores?: readonly string[];
};

export type RuleExample = {
  readonly text: string;
  readonly actor?: readonly string[];
  readonly target?: readonly string[];
  readonly place?: readonly string[];
  readonly polarity?: 'negated';
  readonly modality?: 'hedged' | 'forecast' | 'intent';
};

/**
 * - `land-object`: the object is a place, or a word for land (« la colline », « ses positions »)
 * - `land`: a place or such a word is an argument
 * - `party`: a party is an argument
 * - `armed`: a party that fights, or forces, is an argument, or the sentence tells of fighting
 * - `party-object`: the object is a party or people
 * - `forces-object`: the object is a party, or what an army has (« des renforts », « des chars »)
 * - `people`: people are an argument
 * - `civilians`: civilians are the target
 * - `no-longer`: the words say « ne … plus » or « ne … que », or give a share
 * - `displacing`: the sentence counts the people or tells of war, camps, flight
 * - `of-war`: a complement is a war, a mission, a party
 * - `land-itself`: the object is a place or land, and not merely something of a place
 * - `fighting`: the sentence tells of an attack
 * - `fled`: the sentence tells of flight, or the dispatch of a war
 * - `uprooting`: people are counted, or are driven onto roads, over a border, out of a place
 * - `counted-people`: people are counted, or what is counted are families, refugees
 * - `men-object`: the object counts fighters
 * - `war-object`: what is won or over is a war, and the dispatch is of one
 * - `supplies-object`: the object is what armies are supplied with
 * - `recipient`: a party receives it
 * - `no-destination`: no place says where to
 * - `standing`: the words tell how it is, and not that it becomes so (« s'est rendu maître »)
 * - `place-or-land`: a place, or a word for land, is near
 * - `shells-object`: the object is shells or missiles
 * - `from-place`: a place is what somebody is pushed out of
 * - `party-or-land`: a party is an argument, or the object is a place or land
 * - `aircraft-object`: the object is an aircraft
 * - `of-shells`: what comes in numbers is shells or raids, or the flights of an air force
 * - `shell-subject`: what falls is a shell, a bomb, a rocket
 * - `troops-there`: soldiers, fighters, tanks, whosever, are what is said to stand somewhere
 * - `held`: the noun stands after « sous » or « aux », « entre les »: « sous le contrôle de »
 */
export type Need =
  | 'held'
  | 'shells-object'
  | 'from-place'
  | 'party-or-land'
  | 'aircraft-object'
  | 'of-shells'
  | 'shell-subject'
  | 'troops-there'
  | 'place-or-land'
  | 'standing'
  | 'uprooting'
  | 'land-itself'
  | 'fighting'
  | 'fled'
  | 'counted-people'
  | 'men-object'
  | 'war-object'
  | 'supplies-object'
  | 'recipient'
  | 'no-destination'
  | 'civilians'
  | 'no-longer'
  | 'displacing'
  | 'of-war'
  | 'land-object'
  | 'land'
  | 'party'
  | 'armed'
  | 'party-object'
  | 'forces-object'
  | 'party-subject'
  | 'people'
  | 'place';
