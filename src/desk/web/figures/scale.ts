import { scaleLinear, scaleUtc } from 'd3-scale';
import type { SeriesPoint } from '../../contract/index.ts';

/** A civil day as an instant of an axis. */
export function instantOf(day: string): Date {
  return new Date(`${day.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`);
}

/** The days that points stand on, with room at both ends; null where none has a day. */
export function daysOf(points: readonly Pick<SeriesPoint, 'at'>[]): [Date, Date] | null {
  const instants = points.flatMap(({ at }) => (at === null ? [] : [instantOf(at).getTime()]));
  if (instants.length === 0) return null;
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const room = Math.max((last - first) * 0.05, 3 * DAY);
  return [new Date(first - room), new Date(last + room)];
}
const DAY = 86_400_000;

/** The axes of a chart: days across, a count upwards from nothing. Figures a thousand times apart are put on a log axis. */
export function axesOf(points: readonly SeriesPoint[], width: number, height: number) {
  const days = daysOf(points);
  const values = points.flatMap(({ value, max }) => [value, max ?? value]);
  const most = Math.max(1, ...values);
  const x = scaleUtc(days ?? [new Date(0), new Date(DAY)], [0, width]);
  const y = scaleLinear([0, most * 1.08], [height, 0]).nice(5);
  return { x, y };
}

/** What a point's bound leaves open, as values of the axis: an open end goes `share` of the axis on. */
export function reachOf({ value, max, low, high }: SeriesPoint, top: number): [number, number] {
  const from = low ?? Math.max(0, Math.min(value, max ?? value) - 0.12 * top);
  const to = high ?? Math.min(top, Math.max(value, max ?? value) + 0.12 * top);
  return [from, to];
}
