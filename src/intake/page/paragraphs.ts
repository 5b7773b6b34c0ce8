import type { PageNode } from './dom.ts';

/** A paragraph as a reader of the page sees it. */
export type Paragraph = {
  readonly text: string;
  /** Share of its characters that are links, 0 to 1. */
  readonly linked: number;
};

const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;

/**
 * The paragraphs under a node. White space of the source means nothing between words, as in a browser; a no-break space
 * stays. `<br>` ends a line, the cells of a row stand a tab apart.
 */
export function paragraphsOf(root: PageNode): Paragraph[] {
  const found: Paragraph[] = [];
  let text = '';
  let linked = 0;
  let links = 0;
  const flush = () => {
    const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim());
    const paragraph = lines.filter(Boolean).join('\n');
    if (paragraph !== '') found.push({ text: paragraph, linked: Math.min(1, linked / paragraph.length) });
    text = '';
    linked = 0;
  };
  const enter = (node: PageNode) => {
    if (node.nodeType === TEXT) {
      const words = (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
      text += words;
      if (links > 0) linked += words.trim().length;
    }
    if (node.nodeType !== ELEMENT) return;
    const tag = node.nodeName.toLowerCase();
    if (BLOCKS.has(tag)) flush();
    if (tag === 'a') links++;
    if (tag === 'br') text += '\n';
    if (tag === 'td' || tag === 'th') text += '\t';
  };
  const leave = (node: PageNode) => {
    if (node.nodeType !== ELEMENT) return;
    const tag = node.nodeName.toLowerCase();
    if (BLOCKS.has(tag)) flush();
    if (tag === 'a') links--;
  };
  walk(root, enter, leave);
  flush();
  return found;
}

/** Visits a node and all under it in the order of the page, without calling itself: a page may be deep. */
function walk(root: PageNode, enter: (node: PageNode) => void, leave: (node: PageNode) => void): void {
  let node: PageNode | null = root;
  while (node !== null) {
    enter(node);
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node !== null) {
      leave(node);
      if (node === root) return;
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode;
    }
  }
}
