import { foldName } from '../../../core/index.ts';
import type { DispatchesDocument, DispatchesQuery, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { compareText } from './order.ts';

/** The dispatches that fit the filters, by pages. */
export function dispatchesDocument(view: View, query: DispatchesQuery): Shown<DispatchesDocument> {
  const words = foldName(query.words ?? '');
  const publishers = new Set(query.publisher.map(foldName));
  const fitting = [...view.summaries().values()].filter(
    ({ state, published, publisher, name, title, opening }) =>
      (query.state.length === 0 ||
        query.state.includes(state) ||
        (published === null && query.state.includes('undated'))) &&
      (publishers.size === 0 || publishers.has(foldName(publisher ?? ''))) &&
      (words === '' || [name, title, publisher, opening].some((text) => text && foldName(text).includes(words))),
  );
  // They come by publication day, those that nobody can date last.
  if (query.order === 'name') fitting.sort((a, b) => compareText(a.title ?? a.name, b.title ?? b.name));
  if (query.order === 'learned') {
    const learned = (id: string): string => view.dispatches.get(id)!.learned;
    fitting.sort((a, b) => compareText(learned(a.id), learned(b.id)));
  }
  if (query.reverse) fitting.reverse();
  return {
    format: 1,
    total: fitting.length,
    from: query.from,
    dispatches: fitting.slice(query.from, query.from + query.limit),
  };
}
