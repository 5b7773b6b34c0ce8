import type { Days } from '../core/index.ts';

type Span<Item> = { readonly item: Item; readonly first: string; readonly last: string };

/**
 * The pairs of one list whose days meet, each once, the one that begins earlier first. They are found in the order of
 * their days, so that what never meets is never compared.
 */
export function* meeting<Item>(items: readonly Item[], daysOf: (item: Item) => Days): Generator<[Item, Item]> {
  let open: Span<Item>[] = [];
  for (const span of spansOf(items, daysOf)) {
    open = open.filter(({ last }) => last >= span.first);
    for (const earlier of open) yield [earlier.item, span.item];
    open.push(span);
  }
}

/** The pairs of one of each list whose days meet. */
export function* meetingOf<A, B>(
  ones: readonly A[],
  others: readonly B[],
  daysOfOne: (item: A) => Days,
  daysOfOther: (item: B) => Days,
): Generator<[A, B]> {
  const [left, right] = [spansOf(ones, daysOfOne), spansOf(others, daysOfOther)];
  let [openLeft, openRight]: [Span<A>[], Span<B>[]] = [[], []];
  let at = 0;
  const take = function* (span: Span<B>): Generator<[A, B]> {
    openLeft = openLeft.filter(({ last }) => last >= span.first);
    for (const { item } of openLeft) yield [item, span.item];
    openRight.push(span);
  };
  for (const span of left) {
    for (; at < right.length && right[at]!.first < span.first; at++) yield* take(right[at]!);
    openRight = openRight.filter(({ last }) => last >= span.first);
    for (const { item } of openRight) yield [span.item, item];
    openLeft.push(span);
  }
  for (; at < right.length; at++) yield* take(right[at]!);
}

function spansOf<Item>(items: readonly Item[], daysOf: (item: Item) => Days): Span<Item>[] {
  return items
    .map((item) => {
      const { first, last } = daysOf(item);
      return { item, first: first ?? '', last: last ?? '9999-99-99' };
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}
