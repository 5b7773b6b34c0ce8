import type { Span } from '../../core/index.ts';
import type { LinearModel } from '../tagger/perceptron.ts';
import { boundaryFeatures, MOST_BOUNDARY_FEATURES, mayEnd } from './boundary.ts';
import type { Lexicon } from './lexicon.ts';
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

const ENDS = /^(?:[.!?…]|\.{2,})$/u;
const CLOSES = /^[»"”’')\]]$/u;
const OPENS_SENTENCE = /^[\p{Lu}\p{Lt}\p{N}«"“‘([—–-]/u;
const OPENS = /^[«"“‘([—–-]$/u;

/** What sentences are split by beside punctuation: a model of where one ends without it (headings, items of a list). */
export type SplitRules = {
  readonly abbreviations: Abbreviations;
  readonly lexicon: Lexicon;
  /** Class 1: a sentence ends before the token. Null in training, where punctuation alone counts. */
  readonly boundaries: LinearModel | null;
};

/**
 * Cuts a paragraph's tokens into sentences: after a full stop, a question or exclamation mark and the marks that close
 * with it, where what follows can open a sentence. A mark inside a quotation that goes on in lower case (« Assez ! » a-t-il
 * lancé) ends nothing.
 */
export function splitSentences(text: string, tokens: readonly RawToken[], rules: SplitRules): RawToken[][] {
  const { abbreviations } = rules;
  const found: RawToken[][] = [];
  let from = 0;
  for (let i = 0; i < tokens.length - 1; i++) {
    const words = text.slice(tokens[i]!.start, tokens[i]!.end);
    const isFinal = ENDS.test(words) || (abbreviations.maybeFinal.includes(words) && startsUpper(text, tokens[i + 1]!));
    if (!isFinal) continue;
    let last = i;
    while (last + 1 < tokens.length && closesHere(text, tokens, last + 1)) last++;
    i = last; // the marks of one run close together, or not at all: looking at each would take their square
    if (last + 1 >= tokens.length || !opensSentence(text, tokens, last + 1)) continue;
    found.push(tokens.slice(from, last + 1));
    from = last + 1;
  }
  if (from < tokens.length) found.push(tokens.slice(from));
  return rules.boundaries === null ? found : found.flatMap((sentence) => withoutPunctuation(text, sentence, rules));
}

/** Cuts where a heading or an item ends without a full stop: never inside brackets or a quotation. */
function withoutPunctuation(text: string, tokens: RawToken[], { lexicon, boundaries }: SplitRules): RawToken[][] {
  const forms = tokens.map(({ start, end }) => text.slice(start, end));
  const features = new Uint32Array(MOST_BOUNDARY_FEATURES);
  const scores = new Int32Array(2);
  const found: RawToken[][] = [];
  let from = 0;
  let depth = 0;
  for (let i = 1; i < tokens.length; i++) {
    if (/^[«“([]$/u.test(forms[i - 1]!)) depth++;
    else if (/^[»”)\]]$/u.test(forms[i - 1]!)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !mayEnd(forms, i)) continue;
    const count = boundaryFeatures(forms, i, i - from, lexicon, features);
    if (boundaries!.best(features, count, scores) !== 1) continue;
    found.push(tokens.slice(from, i));
    from = i;
  }
  found.push(tokens.slice(from));
  return found;
}

/** A closing mark stands right after what it closes; a straight quotation mark after a space opens the next sentence. */
function closesHere(text: string, tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index]!;
  const words = text.slice(token.start, token.end);
  if (ENDS.test(words)) return true; // « ?! », « . . . »
  if (!CLOSES.test(words)) return false;
  const touches = tokens[index - 1]!.end === token.start;
  return touches || words === '»' || words === '”' || words === ')' || words === ']';
}

function opensSentence(text: string, tokens: readonly RawToken[], index: number): boolean {
  const words = text.slice(tokens[index]!.start, tokens[index]!.end);
  if (tokens[index]!.start === tokens[index - 1]!.end && !OPENS.test(words)) return false; // « 3.5 », « fin.fr »
  if (!OPENS_SENTENCE.test(words)) return false;
  // After an opening mark it is the word within that tells: « ! – a-t-il crié » goes on.
  let at = index;
  while (at + 1 < tokens.length && OPENS.test(text.slice(tokens[at]!.start, tokens[at]!.end))) at++;
  return /^[\p{Lu}\p{Lt}\p{N}«"“([]/u.test(text.slice(tokens[at]!.start, tokens[at]!.end));
}

function startsUpper(text: string, token: RawToken): boolean {
  return /^[\p{Lu}«"“]/u.test(text.slice(token.start, token.end));
}
