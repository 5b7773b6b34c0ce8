import { expect, test } from 'vitest';
import { dossierOf, type Told, world } from '../../tests/crosscheck/sample-dossier.ts';
import { againstInterest } from './interest.ts';
import { accountsOf } from './voices.ts';

const army = 'syrian-government';
const ei = 'islamic-state';
const place = 'Raqqa';
const cases: readonly (readonly [title: string, told: Told, rule: string | null])[] = [
  ['a place taken from its own side', { by: army, type: 'capture', actor: ei, target: army, place }, 'concedes-loss'],
  ['a place taken from an ally', { by: 'russia', type: 'capture', actor: ei, target: army, place }, 'concedes-loss'],
  [
    'its own side holds nothing there',
    { by: army, type: 'control', actor: army, place, polarity: 'negated' },
    'concedes-loss',
  ],
  [
    'the dead of its own side',
    { by: army, type: 'casualties', target: army, figure: '12 deaths' },
    'concedes-casualties',
  ],
  [
    'civilians killed by its own side',
    { by: 'us-led-coalition', type: 'casualties', actor: 'us-led-coalition', target: 'civilians' },
    'concedes-harm',
  ],
  [
    'the other side still holds it',
    { by: 'us-led-coalition', type: 'control', actor: ei, place, figure: '10 percent' },
    'credits-foe',
  ],
  ['a place taken by its own side', { by: army, type: 'capture', actor: army, target: ei, place }, null],
  ['the dead of the other side', { by: army, type: 'casualties', target: ei, figure: '80 deaths' }, null],
  ['an observer has no side', { by: 'sohr', type: 'capture', actor: ei, target: army, place }, null],
  ['an outlet has none', { type: 'capture', actor: ei, target: army, place }, null],
  ['hearsay concedes nothing', { by: army, type: 'capture', actor: ei, target: army, place, modality: 'hedged' }, null],
  ['a denial concedes nothing', { by: army, act: 'deny', type: 'capture', actor: ei, target: army, place }, null],
];
for (const [title, told, rule] of cases)
  test(title, () => {
    const [account] = accountsOf(dossierOf([{ id: 'a', publisher: 'Agence', says: [told] }]), world);
    expect(againstInterest(account!, world)?.rule ?? null).toBe(rule);
  });
