import type { Span } from '../../core/index.ts';
import type { LinearModel } from '../tagger/perceptron.ts';
import { type BoundaryWord, boundaryFeatures, MOST_BOUNDARY_FEATURES, mayEnd } from './boundary.ts';
import type { Abbreviations, RawToken } from './tokens.ts';

/**
 * The paragraphs of a text: blocks between blank lines; in a block each line is one, unless the block was wrapped by a
 * program, which shows by its lines being of about one length and not ending a sentence.
 */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = [];
  for (const block of stretches(text, /(?:\r\n|\r|\n)[^\S\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*)+/g)) {
    const lines = [...stretches(text.slice(block.start, block.end), /\r\n|\r|\n/g)];
    if (lines.length < 2 || isWrapped(text.slice(block.start, block.end), lines)) found.push(block);
    else found.push(...lines.map((line) => ({ start: block.start + line.start, end: block.start + line.end })));
  }
  return found;
}

/** The stretches between separators, without white space at their ends; empty ones are left out. */
function* stretches(text: string, separator: RegExp): Generator<Span> {
  let from = 0;
  for (const match of text.matchAll(separator)) {
    yield* trimmed(text, from, match.index);
    from = match.index + match[0].length;
  }
  yield* trimmed(text, from, text.length);
}

function* trimmed(text: string, start: number, end: number): Generator<Span> {
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  if (end > start) yield { start, end };
}

/** Mail and old wires break lines at 60 to 80 characters: all but the last are long, and most end in mid-sentence. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const inner = lines.slice(0, -1);
  const longest = Math.max(...lines.map((line) => line.end - line.start));
  const even = inner.every((line) => line.end - line.start > longest - 30);
  const open = inner.filter((line) => !/[.!?…:»"”]$/u.test(text.slice(line.start, line.end)));
  return longest <= 100 && longest >= 40 && even && open.length * 2 > inner.length;
}

/** What sentences are split by beside punctuation: a model of where one ends without it (headings, items of a list). */
export type SplitRules = {
  readonly abbreviations: Abbreviations;
  /** Class 1: a sentence ends before the token. Null in training, where punctuation alone counts. */
  readonly boundaries: LinearModel | null;
};

/** A sentence as the numbers of its tokens, `to` exclusive. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * Cuts a paragraph's tokens into sentences: after a full stop, a question or exclamation mark and the marks that close
 * with it, where what follows can open a sentence. A mark inside a quotation that goes on in lower case (« Assez ! » a-t-il
 * lancé) ends nothing. `words` are the tokens as the model sees them.
 */
export function splitSentences(
  tokens: readonly RawToken[],
  words: readonly BoundaryWord[],
  { abbreviations, boundaries }: SplitRules,
): Stretch[] {
  const found: Stretch[] = [];
  const add = (from: number, to: number): void => {
    if (boundaries === null) found.push({ from, to });
    else addWithoutPunctuation(words, from, to, boundaries, found);
  };
  let from = 0;
  let quotes = 0;
  for (let i = 0; i < tokens.length - 1; i++) {
    const { form, ends } = words[i]!;
    if (form === '"') quotes++;
    if (!ends && !(form.endsWith('.') && abbreviations.maybeFinal.includes(form) && isUpper(words[i + 1]!))) continue;
    let last = i;
    while (last + 1 < tokens.length && closesHere(tokens, words, last + 1, quotes % 2 === 1)) last++;
    for (let at = i + 1; at <= last; at++) if (words[at]!.form === '"') quotes++;
    i = last; // the marks of one run close together, or not at all: looking at each would take their square
    if (last + 1 >= tokens.length || !opensSentence(tokens, words, last + 1)) continue;
    add(from, last + 1);
    from = last + 1;
    quotes = 0;
  }
  if (from < tokens.length) add(from, tokens.length);
  return found;
}

const OPENS_PAIR = new Set('«“([');
const CLOSES_PAIR = new Set('»”)]');
const features = new Uint32Array(MOST_BOUNDARY_FEATURES);
const scores = new Int32Array(2);

/** Cuts where a heading or an item ends without a full stop: never inside brackets or a quotation. */
function addWithoutPunctuation(
  all: readonly BoundaryWord[],
  first: number,
  last: number,
  boundaries: LinearModel,
  found: Stretch[],
): void {
  const words = all.slice(first, last);
  let from = 0;
  let depth = 0;
  for (let i = 1; i < words.length; i++) {
    const before = words[i - 1]!.form;
    if (before.length === 1) {
      if (OPENS_PAIR.has(before)) depth++;
      else if (CLOSES_PAIR.has(before)) depth = Math.max(0, depth - 1);
    }
    if (depth > 0 || !mayEnd(words, i) || opensTitle(words, i)) continue;
    const count = boundaryFeatures(words, i, from, features);
    if (boundaries.best(features, count, scores) !== 1) continue;
    found.push({ from: first + from, to: first + i });
    from = i;
  }
  found.push({ from: first + from, to: last });
}

const PAPER =
  /^(?:quotidien|journal|hebdomadaire|mensuel|magazine|site|chaîne|radio|revue|blog|roman|film|livre|restaurant|club)$/;

/** « le quotidien français Le Rhône libre »: the capital is that of a title, not of a sentence. */
function opensTitle(words: readonly BoundaryWord[], at: number): boolean {
  const isArticle = /^(?:Le|La|Les|L')$/.test(words[at]!.form);
  return isArticle && words.slice(Math.max(0, at - 3), at).some(({ form }) => PAPER.test(form));
}

const CLOSES = /^[»”"’')\]]$/u;
const OPENS_SENTENCE = /^[\p{Lu}\p{Lt}\p{N}«"“‘([—–-]/u;
const OPENS = /^[«"“‘([—–-]$/u;

/** A closing mark stands right after what it closes; a straight quotation mark after a space opens the next sentence, unless one is open. */
function closesHere(
  tokens: readonly RawToken[],
  words: readonly BoundaryWord[],
  index: number,
  isOpen: boolean,
): boolean {
  const { form, ends } = words[index]!;
  if (ends) return true; // « ?! », « . . . »
  if (!CLOSES.test(form)) return false;
  const touches = tokens[index - 1]!.end === tokens[index]!.start;
  return touches || (form === '"' && isOpen) || CLOSES_PAIR.has(form);
}

function opensSentence(tokens: readonly RawToken[], words: readonly BoundaryWord[], index: number): boolean {
  const { form } = words[index]!;
  if (tokens[index]!.start === tokens[index - 1]!.end && !OPENS.test(form)) return false; // « 3.5 », « fin.fr »
  if (!OPENS_SENTENCE.test(form)) return false;
  // After an opening mark it is the word within that tells: « ! – a-t-il crié » goes on.
  let at = index;
  while (at + 1 < tokens.length && OPENS.test(words[at]!.form)) at++;
  return /^[\p{Lu}\p{Lt}\p{N}«"“([]/u.test(words[at]!.form);
}

function isUpper({ form }: BoundaryWord): boolean {
  return /^[\p{Lu}«"“]/u.test(form);
}
