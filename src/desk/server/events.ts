import type { ServerEvent, Shown } from '../contract/index.ts';

export type Listener = (event: Shown<ServerEvent>) => void;

/** Who wants to know what changes: the pages that are open. */
export type Events = {
  readonly tell: Listener;
  /** Listens until the function that it returns is called. */
  readonly listen: (listener: Listener) => () => void;
  readonly listeners: () => number;
  /**
   * While it lasts, changes to a dossier are not told as they are seen: who makes many of them tells of the outcome once.
   * The function that it returns ends it.
   */
  readonly hold: (dossier: string) => () => void;
  readonly isHeld: (dossier: string) => boolean;
};

export function openEvents(): Events {
  const listening = new Set<Listener>();
  const held = new Map<string, number>();
  return {
    tell: (event) => {
      for (const listener of listening) listener(event);
    },
    listen: (listener) => {
      listening.add(listener);
      return () => void listening.delete(listener);
    },
    listeners: () => listening.size,
    hold: (dossier) => {
      held.set(dossier, (held.get(dossier) ?? 0) + 1);
      return () => {
        const rest = held.get(dossier)! - 1;
        if (rest > 0) held.set(dossier, rest);
        else held.delete(dossier);
      };
    },
    isHeld: (dossier) => held.has(dossier),
  };
}
