import { assert, contains, overlaps } from '../../core/index.ts';
import type { Opening } from '../day/opening.ts';
import type { Noise } from '../dispatch.ts';
import { type Line, wordCount } from '../lines.ts';
import { lineNoise, publisherLines, trailingCredits } from './line-noise.ts';
import { relatedNoise } from './related.ts';
import { teaserNoise } from './teaser.ts';

/**
 * All that is not part of the story, in the order of the text, without overlaps. Where two rules mark the same words, the
 * one that knows most of its surroundings counts: headers and dateline, lists of links, teasers, then single lines.
 */
export function findNoise(
  text: string,
  lines: readonly Line[],
  { opening, publisher }: { opening: Opening; publisher: string | null },
): Noise[] {
  let found: Noise[] = [...opening.noise].sort((a, b) => a.start - b.start);
  found = merged(found, publisherLines(lines, publisher));
  found = merged(found, relatedNoise(lines));
  found = merged(found, teaserNoise(text, lines));
  found = merged(found, lineNoise(lines));
  found = merged(found, trailingCredits(lines, lastStory(lines, found)));
  found = joinHeaders(text, found);
  let end = 0;
  for (const noise of found) {
    assert(
      end <= noise.start && noise.start < noise.end && noise.end <= text.length,
      'noise overlaps or leaves the text',
    );
    end = noise.end;
  }
  return found;
}

/** Two lists in the order of the text, as one; what overlaps with the first list is left out of the second. */
function merged(first: readonly Noise[], second: readonly Noise[]): Noise[] {
  const found: Noise[] = [];
  let i = 0;
  for (const noise of second) {
    while (i < first.length && first[i]!.end <= noise.start) found.push(first[i++]!);
    const next = first[i];
    if (next === undefined || !overlaps(next, noise)) found.push(noise);
  }
  return [...found, ...first.slice(i)];
}

/** Header lines that follow each other are one header, as an editor would cut it. */
function joinHeaders(text: string, noise: readonly Noise[]): Noise[] {
  const found: Noise[] = [];
  for (const next of noise) {
    const last = found.at(-1);
    const between = last ? text.slice(last.end, next.start) : '';
    const joins =
      last?.kind === 'header' && next.kind === 'header' && /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/u.test(between);
    if (joins) found[found.length - 1] = { ...last, end: next.end };
    else found.push(next);
  }
  return found;
}

/** The last line of the story, told by its length: there a credit in brackets is that of the whole dispatch. */
function lastStory(lines: readonly Line[], noise: readonly Noise[]): Line | null {
  let i = noise.length - 1;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    while (i >= 0 && noise[i]!.start >= line.end) i--;
    const isNoise = i >= 0 && contains(noise[i]!, line);
    if (!isNoise && wordCount(line.text) >= 8) return line;
  }
  return null;
}
