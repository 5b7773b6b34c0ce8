import { type AddressInfo, isIPv6 } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { packageRoot } from '../../core/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Reader } from '../../reading/index.ts';
import { type DeskApp, deskApp } from './app.ts';
import { readOutlines, readPage } from './files.ts';
import { makeGate } from './gate.ts';
import {
  badOwnAddress,
  LEAST_PASSWORD,
  noAddress,
  noPassword,
  portRefused,
  portTaken,
  shortPassword,
} from './problems.ts';

export type DeskSettings = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  /** The address to listen on; this machine alone (`127.0.0.1`) where absent. */
  readonly host?: string | null;
  /** 0 for a free one. */
  readonly port: number;
  /** What others open, where that is not the host and port: `https://desk.example.org`, behind a server that speaks TLS. */
  readonly address?: string | null;
  /** Demanded where it listens elsewhere than on this machine alone. */
  readonly password?: string | null;
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
  /** True where others can open it, by the password. */
  readonly hasPassword: boolean;
  /** True where others can open it, and what they send can be read on its way. */
  readonly isInClear: boolean;
  /** Stops answering at once; the ledger stays open. */
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';
/** A client that sends its request more slowly than that is cut off. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 60_000;
/** A browser opens six at a time; more than that is a program that will not close its own. */
const MOST_CONNECTIONS = 256;

/**
 * Opens the desk. Throws a Problem where the port cannot be had, the page is not built, or others could reach it without a
 * password.
 */
export async function openDesk(settings: DeskSettings): Promise<Desk> {
  const { ledger, reader, port, home, version, onFault } = settings;
  const host = settings.host ?? HOST;
  const isOpen = !isLoopback(host) || settings.address != null;
  const password = isOpen ? checkedPassword(settings.password ?? null, host) : null;
  const stated = settings.address == null ? null : ownAddress(settings.address);
  if (stated === null && isAnyAddress(host)) throw noAddress(host);
  const page = readPage(new URL('dist/desk/web/', packageRoot));
  const outlines = readOutlines(new URL('data/outlines/', packageRoot));
  const gate = makeGate({ password });
  let desk: DeskApp;
  const server = createAdaptorServer({
    fetch: (request, env) => desk.app.fetch(request, env),
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
  });
  if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port, error) : portRefused(host, port, error)),
    );
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const name = isIPv6(host) ? `[${host}]` : host;
  // A browser leaves out the usual port.
  const origin = stated ?? new URL(`http://${name}:${taken}`).origin;
  const clientOf = (c: Context): string => getConnInfo(c).remote.address ?? '';
  desk = deskApp({ ledger, reader, origin, gate, page, outlines, home, version, onFault, clientOf });
  return {
    origin,
    address: `${origin}/enter?token=${gate.token}`,
    hasPassword: isOpen,
    isInClear: isOpen && !origin.startsWith('https:'),
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

/** True for an address that no other machine reaches. A name may lead anywhere. */
function isLoopback(host: string): boolean {
  return host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function checkedPassword(password: string | null, host: string): string {
  if (password === null || password === '') throw noPassword(host);
  if ([...password].length < LEAST_PASSWORD) throw shortPassword([...password].length);
  return password;
}

function ownAddress(address: string): string {
  if (!URL.canParse(address)) throw badOwnAddress(address);
  const { origin, protocol, pathname, search, hash, username } = new URL(address);
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
  if (!isPlain || (protocol !== 'http:' && protocol !== 'https:')) throw badOwnAddress(address);
  return origin;
}
