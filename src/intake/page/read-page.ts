import { parseHTML } from 'linkedom';
import { articleText } from './article.ts';
import type { PageDocument, PageNode } from './dom.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { prunePage } from './prune.ts';

/** The article of a page and what the page says of it. */
type Page = { readonly text: string; readonly metadata: PageMetadata };

/**
 * Reads a web page: its metadata, then the text of its article, headline first. Nothing of the page runs, and nothing is
 * fetched. Throws `intake/no-article`, `intake/page-too-complex`.
 */
export function readPage(html: string, name: string): Page {
  const { markup, jsonLd } = prunePage(html, name);
  // Parsed as a whole page even where the file holds a part of one: linkedom gives a bare part no body.
  const whole = /<html[\s>]/iu.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  const document: PageDocument = parseHTML(whole).document;
  gatherBody(document);
  const metadata = readMetadata(document, jsonLd);
  return { metadata, text: articleText(document, metadata.title, name) };
}

/** Moves into the body what stands beside it: HTML lets a page leave out the tags of its body, linkedom does not put them in. */
function gatherBody(document: PageDocument): void {
  const { body } = document;
  const beside: PageNode[] = [];
  for (let node = document.documentElement.firstChild; node; node = node.nextSibling)
    if (node !== body && node.nodeName !== 'HEAD') beside.push(node);
  for (const node of beside) body.append(node);
}
