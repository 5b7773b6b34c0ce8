import { untrack } from 'svelte';
import type { Bilingual } from '../contract/index.ts';
import { Refused } from './ask.ts';

/** Something that is being loaded: the last value stays in view until the next one is there. */
export type Loading<T> = {
  readonly value: T | null;
  readonly problem: Bilingual | null;
  readonly busy: boolean;
};

/** Counts what changed at the server: every open view loads anew. */
export const news = $state({ count: 0 });

/** Counts what is being loaded anywhere on the page: the main part of it says so to screen readers. */
export const underWay = $state({ count: 0 });

/** Loads while the component lives, and again whenever what `work` reads before its first `await` changes, or there is news. */
export function load<T>(work: (signal: AbortSignal) => Promise<T>): Loading<T> {
  let value = $state.raw<T | null>(null);
  let problem = $state.raw<Bilingual | null>(null);
  let busy = $state(true);
  $effect(() => {
    void news.count;
    const controller = new AbortController();
    let counts = 0;
    const count = (one: 0 | 1): void => {
      untrack(() => {
        underWay.count += one - counts;
      });
      counts = one;
    };
    const end = (): void => {
      busy = false;
      count(0);
    };
    busy = true;
    count(1);
    work(controller.signal).then(
      (loaded) => {
        if (controller.signal.aborted) return;
        value = loaded;
        problem = null;
        end();
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        end();
        if (!(error instanceof Refused)) throw error;
        problem = error.words;
      },
    );
    return () => {
      controller.abort();
      count(0);
    };
  });
  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    get busy() {
      return busy;
    },
  };
}
