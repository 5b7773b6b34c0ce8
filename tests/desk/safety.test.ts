import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changes, operations } from '../../src/desk/contract/index.ts';
import { dispatchSample, mention, readingSample } from '../ledger/samples.ts';
import { HOST, type Json, ORIGIN, openTestDesk, refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let dossier: string;
let dispatch: string;

/** A dispatch that would do harm if any of it were taken for markup or for an instruction. */
const SCRIPTS = [
  '<script>document.cookie="vole=1"</script>',
  '<img src=x onerror="alert(1)"> </textarea></pre><svg/onload=alert(2)>',
  "javascript:alert(3) {{7*7}} '; drop table recoupe.entry; --",
  '\u202Eécrit à rebours\u202C et \u2066isolé\u2069',
].join('\n');
const TEXT = `${SCRIPTS}\nLes forces de l’Ouest tiennent Valmont, selon <b>l’état-major</b>.`;

beforeAll(async () => {
  desk = await openTestDesk();
  ({ id: dossier } = await desk.ledger.createDossier('<i>Vallée</i> & "co"'));
  const added = await desk.ledger.addDispatch(dossier, dispatchSample(TEXT, { title: '<script>alert(4)</script>' }));
  dispatch = (added as Extract<typeof added, { dispatch: unknown }>).dispatch.id;
  const reading = readingSample(TEXT, {
    statements: [
      {
        content: 'Les forces de l’Ouest tiennent Valmont',
        source: mention(TEXT, '<b>l’état-major</b>'),
        name: '<b>l’état-major</b>',
        organisation: 'armée',
      },
    ],
    claims: [{ words: 'Les forces de l’Ouest tiennent Valmont', statement: 's1', actor: ['fictional-west'] }],
  });
  await desk.ledger.putReading(dossier, dispatch, reading);
});
afterAll(() => desk.close());

describe('who is let in', () => {
  const cases = [
    // what a stranger sends                                                                   what is said
    ['another name for this machine', { host: 'localhost:4321' }, '421 desk/foreign-host'],
    ['a name that an attacker points here', { host: 'vol.example' }, '421 desk/foreign-host'],
    ['no host', { host: null }, '421 desk/foreign-host'],
    ['a page of another site', { origin: 'https://vol.example' }, '403 desk/foreign-origin'],
    ['a page without an origin of its own', { origin: 'null' }, '403 desk/foreign-origin'],
    ['another port of this machine', { origin: null, 'sec-fetch-site': 'same-site' }, '403 desk/foreign-origin'],
    [
      'an image on another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' },
      '403 desk/foreign-origin',
    ],
    ['no cookie', { cookie: null }, '401 desk/not-entered'],
    ['a cookie of its own making', { cookie: 'recoupe-4321=AAAA' }, '401 desk/not-entered'],
    ['the cookie of a desk at another port', { cookie: 'recoupe-5000=AAAA' }, '401 desk/not-entered'],
  ] as const;
  for (const [who, headers, said] of cases)
    test(who, async () => expect(await refusal(await desk.ask('/api/dossiers', { headers }))).toBe(said));

  test('a person who follows a link from elsewhere, to the page but not to the data', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await desk.ask('/dossiers', { headers })).status).toBe(200);
    expect(await refusal(await desk.ask('/api/dossiers', { headers }))).toBe('403 desk/foreign-origin');
  });
});

describe('the address that lets in, once', () => {
  test('a wrong token, and no token', async () => {
    for (const path of ['/enter?token=AAAA', '/enter'])
      expect(await refusal(await desk.ask(path, { headers: { cookie: null } }))).toBe('403 desk/token-used');
  });
  test('the right one, a second time', async () =>
    expect(await refusal(await desk.ask(`/enter?token=${desk.token}`))).toBe('403 desk/token-used'));
  test('a look at it by HEAD does not use it up', async () => {
    const other = await openTestDesk();
    try {
      expect((await other.ask(`/enter?token=${other.token}`, { method: 'HEAD' })).status).toBe(405);
      expect((await other.ask('/api/dossiers')).status).toBe(200);
    } finally {
      await other.close();
    }
  });
  test('the cookie is out of reach of scripts and of other sites', async () => {
    const other = await openTestDesk();
    try {
      const gate = await other.app.request(`/enter?token=${other.token}x`, { headers: { host: HOST } });
      expect(gate.headers.get('set-cookie')).toBeNull();
    } finally {
      await other.close();
    }
  });
});

describe('nothing changes by looking', () => {
  test('every GET leaves the ledger as it was', async () => {
    const before = await desk.ledger.entries(dossier);
    const findings = await desk.ledger.findings(dossier);
    const params: Record<string, string> = {
      dossier,
      dispatch,
      question: 'control:x',
      source: 'x',
      outline: 'countries',
    };
    for (const { path } of Object.values(operations)) {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
      const reply = await desk.ask(`${filled}?words=valmont&place=Valmont&party=russia`);
      expect(reply.status, filled).toBeLessThan(500);
    }
    expect(await desk.ledger.entries(dossier)).toEqual(before);
    expect(await desk.ledger.findings(dossier)).toEqual(findings);
    expect(desk.faults).toEqual([]);
  });

  const changes = [
    ['by GET', { method: 'GET' }, '404 desk/not-found'],
    ['by PUT', { method: 'PUT' }, '405 desk/wrong-method'],
    ['from another site', { headers: { origin: 'https://vol.example' } }, '403 desk/foreign-origin'],
    ['without an origin', { headers: { origin: null, 'sec-fetch-site': null } }, '403 desk/foreign-origin'],
    ['by a form, which cannot send the header', { headers: { 'x-recoupe': null } }, '403 desk/foreign-change'],
    ['without having entered', { headers: { cookie: null } }, '401 desk/not-entered'],
  ] as const;
  for (const [how, request, said] of changes)
    test(`a change ${how} is refused`, async () => {
      const path = `/api/dossiers/${dossier}/title`;
      const reply =
        'method' in request && request.method === 'GET'
          ? await desk.ask(path)
          : await desk.post(path, { title: 'volé' }, request);
      expect(await refusal(reply)).toBe(said);
      expect((await desk.ledger.findDossier(dossier)).title).toBe('<i>Vallée</i> & "co"');
    });
});

describe('a dispatch full of scripts', () => {
  test('comes out as the very text, in JSON that no browser takes for a page', async () => {
    const reply = await desk.ask(`/api/dossiers/${dossier}/dispatches/${dispatch}`);
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    const document = (await reply.json()) as Json;
    expect(document.text).toBe(TEXT);
    expect(document.claims[0].text).toBe('Les forces de l’Ouest tiennent Valmont');
  });

  const pages = [
    ['/api/dossiers/<script>alert(1)</script>', 'application/json'],
    ['/<script>alert(1)</script>', 'text/html'],
    [`/enter?token=<script>alert(1)</script>`, 'text/html'],
  ] as const;
  for (const [path, accept] of pages)
    test(`${path} is not written into what is answered`, async () => {
      const reply = await desk.ask(encodeURI(path), { headers: { accept } });
      const body = await reply.text();
      if (accept === 'text/html') expect(body).not.toContain('<script>');
      else expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    });

  test('every reply forbids inline scripts, frames and foreign places', async () => {
    for (const path of ['/', '/api/dossiers', '/api', '/enter', '/nothing.js', `/api/dossiers/${dossier}/claims`]) {
      const { headers } = await desk.ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("script-src 'self'");
      expect(policy, path).not.toMatch(/unsafe/);
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });
});

test('a line of a megabyte is listed by its opening, and read in full', async () => {
  const line = `${'mot '.repeat(260_000)}fin.`;
  const added = await desk.ledger.addDispatch(dossier, dispatchSample(line, { name: 'longue.txt', published: null }));
  const { id } = (added as Extract<typeof added, { dispatch: unknown }>).dispatch;
  const { dispatches } = await desk.json(`/api/dossiers/${dossier}/dispatches`);
  expect(dispatches.find((one: { id: string }) => one.id === id).opening.length).toBeLessThan(160);
  expect((await desk.json(`/api/dossiers/${dossier}/dispatches/${id}`)).text).toBe(line);
});

test('the interface describes itself as OpenAPI 3.1, with every operation', async () => {
  const document = await desk.json('/api');
  expect(document.openapi).toBe('3.1.0');
  for (const { path } of Object.values(operations)) expect(document.paths[path]?.get, path).toBeDefined();
  for (const { path } of Object.values(changes)) expect(document.paths[path]?.post, path).toBeDefined();
  expect(document.paths['/api/dossiers/{dossier}/import/files'].post.responses).toHaveProperty('200');
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Claim', 'Problem', 'ImportItem']));
  expect(document.servers).toEqual([{ url: ORIGIN }]);
});
