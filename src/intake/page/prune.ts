import { pageTooComplex } from '../problems.ts';

/**
 * A page beyond these is no article, and the libraries that read pages take a time that grows with the square of its depth:
 * at the limits reading takes two to four seconds, at ten times the depth it never ends.
 */
const MOST_CHARACTERS = 16_000_000;
const MOST_MARKS = 200_000;
const MOST_DEPTH = 100;

/** The parts of a page that intake needs: its markup without scripts, and the JSON-LD that its scripts hold. */
type PrunedPage = { readonly markup: string; readonly jsonLd: readonly string[] };

/**
 * Takes scripts, styles and comments out of a page before it is parsed, in one pass over its characters, and measures what
 * is left. Throws `intake/page-too-complex` where it is more than a page can be.
 */
export function prunePage(html: string, name: string): PrunedPage {
  const kept: string[] = [];
  const jsonLd: string[] = [];
  const opens = /<(?:!--|(script|style|noscript|template|svg)(?=[\s>/]))/giu;
  let from = 0;
  for (let match = opens.exec(html); match; match = opens.exec(html)) {
    kept.push(html.slice(from, match.index));
    const part = hiddenPart(html, match.index, match[1]?.toLowerCase());
    if (match[1]?.toLowerCase() === 'script' && /type\s*=\s*["']?application\/ld\+json/iu.test(part.tag))
      jsonLd.push(part.content);
    from = part.end;
    opens.lastIndex = from;
  }
  kept.push(html.slice(from));
  const markup = kept.join('');
  measure(markup, name);
  return { markup, jsonLd };
}

type HiddenPart = { readonly tag: string; readonly content: string; readonly end: number };

/** A comment, or an element with all that it holds; without its closing tag it runs to the end, as browsers have it. */
function hiddenPart(html: string, start: number, element: string | undefined): HiddenPart {
  if (element === undefined) {
    const end = html.indexOf('-->', start + 4);
    return { tag: '', content: '', end: end < 0 ? html.length : end + 3 };
  }
  const tagEnd = html.indexOf('>', start);
  if (tagEnd < 0) return { tag: '', content: '', end: html.length };
  const closes = new RegExp(`</${element}(?=[\\s>/])`, 'giu');
  closes.lastIndex = tagEnd;
  const close = closes.exec(html);
  const contentEnd = close?.index ?? html.length;
  const end = close ? html.indexOf('>', close.index) : -1;
  return {
    tag: html.slice(start, Math.min(tagEnd + 1, start + 1000)),
    content: html.slice(tagEnd + 1, contentEnd),
    end: end < 0 ? html.length : end + 1,
  };
}

function measure(markup: string, name: string): void {
  if (markup.length > MOST_CHARACTERS)
    throw pageTooComplex(name, { fr: 'caractères', en: 'characters' }, markup.length, MOST_CHARACTERS);
  const marks = countMarks(markup);
  if (marks > MOST_MARKS)
    throw pageTooComplex(name, { fr: 'balises et entités', en: 'tags and entities' }, marks, MOST_MARKS);
  const depth = depthOf(markup);
  if (depth > MOST_DEPTH)
    throw pageTooComplex(
      name,
      { fr: 'éléments l’un dans l’autre', en: 'elements inside each other' },
      depth,
      MOST_DEPTH,
    );
}

function countMarks(markup: string): number {
  let count = 0;
  for (let i = 0; i < markup.length; i++) {
    const code = markup.charCodeAt(i);
    if (code === 0x3c || code === 0x26) count++;
  }
  return count;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that another of these closes by opening, where their own closing tag is left out. */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  p: ['p'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  option: ['option'],
};
const CLOSES_P = new Set(
  'address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol pre section table ul'.split(
    ' ',
  ),
);

/** How deep elements lie inside each other; counting stops soon after the limit. */
function depthOf(markup: string): number {
  const open: string[] = [];
  let deepest = 0;
  for (const match of markup.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,40})([^<>]{0,2000}\/>)?/giu)) {
    const name = match[2]!.toLowerCase();
    if (match[1]) {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    if (VOID.has(name)) continue;
    while (CLOSED_BY[name]?.includes(open.at(-1) ?? '') || (CLOSES_P.has(name) && open.at(-1) === 'p')) open.pop();
    open.push(name);
    deepest = Math.max(deepest, open.length);
    if (deepest > MOST_DEPTH) break;
  }
  return deepest;
}
