import type { ForceRule, ForceRules, OwnerForm, Sense } from './forces.ts';
import type { Party } from './party.ts';
import { officeId } from './party-index.ts';
import type { Draft, Reader } from './party-mention.ts';
import type { Owners } from './read-names.ts';

/** What stands between a noun and the end of its mention. */
export type Tail = {
  readonly end: number;
  readonly groups: readonly string[];
  readonly office: string | null;
  readonly owners: Owners | null;
};
/** What a noun means with one owner. */
type Meaning = { readonly party: string | null; readonly of: string | null; readonly needsContext: boolean };

/** What the words after a noun make of it. */
type Read = Pick<Draft, 'end' | 'parties' | 'alternatives' | 'speakers' | 'office' | 'of' | 'sense' | 'needsContext'>;

/** A noun with adjectives of owners: each group of each owner. */
export function ofOwners(reader: Reader, rule: ForceRule, tail: Tail, owners: Owners): Read {
  const groups = groupsOf(rule, tail);
  const meanings = groups.flatMap((group) =>
    owners.parties.map((owner) => meaningOf(reader, rule, group, owner, 'adjective')),
  );
  const alternatives = owners.alternatives.flatMap(
    (owner) => meaningOf(reader, rule, groups[0], owner, 'adjective').party ?? [],
  );
  const parties = meanings.flatMap(({ party }) => party ?? []);
  return {
    end: tail.end,
    parties: [...new Set(parties)],
    alternatives: [...new Set(alternatives)].filter((id) => !parties.includes(id)),
    speakers: speakersOf(reader, rule, tail.office, owners.parties, parties),
    office: tail.office,
    of: meanings.find(({ of }) => of !== null)?.of ?? null,
    sense: senseOf(rule, meanings),
    needsContext: owners.alternatives.length > 0 || meanings.some(({ needsContext }) => needsContext),
  };
}

/** A noun with « de » and its owner: a name, or a description that already knows its party or waits for the context. */
export function ofInner(reader: Reader, rule: ForceRule, tail: Tail, inner: Draft): Read {
  const { byId } = reader.index;
  const isNamed = inner.noun === null;
  const groups = groupsOf(rule, tail);
  const owners = inner.parties.map((id) => byId.get(id)!);
  const meanings = isNamed
    ? groups.flatMap((group) => owners.map((owner) => meaningOf(reader, rule, group, owner, 'of')))
    : owners.map(({ id }) => ({ party: id, of: inner.of, needsContext: false }));
  const parties = meanings.flatMap(({ party }) => party ?? []);
  const office = inner.office ?? tail.office;
  const isInnerVoice =
    canSpeak(rule) &&
    inner.speakers.length > 0 &&
    (!isNamed || (tail.office === null && parties.join() === inner.parties.join()));
  return {
    end: inner.end,
    parties: [...new Set(parties)],
    alternatives: inner.alternatives,
    speakers: isInnerVoice ? inner.speakers : speakersOf(reader, rule, tail.office, owners, parties),
    office,
    of: tail.owners?.parties[0]?.id ?? meanings.find(({ of }) => of !== null)?.of ?? null,
    sense: senseOf(rule, meanings),
    needsContext: inner.needsContext || meanings.some(({ needsContext }) => needsContext),
  };
}

/** The groups that a noun and its modifiers tell. A noun that means a party by itself (« rebelles ») keeps its own group. */
function groupsOf(rule: ForceRule, tail: Tail): readonly [string | null, ...(string | null)[]] {
  const [first, ...others] = tail.groups;
  return rule.party !== null || first === undefined ? [rule.group] : [first, ...others];
}

/** A noun with no owner: what its group means by default, if anything. */
export function ofNobody(forces: ForceRules, rule: ForceRule, tail: Tail): Read {
  const [group] = groupsOf(rule, tail);
  const party = rule.party ?? (group === null ? null : (forces.groups.get(group) ?? null));
  return {
    end: tail.end,
    parties: party === null ? [] : [party],
    alternatives: [],
    speakers: [],
    office: tail.office,
    of: null,
    sense: rule.sense,
    needsContext: rule.alone !== 'party',
  };
}

/** What a noun of some group means with an owner: « milices » of Iraq, « touristes » of the United States. */
function meaningOf(
  { index, forces }: Reader,
  rule: ForceRule,
  group: string | null,
  owner: Party,
  form: OwnerForm,
): Meaning {
  const isCountry = owner.kind === 'state' || owner.kind === 'authority' || owner.kind === 'people';
  if (rule.sense === 'people')
    return isCountry || form === 'adjective'
      ? { party: rule.party, of: owner.id, needsContext: false }
      : { party: owner.id, of: null, needsContext: false };
  const own = owner.kind === 'people' && group === null && fights(rule) ? 'forces' : group;
  const mapped = own === null ? undefined : index.groups.get(`${owner.id}/${own}`);
  if (mapped) return { party: mapped.id, of: null, needsContext: !mapped.public };
  if (owner.kind === 'people')
    return { party: own && (forces.groups.get(own) ?? null), of: owner.id, needsContext: true };
  if (!isCountry || own === null || own === 'government') return { party: owner.id, of: null, needsContext: false };
  return { party: forces.groups.get(own) ?? null, of: owner.id, needsContext: true };
}

/** True of armies, weapons and strikes: what a people has only through its fighters. */
function fights({ sense, office }: ForceRule): boolean {
  return office === 'army' || sense === 'means' || sense === 'deed';
}

function canSpeak({ sense }: ForceRule): boolean {
  return sense !== 'means' && sense !== 'deed';
}

/** Members of an organisation that are no power elsewhere: « correspondant de l'AFP » is of AFP, « journaliste syrien » is people. */
function senseOf(rule: ForceRule, meanings: readonly Meaning[]): Sense {
  return rule.sense === 'people' && meanings.every(({ of }) => of === null) ? 'members' : rule.sense;
}

function speakersOf(
  { index, forces }: Reader,
  rule: ForceRule,
  office: string | null,
  owners: readonly Party[],
  parties: readonly string[],
): readonly string[] {
  if (!canSpeak(rule)) return [];
  const named = office === null ? undefined : forces.offices.get(office);
  const offices =
    named?.ownVoice && rule.sense === 'institution' ? owners.flatMap((owner) => officeId(owner, named) ?? []) : [];
  if (offices.length > 0) return offices;
  return parties.filter((id) => index.byId.get(id)!.public);
}
