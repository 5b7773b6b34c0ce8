import { assert, type Span } from '../../core/index.ts';
import { groupBy } from '../group-by.ts';
import { foldText } from '../project/passages.ts';
import { MARK, markWords } from '../queries/mark-words.ts';
import { searchPassages } from '../queries/search-passages.ts';
import { texts } from '../queries/texts.ts';
import type { Db } from '../store/db.ts';

/** A dispatch that holds the words searched, and where. */
export type SearchHit = { readonly dispatch: string; readonly words: readonly Span[] };

/** Searches the texts of a dossier: without regard to accents and case, by stems where the language has a grammar. */
export async function search(db: Db, dossier: string, words: string, limit: number): Promise<SearchHit[]> {
  const folded = foldText(words).folded;
  const found = await searchPassages(db, { dossier, words: folded, limit });
  const text = await texts(db, { dossier, dispatches: [...new Set(found.map((passage) => passage.dispatch))] });
  const passages = found.map((passage) => {
    const whole = text.get(passage.dispatch);
    assert(whole !== undefined, `no text of ${passage.dispatch}`);
    return { ...passage, ...foldText(whole.slice(passage.start, passage.end)) };
  });
  const marked = await markWords(db, {
    words: folded,
    passages: passages.map(({ grammar, folded }) => ({ grammar, folded })),
  });
  const hits = passages.map((passage, index) => ({
    dispatch: passage.dispatch,
    words: spansIn(marked[index]!).map(({ start, end }) => ({
      start: passage.start + passage.at[start]!,
      end: passage.start + (passage.at[end] ?? passage.end - passage.start),
    })),
  }));
  return [...groupBy(hits, (hit) => hit.dispatch)].map(([dispatch, parts]) => ({
    dispatch,
    words: parts.flatMap((part) => part.words).sort((a, b) => a.start - b.start),
  }));
}

/** Where the marked words stand in the text without its marks. */
function spansIn(marked: string): Span[] {
  const spans: Span[] = [];
  let index = 0;
  let start = 0;
  for (const part of marked.split(/([\u0001\u0002])/)) {
    if (part === MARK.start) start = index;
    else if (part === MARK.end) spans.push({ start, end: index });
    else index += part.length;
  }
  return spans;
}
