import { expect, test } from 'vitest';
import { world } from '../../../tests/crosscheck/sample-dossier.ts';
import { creditOf } from './credit.ts';

const ARTICLE = 'Les rebelles ont quitté la ville, selon le maire (photo).\nLe calme est revenu.';
const cases = [
  [`${ARTICLE} (avec AFP)`, 'party:afp'],
  [`${ARTICLE}\n\nAvec AFP et Reuters`, 'party:afp'],
  [`${ARTICLE}\nSource : Reuters`, 'party:reuters'],
  [`${ARTICLE}\nAFP`, 'party:afp'],
  [`${ARTICLE} (Avec Agence Méridienne)`, 'name:agence meridienne'],
  [`${ARTICLE} (Kaboul)`, null],
  [`L'AFP rapporte que le pont a sauté.\n${ARTICLE}`, null],
  [`${ARTICLE}\nAvec le temps, les habitants sont revenus.`, null],
] as const;
for (const [text, key] of cases)
  test(`${JSON.stringify(text.slice(-40))}: ${key}`, () =>
    expect(creditOf(text, { noise: [] }, world.parties)?.key ?? null).toBe(key));

test('an agency in the dateline', () => {
  const text = 'KHARTOUM | AFP | 3 mai 2023 - Les combats ont repris.';
  const noise = [{ start: 0, end: 30, kind: 'dateline' as const, rule: 'dateline' }];
  expect(creditOf(text, { noise }, world.parties)).toEqual({ key: 'party:afp', label: 'AFP' });
});
