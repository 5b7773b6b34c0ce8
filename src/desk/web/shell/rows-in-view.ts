/** Which rows of a long table are drawn: those in view and some around them, so that the next one is there to go to. */
export type RowsInView = { readonly first: number; readonly end: number };

/** A table of fewer rows is drawn whole. */
export const MOST_WHOLE = 150;
/** Rows that are drawn before and after those in view. */
const AROUND = 15;

/** All measures in pixels; `top` is how far the rows are scrolled up out of the frame. */
export function rowsInView(
  count: number,
  { top, height, row }: { readonly top: number; readonly height: number; readonly row: number },
): RowsInView {
  if (count <= MOST_WHOLE) return { first: 0, end: count };
  const first = Math.min(Math.max(0, Math.floor(top / row) - AROUND), count - 1);
  return { first, end: Math.min(count, Math.ceil((top + height) / row) + AROUND) };
}
