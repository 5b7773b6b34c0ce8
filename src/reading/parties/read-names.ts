import { ARTICLES, BEFORE_NOUNS, CONJUNCTIONS, INTO_PLACES, OF, TO } from './closed-words.ts';
import { type FoldedWord, joinKeys } from './folded-words.ts';
import type { ForceRule, Sense } from './forces.ts';
import type { Party } from './party.ts';
import { actingParty, type NamedParty } from './party-index.ts';
import type { Draft, Reader } from './party-mention.ts';

/** Parties told by adjectives; `end` is the index just past the last folded word. */
export type Owners = {
  readonly end: number;
  readonly parties: readonly Party[];
  readonly alternatives: readonly Party[];
};

/** A party by one of its names, with another of its names in brackets: « l'Etat islamique (EI) ». */
export function readName(reader: Reader, at: number): Draft | null {
  const { words, index } = reader;
  const match = index.names.longest(words, at);
  if (!match) return null;
  const [first, ...others] = match.values as readonly [NamedParty, ...NamedParty[]];
  if (first.alsoPlace && isPartOfLongerName(words, at, match.to)) return null;
  const alternatives = [...new Set(others.map(({ party }) => party))].filter((party) => party !== first.party);
  const { party } = first;
  const noun = first.describes ? reader.forces.nouns.longest(words, at) : null;
  return {
    end: endOfBracketedName(reader, match.to, party),
    parties: [actingParty(party, index.byId).id],
    alternatives: alternatives.map((other) => actingParty(other, index.byId).id),
    speakers: party.public ? [party.id] : [],
    office: null,
    of: null,
    sense: senseOfName(first, noun?.values[0]),
    head: noun ? words[at]!.token : null,
    noun: noun ? joinKeys(words, at, noun.to) : null,
    former: false,
    needsContext:
      alternatives.length > 0 || party.kind === 'people' || (party.kind === 'description' && party.id !== 'civilians'),
    rule: first.use,
    alsoPlace: first.alsoPlace,
  };
}

function senseOfName({ party, use }: NamedParty, noun: ForceRule | undefined): Sense {
  if (party.kind === 'people' || party.id === 'civilians') return 'people';
  if (use === 'member' || party.kind === 'description') return 'members';
  const isNamedByMembers = party.kind === 'rebels' || party.kind === 'militia' || party.kind === 'state';
  return isNamedByMembers && noun?.sense === 'members' ? 'members' : 'institution';
}

/** « Israël Katz » is a person: no article before it, and another capital right after. */
function isPartOfLongerName(words: readonly FoldedWord[], at: number, end: number): boolean {
  const before = words[at - 1]?.key ?? '';
  const after = words[end];
  const isGoverned = [ARTICLES, OF, INTO_PLACES, TO].some((words) => words.has(before));
  return !isGoverned && after !== undefined && /^\p{Lu}\p{Ll}/u.test(after.raw);
}

function endOfBracketedName({ words, index }: Reader, end: number, party: Party): number {
  if (words[end]?.key !== '(') return end;
  const match = index.names.longest(words, end + 1);
  const isSame = match?.values.some((named) => named.party === party) && words[match.to]?.key === ')';
  return isSame ? match!.to + 1 : end;
}

/** « les Russes »: a demonym as a noun, told by its capital and its determiner. It may mean the state or its people. */
export function readDemonym({ words, index }: Reader, at: number): Draft | null {
  const before = words[at - 1]?.key ?? '';
  const isNoun = (BEFORE_NOUNS.has(before) || /^\d/.test(before)) && /^\p{Lu}.*\p{Ll}/u.test(words[at]!.raw);
  const match = isNoun ? index.adjectives.longest(words, at) : null;
  if (!match) return null;
  const [party, ...others] = match.values as readonly [Party, ...Party[]];
  return {
    end: match.to,
    parties: [party.id],
    alternatives: others.map(({ id }) => id),
    speakers: [],
    office: null,
    of: null,
    sense: 'people',
    head: null,
    noun: null,
    former: false,
    needsContext: true,
    rule: 'demonym',
    alsoPlace: false,
  };
}

/** Adjectives of parties from `start`: « russe », « russo-syriennes », « russe ou américain ». */
export function readAdjectives(reader: Reader, start: number): Owners | null {
  const { words } = reader;
  let found = readAdjective(reader, start);
  while (found) {
    const separator = words[found.end]?.key ?? '';
    const next: Owners | null =
      CONJUNCTIONS.has(separator) || separator === ',' ? readAdjective(reader, found.end + 1) : null;
    if (!next) break;
    if (separator === ',' && !CONJUNCTIONS.has(words[next.end]?.key ?? '') && words[next.end]?.key !== ',') break;
    found = {
      end: next.end,
      parties: [...found.parties, ...next.parties],
      alternatives: [...found.alternatives, ...next.alternatives],
    };
  }
  return found;
}

function readAdjective({ words, index }: Reader, at: number): Owners | null {
  if (!words[at]?.opens) return null;
  const prefix = index.prefixes.get(words[at].key);
  const isCompound = prefix !== undefined && words[at + 1] !== undefined && !words[at + 1]!.opens;
  const match = index.adjectives.longest(words, isCompound ? at + 1 : at);
  if (!match) return null;
  const [party, ...alternatives] = match.values as readonly [Party, ...Party[]];
  return { end: match.to, parties: isCompound ? [prefix, party] : [party], alternatives };
}
