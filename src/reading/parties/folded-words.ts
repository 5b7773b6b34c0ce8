import { foldName } from '../../core/index.ts';

/** What the party rules ask of a token; every `Token` of the language room has it. Spans count UTF-16 code units. */
export type PartyToken = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
};

/** One folded word. A token may hold several: « Etats-Unis » is `etats` and `unis`, « l'armée » is `l` and `armee`. */
export type FoldedWord = {
  /** What rules compare: no accents, lower case; of a punctuation mark, the mark, with quotation marks as `"`. */
  readonly key: string;
  /** The word as the text writes it, for rules in which capitals count. */
  readonly raw: string;
  /** Index of its token. */
  readonly token: number;
  /** A name may begin here: not after a hyphen, so that « anti-EI » is not EI. */
  readonly opens: boolean;
  /** A name may end here: it is the last word of its token. */
  readonly closes: boolean;
};

// What `foldName` folds to a space. Listed by hand: `\p{…}` classes cost some ten milliseconds to compile at load.
const SEPARATORS = /[\s\-\u2010-\u2015'’ʼʿʾ`´_.]+/;
const MARKS = /^[!-/:-@[-`{-~«»…·•°§©\u2000-\u206f]*$/;
const QUOTES = /^[«»"“”„‟]+$/;
const HYPHEN = /^[-\u2010-\u2015]$/;
const ABBREVIATION = /^(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]?$/;
const ELISIONS = new Set(['l', 'd', 'qu', 'jusqu', 'lorsqu', 'puisqu']);

/** The folded words of a sentence's tokens. A hyphen with no space on either side joins; other marks stand for themselves. */
export function foldWords(tokens: readonly PartyToken[]): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  let joined = false;
  tokens.forEach((token, index) => {
    const raws = splitRaw(token.text);
    if (raws.length === 0) {
      joined = isJoiner(tokens, index);
      if (!joined) words.push({ key: markKey(token.text), raw: token.text, token: index, opens: false, closes: false });
      return;
    }
    let opens = !joined;
    raws.forEach((raw, i) => {
      const key = foldName(raw);
      words.push({ key, raw, token: index, opens, closes: i === raws.length - 1 });
      opens &&= ELISIONS.has(key);
    });
    joined = false;
  });
  return words;
}

/** The folded words from one index to another, one space apart. */
export function joinKeys(words: readonly FoldedWord[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ');
}

/** The words of a phrase of our own data, or of a name on its own, where no token is given. */
export function splitRaw(text: string): readonly string[] {
  const whole = ABBREVIATION.test(text) ? text.replaceAll('.', '') : text;
  return whole.split(SEPARATORS).filter((word) => !MARKS.test(word));
}

/** A phrase as tokens, for names that come without a sentence: words, and every other mark on its own. */
export function phraseTokens(phrase: string): readonly PartyToken[] {
  return [...phrase.matchAll(/(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}+]+(?:[\p{Pd}][\p{L}\p{N}\p{M}]+)*['’]?|[^\s]/gu)].map(
    (match) => ({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

function isJoiner(tokens: readonly PartyToken[], index: number): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  return HYPHEN.test(token.text) && before?.end === token.start && after?.start === token.end;
}

function markKey(text: string): string {
  return QUOTES.test(text) ? '"' : text;
}
