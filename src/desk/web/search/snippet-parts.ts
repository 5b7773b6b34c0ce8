import type { SearchDocument, Span } from '../../contract/index.ts';

type Snippet = SearchDocument['hits'][number]['snippets'][number];

/** A piece of a snippet: plain, or words that were found, with their place in the dispatch (UTF-16 code units). */
export type SnippetPart = { readonly text: string; readonly found: Span | null };

/** Cuts a snippet at the words found. Marks count in the dispatch; they are in order and do not overlap. */
export function snippetParts({ start, text, marks }: Snippet): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let from = 0;
  for (const mark of marks) {
    if (mark.start - start > from) parts.push({ text: text.slice(from, mark.start - start), found: null });
    parts.push({ text: text.slice(mark.start - start, mark.end - start), found: { start: mark.start, end: mark.end } });
    from = mark.end - start;
  }
  return from < text.length ? [...parts, { text: text.slice(from), found: null }] : parts;
}
