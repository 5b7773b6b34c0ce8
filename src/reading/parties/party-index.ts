import { assert, foldName, slugOf } from '../../core/index.ts';
import type { Office } from './forces.ts';
import type { NameUse, Party, PartyList, PartyName } from './party.ts';
import { PhraseTable } from './phrase-table.ts';

/** A party as one of its names means it. */
export type NamedParty = {
  readonly party: Party;
  readonly use: NameUse;
  /** True where the name is that of a country or a town as well: « en Syrie », « sur Damas ». */
  readonly alsoPlace: boolean;
  /** True where the name is written in small letters, so that its first word is a common noun: « milices pro-iraniennes ». */
  readonly describes: boolean;
};

/** The parties, ready for looking up. */
export type PartyIndex = {
  readonly list: PartyList;
  readonly byId: ReadonlyMap<string, Party>;
  /** All names except adjectives. */
  readonly names: PhraseTable<NamedParty>;
  readonly adjectives: PhraseTable<Party>;
  readonly prefixes: ReadonlyMap<string, Party>;
  readonly notParties: PhraseTable<true>;
  /** By folded name: every party that claims it, the most likely first. */
  readonly byName: ReadonlyMap<string, readonly NamedParty[]>;
  /** By `owner/group`. */
  readonly groups: ReadonlyMap<string, Party>;
  /** States by the slug of their English adjective: `russian`. */
  readonly byAdjectiveEn: ReadonlyMap<string, Party>;
};

export function indexParties(list: PartyList): PartyIndex {
  const names = new PhraseTable<NamedParty>();
  const adjectives = new PhraseTable<Party>();
  const notParties = new PhraseTable<true>();
  const byName = new Map<string, NamedParty[]>();
  for (const { party, name, key, use } of inRank(list.names, rankAmbiguous(list))) {
    const named = { party, use, alsoPlace: isAlsoPlace(party, name, use), describes: !beginsWithCapital(name) };
    if (use === 'adjective') adjectives.add(name, party, key);
    else names.add(name, named, key);
    const claims = byName.get(key);
    if (claims) claims.push(named);
    else byName.set(key, [named]);
  }
  for (const name of list.notParties) notParties.add(name, true);
  const states = list.parties.filter(({ adjectiveEn }) => adjectiveEn !== null);
  const byAdjectiveEn = new Map(states.map((party) => [slugOf(party.adjectiveEn!), party]));
  assert(byAdjectiveEn.size === states.length, 'two states share an English adjective');
  return {
    list,
    byId: new Map(list.parties.map((party) => [party.id, party])),
    names,
    adjectives,
    prefixes: new Map(
      list.parties.flatMap((party) => party.prefixes.map((prefix) => [foldName(prefix), party] as const)),
    ),
    notParties,
    byName,
    groups: groupsOf(list),
    byAdjectiveEn,
  };
}

/** The id of a state's office; null where the owner is no state, since only states have derived offices. */
export function officeId(owner: Party, office: Office): string | null {
  return owner.adjectiveEn === null ? null : `${slugOf(owner.adjectiveEn)}-${office.id}`;
}

/** The party that stands in claims for this one: an office acts for the body above it. */
export function actingParty(party: Party, byId: ReadonlyMap<string, Party>): Party {
  return party.kind === 'office' && party.parent !== null ? actingParty(byId.get(party.parent)!, byId) : party;
}

function groupsOf(list: PartyList): ReadonlyMap<string, Party> {
  const ids = new Set(list.parties.map(({ id }) => id));
  const groups = new Map<string, Party>();
  for (const party of list.parties)
    for (const key of party.of) {
      assert(ids.has(key.split('/')[0]!), `${party.id}: there is no party ${key.split('/')[0]} to be a group of`);
      assert(!groups.has(key), `${key} is claimed by ${groups.get(key)?.id} and ${party.id}`);
      groups.set(key, party);
    }
  return groups;
}

/** Names in an order in which the most likely party of an ambiguous one comes first. */
function inRank(names: readonly PartyName[], ranks: ReadonlyMap<string, number>): readonly PartyName[] {
  const rankOf = ({ party }: PartyName) => ranks.get(party.id) ?? 0;
  const last = Math.max(0, ...ranks.values());
  return Array.from({ length: last + 1 }, (_, rank) => names.filter((name) => rankOf(name) === rank)).flat();
}

function rankAmbiguous(list: PartyList): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { name, parties } of list.ambiguous)
    parties.forEach((id, rank) => {
      assert(
        (ranks.get(id) ?? rank) === rank,
        `${id} comes first for one ambiguous name and later for « ${name} »: keep one order`,
      );
      ranks.set(id, rank);
    });
  return ranks;
}

function isAlsoPlace(party: Party, name: string, use: NameUse): boolean {
  if (use === 'seat') return true;
  return use === 'name' && (party.kind === 'state' || party.kind === 'authority') && beginsWithCapital(name);
}

function beginsWithCapital(name: string): boolean {
  return name[0] !== name[0]!.toLowerCase();
}
