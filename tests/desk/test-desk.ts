import type { Problem } from '../../src/core/index.ts';
import { type DeskApp, deskApp } from '../../src/desk/server/app.ts';
import type { Files } from '../../src/desk/server/files.ts';
import { makeGate } from '../../src/desk/server/gate.ts';
import type { FetchSettings } from '../../src/desk/server/importing/fetch-address.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { openReader, type Reader } from '../../src/reading/index.ts';
import { deleteFolder, newLedgerFolder } from '../ledger/template.ts';

// A desk without a port: requests go in as a browser sends them, replies come out.

export const HOST = '127.0.0.1:4321';
export const ORIGIN = `http://${HOST}`;

let reader: Reader | null = null;

/** The reader, opened once for all the tests of a file. */
export function sharedReader(): Reader {
  reader ??= openReader();
  return reader;
}

const text = (words: string, type: string) => ({ bytes: new Uint8Array(new TextEncoder().encode(words)), type });
const PAGE: Files = new Map([
  ['index.html', text('<!doctype html><title>Recoupe</title>', 'text/html; charset=utf-8')],
  ['assets/app-1.js', text('export {}', 'text/javascript; charset=utf-8')],
]);
const OUTLINES: Files = new Map([['index.json', text('{}', 'application/json; charset=utf-8')]]);

export type TestDesk = DeskApp & {
  readonly ledger: Ledger;
  readonly token: string;
  /** What went wrong on the desk's own side: a test that expects nothing expects this to be empty. */
  readonly faults: unknown[];
  /** A request as a page of the desk sends it, cookie and all; headers may be given, and taken away with `null`. */
  readonly ask: (path: string, request?: AskOptions) => Promise<Response>;
  readonly json: (path: string, request?: AskOptions) => Promise<Json>;
  /** A change, as the page sends it. */
  readonly post: (path: string, body: unknown, request?: AskOptions) => Promise<Response>;
  readonly change: (path: string, body: unknown) => Promise<Json>;
  readonly close: () => Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a reply is looked at part by part, and each part is expected to be something
export type Json = any;

export type AskOptions = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
};

/** Opens a desk on a fresh ledger, and enters it. */
export async function openTestDesk(
  settings: { readonly fetching?: FetchSettings; readonly lookEveryMs?: number } = {},
): Promise<TestDesk> {
  const folder = await newLedgerFolder();
  const ledger = await openLedger({ folder }, { author: 'Odile' });
  const faults: unknown[] = [];
  const gate = makeGate();
  const desk = deskApp({
    ledger,
    reader: sharedReader(),
    host: HOST,
    gate,
    page: PAGE,
    outlines: OUTLINES,
    home: '/',
    version: '0',
    onFault: (error) => faults.push(error),
    ...settings,
  });
  const entered = await desk.app.request(`/enter?token=${gate.token}`, { headers: { host: HOST } });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
  const ask: TestDesk['ask'] = async (path, { method = 'GET', headers = {}, body } = {}) => {
    const own: Record<string, string | null> = {
      host: HOST,
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(method === 'GET' ? {} : { origin: ORIGIN, 'x-recoupe': '1' }),
      ...headers,
    };
    const sent = Object.entries(own).filter((pair): pair is [string, string] => pair[1] !== null);
    return desk.app.request(path, {
      method,
      headers: Object.fromEntries(sent),
      ...(body === undefined ? {} : { body }),
    });
  };
  const post: TestDesk['post'] = (path, body, request = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...request,
      headers: { 'content-type': 'application/json', ...request.headers },
    });
  const json: TestDesk['json'] = async (path, request) => (await ask(path, request)).json();
  return {
    ...desk,
    ledger,
    token: gate.token,
    faults,
    ask,
    json,
    post,
    change: async (path, body) => {
      const reply = await post(path, body);
      const document = await reply.json();
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(document)}`);
      await desk.settled();
      return document;
    },
    close: async () => {
      desk.stop();
      await desk.settled();
      await ledger.close();
      deleteFolder(folder);
    },
  };
}

/** The code of a refusal, with its status: `404 desk/not-found`. */
export async function refusal(reply: Response): Promise<string> {
  const document = (await reply.json()) as { error?: Pick<Problem, 'code'> };
  return `${reply.status} ${document.error?.code}`;
}
