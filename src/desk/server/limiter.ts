export type Limiter = {
  /** Counts one more of that key. Returns 0 where it may go on, else the seconds to wait: it is not counted then. */
  readonly take: (key: string) => number;
};

/** Keys that are remembered at once; of more, the oldest are forgotten. */
const MOST_KEYS = 10_000;

/** Lets each key through so many times in so many seconds, in a window that slides. `now` gives milliseconds. */
export function openLimiter({
  most,
  seconds,
  now,
}: {
  readonly most: number;
  readonly seconds: number;
  readonly now: () => number;
}): Limiter {
  const taken = new Map<string, number[]>();
  return {
    take: (key) => {
      const since = now() - seconds * 1000;
      const own = (taken.get(key) ?? []).filter((at) => at > since);
      taken.delete(key);
      taken.set(key, own);
      for (const oldest of [...taken.keys()].slice(0, Math.max(0, taken.size - MOST_KEYS))) taken.delete(oldest);
      if (own.length >= most) return Math.ceil((own[0]! - since) / 1000);
      own.push(now());
      return 0;
    },
  };
}
