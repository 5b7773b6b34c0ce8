import type { Span } from '../../core/index.ts';

/** The longest stretch that is quoted on either side, in UTF-16 code units: a sentence of a dispatch is hardly longer. */
const MOST_AROUND = 400;

/** The sentence that holds the words, as far as full stops and line ends tell; cut at a word where it has no end. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  return { start: startOf(text, start), end: endOf(text, end) };
}

function startOf(text: string, at: number): number {
  const least = Math.max(0, at - MOST_AROUND);
  for (let i = at; i > least; i--) if (endsAt(text, i - 1)) return skipBlanks(text, i, at);
  return least === 0 ? skipBlanks(text, 0, at) : skipBlanks(text, wordBreak(text, least, at), at);
}

function endOf(text: string, at: number): number {
  // Words that end with their own full stop are the end of their sentence.
  if (/[.!?…]/u.test(text[at - 1] ?? '') && (at === text.length || /\s/u.test(text[at]!))) return at;
  const most = Math.min(text.length, at + MOST_AROUND);
  for (let i = at; i < most; i++) {
    if (text[i] === '\n') return i;
    if (endsAt(text, i)) return i + 1;
  }
  if (most === text.length) return most;
  const space = text.lastIndexOf(' ', most);
  const isAfter = space > at;
  return isAfter ? space : at;
}

/** True where a sentence ends with the character there: a line end, or a full stop before white space and no small letter. */
function endsAt(text: string, at: number): boolean {
  if (text[at] === '\n') return true;
  if (!/[.!?…]/u.test(text[at]!)) return false;
  const rest = /^[»”"’)\]\s\u00a0\u202f]*/u.exec(text.slice(at + 1, at + 8))![0];
  if (!/\s/u.test(rest)) return at + 1 === text.length;
  return !ABBREVIATION.test(text.slice(Math.max(0, at - 6), at)) && !/^\p{Ll}/u.test(text.slice(at + 1 + rest.length));
}

/** Titles and initials whose full stop ends no sentence: « M. Dupont », « le gén. Salif », « J. Martin ». */
const ABBREVIATION = /(?:^|[\s('’])(?:\p{Lu}|MM|Mgr|Dr|Pr|Me|St|Ste|gén|col|cdt|cap|lt|adj|av|bd)$/u;

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s»”)\]]/u.test(text[at]!)) at++;
  return at;
}

function wordBreak(text: string, from: number, to: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < to ? space : from;
}
