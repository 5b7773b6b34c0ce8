import { describe, expect, test } from 'vitest';
import { phraseTokens } from './folded-words.ts';
import { openParties } from './parties.ts';

const parties = openParties();
const read = (text: string) => parties.findParties(phraseTokens(text));
const wordsIn = (text: string) => read(text).map(({ span }) => text.slice(span.start, span.end));

describe('names, and where they end', () => {
  const cases = [
    ["Les hommes de l'État islamique (EI) fuient.", ["hommes de l'État islamique (EI)"], ['islamic-state']],
    ["L'organisation « Etat islamique » recule.", ['organisation « Etat islamique »'], ['islamic-state']],
    ['Les F.D.S. avancent.', ['F.D.S.'], ['syrian-democratic-forces']],
    ['LES FDS AVANCENT', ['FDS'], ['syrian-democratic-forces']],
    ["L'Onu et l'ONU", ['Onu', 'ONU'], ['united-nations', 'united-nations']],
    ['Le Front Al-Nosra tient la butte.', ['Front Al-Nosra'], ['al-nusra-front']],
    ['Le Hachd al-Chaabi tient la butte.', ['Hachd al-Chaabi'], ['popular-mobilization-forces']],
    ['La Nouvelle armée syrienne tient la butte.', ['Nouvelle armée syrienne'], ['new-syrian-army']],
    ["L'Armée syrienne libre tient la butte.", ['Armée syrienne libre'], ['free-syrian-army']],
    ["L'armée nationale libyenne tient la butte.", ['armée nationale libyenne'], ['libyan-national-army']],
    ['La coalition internationale anti-EI frappe.', ['coalition internationale anti-EI'], ['us-led-coalition']],
    ['La Force al-Qods nie.', ['Force al-Qods'], ['quds-force']],
  ] as const;
  for (const [text, words, ids] of cases)
    test(text, () => {
      expect(wordsIn(text)).toEqual(words);
      expect(read(text).flatMap((mention) => mention.parties)).toEqual(ids);
    });
});

describe('what mentions no party', () => {
  for (const text of [
    'Une tasse de thé refroidit.',
    'Le Tour de France passe ici.',
    'La frontière irakienne est fermée.',
    'Le territoire syrien est vaste.',
    'Une manifestation anti-américaine a eu lieu.',
    'Une grenade a explosé.',
    'Israël Orvane a signé le livre.',
    'Il faut que le bus vienne.',
    'La libération des quais a pris un an.',
    'Une cuisine libanaise ouvre.',
    "Des cadres dorés ornent la salle, dans le cadre de l'exposition.",
    'La menace jihadiste demeure.',
  ])
    test(text, () => expect(wordsIn(text)).toEqual([]));
});

describe('power and people', () => {
  const cases = [
    ['Deux touristes américains sont tombés.', { parties: ['civilians'], of: 'united-states', sense: 'people' }],
    ['Un journaliste syrien est tombé.', { parties: ['civilians'], of: 'syrian-government', sense: 'people' }],
    ['Des touristes européens sont tombés.', { parties: ['civilians'], of: 'european-union', sense: 'people' }],
    ['Deux soldats américains sont tombés.', { parties: ['united-states'], of: null, sense: 'members' }],
    ["L'armée américaine nie.", { parties: ['united-states'], sense: 'institution', office: 'army', noun: 'armee' }],
    ['Ici les Russes ont bâti un pont.', { parties: ['russia'], sense: 'people', needsContext: true, rule: 'demonym' }],
    ['Des drones russes survolent le lac.', { parties: ['russia'], sense: 'means', speakers: [] }],
    ["Des chars de l'armée turque patrouillent.", { parties: ['turkey'], sense: 'means', speakers: [], noun: 'chars' }],
    ['Des raids russes ont repris.', { parties: ['russia'], sense: 'deed', speakers: [] }],
    ['Des rebelles népalais sont tombés.', { parties: ['rebels'], of: 'nepal', needsContext: true }],
    ['Des djihadistes belges sont jugés.', { parties: ['jihadists'], of: 'belgium', sense: 'members' }],
  ] as const;
  for (const [text, mention] of cases) test(text, () => expect(read(text)).toMatchObject([mention]));
});

describe('what needs its context', () => {
  const cases = [
    ["L'armée a repris le pont.", { parties: [], office: 'army', noun: 'armee', head: 1 }],
    ['Le régime a repris le pont.', { parties: [], office: 'government', noun: 'regime' }],
    ['Le groupe a repris le pont.', { parties: [], noun: 'groupe' }],
    ['La coalition a repris le pont.', { parties: [], noun: 'coalition' }],
    ["Des soldats de l'armée ont repris le pont.", { parties: [], noun: 'soldats' }],
    ['Les djihadistes ont repris le pont.', { parties: ['jihadists'] }],
    ['Les rebelles ont repris le pont.', { parties: ['rebels'] }],
    ["La télévision d'État montre le pont.", { parties: [], office: 'state-tv' }],
    ['La coalition internationale a repris le pont.', { parties: ['us-led-coalition'], alternatives: ['nato'] }],
    [
      "L'armée congolaise a repris le pont.",
      { parties: ['democratic-republic-of-the-congo'], alternatives: ['republic-of-the-congo'] },
    ],
  ] as const;
  for (const [text, mention] of cases)
    test(text, () => expect(read(text)).toMatchObject([{ needsContext: true, ...mention }]));
});

describe('country or place', () => {
  const cases = [
    ['Il vit en Syrie.', 'yes'],
    ['Il marche vers la Syrie.', 'yes'],
    ['La Syrie a protesté.', 'maybe'],
    ['Il vit à Moscou.', 'maybe'],
    ['Moscou a protesté.', 'maybe'],
    ['Le Kremlin a protesté.', 'no'],
    ["L'armée syrienne a protesté.", 'no'],
  ] as const;
  for (const [text, place] of cases) test(text, () => expect(read(text)).toMatchObject([{ place }]));
});

describe('who speaks, down to the office', () => {
  const cases = [
    ['Le ministère russe de la Défense nie.', ['russia'], ['russian-defence-ministry']],
    ['Le porte-parole du ministère russe de la Défense nie.', ['russia'], ['russian-defence-ministry']],
    ['Le ministre russe de la Défense nie.', ['russia'], ['russia']],
    ["L'Unicef nie.", ['united-nations'], ['unicef']],
    ['La coalition conduite par les Etats-Unis nie.', ['us-led-coalition'], ['us-led-coalition']],
    ["L'ancien président malien nie.", ['mali'], []],
    ['Des civils nient.', ['civilians'], []],
  ] as const;
  for (const [text, ids, speakers] of cases)
    test(text, () => expect(read(text)).toMatchObject([{ parties: ids, speakers }]));
});

test('what is no longer what its noun says', () => {
  expect(read("D'anciens combattants de l'EI sont jugés.")).toMatchObject([
    { parties: ['former-islamic-state-fighters'], former: true },
  ]);
  expect(read('Un ex-général russe est jugé.')).toMatchObject([{ parties: ['russia'], former: true, speakers: [] }]);
});

describe('tokens that a tokeniser splits otherwise', () => {
  const tokensOf = (words: readonly string[]) => {
    let end = 0;
    return words.map((text) => {
      const start = text.startsWith('+') ? end : end + 1;
      const plain = text.replace('+', '');
      end = start + plain.length;
      return { text: plain, lower: plain.toLowerCase(), start, end };
    });
  };
  const cases = [
    [['les', 'Etats', '+-', '+Unis', 'nient'], 1, 4],
    [['les', 'Etats-Unis', 'nient'], 1, 2],
    [["l'EI", 'nie'], 0, 1],
    [["l'", '+EI', 'nie'], 1, 2],
    [['de', 'l’', '+armée', 'russe'], 2, 4],
  ] as const;
  for (const [words, from, to] of cases)
    test(words.join(' '), () => expect(parties.findParties(tokensOf(words))).toMatchObject([{ from, to }]));

  test('a hyphen that joins opens no name', () =>
    expect(parties.findParties(tokensOf(['anti', '+-', '+EI']))).toEqual([]));
  test('a dash of an incise does', () =>
    expect(parties.findParties(tokensOf(['ils', '-', '+miliciens', 'irakiens']))).toMatchObject([{ from: 2, to: 4 }]));
});
