import { analyse } from 'chardet';
import type { Bilingual } from '../../core/index.ts';
import { encodingNamed } from './names.ts';
import { readAs } from './read-as.ts';
import { likenessOf } from './western.ts';

/** What French newsrooms wrote in before UTF-8, likeliest first; Latin-1 is not among them, since its readable part is in Windows-1252. */
const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850'] as const;

/** Scoring needs no more than this many bytes; the whole is still read strictly. */
const SAMPLE_BYTES = 1_000_000;
/** A western text has this share of French characters at least, or chardet has its say. Mac French read as DOS has none. */
const FRENCH_ENOUGH = 0.9;
/** More characters out of place than this share, and it is no western text. */
const ODD_AT_MOST = 0.1;
/** Two encodings whose scores are closer than this are both possible: the choice is a doubt. */
const CLOSE_SCORES = 0.5;
/** chardet's confidence, 0 to 100, under which it guesses wrong more often than right on texts of a few sentences. */
const CHARDET_SURE = 40;
/** Two of chardet's matches this close are both possible. */
const CHARDET_CLOSE = 15;

type Guess =
  | { readonly encoding: string; readonly text: string; readonly rival: Rival | null }
  /** Nothing reads the bytes well enough; `likeliest` is an example to try. */
  | { readonly encoding: null; readonly tried: readonly string[]; readonly likeliest: string };

/** An encoding that would also do and reads some words otherwise. */
type Rival = { readonly encoding: string; readonly words: Bilingual };

type Candidate = { readonly encoding: string; readonly text: string; readonly score: number };

/** Guesses the encoding of bytes that hold no zero byte and are not UTF-8. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const matches = chardetMatches(bytes);
  const western = westernCandidates(bytes);
  const best = western[0];
  if (best) {
    const { french, odd } = likenessOf(best.text.slice(0, SAMPLE_BYTES));
    const isFrench = french >= FRENCH_ENOUGH && odd <= ODD_AT_MOST;
    const isWestern = odd <= ODD_AT_MOST && (isLatin1(matches[0]?.encoding) || isFarAhead(western));
    if (isFrench || isWestern) return chosen(best, western.slice(1), CLOSE_SCORES);
  }
  const clean = matches.filter(({ score }) => score >= CHARDET_SURE).flatMap((match) => readCandidate(bytes, match));
  if (clean[0]) return chosen(clean[0], clean.slice(1), CHARDET_CLOSE);
  const tried = [...new Set(['utf-8', ...WESTERN, ...matches.map(({ encoding }) => encoding)])];
  const likeliest = matches.find(({ encoding }) => !WESTERN.some((western) => western === encoding));
  return { encoding: null, tried, likeliest: likeliest?.encoding ?? 'windows-1252' };
}

/** Neither Mac nor DOS makes a clean western text out of another encoding's bytes; Windows-1252 does, of Czech or Turkish. */
function isFarAhead([best, ...others]: readonly Candidate[]): boolean {
  if (best?.encoding !== 'macintosh' && best?.encoding !== 'ibm850') return false;
  return others.every(({ score }) => best.score - score >= CLOSE_SCORES);
}

function chosen(best: Candidate, others: readonly Candidate[], close: number): Guess {
  const rival = others.find(
    (other) => other.text !== best.text && (best.score - other.score < close || isTwin(best.encoding, other.encoding)),
  );
  return {
    encoding: best.encoding,
    text: best.text,
    rival: rival ? { encoding: rival.encoding, words: difference(best.text, rival.text) } : null,
  };
}

/** Latin-9 differs from Windows-1252 by eight signs only (½ or œ): a few words decide, so that it is never sure. */
function isTwin(a: string, b: string): boolean {
  const twins = ['windows-1252', 'iso-8859-15'];
  return twins.includes(a) && twins.includes(b);
}

/** The western encodings that read all the bytes, best first; of equals, the commoner. */
function westernCandidates(bytes: Uint8Array): Candidate[] {
  return WESTERN.flatMap((encoding) => readCandidate(bytes, { encoding, score: 0 }))
    .map((candidate) => ({ ...candidate, score: likenessOf(candidate.text.slice(0, SAMPLE_BYTES)).score }))
    .sort((a, b) => b.score - a.score);
}

function readCandidate(bytes: Uint8Array, { encoding, score }: { encoding: string; score: number }): Candidate[] {
  const { text } = readAs(bytes, encoding);
  return text === null ? [] : [{ encoding, text, score }];
}

/** chardet's matches by WHATWG name, surest first. */
function chardetMatches(bytes: Uint8Array): { encoding: string; score: number }[] {
  return analyse(bytes.subarray(0, SAMPLE_BYTES))
    .filter(({ name }) => !/^UTF-|^ASCII$/.test(name))
    .flatMap(({ name, confidence }) => {
      const encoding = encodingNamed(name);
      return encoding === null ? [] : [{ encoding, score: confidence }];
    })
    .filter(({ encoding }, i, all) => all.findIndex((match) => match.encoding === encoding) === i);
}

function isLatin1(encoding: string | undefined): boolean {
  return encoding === undefined || encoding === 'windows-1252';
}

/** The first words that the two read differently, with a few letters around. */
function difference(ours: string, theirs: string): Bilingual {
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const around = (text: string) =>
    text
      .slice(Math.max(0, at - 12), at + 12)
      .replace(/\s+/gu, ' ')
      .trim();
  return {
    fr: `« ${around(ours)} » plutôt que « ${around(theirs)} »`,
    en: `“${around(ours)}” rather than “${around(theirs)}”`,
  };
}
