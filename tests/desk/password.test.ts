import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/index.ts';
import { type DeskSettings, openDesk } from '../../src/desk/server/index.ts';
import { openTestDesk, refusal, type TestDesk } from './test-desk.ts';

// A desk that others can open: they come in by a password.

const ORIGIN = 'https://bureau.example';
const PASSWORD = 'cheval pile agrafe';

let desk: TestDesk;
let clock: number;
let client: string;
beforeEach(async () => {
  clock = Date.parse('2026-03-01T09:00:00Z');
  client = '192.0.2.1';
  desk = await openTestDesk({ password: PASSWORD, origin: ORIGIN, now: () => clock, clientOf: () => client });
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

const enter = (password: string, headers: Record<string, string | null> = {}): Promise<Response> =>
  desk.ask('/enter', {
    method: 'POST',
    body: new URLSearchParams({ password }).toString(),
    headers: { cookie: null, 'x-recoupe': null, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const cookieOf = (reply: Response): string | null => reply.headers.get('set-cookie')?.split(';')[0] ?? null;
const admitted = async (cookie: string | null): Promise<boolean> =>
  (await desk.ask('/api/dossiers', { headers: { cookie } })).status === 200;

describe('the password', () => {
  test('lets in, with a cookie that goes over https alone and out of reach of scripts', async () => {
    const reply = await enter(PASSWORD);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(
      /^__Host-recoupe=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(await admitted(cookieOf(reply))).toBe(true);
  });
  for (const wrong of ['', 'cheval', `${PASSWORD} `, PASSWORD.toUpperCase()])
    test(`${JSON.stringify(wrong)} does not`, async () => {
      const reply = await enter(wrong);
      expect([reply.status, cookieOf(reply)]).toEqual([403, null]);
      expect(await reply.text()).toContain('role="alert"');
    });
  test('is asked for by a page without a script, and nothing else is shown before', async () => {
    const page = await (await desk.ask('/enter', { headers: { cookie: null } })).text();
    expect(page).toContain('type="password"');
    expect(page).not.toContain('<script');
    expect(await refusal(await desk.ask('/api/dossiers', { headers: { cookie: null } }))).toBe('401 desk/not-entered');
    expect((await desk.ask('/', { headers: { cookie: null, accept: 'text/html' } })).status).toBe(401);
  });
  test('is taken from the desk’s own page alone', async () => {
    expect(await refusal(await enter(PASSWORD, { origin: 'https://vol.example' }))).toBe('403 desk/foreign-origin');
    expect(await refusal(await enter(PASSWORD, { origin: null, 'sec-fetch-site': null }))).toBe(
      '403 desk/foreign-origin',
    );
    expect(await refusal(await enter(PASSWORD, { host: '192.0.2.9' }))).toBe('421 desk/foreign-host');
  });
});

describe('tries', () => {
  test('five a minute for each who asks, however right the sixth', async () => {
    for (let i = 0; i < 5; i++) expect((await enter('faux mot de passe')).status).toBe(403);
    const sixth = await enter(PASSWORD);
    expect([sixth.status, cookieOf(sixth), sixth.headers.get('retry-after')]).toEqual([429, null, '60']);
    client = '192.0.2.2';
    expect((await enter(PASSWORD)).status).toBe(200);
    client = '192.0.2.1';
    clock += 61_000;
    expect((await enter(PASSWORD)).status).toBe(200);
  }, 20_000);
});

describe('a session', () => {
  test('ends after a working day without use, and after a week whatever happens', async () => {
    const first = cookieOf(await enter(PASSWORD));
    clock += 11 * 3_600_000;
    expect(await admitted(first)).toBe(true);
    clock += 13 * 3_600_000;
    expect(await admitted(first)).toBe(false);
    const second = cookieOf(await enter(PASSWORD));
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      expect(await admitted(second), `after ${hours} hours`).toBe(true);
      clock += 8 * 3_600_000;
    }
    clock += 1;
    expect(await admitted(second)).toBe(false);
  });
  test('ends when its owner leaves, and no other does', async () => {
    const [one, other] = [cookieOf(await enter(PASSWORD)), cookieOf(await enter(PASSWORD))];
    const left = await desk.ask('/leave', { method: 'POST', headers: { cookie: one } });
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect([await admitted(one), await admitted(other)]).toEqual([false, true]);
  });
  test('is told to stay on https', async () =>
    expect((await desk.ask('/enter')).headers.get('strict-transport-security')).toMatch(/max-age=\d+/));
});

test('a desk of this machine alone takes no password', async () => {
  const own = await openTestDesk();
  try {
    const reply = await own.ask('/enter', { method: 'POST', body: 'password=cheval' });
    expect(reply.status).toBe(405);
  } finally {
    await own.close();
  }
});

describe('a desk does not open to others', () => {
  const cases = [
    ['without a password', { host: '0.0.0.0', address: ORIGIN }, 'desk/no-password'],
    ['with an empty one', { host: '192.0.2.1', password: '' }, 'desk/no-password'],
    ['with a short one', { host: '::', address: ORIGIN, password: 'cheval' }, 'desk/short-password'],
    ['by a name that may lead anywhere', { host: 'localhost' }, 'desk/no-password'],
    ['through a server in front, without a password', { address: ORIGIN }, 'desk/no-password'],
    ['on every address without saying which they open', { host: '0.0.0.0', password: PASSWORD }, 'desk/no-address'],
    ['at an address with a path', { address: `${ORIGIN}/bureau`, password: PASSWORD }, 'desk/bad-address'],
    ['at what is no address', { address: 'bureau', password: PASSWORD }, 'desk/bad-address'],
  ] as const satisfies readonly (readonly [string, Partial<DeskSettings>, string])[];
  for (const [how, settings, code] of cases)
    test(how, async () => {
      const opening = openDesk({
        ledger: desk.ledger,
        reader: null!,
        port: 0,
        home: '/',
        version: '0',
        onFault: () => {},
        ...settings,
      });
      await expect(opening).rejects.toSatisfy((error) => error instanceof Problem && error.code === code);
    });
});
