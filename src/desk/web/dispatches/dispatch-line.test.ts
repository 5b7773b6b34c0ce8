import { expect, test } from 'vitest';
import { headlineOf } from './dispatch-line.ts';

const cases = [
  // title, opening                                                              headline
  ['Le pont est repris', 'Peu importe – la suite', 'Le pont est repris'],
  [null, 'Le pont est repris – Les milices ont quitté la rive…', 'Le pont est repris'],
  [null, 'Agencia Meseta | Beirut | 20/11/2017 – El ejército vuelve a entrar', 'El ejército vuelve a entrar'],
  [null, 'Les milices ont quitté la rive nord, selon…', 'Les milices ont quitté la rive nord, selon…'],
  [null, 'Rien – ici', 'Rien – ici'],
  [null, '', 'pont.txt'],
] as const;
for (const [title, opening, headline] of cases)
  test(`« ${opening} »: ${headline}`, () => expect(headlineOf({ title, opening, name: 'pont.txt' })).toBe(headline));
