import { RUN } from './fingerprints.ts';
import { runsOf } from './words.ts';

/** From this share of the shorter text's runs on, one text is made of the other. */
const SHARED_AT_LEAST = 0.35;

/** How much of the shorter text's runs the longer one has, from 0 to 1; null where neither is made of the other. */
export function copiedShare(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [runsOf(one, RUN), runsOf(other, RUN)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return null;
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared++;
  const share = shared / shorter.size;
  return share >= SHARED_AT_LEAST ? share : null;
}
