/** Marks for sources, one form each, so that colour is never alone: circle, square, triangle, diamond, cross, bar. */
const SHAPES = [
  'M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5Z',
  'M-4.6-4.6H4.6V4.6H-4.6Z',
  'M0-6L5.6 4.4H-5.6Z',
  'M0-6.4L6.4 0L0 6.4L-6.4 0Z',
  'M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
  'M-6-2.6H6V2.6H-6Z',
] as const;

/** The path of the mark of a source, by its place in the legend. */
export function shapeOf(index: number): string {
  return SHAPES[Math.max(0, index) % SHAPES.length]!;
}
