import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/index.ts';
import { type FetchSettings, fetchAddress } from '../../src/desk/server/importing/fetch-address.ts';

// A server of our own stands for the internet: 127.0.0.1 is let through, and nothing else is.

const PAGE = '<!doctype html><title>Essai</title><p>Un paragraphe entier de la page.</p>';
const BIG = Buffer.alloc(3_000_000, 'a');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
const redirect =
  (to: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location: to }).end('ailleurs');

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/page': send(PAGE, { 'content-type': 'text/html; charset="windows-1252"' }),
  '/gzip': send(gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/br': send(brotliCompressSync(PAGE), { 'content-encoding': 'br' }),
  '/deflate': send(deflateSync(PAGE), { 'content-encoding': 'deflate' }),
  '/bomb': send(gzipSync(BIG), { 'content-encoding': 'gzip' }),
  '/cut': send(gzipSync(PAGE).subarray(0, 30), { 'content-encoding': 'gzip' }),
  '/twice': send(gzipSync(gzipSync(PAGE)), { 'content-encoding': 'gzip, gzip' }),
  '/zstd': send(PAGE, { 'content-encoding': 'zstd' }),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': '30000000' }).end(),
  '/endless': (_, response) => {
    response.writeHead(200);
    const more = (): void => {
      if (!response.destroyed && response.write(BIG)) setImmediate(more);
      else if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/silent': () => {},
  '/slow': (_, response) => void response.writeHead(200).write('un début'),
  '/missing': (_, response) => response.writeHead(404).end('rien'),
  '/empty': (_, response) => response.writeHead(200).end(),
  '/hop1': redirect('/hop2'),
  '/hop2': redirect('/hop3'),
  '/hop3': redirect('/hop4'),
  '/hop4': redirect('/hop5'),
  '/hop5': redirect('/page#suite'),
  '/hop0': redirect('/hop1'),
  '/circle': redirect('/circle'),
  '/to-file': redirect('file:///etc/hosts'),
  '/to-cloud': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-loopback': redirect('http://[::1]:9/'),
  '/to-password': redirect('http://nom:secret@127.0.0.1/'),
  '/to-name': redirect('http://bureau.example/'),
};

let server: Server;
let origin: string;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    (ANSWERS[request.url!] ?? ANSWERS['/missing']!)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const OPEN: FetchSettings = { isAllowed: (ip) => ip === '127.0.0.1', limits: { withinMs: 400 } };

async function outcome(address: string, settings: FetchSettings = OPEN): Promise<string> {
  try {
    const { bytes } = await fetchAddress(address, settings);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('what comes', () => {
  for (const path of ['/page', '/gzip', '/br', '/deflate', '/hop1', '/empty'])
    test(path, async () => expect(await outcome(origin + path)).toBe(path === '/empty' ? '' : PAGE));
  test('with where it ended and what the server says of it', async () =>
    expect(await fetchAddress(`${origin}/hop1`, OPEN)).toMatchObject({
      address: `${origin}/page`,
      encoding: 'windows-1252',
      mediaType: 'text/html',
    }));
});

describe('what does not', () => {
  const cases = [
    ['/missing', 'import/refused'],
    ['/hop0', 'import/too-many-redirects'],
    ['/circle', 'import/too-many-redirects'],
    ['/silent', 'import/too-slow'],
    ['/slow', 'import/too-slow'],
    ['/announced', 'import/too-large'],
    ['/endless', 'import/too-large'],
    ['/bomb', 'import/bad-compression'],
    ['/cut', 'import/no-answer'],
    ['/twice', 'import/unknown-compression'],
    ['/zstd', 'import/unknown-compression'],
    ['/to-file', 'import/bad-address'],
    ['/to-password', 'import/bad-address'],
    ['/to-cloud', 'import/private-address'],
    ['/to-loopback', 'import/private-address'],
  ] as const;
  const generous: FetchSettings = { ...OPEN, limits: { withinMs: 5_000, mostBytes: 20_000_000 } };
  for (const [path, code] of cases)
    test(path, async () => {
      const settings = code === 'import/too-slow' ? OPEN : generous;
      expect(await outcome(origin + path, settings)).toBe(code);
    });

  for (const address of [
    'ftp://exemple.fr/',
    'file:///etc/hosts',
    'exemple.fr',
    '',
    'javascript:alert(1)',
    'http://a:b@exemple.fr/',
  ])
    test(JSON.stringify(address), async () => expect(await outcome(address)).toBe('import/bad-address'));

  test('nobody listens there', async () => expect(await outcome('http://127.0.0.1:9/')).toBe('import/no-answer'));
});

describe('what only this network reaches is never asked', () => {
  const named = (...addresses: string[]): FetchSettings => ({
    limits: { withinMs: 1000 },
    lookUpAll: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });
  const port = () => new URL(origin).port;
  test('loopback, however it is written', async () => {
    asked = [];
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ])
      expect(await outcome(`http://${host}:${port()}/page`, {}), host).toBe('import/private-address');
    expect(asked).toEqual([]);
  });
  test('a name that leads to it, alone or beside a public one', async () => {
    asked = [];
    for (const settings of [named('127.0.0.1'), named('93.184.216.34', '127.0.0.1'), named('10.0.0.7'), named('::1')])
      expect(await outcome(`http://depeches.example:${port()}/page`, settings)).toBe('import/private-address');
    expect(asked).toEqual([]);
  });
  test('localhost by the system’s own names', async () =>
    expect(await outcome(`http://localhost:${port()}/page`, {})).toBe('import/private-address'));
  test('a redirect to a name that leads there', async () => {
    const settings: FetchSettings = {
      isAllowed: (ip) => ip === '127.0.0.1',
      lookUpAll: async () => [{ address: '192.168.0.9', family: 4 }],
    };
    expect(await outcome(`${origin}/to-name`, settings)).toBe('import/private-address');
  });
});
