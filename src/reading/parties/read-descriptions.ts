import { ARTICLES, BEFORE_NOUNS, CONJUNCTIONS, DEFINITE, FORMER, OF } from './closed-words.ts';
import { type FoldedWord, joinKeys } from './folded-words.ts';
import type { ForceRule } from './forces.ts';
import { ofInner, ofNobody, ofOwners, type Tail } from './meaning.ts';
import type { PartyIndex } from './party-index.ts';
import type { Draft, Reader } from './party-mention.ts';
import { readAdjectives, readDemonym, readName } from './read-names.ts';

/** A mention with « ancien » or « ex- » before it, or one without. A renamed body (« l'ex-Front al-Nosra ») is the same one. */
export function readMention(reader: Reader, at: number): Draft | null {
  const { words } = reader;
  if (!FORMER.has(words[at]!.key)) return readPresent(reader, at);
  const draft = words[at + 1] ? readPresent(reader, at + 1) : null;
  return draft && (draft.noun === null ? draft : asFormer(draft, reader.index));
}

function asFormer(draft: Draft, index: PartyIndex): Draft {
  const parties =
    draft.sense === 'members' ? draft.parties.map((id) => index.groups.get(`${id}/former`)?.id ?? id) : draft.parties;
  return { ...draft, parties, speakers: [], former: true };
}

/** The longer of a name and a description. Of two equally long, the description, which also knows its noun, if they agree. */
function readPresent(reader: Reader, at: number): Draft | null {
  const name = readName(reader, at) ?? readDemonym(reader, at);
  const description = readDescription(reader, at);
  if (!name || !description) return name ?? description;
  if (name.end !== description.end) return name.end > description.end ? name : description;
  return name.parties[0] === description.parties[0] ? { ...description, speakers: name.speakers } : name;
}

/** A noun of force, office or people with the words that tell whose it is. */
function readDescription(reader: Reader, at: number): Draft | null {
  const { words, forces } = reader;
  const match = forces.nouns.longest(words, at);
  if (!match) return null;
  const rule = match.values[0]!;
  if ((forces.exceptions.longest(words, at)?.to ?? 0) > match.to) return null;
  if (rule.adjectival && !isNounPlace(words, at)) return null;
  const tail = readTail(reader, rule, match.to);
  const base = {
    head: words[at]!.token,
    noun: joinKeys(words, at, match.to),
    former: false,
    alsoPlace: false,
    rule: rule.name,
  };
  const named = rule.owners.includes('name') ? readAppositive(reader, tail.end) : null;
  if (named) return { ...named, ...base, sense: rule.sense };
  const inner = readOwner(reader, rule, tail.end);
  if (tail.owners && !(inner && isNamedOrganisation(inner)))
    return { ...ofOwners(reader, rule, tail, tail.owners), ...base };
  if (inner) return { ...ofInner(reader, rule, tail, inner), ...base };
  return standsAlone(words, at, rule, tail) ? { ...ofNobody(forces, rule, tail), ...base } : null;
}

/** « combattants libanais | du Hezbollah »: the organisation says whose they are, the adjective only where they come from. */
function isNamedOrganisation({ noun, alsoPlace }: Draft): boolean {
  return noun === null && !alsoPlace;
}

function isNounPlace(words: readonly FoldedWord[], at: number): boolean {
  const before = words[at - 1]?.key;
  return before === undefined || BEFORE_NOUNS.has(before) || !/^\p{L}/u.test(before);
}

/** Complements, modifiers and adjectives of owners after a noun, in any order: « ministère | russe | de la Défense ». */
function readTail(reader: Reader, rule: ForceRule, start: number): Tail {
  let tail: Tail = { end: start, groups: [], office: rule.office, owners: null };
  for (;;) {
    const longer =
      readComplement(reader, rule, tail) ?? readModifier(reader, rule, tail, start) ?? readOwners(reader, rule, tail);
    if (!longer) return tail;
    tail = longer;
  }
}

function readComplement({ words, forces }: Reader, rule: ForceRule, tail: Tail): Tail | null {
  const match = rule.ministry ? forces.complements.longest(words, tail.end) : null;
  return match && { ...tail, end: match.to, office: match.values[0]! };
}

/** A modifier, or one more after « et »: « forces gouvernementales et paramilitaires ». */
function readModifier({ words, forces }: Reader, rule: ForceRule, tail: Tail, start: number): Tail | null {
  const isJoined = tail.owners === null && tail.end > start && CONJUNCTIONS.has(words[tail.end]?.key ?? '');
  const match = forces.modifiers.longest(words, isJoined ? tail.end + 1 : tail.end);
  if (!match) return null;
  const group = takesGroups(rule) ? match.values[0]! : null;
  return { ...tail, end: match.to, groups: group === null ? tail.groups : [...tail.groups, group] };
}

function readOwners(reader: Reader, rule: ForceRule, tail: Tail): Tail | null {
  if (tail.owners !== null || !rule.owners.includes('adjective')) return null;
  const owners = readAdjectives(reader, tail.end);
  return owners && { ...tail, end: owners.end, owners };
}

/** A « dirigeant islamiste » of a state stays that state's: only who fights is told apart by a group. */
function takesGroups({ office }: ForceRule): boolean {
  return office === null || office === 'army' || office === 'police';
}

/** « groupe | Etat islamique »: a name right after its noun, in quotation marks or not. */
function readAppositive(reader: Reader, start: number): Draft | null {
  const { words } = reader;
  const isQuoted = words[start]?.key === '"';
  const at = isQuoted ? start + 1 : start;
  if (!words[at]?.opens) return null;
  const name = readName(reader, at);
  if (!name || name.alsoPlace || name.rule === 'seat') return null;
  return isQuoted && words[name.end]?.key === '"' ? { ...name, end: name.end + 1 } : name;
}

/** The owner after « de », or after « conduite par » where the rule allows it: a name, or a description in its turn. */
function readOwner(reader: Reader, rule: ForceRule, start: number): Draft | null {
  const { words, forces } = reader;
  const lead = rule.owners.includes('by') ? forces.leads.longest(words, start) : null;
  if (lead) return readLeader(reader, lead.to);
  if (!rule.owners.includes('of') || !OF.has(words[start]?.key ?? '')) return null;
  const at = ARTICLES.has(words[start + 1]?.key ?? '') ? start + 2 : start + 1;
  const owner = words[at]?.opens ? readMention(reader, at) : null;
  const isPower = owner?.sense === 'institution' || owner?.sense === 'members';
  const isBody = rule.sense === 'institution' && rule.office === null && rule.group === null;
  return isPower && owner.rule !== 'demonym' && !(isBody && owner.alsoPlace) ? owner : null;
}

/** « conduite par les Etats-Unis », « sous commandement américain ». */
function readLeader(reader: Reader, start: number): Draft | null {
  const { words } = reader;
  const at = ARTICLES.has(words[start]?.key ?? '') || OF.has(words[start]?.key ?? '') ? start + 1 : start;
  const from = OF.has(words[start]?.key ?? '') && ARTICLES.has(words[at]?.key ?? '') ? at + 1 : at;
  const adjective = readAdjectives(reader, from);
  if (!adjective) return words[from]?.opens ? readName(reader, from) : null;
  const [party] = adjective.parties;
  return {
    ...NOBODY,
    end: adjective.end,
    parties: [party!.id],
    alternatives: adjective.alternatives.map(({ id }) => id),
  };
}

const NOBODY: Draft = {
  end: 0,
  parties: [],
  alternatives: [],
  speakers: [],
  office: null,
  of: null,
  sense: 'institution',
  head: null,
  noun: null,
  former: false,
  needsContext: false,
  rule: '',
  alsoPlace: false,
};

function standsAlone(words: readonly FoldedWord[], at: number, rule: ForceRule, tail: Tail): boolean {
  if (rule.sense !== 'people' && tail.groups.length > 0) return true;
  if (rule.alone === 'definite') return DEFINITE.has(words[at - 1]?.key ?? '');
  return rule.alone !== 'no';
}
