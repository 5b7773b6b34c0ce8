import type { Claim, Noise, Span, Statement } from '../../contract/index.ts';

/** What a stretch of the text is. */
export type Layer = 'noise' | 'content' | 'cue' | 'source' | 'claim' | 'target';

/** A stretch of the text that is marked, and the statement or claim that it belongs to. */
export type Mark = Span & {
  readonly layer: Layer;
  /** Id of the statement or claim; null for noise and for the words that an address points at. */
  readonly item: string | null;
  /** How it looks, as class names. */
  readonly look: string;
};

/** A stretch of the text over which the same marks lie. */
export type Segment = Span & { readonly marks: readonly Mark[] };

/** A line of the text, or a part of a very long one, with its segments. The line end is not part of it. */
export type Block = Span & { readonly segments: readonly Segment[] };

/** The marks of a dispatch. A claim that was withdrawn is marked as well: its words are still there. */
export function marksOf(dispatch: {
  readonly noise: readonly Noise[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
}): Mark[] {
  const { noise, statements, claims } = dispatch;
  return [
    ...noise.map(({ start, end }): Mark => ({ start, end, layer: 'noise', item: null, look: 'noise' })),
    ...statements.flatMap(({ id, content, cue, source, mode }): Mark[] => {
      const part = (span: Span | null, layer: Layer, look: string): Mark[] =>
        span ? [{ start: span.start, end: span.end, layer, item: id, look }] : [];
      return [
        ...content.flatMap((span) => part(span, 'content', `content ${mode}`)),
        ...part(cue, 'cue', 'cue'),
        ...part(source, 'source', 'source'),
      ];
    }),
    ...claims.map(({ start, end, id, certainty, withdrawn }): Mark => {
      const look = `claim ${certainty}${withdrawn ? ' withdrawn' : ''}`;
      return { start, end, layer: 'claim', item: id, look };
    }),
  ];
}

/** A line longer than that is cut for display, so that a browser lays out no megabyte at once. */
const LONG_LINE = 4000;

/** The text as lines, each cut wherever a mark begins or ends. Marks may lie over one another in any way. */
export function blocksOf(text: string, marks: readonly Mark[], longLine = LONG_LINE): Block[] {
  const inOrder = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: Mark[] = [];
  return linesOf(text, longLine).map(({ start, end }) => {
    while (next < inOrder.length && inOrder[next]!.start < end) open.push(inOrder[next++]!);
    open = open.filter((mark) => mark.end > start);
    return { start, end, segments: segmentsOf({ start, end }, open) };
  });
}

/** Cuts a stretch wherever one of the marks begins or ends. */
export function segmentsOf({ start, end }: Span, marks: readonly Mark[]): Segment[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start);
  const edges = [...new Set([start, end, ...within.flatMap((mark) => [mark.start, mark.end])])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    return { start: from, end: to, marks: within.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}

/** Where the lines of a text stand, without their ends; a long one in parts, cut after white space where there is some. */
function linesOf(text: string, longLine: number): Span[] {
  const lines: Span[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let start = 0;
  for (;;) {
    const found = lineEnd.exec(text);
    const end = found ? found.index : text.length;
    lines.push(...partsOf(text, { start, end }, longLine));
    if (!found) return lines;
    start = found.index + found[0].length;
  }
}

function partsOf(text: string, line: Span, longLine: number): Span[] {
  const parts: Span[] = [];
  let { start } = line;
  while (line.end - start > longLine) {
    const blank = text.lastIndexOf(' ', start + longLine);
    let cut = blank > start ? blank + 1 : start + longLine;
    if (isLowSurrogate(text.charCodeAt(cut))) cut++; // never through the middle of a character
    parts.push({ start, end: cut });
    start = cut;
  }
  return [...parts, { start, end: line.end }];
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The statements and claims under a segment, the one with the fewest words first: what a click means, then what is around it. */
export function itemsUnder({ marks }: Segment): string[] {
  const length = (mark: Mark): number => mark.end - mark.start;
  // Of a claim and a statement with the very same words, the claim says more.
  const items = marks
    .filter((mark) => mark.item !== null)
    .toSorted((a, b) => length(a) - length(b) || Number(b.layer === 'claim') - Number(a.layer === 'claim'));
  return [...new Set(items.map((mark) => mark.item!))];
}

/** The classes of a segment: the looks of all its marks, once each. */
export function looksOf({ marks }: Segment): string {
  return [...new Set(marks.flatMap(({ look }) => look.split(' ')))].join(' ');
}

/** The span that an address points at, `#120-180`; null where it points at none in the text. */
export function spanInHash(hash: string, length: number): Span | null {
  const found = /^#(\d+)-(\d+)$/.exec(hash);
  if (!found) return null;
  const span = { start: Number(found[1]), end: Number(found[2]) };
  return span.start < span.end && span.end <= length ? span : null;
}
