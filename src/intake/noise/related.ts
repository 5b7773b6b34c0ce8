import type { Noise } from '../dispatch.ts';
import { isHeadline, type Line } from '../lines.ts';
import { foldLine, press } from '../lists.ts';

const headings = new Set(press.related.map(foldLine));
const alone = new Set(press.relatedAlone.map(foldLine));

/** More links than this under one heading are no list of links. */
const MOST_LINKS = 12;

/**
 * « Related Articles », « Lire aussi », « Sur le même sujet » and what is plainly listed under them. Plainly: the titles that
 * follow line upon line; where blank lines part them, all of them only if nothing but titles comes until the end, since a
 * title in mid-text may as well be a heading of the story.
 */
export function relatedNoise(lines: readonly Line[]): Noise[] {
  const found: Noise[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (isInlineLink(line.text)) {
      found.push({ start: line.start, end: line.end, kind: 'related', rule: 'related-line' });
      continue;
    }
    if (!isHeading(line.text)) continue;
    const last = lastListed(lines, i);
    // A word such as « Lire » heads a list only where a list follows, or ends the text.
    if (alone.has(foldLine(line.text)) && last === i && i < lines.length - 1 && !/:\s*$/u.test(line.text)) continue;
    found.push({ start: line.start, end: lines[last]!.end, kind: 'related', rule: 'related-heading' });
    i = last;
  }
  return found;
}

function isHeading(text: string): boolean {
  return text.length <= 60 && headings.has(foldLine(text));
}

/** « Lire aussi : Le pont de Mossoul rouvert », the title on the line of the heading. */
function isInlineLink(text: string): boolean {
  if (text.length > 250) return false;
  const split = /^[^\p{L}\p{N}]*(?<heading>[^:→▶►|»>]{4,40}?)(?:\s*[:→▶►|»>]|\s[–—-](?=\s))\s*[\p{L}\p{N}«"“]/u.exec(
    text,
  );
  if (!split) return false;
  const heading = foldLine(split.groups!.heading!);
  return headings.has(heading) && !alone.has(heading);
}

/** Index of the last line listed under the heading at `i`; `i` itself where none is. */
function lastListed(lines: readonly Line[], i: number): number {
  const nearEnd = lines.length - 1 - i <= MOST_LINKS;
  if (nearEnd && lines.slice(i + 1).every(({ text }) => isHeadline(text))) return lines.length - 1;
  let last = i;
  // One blank line may part the heading from its list.
  while (last + 1 < lines.length && last - i < MOST_LINKS) {
    const next = lines[last + 1]!;
    if (!isHeadline(next.text) || (last > i && next.opensBlock)) break;
    last++;
  }
  return last;
}
