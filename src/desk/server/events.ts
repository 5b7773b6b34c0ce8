import type { ServerEvent, Shown } from '../contract/index.ts';

export type Listener = (event: Shown<ServerEvent>) => void;

/** Who wants to know what changes: the pages that are open. */
export type Events = {
  readonly tell: Listener;
  /** Listens until the function that it returns is called. */
  readonly listen: (listener: Listener) => () => void;
  readonly listeners: () => number;
};

export function openEvents(): Events {
  const listening = new Set<Listener>();
  return {
    tell: (event) => {
      for (const listener of listening) listener(event);
    },
    listen: (listener) => {
      listening.add(listener);
      return () => void listening.delete(listener);
    },
    listeners: () => listening.size,
  };
}
