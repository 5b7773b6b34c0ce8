import { expect, test } from 'vitest';
import { dispatchFrom } from '../../intake/index.ts';
import { openReader } from '../reader.ts';

// What a claim takes from the words around it, beside the row that reads it: the speaker, what was told before, the list.

const reader = openReader();
type Told = { type: string; actor: readonly string[]; target: readonly string[]; value?: number; polarity?: string };

function told(text: string): Told[] {
  const dispatch = dispatchFrom(new TextEncoder().encode(text), { name: 'x.txt', date: '2024-05-16', language: 'fr' });
  return reader.read(dispatch).claims.map(({ type, actor, target, quantity, polarity }) => ({
    type,
    actor,
    target,
    ...(quantity ? { value: quantity.value } : {}),
    ...(polarity === 'negated' ? { polarity } : {}),
  }));
}

test.each<[string, string, Told]>([
  [
    'the infinitive that opens what is said is the speaker’s',
    'Le M23 affirme être sur le point de prendre Goma.',
    { type: 'capture', actor: ['m23'], target: [] },
  ],
  [
    '« ses forces » in what somebody says are the speaker’s',
    'Le M23 conteste cette victoire et affirme que ses forces ont repris la ville de Goma.',
    { type: 'capture', actor: ['m23'], target: [] },
  ],
  [
    'a loss that is denied is the denier’s',
    'Le M23 dément la perte de Goma.',
    { type: 'capture', actor: [], target: ['m23'], polarity: 'negated' },
  ],
  [
    'to whom a taking is attributed',
    'Le M23 attribue la prise de Goma aux soldats rwandais.',
    { type: 'capture', actor: ['rwanda'], target: [] },
  ],
  [
    '« en » counts what was counted',
    'Le M23 a tué douze civils à Goma. L’ONU n’en a recensé que cinq.',
    { type: 'casualties', actor: ['m23'], target: ['civilians'], value: 5 },
  ],
  [
    'each figure of a list is a claim',
    'Douze soldats maliens et quarante djihadistes ont été tués dans les combats de Gao.',
    { type: 'casualties', actor: [], target: ['jihadists'], value: 40 },
  ],
  [
    'whose ambush it is did the killing',
    'Une embuscade du Hezbollah a fait neuf morts dans les rangs israéliens.',
    { type: 'casualties', actor: ['hezbollah'], target: ['israel'], value: 9 },
  ],
  [
    '« ses hommes » are of whoever speaks',
    'L’armée congolaise affirme que ses hommes ne sont pas entrés dans Goma.',
    { type: 'movement', actor: ['democratic-republic-of-the-congo'], target: [], polarity: 'negated' },
  ],
  [
    '« dont sept policiers » are not of those before « dont »',
    'Douze personnes, dont sept policiers, ont été tuées à Gao.',
    { type: 'casualties', actor: [], target: ['mali'], value: 7 },
  ],
  [
    'a participle behind a comma counts for itself',
    'L’explosion a tué douze personnes, blessant treize autres.',
    { type: 'casualties', actor: [], target: [], value: 13 },
  ],
  [
    '« en » counts of those who were told of',
    'L’explosion a tué douze personnes et en a blessé une trentaine.',
    { type: 'casualties', actor: [], target: [], value: 30 },
  ],
  [
    'a noun behind which it is laid on somebody',
    'L’attentat de Gao, attribué au groupe Boko Haram, a choqué.',
    { type: 'attack', actor: ['boko-haram'], target: [] },
  ],
  [
    'whom something is taken from stands before what is taken',
    'L’armée malienne a repris mardi aux rebelles la ville de Gao.',
    { type: 'capture', actor: ['mali'], target: ['rebels'] },
  ],
  [
    '« ces derniers » are who was named last',
    'L’Iran arme les houthis. Ces derniers disposeraient de 350.000 combattants.',
    { type: 'strength', actor: ['houthis'], target: [], value: 350000 },
  ],
  [
    'helpers come in by « de » too',
    'Les troupes maliennes, aidées de la Russie, ont repris Gao.',
    { type: 'support', actor: ['russia'], target: ['mali'] },
  ],
  [
    'nobody has what there is',
    'Les avions russes bombardent Gao. Le ministère russe ajoute qu’il n’y a aucun village sous le contrôle d’Al-Qaïda.',
    { type: 'control', actor: ['al-qaeda'], target: [], polarity: 'negated' },
  ],
  [
    'what opens a sentence is of the subject behind it',
    'Al-Qaïda recule au Mali. Le président français, dont le pays participe à la coalition, a parlé. Dans les zones qu’il contrôlait, le groupe jihadiste commettait des crimes et, selon plusieurs sources, planifiait des attentats en Europe, où il a revendiqué de nombreuses attaques.',
    { type: 'attack', actor: ['al-qaeda'], target: [] },
  ],
  [
    'of several, those of the sentence are meant by « leur »',
    'Des combattants du Hezbollah ont pris Gao. La Russie aide les forces maliennes dans leur combat contre Al-Qaïda.',
    { type: 'attack', actor: ['mali'], target: ['al-qaeda'] },
  ],
  [
    'an event that is taken up is nobody',
    'L’armée malienne bombarde Gao. Le conflit avec Al-Qaïda s’est étendu. Il a fait plus de 3.000 morts.',
    { type: 'casualties', actor: [], target: [], value: 3000 },
  ],
  [
    'so is one that a participle opens with',
    'L’armée malienne avance. Déclenché en 2012 par le régime malien, le conflit s’est étendu. Il a fait plus de 3.000 morts.',
    { type: 'casualties', actor: [], target: [], value: 3000 },
  ],
  [
    'who is there stands behind who says so',
    'Les forces maliennes ont repris la région de Gao, où se trouvaient selon l’ONU 1.500 djihadistes.',
    { type: 'presence', actor: ['jihadists'], target: [], value: 1500 },
  ],
  [
    'nobody’s deed is denied',
    'Aucun avion russe n’a bombardé Gao.',
    { type: 'attack', actor: ['russia'], target: [], polarity: 'negated' },
  ],
])('%s', (_, text, claim) => {
  expect(told(text)).toContainEqual(claim);
});
