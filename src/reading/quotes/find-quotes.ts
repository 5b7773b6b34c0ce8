import type { Doubt, Reading, Span } from '../../core/index.ts';

/** Words in quotation marks. */
export type Quote = {
  /** The words between the marks, white space at their ends left out. */
  readonly inner: Span;
  /** The marks too; where one is missing, as far as the quotation goes. */
  readonly outer: Span;
  /** False where a mark is missing or odd, so that its end is our guess. */
  readonly closed: boolean;
};

const OPENING = '«“„';
const CLOSING = '»”';

/**
 * The quotations of a text, outermost only, in order. French marks nest and pair by their shape; straight ones (") pair by
 * what touches them: an opening mark follows a space or a bracket, a closing one precedes a space or a stop. A quotation ends
 * at its paragraph's end at the latest, unless the next paragraph opens with the same mark again, as papers do when a
 * quotation runs on.
 */
export function findQuotes(text: string, skip: readonly Span[] = []): Reading<Quote> {
  const found: Quote[] = [];
  const doubts: Doubt[] = [];
  let open: { at: number; mark: string; depth: number } | null = null;
  const close = (end: number, closed: boolean): void => {
    const from = open!;
    open = null;
    const inner = trimmed(text, from.at + 1, closed ? end - 1 : end);
    if (!inner) return;
    const outer = { start: from.at, end: closed ? end : inner.end };
    found.push({ inner, outer, closed });
    if (!closed)
      doubts.push({
        span: outer,
        rule: 'quote-left-open',
        message: {
          fr: 'Un guillemet manque : la fin de la citation est supposée.',
          en: 'A quotation mark is missing: where the quotation ends is a guess.',
        },
      });
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === '\n') {
      if (open && !runsOn(text, i, open.mark)) close(i, false);
      continue;
    }
    if (skip.some((span) => span.start <= i && i < span.end)) continue;
    if (OPENING.includes(letter)) {
      if (!open) open = { at: i, mark: letter, depth: 0 };
      else if (open.mark === letter && !opensParagraph(text, i)) open.depth++;
    } else if (CLOSING.includes(letter)) {
      if (open && open.mark !== '"') {
        if (open.depth > 0) open.depth--;
        else close(i + 1, true);
      }
    } else if (letter === '"') {
      if (!open) {
        if (canOpen(text, i)) open = { at: i, mark: letter, depth: 0 };
        else closeBackwards(i);
      } else if (open.mark === '"' && !opensParagraph(text, i)) close(i + 1, true);
    }
  }
  if (open) close(text.length, false);
  return { found: found.filter(({ inner }) => inner.end > inner.start), doubts };

  /** A closing mark whose opening is missing (« il a dit : assez" »): told, not guessed at. */
  function closeBackwards(at: number): void {
    doubts.push({
      span: { start: at, end: at + 1 },
      rule: 'quote-never-opened',
      message: {
        fr: 'Ce guillemet ferme une citation dont le début n’est pas marqué.',
        en: 'This mark closes a quotation whose beginning is not marked.',
      },
    });
  }
}

/** A straight mark that opens is not preceded by a letter, or is followed by one while a space precedes. */
function canOpen(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return /[\s([\-–—'’_«/]/u.test(before) && !/[\s,.;:!?)]/u.test(after);
}

function opensParagraph(text: string, at: number): boolean {
  return /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** Whether the paragraph after a line end goes on with the quotation: it opens with the same mark again. */
function runsOn(text: string, lineEnd: number, mark: string): boolean {
  const next = /^\s*(\S)/u.exec(text.slice(lineEnd, lineEnd + 40));
  return next?.[1] === mark;
}

function trimmed(text: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  // Marks of emphasis that the page's markup left behind (« _L'armée… _ ») are no words.
  while (start < end && /[\s_*]/u.test(text[start]!)) start++;
  while (end > start && /[\s_*]/u.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}
