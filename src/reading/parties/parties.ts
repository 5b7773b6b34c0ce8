import { readFileSync } from 'node:fs';
import { assert, foldName, packageRoot, sha256 } from '../../core/index.ts';
import { findPartyMentions } from './find-parties.ts';
import type { PartyToken } from './folded-words.ts';
import { type ForceRules, type Office, readForceRules } from './forces.ts';
import { type NameUse, type Party, readPartyList } from './party.ts';
import { indexParties, officeId, type PartyIndex } from './party-index.ts';
import type { PartyMention } from './party-mention.ts';
import { sourceParties } from './source-party.ts';

/** A party that a phrase names, and how. */
export type PartyMatch = { readonly party: string; readonly use: NameUse };

/** The parties of the news, loaded once and shared: nothing in it changes. */
export type Parties = {
  /** What the two data files are, by the first digits of their SHA-256: kept with each reading. */
  readonly version: string;
  /** The parties that the data file lists, by id. Offices of states that are derived by rule are not among them. */
  readonly all: readonly Party[];
  /** A listed party, or an office derived from a state: `byId('russian-defence-ministry')`. Null where there is none. */
  byId(id: string): Party | null;
  /** The parties that a whole phrase names, the most likely first; accents and case are free, acronyms want capitals. */
  lookup(phrase: string): readonly PartyMatch[];
  /** The state that a French adjective tells, in any form: « russe », « syriennes ». Of both Congos, the more likely. */
  stateOfAdjective(adjective: string): string | null;
  /** The id of an office of a state, `officeOf('russia', 'defence-ministry')`; null where the owner is no state. */
  officeOf(state: string, office: string): string | null;
  /** The parties that a party stands under, nearest first. */
  ancestors(id: string): readonly string[];
  /** True where the first stands under the second, or is it: what `--believe russia` believes. */
  under(id: string, ancestorId: string): boolean;
  /** Where a sentence mentions parties. */
  findParties(tokens: readonly PartyToken[]): readonly PartyMention[];
  /** The party that a speaker speaks for; of several joined by « et », the first. */
  sourceParty(name: string | null, organisation: string | null, role: string | null): string | null;
  /** All the parties that a speaker speaks for. */
  sourceParties(name: string | null, organisation: string | null, role: string | null): readonly string[];
};

/** Loads the parties from the package's own data. A fault in the data is ours: an AssertionError. */
export function openParties(): Parties {
  const files = ['parties.json', 'forces.fr.json'].map((name) =>
    readFileSync(new URL(`data/parties/${name}`, packageRoot)),
  );
  const [list, forces] = [readPartyList(parse(files[0]!)), readForceRules(parse(files[1]!))];
  const index = indexParties(list);
  checkReferences(index, forces);
  const byId = (id: string) => index.byId.get(id) ?? derivedOffice(id, index, forces);
  const ancestors = (id: string) => ancestorsOf(id, byId);
  const speakersFor = (name: string | null, organisation: string | null, role: string | null) =>
    sourceParties({ name, organisation, role }, index, forces);
  return {
    version: `parties ${files.map((file) => sha256(file).slice(0, 12)).join(' ')}`,
    all: list.parties,
    byId,
    lookup: (phrase) => lookUp(phrase, index),
    stateOfAdjective: (adjective) =>
      index.byName.get(foldName(adjective))?.find(({ use, party }) => use === 'adjective' && party.kind === 'state')
        ?.party.id ?? null,
    officeOf: (state, office) => officeIdOf(index.byId.get(state), forces.offices.get(office)),
    ancestors,
    under: (id, ancestorId) => id === ancestorId || ancestors(id).includes(ancestorId),
    findParties: (tokens) => findPartyMentions(tokens, index, forces),
    sourceParty: (name, organisation, role) => speakersFor(name, organisation, role)[0] ?? null,
    sourceParties: speakersFor,
  };
}

function parse(file: Buffer): unknown {
  return JSON.parse(file.toString('utf8'));
}

/** What one data file says of the other must be there. */
function checkReferences({ byId, groups }: PartyIndex, forces: ForceRules): void {
  for (const { name, party } of forces.rules)
    assert(party === null || byId.has(party), `${name}: there is no party ${party}`);
  for (const party of forces.groups.values())
    assert(party === null || byId.has(party), `there is no party ${party} for a group`);
  for (const [key, party] of groups)
    assert(forces.groups.has(key.split('/')[1] ?? ''), `${party.id}: there is no group ${key.split('/')[1]}`);
}

function lookUp(phrase: string, { byName }: PartyIndex): readonly PartyMatch[] {
  const folded = foldName(phrase);
  const claims = byName.get(folded) ?? byName.get(folded.replace(/^(?:les|le|la|l) /u, '')) ?? [];
  const isCapitals = !/\p{Ll}/u.test(phrase.replace(/^\p{L}+['’ ]/u, ''));
  const matches = claims
    .filter(({ use }) => use !== 'acronym' || isCapitals)
    .map(({ party, use }) => ({ party: party.id, use }));
  return matches.filter((match, i) => matches.findIndex(({ party }) => party === match.party) === i);
}

function officeIdOf(owner: Party | undefined, office: Office | undefined): string | null {
  return owner && office ? officeId(owner, office) : null;
}

/** An office of a state that no row lists: its id is the state's English adjective and the office's id. */
function derivedOffice(id: string, index: PartyIndex, forces: ForceRules): Party | null {
  for (const office of forces.offices.values()) {
    if (!id.endsWith(`-${office.id}`)) continue;
    const owner = index.byAdjectiveEn.get(id.slice(0, -office.id.length - 1));
    if (owner) return officeParty(id, owner, office);
  }
  return null;
}

function officeParty(id: string, owner: Party, office: Office): Party {
  return {
    id,
    kind: 'office',
    iso: null,
    names: { fr: `${office.fr} (${owner.names.fr})`, en: `${owner.adjectiveEn} ${office.en}`, native: null },
    adjectiveEn: null,
    aliases: [],
    acronyms: [],
    members: [],
    adjectives: [],
    prefixes: [],
    seats: [],
    metonyms: [],
    of: [],
    parent: owner.id,
    sides: owner.sides,
    public: true,
    note: null,
  };
}

function ancestorsOf(id: string, byId: (id: string) => Party | null): readonly string[] {
  const above: string[] = [];
  for (let party = byId(id); party?.parent; party = byId(party.parent)) above.push(party.parent);
  return above;
}
