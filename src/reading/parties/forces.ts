import { assert } from '../../core/index.ts';
import { type Fields, fieldsOf, isFields, optionalText, rowsOf, textOf, textsOf } from './fields.ts';
import { PhraseTable } from './phrase-table.ts';

/**
 * What a mention names of its party: the body itself, those who act for it (soldiers, officials), its people, who are no
 * power (« deux touristes américains »), what it fights with, or what it does (« des frappes russes »).
 */
const SENSES = ['institution', 'members', 'people', 'means', 'deed'] as const;
export type Sense = (typeof SENSES)[number];

/** How a noun is told whose it is: « russe », « de la Russie », « conduite par la Russie », « groupe Etat islamique ». */
const OWNER_FORMS = ['adjective', 'of', 'by', 'name'] as const;
export type OwnerForm = (typeof OWNER_FORMS)[number];

/** What a noun means with no owner beside it: nothing, something that the context tells, that after « le » only, its party. */
const ALONE = ['no', 'context', 'definite', 'party'] as const;
type Alone = (typeof ALONE)[number];

/** A body that every state has, from which sub-parties are derived: `russian-defence-ministry` under `russia`. */
export type Office = {
  readonly id: string;
  readonly fr: string;
  readonly en: string;
  /** False where what it says is what the state says: government, presidency, army, police. */
  readonly ownVoice: boolean;
  /** What follows « ministère » or « ministre » to name it: « de la Défense ». */
  readonly complements: readonly string[];
};

/** What a phrase of the tests must yield: the words of the mention and its parties, none where the context must tell. */
type ForceExample = { readonly text: string; readonly words: string; readonly parties: readonly string[] };

/** One row of `data/parties/forces.fr.json`: nouns that, with an owner beside them, mention a party. */
export type ForceRule = {
  /** Stable: it is stored with what was read. */
  readonly name: string;
  /** Every form. A noun stands in one rule only. */
  readonly nouns: readonly string[];
  readonly sense: Sense;
  readonly office: string | null;
  /** Kind of group: with an owner it leads to the party that has `owner/group` in its `of`. */
  readonly group: string | null;
  /** The party meant where no owner stands beside it, or where the owner has no such group of its own. */
  readonly party: string | null;
  readonly owners: readonly OwnerForm[];
  readonly alone: Alone;
  /** True where a complement names the office: « ministère de la Défense ». */
  readonly ministry: boolean;
  /** True where the noun is an adjective as well, and is a noun only after a determiner, a number or a preposition. */
  readonly adjectival: boolean;
  /** Phrases that begin with the noun and mean no party. */
  readonly except: readonly string[];
  /** Phrases this rule reads, and phrases it leaves alone. The tests run all of them. */
  readonly reads: readonly ForceExample[];
  readonly ignores: readonly string[];
};

export type ForceRules = {
  readonly rules: readonly ForceRule[];
  readonly offices: ReadonlyMap<string, Office>;
  /** The party that stands for a group whose owner nobody names; null where there is none. */
  readonly groups: ReadonlyMap<string, string | null>;
  readonly nouns: PhraseTable<ForceRule>;
  readonly exceptions: PhraseTable<true>;
  /** Words that may stand between a noun and its owner, with the group that they make of it, if any. */
  readonly modifiers: PhraseTable<string | null>;
  readonly complements: PhraseTable<string>;
  readonly leads: PhraseTable<true>;
};

/** Checks the shape of `forces.fr.json` and prepares it for looking up. A fault in it is ours: an AssertionError. */
export function readForceRules(file: unknown): ForceRules {
  assert(isFields(file), 'forces.fr.json is not an object');
  const offices = new Map(rowsOf(file, 'offices').map((row) => [textOf(row, 'id'), readOffice(row)]));
  const groups = new Map(Object.entries(fieldsOf(file, 'groups')) as [string, string | null][]);
  const rules = rowsOf(file, 'rules').map((row) => readRule(row, offices, groups));
  const modifiers = rowsOf(file, 'modifiers').map((row) => ({
    group: optionalText(row, 'group'),
    words: textsOf(row, 'words'),
  }));
  for (const { group } of modifiers)
    assert(group === null || groups.has(group), `there is no group ${group} for a modifier`);
  checkNouns(rules);
  return {
    rules,
    offices,
    groups,
    nouns: tableOf(rules.flatMap((rule) => rule.nouns.map((noun) => [noun, rule] as const))),
    exceptions: tableOf(rules.flatMap((rule) => rule.except.map((phrase) => [phrase, true] as const))),
    modifiers: tableOf(modifiers.flatMap(({ group, words }) => words.map((word) => [word, group] as const))),
    complements: tableOf(
      [...offices.values()].flatMap(({ id, complements }) => complements.map((words) => [words, id] as const)),
    ),
    leads: tableOf(textsOf(file, 'leads').map((words) => [words, true] as const)),
  };
}

function readOffice(row: Fields): Office {
  assert(typeof row.ownVoice === 'boolean', `${textOf(row, 'id')}: ownVoice is true or false`);
  return {
    id: textOf(row, 'id'),
    fr: textOf(row, 'fr'),
    en: textOf(row, 'en'),
    ownVoice: row.ownVoice,
    complements: textsOf(row, 'complements'),
  };
}

function readRule(
  row: Fields,
  offices: ReadonlyMap<string, Office>,
  groups: ReadonlyMap<string, string | null>,
): ForceRule {
  const name = textOf(row, 'name');
  const rule: ForceRule = {
    name,
    nouns: textsOf(row, 'nouns'),
    sense: textOf(row, 'sense') as Sense,
    office: optionalText(row, 'office'),
    group: optionalText(row, 'group'),
    party: optionalText(row, 'party'),
    owners: textsOf(row, 'owners') as readonly OwnerForm[],
    alone: textOf(row, 'alone') as Alone,
    ministry: row.ministry === true,
    adjectival: row.adjectival === true,
    except: textsOf(row, 'except'),
    reads: rowsOf(row, 'reads').map((example) => ({
      text: textOf(example, 'text'),
      words: textOf(example, 'words'),
      parties: textsOf(example, 'parties'),
    })),
    ignores: textsOf(row, 'ignores'),
  };
  assert(SENSES.includes(rule.sense), `${name}: unknown sense ${rule.sense}`);
  assert(ALONE.includes(rule.alone), `${name}: unknown value of alone, ${rule.alone}`);
  assert(
    rule.owners.every((form) => OWNER_FORMS.includes(form)),
    `${name}: unknown form of owner in ${rule.owners}`,
  );
  assert(rule.office === null || offices.has(rule.office), `${name}: there is no office ${rule.office}`);
  assert(rule.group === null || groups.has(rule.group), `${name}: there is no group ${rule.group}`);
  assert(rule.alone !== 'party' || rule.party !== null, `${name}: alone it means its party, and it has none`);
  return rule;
}

function checkNouns(rules: readonly ForceRule[]): void {
  const rulesByNoun = new Map<string, string>();
  for (const { name, nouns } of rules)
    for (const noun of nouns) {
      assert(!rulesByNoun.has(noun), `« ${noun} » stands in the rules ${rulesByNoun.get(noun)} and ${name}`);
      rulesByNoun.set(noun, name);
    }
}

function tableOf<T>(phrases: readonly (readonly [string, T])[]): PhraseTable<T> {
  const table = new PhraseTable<T>();
  for (const [phrase, value] of phrases) table.add(phrase, value);
  return table;
}
