import { streamSSE } from 'hono/streaming';
import type { Ledger } from '../../ledger/index.ts';
import { EVENTS_PATH, type ServerEvent, type Shown, serverEvent } from '../contract/index.ts';
import type { App } from './app.ts';
import type { Events } from './events.ts';

/** A proxy or a sleeping laptop drops a connection on which nothing comes. */
const PING_MS = 25_000;
/** How often the ledger is asked for what other programs added, while a page listens: one row for each dossier. */
export const LOOK_MS = 2_000;

export type EventSettings = {
  readonly ledger: Ledger;
  readonly events: Events;
  readonly lookEveryMs: number;
  readonly onFault: (error: unknown) => void;
};

/** Tells pages what changes, by server-sent events. Returns what ends all of them. */
export function addEventRoutes(app: App, { ledger, events, lookEveryMs, onFault }: EventSettings): () => void {
  const ends = new Set<() => void>();
  const watch = openWatch(ledger, events, lookEveryMs, onFault);
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: EVENTS_PATH,
    summary: 'What changes, as server-sent events: `event` is the type, `data` the document',
    responses: {
      200: {
        description: 'For as long as the page listens',
        content: { 'text/event-stream': { schema: serverEvent } },
      },
    },
  });
  app.get(EVENTS_PATH, (c) =>
    streamSSE(c, async (out) => {
      let wake = (): void => {};
      const queue: Shown<ServerEvent>[] = [];
      let isOpen = true;
      const end = (): void => {
        isOpen = false;
        wake();
      };
      ends.add(end);
      out.onAbort(end);
      const leave = events.listen((event) => {
        queue.push(event);
        wake();
      });
      watch.start();
      await out.writeSSE({ event: 'open', data: '{}' });
      try {
        while (isOpen) {
          const event = queue.shift();
          if (event) await out.writeSSE({ event: event.type, data: JSON.stringify(event) });
          else {
            const isWoken = await new Promise<boolean>((resolve) => {
              const timer = setTimeout(() => resolve(false), PING_MS);
              wake = () => {
                clearTimeout(timer);
                resolve(true);
              };
              if (queue.length > 0 || !isOpen) wake();
            });
            if (!isWoken) await out.writeSSE({ event: 'ping', data: '{}' });
          }
        }
      } finally {
        leave();
        ends.delete(end);
      }
    }),
  );
  return () => {
    for (const end of ends) end();
    watch.stop();
  };
}

/** Looks what other programs add to the ledger, while somebody listens. */
function openWatch(ledger: Ledger, events: Events, everyMs: number, onFault: (error: unknown) => void) {
  let timer: NodeJS.Timeout | null = null;
  let known: ReadonlyMap<string, string> | null = null;
  const stop = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    known = null;
  };
  const look = async (): Promise<void> => {
    const now = new Map<string, string>();
    for (const { id } of await ledger.dossiers()) now.set(id, await ledger.lastEntry(id));
    const before = known;
    known = now;
    if (before === null) return;
    if ([...now.keys()].some((id) => !before.has(id))) events.tell({ type: 'dossiers' });
    for (const [dossier, last] of now)
      if (before.has(dossier) && before.get(dossier) !== last && !events.isHeld(dossier))
        events.tell({ type: 'changed', dossier, last });
  };
  const next = (afterMs: number): void => {
    timer = setTimeout(async () => {
      const own = timer;
      try {
        await look();
      } catch (error) {
        stop(); // whoever asks next meets the trouble itself
        return onFault(error);
      }
      if (events.listeners() === 0) stop();
      else if (timer === own) next(everyMs);
    }, afterMs);
    timer.unref();
  };
  return {
    start: (): void => {
      if (timer === null) next(0);
    },
    stop,
  };
}
