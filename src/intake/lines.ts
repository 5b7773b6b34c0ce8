import { type Span, trimSpan } from '../core/index.ts';

/** A line of a text that holds something, without white space at its ends. */
export type Line = Span & {
  readonly text: string;
  /** True where a blank line, or the end of the text, stands before or after. */
  readonly opensBlock: boolean;
  readonly closesBlock: boolean;
};

/** The lines of a text that hold something, in order. */
export function linesOf(text: string): Line[] {
  const found: (Span & { text: string; opensBlock: boolean; closesBlock: boolean })[] = [];
  let blankBefore = true;
  let from = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]|$(?![\s\S])/g)) {
    const span = trimSpan(text, { start: from, end: match.index });
    from = match.index + match[0].length;
    if (span === null) {
      blankBefore = true;
      const last = found.at(-1);
      if (last) last.closesBlock = true;
    } else {
      found.push({ ...span, text: text.slice(span.start, span.end), opensBlock: blankBefore, closesBlock: false });
      blankBefore = false;
    }
  }
  const last = found.at(-1);
  if (last) last.closesBlock = true;
  return found;
}

const STOP = /[.!?…][»"”’)\s]*$/u;

/** Ends like a sentence. */
export function hasStop(line: string): boolean {
  return STOP.test(line);
}

export function wordCount(line: string): number {
  return line.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** A line that tells: long, or a sentence of some words. A headline, a heading, a name or a date is none. */
export function isStory(line: string): boolean {
  if (line.length > 300) return true;
  const words = wordCount(line);
  return words >= 25 || (words >= 8 && hasStop(line));
}

/** A line that could be a headline: short, a few words, no full stop. */
export function isHeadline(line: string): boolean {
  if (line.length > 160 || /[.;:,…]$/u.test(line)) return false;
  const words = wordCount(line);
  return words >= 2 && words <= 24;
}
