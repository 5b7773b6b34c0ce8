import { UPOS } from '../sentence.ts';
import { hash, mix } from '../tagger/perceptron.ts';
import type { Lexicon } from './lexicon.ts';

/** More than a place between two tokens needs; a test counts them. */
export const MOST_BOUNDARY_FEATURES = 32;

const bit = (...tags: readonly (typeof UPOS)[number][]): number =>
  tags.reduce((mask, tag) => mask | (1 << UPOS.indexOf(tag)), 0);
const FUNCTION_WORDS = bit('DET', 'PRON', 'ADP', 'ADV', 'SCONJ', 'CCONJ', 'AUX');

/** Where a sentence may end before token `i` at all: the token could open one, and the one before is no opening mark. */
export function mayEnd(forms: readonly string[], i: number): boolean {
  // « … – nombre d'entre eux … »: a dash before a small letter is an aside
  if (/^[–—-]$/u.test(forms[i]!) && !/^[\p{Lu}«"“]/u.test(forms[i + 1] ?? '')) return false;
  return /^[\p{Lu}\p{N}«"“–—-]/u.test(forms[i]!) && !/^[«"“([–—'’-]$|['’]$/u.test(forms[i - 1]!);
}

/** What tells that a sentence ends before token `i`, `length` tokens after its begin; written into `into`, returns how many. */
export function boundaryFeatures(
  forms: readonly string[],
  i: number,
  length: number,
  lexicon: Lexicon,
  into: Uint32Array,
): number {
  const [p, w, n] = [forms[i - 1]!, forms[i]!, forms[i + 1] ?? ''];
  const lower = w.toLowerCase();
  const mask = lexicon.mask(lower);
  const isFunction = (mask & FUNCTION_WORDS) !== 0 ? 1 : 0;
  const before = lexicon.mask(p.toLowerCase());
  const mark = /^[;:,.!?…)\]»”"–—-]+$/u.test(p) ? hash(p) : 0;
  const far = Math.min(length, 40) >> 2;
  let k = 0;
  const add = (a: number, b = 0, c = 0): void => {
    into[k] = mix(900 + k, a, b, c);
    k++;
  };
  add(0);
  add(mark);
  add(shape(p), shape(w), shape(n));
  add(shape(p), shape(w));
  add(hash(lower));
  add(hash(p.toLowerCase()));
  add(mask);
  add(before);
  add(isFunction, mark);
  add(isFunction, shape(p), shape(n));
  add(mask, shape(p));
  add(hash(lower), shape(p));
  add(before, mask);
  add(far);
  add(far, mark);
  add(far, isFunction, shape(p));
  add(hash(n.toLowerCase()), shape(w));
  add(lexicon.mask(n.toLowerCase()), isFunction, mark);
  return k;
}

function shape(form: string): number {
  if (form === '') return 0;
  if (/^\p{Lu}+$/u.test(form)) return form.length === 1 ? 1 : 2;
  if (/^\p{Lu}/u.test(form)) return 3;
  if (/^\p{Ll}/u.test(form)) return 4;
  if (/^\p{N}/u.test(form)) return 5;
  return 6 + (form.charCodeAt(0) % 97);
}
