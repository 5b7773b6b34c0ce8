import type { DispatchFormat } from './dispatch.ts';
import { unreadFormats } from './lists.ts';
import { holdsTags, opensLikeHtml } from './page/recognise.ts';
import { binary, unreadFormat } from './problems.ts';

/** The ending of a file's name, lower case, without the dot; empty where it has none. */
function endingOf(name: string): string {
  return /[^/\\]\.([^./\\]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** True where a file's name does not tell that it is of a kind that we do not read. */
export function mayBeDispatch(name: string): boolean {
  const ending = endingOf(name);
  return !unreadFormats.endings.some(({ endings }) => endings.includes(ending));
}

/** Refuses what is no text by its first bytes: PDF, Word, pictures, archives. Throws `intake/binary`. */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  const opening = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  const kind = unreadFormats.signatures.find(({ hex }) => opening.startsWith(hex));
  if (kind) throw binary(name, kind, 0);
}

/**
 * The format of a decoded file, by what it holds rather than what it is called: a page saved as `.txt` is a page, and a text
 * without a single tag saved as `.html` is a text. Throws `intake/unread-format` on kinds of text that are no dispatch.
 */
export function formatOf(text: string, name: string): DispatchFormat {
  if (opensLikeHtml(text)) return 'html';
  const opening = text
    .slice(0, 1000)
    .trimStart()
    .replace(/^<\?xml[^>]*\?>\s*(?:<!--[\s\S]*?-->\s*)*/u, '')
    .toLowerCase();
  const kind = unreadFormats.openings.find((row) => opening.startsWith(row.opening));
  if (kind) throw unreadFormat(name, kind);
  const ending = endingOf(name);
  if (['html', 'htm', 'xhtml', 'xht'].includes(ending) && holdsTags(text)) return 'html';
  const row = unreadFormats.endings.find(({ endings }) => endings.includes(ending));
  if (row) throw unreadFormat(name, row);
  return 'text';
}
