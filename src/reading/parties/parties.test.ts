import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../core/index.ts';
import { phraseTokens } from './folded-words.ts';
import { openParties } from './parties.ts';
import { readPartyList } from './party.ts';

const parties = openParties();
const { ambiguous } = readPartyList(
  JSON.parse(readFileSync(new URL('data/parties/parties.json', packageRoot), 'utf8')),
);
const shared = new Set(ambiguous.map(({ name }) => name));

describe('a name leads to its party', () => {
  for (const { id, names, aliases, acronyms, members, adjectives, seats, metonyms } of parties.all)
    test(id, () => {
      for (const name of [names.fr, ...aliases, ...acronyms, ...members, ...adjectives, ...seats, ...metonyms]) {
        const found = parties.lookup(name).map(({ party }) => party);
        if (shared.has(name)) expect(found, name).toContain(id);
        else expect(found, name).toEqual([id]);
      }
    });
});

describe('a name is found in a sentence', () => {
  // A description says the same of its party as the name does, and knows its noun besides: either may read it.
  for (const { id, names, aliases, acronyms, members, kind, parent } of parties.all)
    test(id, () => {
      const meant = kind === 'office' ? [id, parent] : [id];
      for (const name of [names.fr, ...aliases, ...acronyms, ...members]) {
        if (shared.has(name)) continue;
        const text = `Selon ${name}, non.`;
        const mention = parties.findParties(phraseTokens(text))[0];
        expect(text.slice(mention?.span.start, mention?.span.end), name).toBe(name);
        expect(meant, name).toContain(mention?.parties[0]);
      }
    });
});

describe('looking up', () => {
  const cases = [
    ['EI', 'islamic-state'],
    ["l'EI", 'islamic-state'],
    ['Daech', 'islamic-state'],
    ['état islamique', 'islamic-state'],
    ['les talibans', 'taliban'],
    ['Etats-Unis', 'united-states'],
    ['etats unis', 'united-states'],
    ['le Kremlin', 'russia'],
    ['la Maison Blanche', 'united-states'],
    ['Le Caire', 'egypt'],
    ['Damas', 'syrian-government'],
    ["Observatoire syrien des droits de l'Homme", 'sohr'],
    ['syriennes', 'syrian-government'],
    ['FDS', 'syrian-democratic-forces'],
  ] as const;
  for (const [phrase, id] of cases) test(phrase, () => expect(parties.lookup(phrase)[0]?.party).toBe(id));

  for (const phrase of ['', 'ei', 'fds', 'ap', 'organisation ultraradicale', 'tasse', 'le groupe'])
    test(`nobody is « ${phrase} »`, () => expect(parties.lookup(phrase)).toEqual([]));

  test('a shared name leads to all who bear it, the most likely first', () => {
    expect(parties.lookup('Congo').map(({ party }) => party)).toEqual([
      'democratic-republic-of-the-congo',
      'republic-of-the-congo',
    ]);
  });
});

describe('the state of an adjective', () => {
  const cases = [
    ['russe', 'russia'],
    ['Russes', 'russia'],
    ['syrienne', 'syrian-government'],
    ['américaines', 'united-states'],
    ['libyennes', 'libya'],
    ['turque', 'turkey'],
    ['sud-coréens', 'south-korea'],
    ['congolaise', 'democratic-republic-of-the-congo'],
    ['kurde', null],
    ['onusien', null],
    ['rouge', null],
  ] as const;
  for (const [adjective, state] of cases)
    test(adjective, () => expect(parties.stateOfAdjective(adjective)).toBe(state));
});

describe('what stands under what', () => {
  const cases = [
    ['russia', 'russia', true],
    ['tass', 'russia', true],
    ['russian-defence-ministry', 'russia', true],
    ['syrian-state-tv', 'syrian-government', true],
    ['basij', 'iran', true],
    ['islamic-state-khorasan', 'islamic-state', true],
    ['free-syrian-army', 'syrian-opposition', true],
    ['russia', 'tass', false],
    ['hezbollah', 'iran', false],
    ['afp', 'france', false],
    ['syrian-defence-ministry', 'russia', false],
    ['nobody', 'russia', false],
  ] as const;
  for (const [id, above, stands] of cases)
    test(`${id}, ${above}: ${stands}`, () => expect(parties.under(id, above)).toBe(stands));

  test('ancestors come nearest first', () =>
    expect(parties.ancestors('basij')).toEqual(['iran-revolutionary-guards', 'iran']));
});

describe('offices of states', () => {
  test('are derived from the state', () => {
    expect(parties.officeOf('russia', 'defence-ministry')).toBe('russian-defence-ministry');
    expect(parties.officeOf('syrian-government', 'state-tv')).toBe('syrian-state-tv');
    expect(parties.byId('russian-defence-ministry')).toMatchObject({
      kind: 'office',
      parent: 'russia',
      names: { fr: 'ministère de la Défense (Russie)', en: 'Russian defence ministry' },
    });
  });
  test('a listed one is the listed one', () => expect(parties.byId('syrian-state-tv')?.kind).toBe('media'));
  for (const id of ['martian-defence-ministry', 'russian-ministry-of-silly-walks', 'defence-ministry', 'nobody'])
    test(`there is no ${id}`, () => expect(parties.byId(id)).toBeNull());
  test('an armed group has none', () => expect(parties.officeOf('islamic-state', 'army')).toBeNull());
});

test('the parties that the guide of the readings names are there', () => {
  const ids =
    'islamic-state al-nusra-front jihadists syrian-government syrian-state-tv russia united-states us-led-coalition ' +
    'syrian-democratic-forces hezbollah iran-revolutionary-guards iraqi-militias popular-mobilization-forces iraq sohr ' +
    'france united-nations new-syrian-army syrian-rebels former-islamic-state-fighters civilians';
  for (const id of ids.split(' ')) expect(parties.byId(id)?.id).toBe(id);
});

test('all states of the United Nations are there', () => {
  const codes = parties.all.flatMap(({ kind, iso }) => (kind === 'state' ? (iso ?? []) : []));
  // 193 members, and the Holy See, Kosovo, Palestine, Taiwan
  expect(new Set(codes).size).toBe(197);
});

test('nobody is a source who is only a description or a people', () => {
  for (const { id, kind, public: isPublic } of parties.all)
    if (kind === 'people' || kind === 'description') expect(isPublic, id).toBe(false);
});
