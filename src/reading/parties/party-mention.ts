import type { Span } from '../../core/index.ts';
import type { FoldedWord } from './folded-words.ts';
import type { ForceRules, Sense } from './forces.ts';
import type { PartyIndex } from './party-index.ts';

/** Where a sentence mentions a party. Articles stand outside: of « l'armée russe » it is « armée russe ». */
export type PartyMention = {
  /** Its characters, from its first token to its last, as the tokens count them. */
  readonly span: Span;
  /** Index of its first token, and index just past its last. */
  readonly from: number;
  readonly to: number;
  /**
   * All the parties meant, as claims name them: most often one; several in « l'appui russe ou américain »; none where
   * only the context can tell (« l'armée », « le groupe »).
   */
  readonly parties: readonly string[];
  /** Other parties that the same words may mean: « Congo ». */
  readonly alternatives: readonly string[];
  /** Who speaks where this is a source, down to the office: `russian-defence-ministry`. Empty for people and for « ancien ». */
  readonly speakers: readonly string[];
  /** Kind of office named (`defence-ministry`), also where its owner is unknown. */
  readonly office: string | null;
  /** The state or people that people and groups come from, where no party says it: « touristes américains ». */
  readonly of: string | null;
  readonly sense: Sense;
  /** Index of the token of the head noun; null where a name stands alone. */
  readonly head: number | null;
  /** The head noun, folded: « troupes », « etat major ». */
  readonly noun: string | null;
  /** « anciens combattants », « ex-président »: no longer what the noun says. */
  readonly former: boolean;
  /** Whether the words name a place as well: 'yes' after « en » or « dans », 'maybe' for any other name of a country or town. */
  readonly place: 'no' | 'maybe' | 'yes';
  /** True where the words alone do not settle which party is meant. `parties` then holds what they mean by default. */
  readonly needsContext: boolean;
  /** `name`, `acronym`, `member`, `seat`, `metonym`, `demonym`, or the name of a rule of `forces.fr.json`. */
  readonly rule: string;
};

/** A mention while it is being read; `end` is the index just past its last folded word. */
export type Draft = Omit<PartyMention, 'span' | 'from' | 'to' | 'place'> & {
  readonly end: number;
  readonly alsoPlace: boolean;
};

/** What every rule reads with. */
export type Reader = { readonly index: PartyIndex; readonly forces: ForceRules; readonly words: readonly FoldedWord[] };
