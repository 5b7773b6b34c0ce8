import { assert, foldName } from '../../core/index.ts';
import { type Fields, fieldsOf, isFields, optionalText, rowsOf, textOf, textsOf } from './fields.ts';

const PARTY_KINDS = [
  'state', // a state with its government, army and police, as the guide of the gold counts them
  'authority', // governs a territory without being a state that others widely recognise, or a fallen government
  'armed-group',
  'militia',
  'rebels',
  'force', // a named force or operation of a state or an organisation
  'alliance',
  'political-group',
  'international-organisation',
  'office', // a body of a state or an organisation: its claims count as those of the body above it
  'observer',
  'ngo',
  'news-agency',
  'media',
  'people', // a people, never a source
  'description', // what a text says when it names nobody: « les djihadistes »
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Where a party stands in one conflict; used to mark what is said against one's own side. */
type Side = { readonly conflict: string; readonly side: string; readonly why: string };

/** An actor of the news, as `data/parties/parties.json` describes it. */
export type Party = {
  /** Lower-case English slug. */
  readonly id: string;
  readonly kind: PartyKind;
  /** ISO 3166-1, two letters, of a state (`XK` for Kosovo, by custom); null for all others. */
  readonly iso: string | null;
  readonly names: { readonly fr: string; readonly en: string; readonly native: string | null };
  /** English adjective of a state, from which the ids of its offices are made: `Russian` gives `russian-army`. */
  readonly adjectiveEn: string | null;
  /** Further French names. A capital demands a capital in the text, a small letter accepts both. */
  readonly aliases: readonly string[];
  /** Names in capitals only: « EI », « FDS ». */
  readonly acronyms: readonly string[];
  /** Names of its members: « talibans », « GIs ». */
  readonly members: readonly string[];
  /** French adjectives, every form. */
  readonly adjectives: readonly string[];
  /** First parts of compound adjectives: « russo » of « russo-syrien ». */
  readonly prefixes: readonly string[];
  /** Towns that stand for it, and are places as well: « Moscou ». */
  readonly seats: readonly string[];
  /** Buildings and bodies that stand for it: « le Kremlin ». */
  readonly metonyms: readonly string[];
  /** `owner/group`: this party is what texts mean by that group of that owner: `iraq/militias`. */
  readonly of: readonly string[];
  /** The party that it stands under; null where it stands under none. */
  readonly parent: string | null;
  readonly sides: readonly Side[];
  /** False for what is never listed as a source: peoples, civilians, « les djihadistes ». */
  readonly public: boolean;
  readonly note: string | null;
};

/** A name that several parties share, declared so that nobody shares one by mistake. The most likely party comes first. */
type AmbiguousName = { readonly name: string; readonly parties: readonly string[]; readonly why: string };

export type PartyList = {
  /** Conflicts that sides refer to, by slug. */
  readonly conflicts: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
  readonly ambiguous: readonly AmbiguousName[];
  /** Names that hold a party's name and mean none: « le Tour de France ». */
  readonly notParties: readonly string[];
  readonly parties: readonly Party[];
  /** All names of all parties, adjectives among them. */
  readonly names: readonly PartyName[];
};

/** How a name means its party. */
export type NameUse = 'name' | 'acronym' | 'member' | 'seat' | 'metonym' | 'adjective';

/** A name of a party, folded as it is looked up. */
export type PartyName = { readonly party: Party; readonly name: string; readonly key: string; readonly use: NameUse };

function namesOf(party: Party): readonly PartyName[] {
  const as = (use: NameUse, names: readonly string[]) =>
    names.map((name) => ({ party, name, key: foldName(name), use }));
  return [
    ...as('name', [party.names.fr, ...party.aliases]),
    ...as('acronym', party.acronyms),
    ...as('member', party.members),
    ...as('seat', party.seats),
    ...as('metonym', party.metonyms),
    ...as('adjective', party.adjectives),
  ];
}

/** Checks the shape of `parties.json` and what must hold between its rows. A fault in it is ours: an AssertionError. */
export function readPartyList(file: unknown): PartyList {
  assert(isFields(file), 'parties.json is not an object');
  const conflicts = new Map(Object.entries(fieldsOf(file, 'conflicts') as Record<string, { fr: string; en: string }>));
  for (const [slug, names] of conflicts)
    assert(names.fr && names.en, `conflict ${slug} needs a French and an English name`);
  const parties = rowsOf(file, 'parties').map(readParty);
  const list: PartyList = {
    conflicts,
    ambiguous: rowsOf(file, 'ambiguous').map((row) => ({
      name: textOf(row, 'name'),
      parties: textsOf(row, 'parties'),
      why: textOf(row, 'why'),
    })),
    notParties: textsOf(file, 'notParties'),
    parties,
    names: parties.flatMap(namesOf),
  };
  checkHierarchy(list);
  checkSides(list);
  checkNames(list);
  return list;
}

function readParty(row: Fields): Party {
  const id = textOf(row, 'id');
  const kind = textOf(row, 'kind') as PartyKind;
  assert(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id), `${id}: an id is a lower-case slug`);
  assert(PARTY_KINDS.includes(kind), `${id}: unknown kind ${kind}`);
  assert(typeof row.public === 'boolean', `${id}: public is true or false`);
  const names = fieldsOf(row, 'names');
  const party: Party = {
    id,
    kind,
    iso: optionalText(row, 'iso'),
    names: { fr: textOf(names, 'fr'), en: textOf(names, 'en'), native: optionalText(names, 'native') },
    adjectiveEn: optionalText(row, 'adjectiveEn'),
    aliases: textsOf(row, 'aliases'),
    acronyms: textsOf(row, 'acronyms'),
    members: textsOf(row, 'members'),
    adjectives: textsOf(row, 'adjectives'),
    prefixes: textsOf(row, 'prefixes'),
    seats: textsOf(row, 'seats'),
    metonyms: textsOf(row, 'metonyms'),
    of: textsOf(row, 'of'),
    parent: optionalText(row, 'parent'),
    sides: rowsOf(row, 'sides').map((side) => ({
      conflict: textOf(side, 'conflict'),
      side: textOf(side, 'side'),
      why: textOf(side, 'why'),
    })),
    public: row.public,
    note: optionalText(row, 'note'),
  };
  if (kind === 'state')
    assert(party.iso && party.adjectiveEn, `${id}: a state has an ISO code and an English adjective`);
  for (const acronym of party.acronyms)
    assert(acronym === acronym.toUpperCase(), `${id}: « ${acronym} » is no acronym`);
  return party;
}

function checkHierarchy({ parties }: PartyList): void {
  const byId = new Map(parties.map((party) => [party.id, party]));
  for (const party of parties) assert(byId.get(party.id) === party, `the id ${party.id} is given twice`);
  for (const { id, parent } of parties) {
    const seen = new Set([id]);
    for (let above = parent; above !== null; above = byId.get(above)!.parent) {
      assert(byId.has(above), `${id}: there is no party ${above} to stand under`);
      assert(!seen.has(above), `${id} stands under itself, by way of ${above}`);
      seen.add(above);
    }
  }
}

function checkSides({ parties, conflicts }: PartyList): void {
  for (const { id, sides } of parties)
    for (const { conflict } of sides) assert(conflicts.has(conflict), `${id}: there is no conflict ${conflict}`);
}

function checkNames({ names, ambiguous }: PartyList): void {
  const claimed = new Map<string, Set<string>>();
  for (const { key, name, party } of names) {
    assert(!/[,;:!?()"«»/]/.test(name), `${party.id}: « ${name} » holds a mark, and a mark ends a name`);
    const claims = claimed.get(key);
    if (claims) claims.add(party.id);
    else claimed.set(key, new Set([party.id]));
  }
  const declared = new Map(ambiguous.map(({ name, parties: ids }) => [foldName(name), ids]));
  for (const [name, ids] of claimed) {
    const asDeclared = declared.get(name) ?? [];
    if (ids.size === 1 && asDeclared.length === 0) continue;
    const same = asDeclared.length === ids.size && asDeclared.every((id) => ids.has(id));
    assert(
      same,
      `« ${name} » is claimed by ${[...ids].join(', ')} and declared ambiguous for ${asDeclared.join(', ') || 'none'}`,
    );
  }
  for (const name of declared.keys())
    assert(claimed.has(name), `« ${name} » is declared ambiguous and claimed by nobody`);
}
