import { daysOf } from '../../core/index.ts';
import type { Published } from '../dispatch.ts';

/** What the order of versions goes by. */
export type Version = { readonly id: string; readonly published: Published | null };

/**
 * The versions at one address, oldest first. They are given in the order in which we learned of them, and that is their
 * order, except that a version stands before the first one which was certainly published later (an archive that is added
 * from its end). A version without a day stays where we learned of it.
 */
export function orderVersions<T extends Version>(learned: readonly T[]): T[] {
  const ordered: T[] = [];
  for (const version of learned) {
    const at = ordered.findIndex((other) => isBefore(version.published, other.published));
    ordered.splice(at < 0 ? ordered.length : at, 0, version);
  }
  return ordered;
}

/** True where both are known and all of `a` lies before all of `b`. Instants decide where both have one. */
function isBefore(a: Published | null, b: Published | null): boolean {
  if (!a || !b) return false;
  if (a.instant && b.instant) return Date.parse(a.instant) < Date.parse(b.instant);
  return daysOf(a.date).last! < daysOf(b.date).first!;
}
