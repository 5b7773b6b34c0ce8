import type { When } from '../../core/index.ts';
import type { Sentence } from '../../language/index.ts';
import type { Claim } from '../claim.ts';
import type { Parties } from '../parties/parties.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Statement } from '../statement.ts';
import type { TimeMention } from '../times/time.ts';
import type { ClaimWords } from './claim-words.ts';
import type { ActorMention, PlaceArgument, SentenceMentions } from './mentions.ts';

export type ClaimInput = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly SentenceMentions[];
  readonly quantities: readonly (readonly Quantity[])[];
  readonly times: readonly (readonly TimeMention[])[];
  readonly statements: readonly Statement[];
  readonly published: When | null;
  readonly book: Parties;
  readonly gazetteer: Gazetteer;
  readonly words: ClaimWords;
};

/** A sentence with what the rules for claims look at. */
export type Scene = {
  readonly sentence: Sentence;
  readonly index: number;
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceArgument[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeMention[];
  readonly input: ClaimInput;
};

export type Draft = Omit<Claim, 'id'> & { readonly at: number; readonly sentence: number };

/** Whom something is done to: a reporter who is hurt is a civilian, whoever employs them. */
export function sufferersOf(mentions: readonly ActorMention[], book: Parties): string[] {
  const isEmployer = (party: string): boolean => /^(?:news-agency|media)$/.test(book.byId(party)?.kind ?? '');
  return [
    ...new Set(
      mentions.flatMap(({ parties, sense, noun }) =>
        /^(?:otages?|individus?|corps)$/.test(noun ?? '')
          ? [] // nobody's, until the words tell whose
          : sense === 'people'
            ? parties.map((party) => (isEmployer(party) ? 'civilians' : party))
            : parties,
      ),
    ),
  ];
}

export function partiesOf(mentions: readonly ActorMention[]): string[] {
  return [...new Set(mentions.flatMap(({ parties }) => parties))];
}
