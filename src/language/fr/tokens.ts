import type { Span } from '../../core/index.ts';
import { UPOS } from '../sentence.ts';
import type { Lexicon } from './lexicon.ts';

/** A token before it is tagged: where it stands, and the words of a contraction. */
export type RawToken = Span & { readonly parts?: readonly [string, string] };

export type Abbreviations = {
  /** « M. », « Dr. »: a name follows, so that the sentence goes on. */
  readonly beforeName: readonly string[];
  /** « p. », « cf. »: the sentence goes on. */
  readonly inside: readonly string[];
  /** « etc. »: the sentence goes on unless what follows opens one. */
  readonly maybeFinal: readonly string[];
};

export type TokenRules = { readonly lexicon: Lexicon; readonly abbreviations: Abbreviations };

/** Contractions stay one token with their two words recorded (UD's multiword tokens). */
const CONTRACTIONS: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries<readonly [string, string]>({
    du: ['de', 'le'],
    des: ['de', 'les'],
    au: ['à', 'le'],
    aux: ['à', 'les'],
    duquel: ['de', 'lequel'],
    desquels: ['de', 'lesquels'],
    desquelles: ['de', 'lesquelles'],
    auquel: ['à', 'lequel'],
    auxquels: ['à', 'lesquels'],
    auxquelles: ['à', 'lesquelles'],
  }),
);

const APOSTROPHE = "['’‘ʼ]";
const ADDRESS = /(?:https?:\/\/|www\.)[^\s«»"<>]*[^\s«»"<>.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/uy;
const GROUPED = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d\p{L}])/uy;
/** « 7,5 », « 07/12/2017 », « 3e »; a unit stuck to its figure (« 18h ») is a token of its own. */
const NUMBER = /\d+(?:[.,/:’'-]\d+)*(?:(?:er|[èe]?re|nde?|[èeiè]*mes?|es?)(?![\p{L}\p{N}]))?/uy;
/** A word may hold an apostrophe or a hyphen; what belongs to another token is split off afterwards. */
const JOINT = `(?:${APOSTROPHE}|[-‐‑&]|(?<=[\\p{Lu}\\p{N}])/(?=[\\p{Lu}\\p{N}])|\\.(?=\\p{Ll})|(?<=(?<!\\p{L})\\p{Lu})\\.-?(?=\\p{Lu}(?![\\p{L}\\p{N}])))`;
const WORD = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:${JOINT}[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*`, 'uy');
const ELISION = new RegExp(`(?:[ldjmtsncç]|qu|jusqu|lorsqu|puisqu|quoiqu)${APOSTROPHE}`, 'iuy');
/** One token in UD although an apostrophe is in it. */
const WHOLE = new RegExp(
  `(?:aujourd${APOSTROPHE}hui|quelqu${APOSTROPHE}une?s?|c${APOSTROPHE}est-à-dire|l${APOSTROPHE}on|n${APOSTROPHE}djamena)(?![\\p{L}\\p{N}-])`,
  'iuy',
);
/** Signs of several characters: « ... », « -- », « °C », « n° ». */
const SIGN = /\.{2,}|…|-{2,}|°[CF](?!\p{L})|[nN]°/uy;
const INITIAL = /^\p{Lu}\.?$/u;
const CLITIC =
  /^(.+?)(-t[-’']?(?:ils?|elles?|on)|-(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|là|la|y|en))$/iu;

/**
 * Splits a stretch of text into tokens in the manner of UD French: elided words (`l'`, `qu'`) and inverted subjects
 * (`-t-il`) apart, contractions and dates whole. Nothing but white space is left out, nothing is changed. Linear in the
 * length of the stretch.
 */
export function splitTokens(text: string, stretch: Span, rules: TokenRules): RawToken[] {
  const found: RawToken[] = [];
  let at = stretch.start;
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    const end = pattern.test(text) ? pattern.lastIndex : at;
    return Math.min(end, stretch.end) - at;
  };
  const push = (length: number): void => {
    const first = text.charCodeAt(at) | 0x20; // in lower case
    const parts =
      first === 0x61 || first === 0x64 ? CONTRACTIONS.get(text.slice(at, at + length).toLowerCase()) : undefined;
    found.push(parts ? { start: at, end: at + length, parts } : { start: at, end: at + length });
    at += length;
  };
  const mayHaveAddress = /@|www\.|:\/\//.test(text.slice(stretch.start, stretch.end));
  while (at < stretch.end) {
    const letter = text[at]!;
    if (letter === ' ' || /\s/u.test(letter)) {
      at++;
      continue;
    }
    const address = mayHaveAddress && match(ADDRESS);
    if (address) {
      push(address);
      continue;
    }
    if (/\d/.test(letter)) {
      push(match(GROUPED) || match(NUMBER));
      continue;
    }
    const fixed = match(WHOLE) || match(SIGN);
    if (fixed) {
      push(fixed);
      continue;
    }
    if (/h/i.test(letter) && found.at(-1)?.end === at && /\d/.test(text[at - 1]!)) {
      push(1); // « 18h30 » is three tokens
      continue;
    }
    const elided = match(ELISION);
    if (elided) {
      push(elided);
      continue;
    }
    const word = match(WORD);
    if (word) {
      for (const length of wordParts(text, at, at + word, rules)) push(length);
      continue;
    }
    const point = text.codePointAt(at)! > 0xffff ? 2 : 1; // a pair of surrogates is one character
    push(Math.min(point, stretch.end - at));
  }
  return found;
}

/** Cuts a word's clitics off and gives it the full stop of its abbreviation: the lengths of its tokens. */
function wordParts(text: string, start: number, end: number, { lexicon, abbreviations }: TokenRules): number[] {
  let word = text.slice(start, end);
  if (text[end] === '.') {
    const dotted = `${word}.`;
    const known =
      abbreviations.beforeName.includes(dotted) ||
      abbreviations.inside.includes(dotted) ||
      abbreviations.maybeFinal.includes(dotted);
    // « J. », « U.S.A. »: letters with full stops between them end in one.
    if (known || INITIAL.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || /\.-\p{Lu}$/u.test(word))
      return [word.length + 1];
  }
  const clitics: number[] = [];
  while (word.includes('-')) {
    const match = CLITIC.exec(word);
    const before = match && (/^-là$/iu.test(match[2]!) ? /^\p{L}{3,}$/u.test(match[1]!) : isVerb(match[1]!, lexicon));
    if (!match || !before || (clitics.length === 0 && lexicon.mask(word.toLowerCase()) !== 0)) break;
    clitics.unshift(match[2]!.length);
    word = match[1]!;
  }
  return [word.length, ...clitics];
}

const VERB_BITS = (1 << UPOS.indexOf('VERB')) | (1 << UPOS.indexOf('AUX'));

function isVerb(word: string, lexicon: Lexicon): boolean {
  const base = word.includes('-') ? word.slice(0, word.indexOf('-')) : word; // « donne-le » of « donne-le-lui »
  return (lexicon.mask(base.toLowerCase()) & VERB_BITS) !== 0;
}
