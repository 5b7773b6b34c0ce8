import { UPOS } from '../sentence.ts';
import { hash, mix } from '../tagger/perceptron.ts';
import type { Lexicon } from './lexicon.ts';

/** More than a place between two tokens needs; a test counts them. */
export const MOST_BOUNDARY_FEATURES = 32;

const bit = (...tags: readonly (typeof UPOS)[number][]): number =>
  tags.reduce((mask, tag) => mask | (1 << UPOS.indexOf(tag)), 0);
const FUNCTION_WORDS = bit('DET', 'PRON', 'ADP', 'ADV', 'SCONJ', 'CCONJ', 'AUX');

/** What the places between sentences are told by in one token. */
export type BoundaryWord = {
  readonly form: string;
  readonly hash: number;
  /** Tags that the lexicon allows, as bits. */
  readonly mask: number;
  readonly shape: number;
  /** Hash of a mark, 0 for a word. */
  readonly mark: number;
  /** What a sentence may begin with: 2 a letter in upper case, a figure, a mark that opens; 1 one in lower case; 0 no. */
  readonly begins: 0 | 1 | 2;
  readonly isDash: boolean;
  /** A full stop, a question or exclamation mark, or several. */
  readonly ends: boolean;
};

export function boundaryWord(form: string, lexicon: Lexicon): BoundaryWord {
  const lower = form.toLowerCase();
  return {
    form,
    hash: hash(lower),
    mask: lexicon.mask(lower),
    shape: shape(form),
    mark: /^[;:,.!?…)\]»”"–—-]+$/u.test(form) ? hash(form) : 0,
    begins: /^[\p{Lu}\p{N}«"“([–—-]/u.test(form) ? 2 : /^\p{L}/u.test(form) ? 1 : 0,
    isDash: /^[–—-]$/u.test(form),
    ends: /^(?:[.!?…]|\.{2,})$/u.test(form),
  };
}

const NONE: BoundaryWord = {
  form: '',
  hash: hash(''),
  mask: 0,
  shape: 0,
  mark: 0,
  begins: 0,
  isDash: false,
  ends: false,
};

/** Where a sentence may end before token `i` at all: the token could open one, and the one before is no opening mark. */
export function mayEnd(words: readonly BoundaryWord[], i: number): boolean {
  const { begins, isDash } = words[i]!;
  if (begins === 0) return false;
  const before = words[i - 1]!.form;
  if (/^[.:;?!]$/u.test(before)) return true; // « . à ce jour », a capital that lost its accent
  if (begins === 1) return false;
  // « AUTRE(S) »: the end of a word
  if (before === ')' && i > 2 && words[i - 3]!.form === '(' && /^\p{Lu}{1,2}$/u.test(words[i - 2]!.form)) return false;
  // « … – nombre d'entre eux … »: a dash before a small letter is an aside
  if (isDash && !/^[\p{Lu}«"“]/u.test(words[i + 1]?.form ?? '')) return false;
  return !/^[«"“([–—'’-]$|['’]$/u.test(before);
}

/** What tells that a sentence ends before token `i`, having begun at token `from`; written into `into`, returns how many. */
export function boundaryFeatures(words: readonly BoundaryWord[], i: number, from: number, into: Uint32Array): number {
  const [p2, p, w] = [words[i - 2] ?? NONE, words[i - 1]!, words[i]!];
  const [n, n2] = [words[i + 1] ?? NONE, words[i + 2] ?? NONE];
  const [s2, s, t, t1, t2] = [p2.shape, p.shape, w.shape, n.shape, n2.shape];
  const { mark } = p;
  const isFunction = (w.mask & FUNCTION_WORDS) !== 0 ? 1 : 0;
  const far = Math.min(i - from, 40) >> 2;
  const verb = onlyVerb(words, Math.max(from, i - 40), i);
  const next = onlyVerb(words, i, Math.min(words.length, i + 12));
  let k = 0;
  const add = (a: number, b = 0, c = 0): void => {
    into[k] = mix(900 + k, a, b, c);
    k++;
  };
  add(0);
  add(mark);
  add(s, t, t1);
  add(s, t);
  add(w.hash);
  add(p.hash);
  add(w.mask);
  add(p.mask);
  add(isFunction, mark);
  add(isFunction, s, t1);
  add(w.mask, s);
  add(w.hash, s);
  add(p.mask, w.mask);
  add(far);
  add(far, mark);
  add(far, isFunction, s);
  add(n.hash, t);
  add(n.mask, isFunction, mark);
  add(s2, s, t);
  add(s2 * 128 + s, t, t1);
  add(s * 128 + t, t1, t2);
  add(verb, isFunction, s);
  add(verb, next, mark);
  add(verb * 2 + isFunction, far, mark);
  add(words[from]!.shape, s, t);
  add(w.mask, n.mask, s);
  add(p2.mask, p.mask, isFunction);
  add(next, isFunction, s);
  return k;
}

const VERBS = bit('VERB', 'AUX');
/** 1 where a word in the stretch can be nothing but a verb. */
function onlyVerb(words: readonly BoundaryWord[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { mask } = words[i]!;
    if (mask !== 0 && (mask & ~VERBS) === 0) return 1;
  }
  return 0;
}

function shape(form: string): number {
  if (form === '') return 0;
  if (/^\p{Lu}+$/u.test(form)) return form.length === 1 ? 1 : 2;
  if (/^\p{Lu}/u.test(form)) return 3;
  if (/^\p{Ll}/u.test(form)) return 4;
  if (/^\p{N}/u.test(form)) return 5;
  return 6 + (form.charCodeAt(0) % 97);
}
