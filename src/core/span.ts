/** A stretch of a dispatch. Nothing rewrites the text after intake, so a span holds in every room. */
export type Span = {
  /** Index of the first character, from 0, in UTF-16 code units: what `text.slice` counts in. */
  readonly start: number;
  /** Index just past the last character, same unit; always greater than `start`. */
  readonly end: number;
};

/** True where the two share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/** True where `outer` holds all of `inner`; a span holds itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span without the white space at its ends, or null where nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}

/** The words under a span. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
