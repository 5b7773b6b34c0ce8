import { describe, expect, test } from 'vitest';
import { dossierOf, type Printed, world } from '../../tests/crosscheck/sample-dossier.ts';
import { askControl, type ControlAsk, changesBetween } from './ask-control.ts';

const army = 'syrian-government';
const ei = 'islamic-state';
const boukamal = world.gazetteer.lookup('Boukamal')[0]!.id;
const told: Printed[] = [
  {
    id: 'a',
    publisher: 'Agence Méridienne',
    published: '2017-11-09',
    says: [
      { by: army, type: 'capture', actor: army, target: ei, place: 'Boukamal', time: '2017-11-09' },
      { by: 'sohr', type: 'capture', actor: 'hezbollah', target: ei, place: 'Boukamal', time: '2017-11-09' },
    ],
  },
  {
    id: 'b',
    publisher: 'Radio Ponant',
    published: '2017-11-11',
    says: [
      { by: 'sohr', type: 'capture', actor: ei, place: 'Boukamal', time: '2017-11-11' },
      { by: army, type: 'control', actor: army, place: 'Boukamal', time: '2017-11-11' },
    ],
  },
];
const ask = (asked: Partial<ControlAsk>) =>
  askControl(dossierOf(told), { places: [boukamal], asOf: '2017-11-11', believe: [], ...asked }, world);
const holders = (asked: Partial<ControlAsk>): string[] => ask(asked).holders.map(({ party }) => party);

describe('who holds it', () => {
  const cases: readonly (readonly [title: string, asked: Partial<ControlAsk>, parties: string[]])[] = [
    ['before it was taken', { asOf: '2017-11-08' }, [ei]],
    ['by both accounts of the capture', { asOf: '2017-11-09' }, ['hezbollah', army]],
    ['by one of them', { asOf: '2017-11-09', believe: ['sohr'] }, ['hezbollah']],
    ['by all but one', { asOf: '2017-11-09', exclude: ['sohr'] }, [army]],
    ['by the better graded', { asOf: '2017-11-09', grades: { sohr: 'B', [army]: 'D' } }, ['hezbollah']],
    ['an unreliable source ranks below one that nobody graded', { asOf: '2017-11-09', grades: { sohr: 'E' } }, [army]],
    ['once lost again, by the better graded', { grades: { sohr: 'B' } }, [ei]],
    ['once lost again, by the army', { believe: [army] }, [army]],
  ];
  for (const [title, asked, parties] of cases) test(title, () => expect(holders(asked)).toEqual(parties));
});

test('what a better grade outweighs is told apart, and the answer stays contested', () => {
  const { outweighed, contested } = ask({ asOf: '2017-11-09', grades: { sohr: 'B', [army]: 'D' } });
  expect(outweighed.map(({ party, grade }) => `${party} ${grade}`)).toEqual([`${army} D`]);
  expect(contested).toBe(true);
});

test('each holder says where, since when, by how many origins, and whether it is contested', () => {
  expect(ask({ asOf: '2017-11-09', believe: ['sohr'] }).holders).toMatchObject([
    { party: 'hezbollah', place: boukamal, since: '2017-11-09', origins: 1, contested: false, grade: null },
  ]);
});

test('what changed since another day', () => {
  const now = ask({ believe: ['sohr'] });
  expect(changesBetween(ask({ asOf: '2017-11-09', believe: ['sohr'] }), now)).toEqual({
    since: '2017-11-09',
    gained: [{ party: ei, place: boukamal }],
    lost: [{ party: 'hezbollah', place: boukamal }],
    shares: [],
  });
  expect(changesBetween(now, now)).toMatchObject({ gained: [], lost: [], shares: [] });
});
