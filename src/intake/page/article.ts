import { Readability } from '@mozilla/readability';
import { isHeaderLine } from '../day/opening.ts';
import { isStory } from '../lines.ts';
import { foldLine, pageParts } from '../lists.ts';
import { noArticle, pageTooComplex } from '../problems.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** Readability's time grows with the number of elements; a news page has some thousands. */
const MOST_ELEMENTS = 20_000;
/** Readability goes on to weaker rules while it finds less text than this; short dispatches are common. */
const SHORT_ARTICLE = 140;
/** Less than this is no article, but what Readability falls back on where there is none. */
const LEAST_ARTICLE = 60;
/** More of the text than this inside links, and it is a list of articles. */
const MOST_LINKED = 0.6;
/** A part with more of the page's text than this is not left out, whatever its class says. */
const MOST_PRUNED = 0.4;
/** Between the headline and the article proper stand a standfirst, a signature, a date: no more paragraphs than this. */
const MOST_ABOVE = 10;

/**
 * The article of a page as plain text: headline, then paragraphs with a blank line between. The document is taken apart on
 * the way. Throws `intake/no-article`, `intake/page-too-complex`.
 *
 * @param headline what stands first; null where the page has none
 */
export function articleText(document: PageDocument, headline: string | null, name: string): string {
  const elements = document.getElementsByTagName('*').length;
  if (elements > MOST_ELEMENTS) throw pageTooComplex(name, { fr: 'éléments', en: 'elements' }, elements, MOST_ELEMENTS);
  dropParts(document);
  const page = paragraphsOf(document.body);
  const root = readable(document, name);
  if (!root) throw noArticle(name);
  const paragraphs = paragraphsOf(root);
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const linked = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length * paragraph.linked, 0);
  if (length < LEAST_ARTICLE || linked / length > MOST_LINKED) throw noArticle(name);
  return withTop(page, paragraphs, headline).join('\n\n');
}

/** The article with its headline, and with the standfirst and the dates that Readability leaves out above it. */
function withTop(page: readonly Paragraph[], article: readonly Paragraph[], headline: string | null): string[] {
  const body = article.map(({ text }) => text);
  if (headline === null) return body;
  const title = foldLine(headline);
  if (body.slice(0, 3).some((line) => foldLine(line) === title)) return body;
  const at = page.findIndex(({ text }) => foldLine(text) === title);
  const first = page.findIndex(({ text }, i) => i > at && text === body[0]);
  const above = at >= 0 && first > at && first - at <= MOST_ABOVE + 1 ? page.slice(at + 1, first) : [];
  const kept = above.filter(({ text, linked }) => isHeaderLine(text) || (isStory(text) && linked < MOST_PRUNED));
  return [headline, ...kept.map(({ text }) => text), ...body];
}

/** What Readability takes for the article. A page that it stumbles over is one without an article. */
function readable(document: PageDocument, name: string): PageElement | null {
  const options = {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node: PageElement) => node,
  };
  try {
    return new Readability<PageElement>(document, options).parse()?.content ?? null;
  } catch (error) {
    throw noArticle(name, error);
  }
}

const FURNITURE = [
  'nav, aside, form, button, input, select, textarea, iframe, object, embed, dialog, figcaption',
  '[hidden], [aria-hidden="true"]',
  '[role="navigation"], [role="complementary"], [role="search"], [role="dialog"], [role="banner"], [role="contentinfo"]',
].join(', ');

/** Takes out what is no article by its element, its role or a word of its class. */
function dropParts(document: PageDocument): void {
  const body = document.body;
  const most = (body.textContent ?? '').length * MOST_PRUNED;
  const furniture = [...document.querySelectorAll(FURNITURE)];
  const marked = [...document.querySelectorAll('[class], [id]')].filter(hasPartName);
  for (const element of [...furniture, ...marked])
    if (element !== body && (element.textContent ?? '').length <= most) element.remove();
}

function hasPartName(element: PageElement): boolean {
  const words = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 2000).toLowerCase().split(/\s+/);
  return words.some((word) => pageParts.has(word) || pageParts.has(word.replace(/__.*$|--.*$/u, '')));
}
