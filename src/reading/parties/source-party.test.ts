import { describe, expect, test } from 'vitest';
import { openParties } from './parties.ts';

const parties = openParties();

describe('who a speaker speaks for', () => {
  const cases = [
    ["Observatoire syrien des droits de l'Homme", null, null, 'sohr'],
    ['ministère russe de la Défense', null, null, 'russian-defence-ministry'],
    ['Anton Orvane', 'armée russe', 'général', 'russia'],
    ['Anton Orvane', 'ministère russe de la Défense', 'général', 'russian-defence-ministry'],
    [null, null, 'président français', 'france'],
    ['Claire Vasseur', null, 'ministre française des Armées', 'france'],
    ['Claire Vasseur', null, 'ministre russe des Affaires étrangères', 'russia'],
    ['Samir Daoud', "Observatoire syrien des droits de l'homme", 'directeur', 'sohr'],
    [null, 'Forces démocratiques syriennes', 'soldat', 'syrian-democratic-forces'],
    [null, 'AFP', 'correspondant', 'afp'],
    [null, 'Maison blanche', 'président américain', 'united-states'],
    ['Etats-Unis', null, null, 'united-states'],
    ['coalition internationale', null, null, 'us-led-coalition'],
    ['armée américaine', null, null, 'united-states'],
    ['Claire Vasseur', 'France 24', 'journaliste', 'france-24'],
    ["Conseil des droits de l'homme de l'ONU", null, null, 'un-human-rights-council'],
    ['mission de la Ligue arabe à Hama', 'Ligue arabe', null, 'arab-league'],
    ['parti des Frères musulmans', null, null, 'muslim-brotherhood'],
    [null, 'milices prorégime', null, 'syrian-pro-government-militias'],
    ['Talibans', null, null, 'taliban'],
  ] as const;
  for (const [name, organisation, role, party] of cases)
    test(`${name}, ${organisation}, ${role}`, () => expect(parties.sourceParty(name, organisation, role)).toBe(party));
});

describe('who speaks for no party', () => {
  const cases = [
    ['Nadir', null, 'manifestant'],
    ['Claire Vasseur', null, 'avocate'],
    [null, null, 'experts'],
    [null, null, 'citoyens maliens du nord'],
    ['Claire Vasseur', null, 'ancienne ministre française'],
    ['Timothée Brun', 'mission onusienne en Syrie', 'ancien porte-parole'],
    ['armée', null, null],
    ['Israël Orvane', null, null],
    ['djihadistes', null, null],
    [null, null, 'étudiant syrien'],
    [null, null, null],
  ] as const;
  for (const [name, organisation, role] of cases)
    test(`${name}, ${organisation}, ${role}`, () => expect(parties.sourceParty(name, organisation, role)).toBeNull());
});

test('speakers joined by « et » are several', () => {
  expect(parties.sourceParties('armée américaine et Forces démocratiques syriennes', null, null)).toEqual([
    'united-states',
    'syrian-democratic-forces',
  ]);
  expect(parties.sourceParties('Irak et Syrie', null, null)).toEqual(['iraq', 'syrian-government']);
});
