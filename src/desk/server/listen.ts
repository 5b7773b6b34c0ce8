import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { packageRoot } from '../../core/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Reader } from '../../reading/index.ts';
import { type DeskApp, deskApp } from './app.ts';
import { readOutlines, readPage } from './files.ts';
import { makeGate } from './gate.ts';
import { portRefused, portTaken } from './problems.ts';

export type DeskSettings = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  /** 0 for a free one. */
  readonly port: number;
  /** Where to go after entering: a path of the page. */
  readonly home: string;
  readonly version: string;
  readonly onFault: (error: unknown) => void;
};

export type Desk = {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The address that lets one browser in, once. */
  readonly address: string;
  /** Stops answering at once; the ledger stays open. */
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';
/** A client that sends its request more slowly than that is cut off. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 60_000;
/** A browser opens six at a time; more than that is a program that will not close its own. */
const MOST_CONNECTIONS = 256;

/** Opens the desk on this machine alone. Throws a Problem where the port cannot be had, or the page is not built. */
export async function openDesk(settings: DeskSettings): Promise<Desk> {
  const { ledger, reader, port, home, version, onFault } = settings;
  const page = readPage(new URL('dist/desk/web/', packageRoot));
  const outlines = readOutlines(new URL('data/outlines/', packageRoot));
  const gate = makeGate();
  let desk: DeskApp;
  const server = createAdaptorServer({
    fetch: (request, env) => desk.app.fetch(request, env),
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
  });
  if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port, error) : portRefused(port, error)),
    );
    server.listen(port, HOST, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const host = taken === 80 ? HOST : `${HOST}:${taken}`; // a browser leaves out the usual port
  desk = deskApp({ ledger, reader, host, gate, page, outlines, home, version, onFault });
  const origin = `http://${host}`;
  return {
    origin,
    address: `${origin}/enter?token=${gate.token}`,
    close: async () => {
      desk.stop();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await desk.settled();
    },
  };
}
