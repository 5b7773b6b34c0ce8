import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../core/index.ts';
import { openGazetteer } from './gazetteer.ts';

const gazetteer = openGazetteer();

describe('the place a name means first', () => {
  const cases = [
    // name                    kind        id or code            of
    ['Syrie', 'country', 'geonames:163843', 'SY'],
    ['Iraq', 'country', 'geonames:99237', 'IQ'],
    ['RDC', 'country', 'geonames:203312', 'CD'],
    ['Myanmar', 'country', 'geonames:1327865', 'MM'],
    ['Deir Ezzor', 'town', 'geonames:170794', 'SY'],
    ['deir ez-zor', 'town', 'geonames:170794', 'SY'],
    ['Deir al-Zour', 'town', 'geonames:170794', 'SY'],
    ['Deïr Ezzor', 'town', 'geonames:170794', 'SY'],
    ['Boukamal', 'town', 'geonames:174448', 'SY'],
    ['Abou Kamal', 'town', 'geonames:174448', 'SY'],
    ['Al-Bukamal', 'town', 'geonames:174448', 'SY'],
    ['Albou Kamal', 'town', 'geonames:174448', 'SY'],
    ['Baghouz', 'village', 'recoupe:baghouz', 'SY'],
    ['Racca', 'town', 'geonames:172955', 'SY'],
    ['Mayadine', 'town', 'geonames:173480', 'SY'],
    ['Hajine', 'town', 'geonames:174506', 'SY'],
    ['Yarmouk', 'camp', 'recoupe:yarmouk', 'SY'],
    ['Hajar al-Aswad', 'town', 'geonames:8419677', 'SY'],
    ['Hmeimim', 'base', 'recoupe:hmeimim', 'SY'],
    ['al-Tanf', 'base', 'recoupe:tanf', 'SY'],
    ['Chadadi', 'town', 'geonames:172837', 'SY'],
    ['Ghouta orientale', 'district', 'recoupe:ghouta-orientale', 'SY'],
    ['Golan', 'region', 'recoupe:golan', 'SY'],
    ['Hawija', 'town', 'geonames:390188', 'IQ'],
    ['Rawa', 'town', 'geonames:92004', 'IQ'],
    ['al-Qaïm', 'town', 'geonames:92138', 'IQ'],
    ['Mossoul', 'town', 'geonames:99072', 'IQ'],
    ['Anbar', 'province', 'geonames:99592', 'IQ'],
    ['Kurdistan irakien', 'region', 'recoupe:kurdistan-irakien', 'IQ'],
    ['Gaza', 'province', 'geonames:281132', 'PS'],
    ['Cisjordanie', 'province', 'geonames:285153', 'PS'],
    ['Naplouse', 'town', 'geonames:282615', 'PS'],
    ['Caire', 'town', 'geonames:360630', 'EG'],
    ['Tripoli', 'town', 'geonames:2210247', 'LY'],
    ['Hodeïda', 'town', 'geonames:79415', 'YE'],
    ['Tombouctou', 'town', 'geonames:2449067', 'ML'],
    ['Ménaka', 'town', 'geonames:2453514', 'ML'],
    ['Ituri', 'province', 'recoupe:cd-it', 'CD'],
    ['Kivu', 'region', 'recoupe:kivu', 'CD'],
    ['Tigré', 'province', 'geonames:444187', 'ET'],
    ['Tigre', 'river', 'recoupe:tigre', null],
    ['Darfour', 'region', 'recoupe:darfour', 'SD'],
    ['Marioupol', 'town', 'geonames:701822', 'UA'],
    ['Zaporizhzhia', 'town', 'geonames:687700', 'UA'],
    ['Crimée', 'province', 'geonames:703883', 'UA'],
    ['Donbass', 'region', 'recoupe:donbass', 'UA'],
    ['Haut-Karabakh', 'region', 'recoupe:haut-karabakh', 'AZ'],
    ['Kaboul', 'town', 'geonames:1138958', 'AF'],
    ['Londres', 'town', 'geonames:2643743', 'GB'],
    ['Pékin', 'town', 'geonames:1816670', 'CN'],
    ['Cologne', 'town', 'geonames:2886242', 'DE'],
    ['Édimbourg', 'town', 'geonames:2650225', 'GB'],
    ['La Nouvelle-Orléans', 'town', 'geonames:4335045', 'US'],
    ['Washington', 'town', 'geonames:4140963', 'US'],
    ['Corse', 'region', 'recoupe:corse', 'FR'],
    ['Guyane', 'territory', 'geonames:3381670', 'GF'],
    ['Moyen-Orient', 'region', 'recoupe:moyen-orient', null],
    ['Sahel', 'region', 'recoupe:sahel', null],
    ['Euphrate', 'river', 'recoupe:euphrate', null],
    ['mer Noire', 'sea', 'recoupe:mer-noire', null],
  ] as const;
  for (const [name, kind, id, country] of cases)
    test(name, () => expect(gazetteer.lookup(name)[0]).toMatchObject({ id, kind, country }));
});

describe('no place at all', () => {
  for (const name of ['', '  ', 'combattants', 'Xyzzy', 'ministère de la Défense', 'Tripoli (Liban)', 'a'.repeat(400)])
    test(JSON.stringify(name.slice(0, 30)), () => expect(gazetteer.lookup(name)).toEqual([]));
});

describe('a name of several places keeps them all, in order', () => {
  const kinds = (name: string) => gazetteer.lookup(name).map((place) => `${place.kind} ${place.country}`);
  test('a town before the province named after it', () =>
    expect(kinds('Deir Ezzor')).toEqual(['town SY', 'province SY']));
  test('Niger: the country, the river, the Nigerian state', () =>
    expect(kinds('Niger').slice(0, 3)).toEqual(['country NE', 'river null', 'province NG']));
  test('Congo: both countries before the river', () =>
    expect(kinds('Congo').slice(0, 3)).toEqual(['country CD', 'country CG', 'river null']));
  test('Tripoli: Libya’s before Lebanon’s', () =>
    expect(
      kinds('Tripoli')
        .filter((kind) => kind.startsWith('town'))
        .slice(0, 2),
    ).toEqual(['town LY', 'town LB']));
});

describe('a name that is a word too', () => {
  for (const name of ['Tours', 'Sens', 'Marches', 'Grenade', 'Plaisance'])
    test(`${name} is`, () => expect(gazetteer.isCommonWord(name)).toBe(true));
  for (const name of ['Mali', 'Paris', 'Vienne', 'Gaza', 'Nice', 'Brest', 'Alep', 'Corse', 'Xyzzy'])
    test(`${name} is not`, () => expect(gazetteer.isCommonWord(name)).toBe(false));
});

describe('what lies in what', () => {
  const cases = [
    // inner            outer                        inside
    ['Baghouz', 'Deir Ezzor (province)', true],
    ['Baghouz', 'Syrie', true],
    ['Baghouz', 'Levant', true],
    ['Baghouz', 'Irak', false],
    ['Deir Ezzor', 'Deir Ezzor (province)', true],
    ['Deir Ezzor (province)', 'Deir Ezzor', false],
    ['Douma', 'Ghouta orientale', true],
    ['Majdal Shams', 'Golan', true],
    ['Majdal Shams', 'Israël', false],
    ['Cayenne', 'France', true],
    ['Ajaccio', 'Corse', true],
    ['Erbil', 'Kurdistan irakien', true],
    ['Kirkouk', 'Kurdistan irakien', false],
    ['Marioupol', 'Donbass', true],
    ['Sébastopol', 'Ukraine', true],
    ['Gao', 'Sahel', true],
    ['Gao', 'Afrique subsaharienne', true],
    ['Bunia', 'Ituri', true],
    ['Bunia', 'Nord-Kivu', false],
    ['Hébron', 'Cisjordanie', true],
    ['Euphrate', 'Syrie', false],
    ['Syrie', 'Syrie', true],
    ['Moyen-Orient', 'Syrie', false],
  ] as const;
  const provinces: Readonly<Record<string, string>> = { 'Deir Ezzor (province)': 'geonames:170792' };
  const idOf = (name: string) => provinces[name] ?? gazetteer.lookup(name)[0]!.id;
  for (const [inner, outer, inside] of cases)
    test(`${inner} ${inside ? 'in' : 'not in'} ${outer}`, () =>
      expect(gazetteer.within(idOf(inner), idOf(outer))).toBe(inside));

  test('ancestors stand nearest first, units before regions', () => {
    const names = gazetteer.ancestors('recoupe:baghouz').map((id) => gazetteer.place(id)!.name.fr);
    expect(names.slice(0, 2)).toEqual(['Deir Ezzor', 'Syrie']);
    expect(names).toEqual(expect.arrayContaining(['Asie', 'Levant', 'Moyen-Orient']));
  });
  test('nothing holds what nobody knows', () => expect(gazetteer.ancestors('recoupe:nowhere')).toEqual([]));
});

describe('names spelled nearly so', () => {
  const cases = [
    // as written      meant                  distance
    ['Deiz Ezzor', 'geonames:170794', 1],
    ['Deiz Ezzor', 'geonames:170792', 1],
    ['Hmeimin', 'recoupe:hmeimim', 0],
    ['Abou Kamel', 'geonames:174448', 1],
    ['Mossoule', 'geonames:99072', 0],
    ['Bagouzz', 'recoupe:baghouz', 0],
    ['Qamishlou', 'geonames:173377', 0],
    ['Marioupole', 'geonames:701822', 0],
    ['Severodonesk', 'geonames:691999', 1],
    ['Ouagadoudou', 'geonames:2357048', 1],
    ['Afghnistan', 'geonames:1149361', 1],
  ] as const;
  for (const [name, id, distance] of cases)
    test(`${name}, meant as ${id}`, () => {
      const found = gazetteer.near(name).map((near) => ({ id: near.place.id, distance: near.distance }));
      expect(found).toContainEqual({ id, distance });
      expect(found[0]!.distance).toBe(Math.min(...found.map((near) => near.distance)));
    });
  for (const name of [
    'civil',
    'commune',
    'médecin',
    'Laure',
    'Guérin',
    'Benoit',
    'Rousseau',
    'Kim',
    'porte-parole',
    '',
  ])
    test(`« ${name} » is near no place`, () => expect(gazetteer.near(name)).toEqual([]));

  test('small towns are found inside the countries given, and only there', () => {
    const jarniyah = 'geonames:169162';
    expect(gazetteer.near('Djarniya')).toEqual([]);
    expect(gazetteer.near('Djarniya', ['geonames:163843']).map((near) => near.place.id)).toEqual([jarniyah]);
    expect(gazetteer.near('Djarniya', ['geonames:99237'])).toEqual([]);
  });
});

describe('a place by its id', () => {
  test('a town of GeoNames', () =>
    expect(gazetteer.place('geonames:170063')).toEqual({
      id: 'geonames:170063',
      kind: 'town',
      name: { fr: 'Alep', en: 'Aleppo' },
      latitude: 36.2012,
      longitude: 37.1612,
      population: 1602264,
      country: 'SY',
      code: null,
      seat: 'province',
      parent: 'geonames:170062',
      members: [],
      crosses: [],
    }));
  test('a town that is on no list of ours', () =>
    expect(gazetteer.place('geonames:4409896')).toMatchObject({
      name: { fr: 'Springfield' },
      country: 'US',
      kind: 'town',
    }));
  test('a province has its ISO code and stands under its country', () =>
    expect(gazetteer.place('geonames:170792')).toMatchObject({ code: 'SY-DY', parent: 'geonames:163843' }));
  test('a town without a GeoNames id keeps the one it has here', () => {
    const found = gazetteer.lookup('Kafr Nāsij')[0]!;
    expect(found.id).toMatch(/^recoupe:town-[0-9a-f]{8}$/);
    expect(gazetteer.place(found.id)).toEqual(found);
  });
  test('a river crosses countries and lies in none', () => {
    const river = gazetteer.place('recoupe:euphrate')!;
    expect(river.parent).toBeNull();
    expect(river.crosses.map((id) => gazetteer.place(id)!.code)).toEqual(['TR', 'SY', 'IQ']);
  });
  for (const id of ['geonames:1', 'geonames:999999999', 'recoupe:nowhere', 'recoupe:town-00000000', 'Alep', ''])
    test(`none with ${JSON.stringify(id)}`, () => expect(gazetteer.place(id)).toBeUndefined());
});

test('all names of a place', () =>
  expect(gazetteer.namesOf('recoupe:hmeimim')).toEqual(expect.arrayContaining(['hmeimim', 'khmeimim', 'hmeymim'])));

test('another opening of the file answers the same', () => {
  const again = openGazetteer();
  expect(again.version).toBe(gazetteer.version);
  for (const name of ['Paris', 'Springfield', 'Congo']) expect(again.lookup(name)).toEqual(gazetteer.lookup(name));
});

test('a missing file is said', () => {
  const file = new URL('data/places/no-such-file.bin', packageRoot);
  expect(() => openGazetteer(file)).toThrow(expect.objectContaining({ code: 'reading/no-gazetteer' }));
});

test('another file is said to be none of ours', () => {
  const file = new URL('package.json', packageRoot);
  expect(() => openGazetteer(file)).toThrow(expect.objectContaining({ code: 'reading/unknown-gazetteer' }));
});
