import { lookup as lookUp } from 'node:dns';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Problem } from '../../../core/index.ts';
import {
  addressTimedOut,
  badAddress,
  badCompression,
  noAnswerAt,
  privateAddress,
  refusedBy,
  tooLargeAt,
  tooManyRedirects,
  unknownCompression,
} from './problems.ts';
import { isPublicAddress } from './public-address.ts';

export type Fetched = {
  readonly bytes: Uint8Array;
  /** Where it was found after all redirects, without what follows `#`. */
  readonly address: string;
  /** The encoding that the server states; null where it states none. */
  readonly encoding: string | null;
  readonly mediaType: string | null;
};

export type FetchLimits = {
  readonly withinMs: number;
  readonly mostBytes: number;
  readonly mostRedirects: number;
  /** How many bytes may come out of one that was compressed, once `freeBytes` have. */
  readonly mostRatio: number;
  readonly freeBytes: number;
};

/** A dispatch is a few kilobytes and comes in seconds; text shrinks to a tenth, bombs to a thousandth. */
export const LIMITS: FetchLimits = {
  withinMs: 20_000,
  mostBytes: 20_000_000,
  mostRedirects: 5,
  mostRatio: 50,
  freeBytes: 1_000_000,
};

export type FetchSettings = {
  readonly limits?: Partial<FetchLimits>;
  /** Which IP addresses may be asked; those of the internet where absent. */
  readonly isAllowed?: (ip: string) => boolean;
  /** How names are looked up; the system's way where absent. */
  readonly lookUpAll?: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
};

/**
 * Fetches what is at an address: http and https only, and never a machine that the internet does not reach. The IP is
 * checked at each hop where the connection is made, so that a name which changes its mind meanwhile gains nothing. Throws a
 * Problem that says what was met and what to do.
 */
export async function fetchAddress(asked: string, settings: FetchSettings = {}): Promise<Fetched> {
  const limits = { ...LIMITS, ...settings.limits };
  const signal = AbortSignal.timeout(limits.withinMs);
  let url = checked(asked);
  try {
    for (let redirects = 0; ; redirects++) {
      const reply = await request(url, signal, settings);
      const onTo = redirectOf(reply, url);
      if (onTo === null) {
        if (reply.statusCode !== 200) throw refusedBy(url.href, reply.statusCode ?? 0);
        return { bytes: await bodyOf(reply, url.href, limits, signal), address: withoutHash(url), ...typeOf(reply) };
      }
      reply.destroy();
      if (redirects === limits.mostRedirects) throw tooManyRedirects(asked, limits.mostRedirects);
      url = onTo;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (signal.aborted) throw addressTimedOut(url.href, limits.withinMs / 1000);
    throw noAnswerAt(url.href, error);
  }
}

function checked(address: string): URL {
  if (!URL.canParse(address)) throw badAddress(address);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badAddress(address);
  if (url.username !== '' || url.password !== '') throw badAddress(address);
  return url;
}

async function request(url: URL, signal: AbortSignal, settings: FetchSettings): Promise<IncomingMessage> {
  const { isAllowed = isPublicAddress, lookUpAll = lookUpName } = settings;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A connection to a bare IP looks nothing up, so that it is checked here.
  if (isIP(host) !== 0 && !isAllowed(host)) throw privateAddress(url.href, host);
  const lookup: LookupFunction = (name, options, done) => {
    lookUpAll(name).then(
      (found) => {
        const refused = found.find(({ address }) => !isAllowed(address));
        if (refused) return done(privateAddress(url.href, refused.address), '');
        return options.all ? done(null, [...found]) : done(null, found[0]!.address, found[0]!.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
  const ask = (url.protocol === 'https:' ? https : http).get(url, {
    lookup,
    signal,
    agent: false, // no connection of an earlier hop is used again
    headers: {
      accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5',
      'accept-language': 'fr, en;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'Recoupe',
    },
  });
  const [reply] = (await once(ask, 'response')) as [IncomingMessage];
  return reply;
}

function lookUpName(host: string): Promise<{ address: string; family: number }[]> {
  return new Promise((resolve, reject) => {
    lookUp(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode, headers }: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.has(statusCode ?? 0) || headers.location === undefined) return null;
  if (!URL.canParse(headers.location, from.href)) throw badAddress(headers.location);
  return checked(new URL(headers.location, from).href);
}

function withoutHash(url: URL): string {
  const plain = new URL(url.href);
  plain.hash = '';
  return plain.href;
}

function typeOf({ headers }: IncomingMessage): Pick<Fetched, 'encoding' | 'mediaType'> {
  const [type, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters.find((part) => /^charset=/i.test(part))?.slice('charset='.length);
  return { mediaType: type?.toLowerCase() || null, encoding: charset?.replace(/^"|"$/g, '') || null };
}

async function bodyOf(
  reply: IncomingMessage,
  address: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const announced = Number(reply.headers['content-length'] ?? 0);
  if (announced > limits.mostBytes) throw tooLargeAt(address, limits.mostBytes);
  let came = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      came += chunk.length;
      done(came > limits.mostBytes ? tooLargeAt(address, limits.mostBytes) : null, chunk);
    },
  });
  reply.on('error', (error) => counted.destroy(error));
  let stream: Readable = reply.pipe(counted);
  const codings = (reply.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 1) throw unknownCompression(address, codings.join(', '));
  if (codings[0]) stream = unpacked(stream, codings[0], address);
  const stop = () => stream.destroy(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limits.mostBytes) throw tooLargeAt(address, limits.mostBytes);
      if (size > limits.freeBytes && size > came * limits.mostRatio) throw badCompression(address, limits.mostRatio);
      parts.push(part);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    reply.destroy();
  }
  return Buffer.concat(parts);
}

function unpacked(packed: Readable, coding: string, address: string): Readable {
  const unpack = UNPACKERS[coding];
  if (!unpack) throw unknownCompression(address, coding);
  const unpacker = unpack();
  packed.on('error', (error) => unpacker.destroy(error));
  return packed.pipe(unpacker);
}

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
