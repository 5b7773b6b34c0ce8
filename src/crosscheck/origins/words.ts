import type { Span } from '../../core/index.ts';

/** The words of a text as copies are compared by: lower case, no accents, no punctuation. Noise is left out. */
export function plainWords(text: string, noise: readonly Span[] = []): string[] {
  let story = text;
  for (const { start, end } of noise) story = `${story.slice(0, start)}${' '.repeat(end - start)}${story.slice(end)}`;
  return story
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** All runs of so many words, each once. */
export function runsOf(words: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}
