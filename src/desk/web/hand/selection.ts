import type { Mention } from '../../contract/index.ts';

/**
 * The words that a person has selected in the text of a dispatch, without the spaces around them; null where they lie
 * elsewhere or there are none. Each block of the text carries where it begins (`data-from`, UTF-16 code units).
 */
export function selectedSpan(container: Element | null, text: string): Mention | null {
  const selection = getSelection();
  if (!container || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(container, range.startContainer, range.startOffset);
  const end = offsetOf(container, range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(text, start, end);
}

/** Where a point of the page lies in the text. */
function offsetOf(container: Element, node: Node, offset: number): number | null {
  if (!container.contains(node)) return null;
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-from]');
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return Number(block.dataset.from) + before.toString().length;
}

export function trimmed(text: string, start: number, end: number): Mention | null {
  const own = text.slice(start, end);
  const words = own.trim();
  if (words === '') return null;
  const from = start + own.indexOf(words);
  return { start: from, end: from + words.length, text: words };
}
