import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { Problem } from '../../core/index.ts';
import { rememberingWorld } from '../../crosscheck/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Reader } from '../../reading/index.ts';
import { OUTLINES_PATH } from '../contract/index.ts';
import { addDeedRoutes } from './deed-routes.ts';
import { addEventRoutes, LOOK_MS } from './event-routes.ts';
import { openEvents } from './events.ts';
import type { Files } from './files.ts';
import type { Gate } from './gate.ts';
import { FOR_EVER, NO_STORE, SAFETY_HEADERS } from './headers.ts';
import type { FetchSettings } from './importing/fetch-address.ts';
import { languageFor, passwordPage, plainPage } from './plain-page.ts';
import {
  badJson,
  badRequest,
  failed,
  foreignHost,
  foreignOrigin,
  notByPage,
  notEntered,
  notFound,
  statusOf,
  tokenUsed,
  wrongMethod,
} from './problems.ts';
import { refusalOf } from './refusal.ts';
import { addRoutes } from './routes.ts';
import { openViews } from './view.ts';

export type AppSettings = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  /** The address that it answers at: `http://127.0.0.1:4321`. */
  readonly origin: string;
  readonly gate: Gate;
  /** The built page, and the outlines of the map. */
  readonly page: Files;
  readonly outlines: Files;
  /** Where to go after entering: a path of the page. */
  readonly home: string;
  readonly version: string;
  /** Called with what went wrong on our side. */
  readonly onFault: (error: unknown) => void;
  /** How addresses are fetched; the internet alone, with the limits of `LIMITS`, where absent. */
  readonly fetching?: FetchSettings;
  /** Who asks, to count tries of the password: an IP address. */
  readonly clientOf?: (c: Context) => string;
  /** How often the ledger is asked for what other programs added; `LOOK_MS` where absent. */
  readonly lookEveryMs?: number;
};

export type App = OpenAPIHono;

export type DeskApp = {
  readonly app: App;
  /** Waits until what was changed is worked out and kept. */
  readonly settled: () => Promise<void>;
  /** Ends the streams of events. */
  readonly stop: () => void;
};

/** The desk as a function of requests. It opens no port: `app.request(…)` is enough to ask it. */
export function deskApp(settings: AppSettings): DeskApp {
  const { ledger, reader, origin, gate, page, outlines, home, version, onFault } = settings;
  const { port, protocol } = new URL(origin);
  const isSecret = protocol === 'https:';
  // Browsers share cookies between the ports of a machine: each desk has its own.
  const cookie = isSecret ? '__Host-recoupe' : `recoupe-${port || '80'}`;
  const cookieFor = (session: string): string =>
    `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict${isSecret ? '; Secure' : ''}`;
  const app: App = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const { path, message } = result.error.issues[0]!;
      throw badRequest(path.join('.'), message);
    },
  });

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SAFETY_HEADERS)) c.header(name, value);
    if (isSecret) c.header('Strict-Transport-Security', 'max-age=31536000');
    c.header('Cache-Control', NO_STORE);
    const header = (name: string) => c.req.header(name) ?? null;
    const refusal = refusalOf(
      {
        method: c.req.method,
        path: c.req.path,
        host: header('host'),
        origin: header('origin'),
        site: header('sec-fetch-site'),
        mode: header('sec-fetch-mode'),
        destination: header('sec-fetch-dest'),
      },
      origin,
    );
    if (refusal === 'foreign-host') throw foreignHost(header('host'), origin);
    if (refusal === 'foreign-origin') throw foreignOrigin();
    if (c.req.path !== '/enter' && !gate.admits(getCookie(c, cookie))) throw notEntered(gate.hasPassword);
    if (!isLook(c.req.method) && c.req.path.startsWith('/api/') && header('x-recoupe') !== '1') throw notByPage();
    await next();
  });

  app.get('/enter', (c) => {
    const lang = languageFor(c.req.header('accept-language') ?? null);
    const token = c.req.query('token');
    if (token === undefined && gate.hasPassword) return c.html(passwordPage(lang, null));
    // A program that looks at links before a person opens them asks with HEAD: that must not use the token up.
    if (c.req.method === 'HEAD') throw wrongMethod('HEAD', '/enter');
    const session = gate.enter(token ?? '');
    if (session === null) throw tokenUsed();
    c.header('Set-Cookie', cookieFor(session));
    // Not an HTTP redirect: a browser that came by a link of another site would not send the new cookie along with it.
    return c.html(plainPage(lang, { ...ENTERED, onTo: home }));
  });
  app.post('/enter', bodyLimit({ maxSize: MOST_OF_PASSWORD }), async (c) => {
    if (!gate.hasPassword) throw wrongMethod('POST', '/enter');
    const lang = languageFor(c.req.header('accept-language') ?? null);
    const { password } = await c.req.parseBody();
    const entered = await gate.enterWith(typeof password === 'string' ? password : '', settings.clientOf?.(c) ?? '');
    if ('session' in entered) {
      c.header('Set-Cookie', cookieFor(entered.session));
      return c.html(plainPage(lang, { ...ENTERED, onTo: home }));
    }
    if (entered.refused === 'wrong-password') return c.html(passwordPage(lang, WRONG), 403);
    c.header('Retry-After', String(entered.waitSeconds));
    return c.html(passwordPage(lang, tooMany(entered.waitSeconds)), 429);
  });
  app.post('/leave', (c) => {
    gate.leave(getCookie(c, cookie));
    c.header('Set-Cookie', `${cookieFor('')}; Max-Age=0`);
    return c.html(plainPage(languageFor(c.req.header('accept-language') ?? null), { ...LEFT, onTo: '/enter' }));
  });

  const events = openEvents();
  const world = rememberingWorld(reader);
  const views = openViews({ ledger, world, tell: events.tell, onFault });
  addRoutes(app, { ledger, world, engine: reader.engine, views, outlines });
  addDeedRoutes(app, { ledger, reader, views, events }, settings.fetching ?? {});
  const lookEveryMs = settings.lookEveryMs ?? LOOK_MS;
  const stop = addEventRoutes(app, { ledger, events, lookEveryMs, onFault });
  app.doc31('/api', {
    openapi: '3.1.0',
    info: {
      title: 'Recoupe',
      version,
      description:
        'The desk of one ledger. Every request needs the cookie that the printed address, or the password, gives; every change the header `x-recoupe: 1`.',
    },
    servers: [{ url: origin }],
  });

  app.get(`${OUTLINES_PATH}/*`, (c) => {
    const file = outlines.get(c.req.path.slice(OUTLINES_PATH.length + 1));
    if (!file) throw notFound(c.req.path);
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'private, max-age=3600' });
  });
  app.all('/api/*', (c) => {
    throw c.req.method === 'GET' ? notFound(c.req.path) : wrongMethod(c.req.method, c.req.path);
  });

  app.get('*', (c) => {
    const asked = c.req.path.slice(1);
    const file = page.get(asked);
    if (file && asked !== 'index.html')
      return c.body(file.bytes, 200, {
        'Content-Type': file.type,
        ...(asked.startsWith('assets/') ? { 'Cache-Control': FOR_EVER } : {}),
      });
    // Addresses of the page's own views all get the page; a file that is not there does not.
    if (/\.\w+$/.test(asked) && !asked.startsWith('dossiers/')) throw notFound(c.req.path);
    return c.body(page.get('index.html')!.bytes, 200, { 'Content-Type': 'text/html; charset=utf-8' });
  });
  app.notFound((c) => refuse(c, wrongMethod(c.req.method, c.req.path)));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(c, badJson(error.message));
    if (error instanceof Problem && statusOf(error.code) < 500) return refuse(c, error);
    onFault(error);
    return refuse(c, error instanceof Problem ? error : failed());
  });
  return { app, settled: views.settled, stop };
}

function isLook(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A refusal as a page where a person asks, as a document otherwise. */
function refuse(c: Context, { code, words }: Problem): Response {
  const status = statusOf(code);
  for (const [name, value] of Object.entries(SAFETY_HEADERS)) c.header(name, value);
  c.header('Cache-Control', NO_STORE);
  const isPage = !c.req.path.startsWith('/api') && (c.req.header('accept') ?? '').includes('text/html');
  if (!isPage) return c.json({ format: 1, error: { code, message: words } }, status);
  const lang = languageFor(c.req.header('accept-language') ?? null);
  const link = status === 421 ? null : BACK;
  return c.html(plainPage(lang, { title: REFUSED, words, link }), status);
}

/** A password is no longer than that, in bytes of the form that sends it. */
const MOST_OF_PASSWORD = 10_000;

const ENTERED = {
  title: { fr: 'Le bureau s’ouvre', en: 'The desk is opening' },
  words: { fr: 'Si rien ne vient :', en: 'If nothing happens:' },
  link: { fr: 'ouvrir le bureau', en: 'open the desk' },
};
const LEFT = {
  title: { fr: 'Vous avez quitté le bureau', en: 'You have left the desk' },
  words: { fr: 'Pour y revenir :', en: 'To come back:' },
  link: { fr: 'entrer', en: 'enter' },
};
const WRONG = { fr: 'Ce n’est pas le mot de passe. Essayez encore.', en: 'That is not the password. Try again.' };
const tooMany = (seconds: number) => ({
  fr: `Trop d’essais. Attendez ${seconds} secondes, puis essayez encore.`,
  en: `Too many tries. Wait ${seconds} seconds, then try again.`,
});
const REFUSED = { fr: 'Le bureau ne s’ouvre pas', en: 'The desk does not open' };
const BACK = {
  fr: 'Si ce navigateur a déjà ouvert ce bureau : y revenir',
  en: 'If this browser has opened this desk before: go back to it',
};
