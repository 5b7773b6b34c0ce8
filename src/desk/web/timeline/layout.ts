import { scaleUtc } from 'd3-scale';
import type { TimelineItem, TimelineLane } from '../../contract/index.ts';

const DAY = 86_400_000;

export type Window = { readonly first: string; readonly last: string };

/** The axis of a window of days, last day included. */
export function axisOf({ first, last }: Window, width: number) {
  return scaleUtc([new Date(`${first}T00:00:00Z`), new Date(Date.parse(`${last}T00:00:00Z`) + DAY)], [0, width]);
}

/** About so many days to mark on the axis: in a window of few days the axis would mark noon as well, and each day twice. */
export function dayTicks(axis: ReturnType<typeof axisOf>, count: number): { at: number; day: string }[] {
  return axis
    .ticks(count)
    .filter((tick) => tick.getTime() % DAY === 0)
    .map((tick) => ({ at: axis(tick), day: tick.toISOString().slice(0, 10) }));
}

/** Where days lie on the axis; an open end reaches the edge. */
export function extentOf(
  { first, last }: { readonly first: string | null; readonly last: string | null },
  axis: ReturnType<typeof axisOf>,
): [number, number] {
  const [left, right] = axis.range() as [number, number];
  const from = first === null ? left : axis(new Date(`${first}T00:00:00Z`));
  const to = last === null ? right : axis(new Date(Date.parse(`${last}T00:00:00Z`) + DAY));
  return [Math.max(left, Math.min(right, from)), Math.max(left, Math.min(right, to))];
}

export type Placed = {
  readonly item: TimelineItem;
  readonly row: number;
  readonly from: number;
  readonly to: number;
};

/** Least width of a mark in pixels, so that it can be hit, and the room to the next one in its row. */
const LEAST = 9;
const GAP = 2;

/** Puts a lane's claims into rows where none covers another (interval partitioning, earliest first). */
export function placed(
  items: readonly TimelineItem[],
  axis: ReturnType<typeof axisOf>,
): { rows: number; marks: Placed[] } {
  const ends: number[] = [];
  const spans = items.map((item) => {
    const [from, to] = extentOf(item.at, axis);
    return { item, from, to: Math.max(to, from + LEAST) };
  });
  const marks = spans
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((span) => {
      const free = ends.findIndex((end) => end + GAP <= span.from);
      const row = free < 0 ? ends.length : free;
      ends[row] = span.to;
      return { ...span, row };
    });
  return { rows: Math.max(1, ends.length), marks };
}

/** A window of the same middle, `factor` times as long; never shorter than a week. */
export function zoomed({ first, last }: Window, factor: number): Window {
  const from = Date.parse(`${first}T00:00:00Z`);
  const to = Date.parse(`${last}T00:00:00Z`);
  const half = Math.max(3.5 * DAY, ((to - from) * factor) / 2);
  const middle = (from + to) / 2;
  return { first: dayOf(middle - half), last: dayOf(middle + half) };
}

/** The window moved by a share of its length. */
export function moved({ first, last }: Window, share: number): Window {
  const from = Date.parse(`${first}T00:00:00Z`);
  const to = Date.parse(`${last}T00:00:00Z`);
  const by = Math.round(((to - from) * share) / DAY) * DAY;
  return { first: dayOf(from + by), last: dayOf(to + by) };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Rows that a lane shows before it is cut; a lane of bins is one row. */
export const MOST_ROWS = 14;

/** The most claims in one bin of these lanes: what the height of a bar is measured by. */
export function fullest(lanes: readonly TimelineLane[]): number {
  return Math.max(1, ...lanes.flatMap(({ bins }) => bins.map(({ claims }) => claims)));
}
