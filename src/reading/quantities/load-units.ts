import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import type { Units } from './quantity.ts';

/** The nouns of what is counted, from `data/fr/units.json`: lemma to the English plural of the contract. */
export function loadUnits(): Units {
  const file = new URL('data/fr/units.json', packageRoot);
  const { units } = JSON.parse(readFileSync(file, 'utf8')) as { units: Record<string, readonly string[]> };
  return new Map(Object.entries(units).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit] as const)));
}
