import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Json, openTestDesk, refusal, type TestDesk } from './test-desk.ts';

const WORDS = 'L’armée du Nord a repris mardi la ville de Raqqa, a annoncé jeudi son état-major dans un communiqué.';
const PAGE = `<!doctype html><html lang="fr"><head><title>Raqqa reprise</title>
<meta property="article:published_time" content="2017-10-19T08:00:00+02:00"></head>
<body><nav>Accueil</nav><article><h1>Raqqa reprise</h1><p>${WORDS}</p><p>${WORDS.replace('Raqqa', 'Hajine')}</p></article></body></html>`;

let desk: TestDesk;
let server: Server;
let origin: string;
let dossier: string;

beforeAll(async () => {
  server = createServer((request, response) =>
    request.url === '/depeche'
      ? response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
      : response.writeHead(404).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await openTestDesk({ fetching: { isAllowed: (ip) => ip === '127.0.0.1' } });
});
afterAll(async () => {
  server.close();
  expect(desk.faults).toEqual([]);
  await desk.close();
});
beforeEach(async () => {
  ({ id: dossier } = await desk.ledger.createDossier('Essais'));
});

const path = (what: string) => `/api/dossiers/${dossier}/import/${what}`;

describe('a pasted text', () => {
  test('is kept and read, and its day is asked for with what it tells itself', async () => {
    const text = `${WORDS} L’armée du Nord avait pris Hajine le 14 janvier 2014.`;
    const { item } = await desk.change(path('text'), { text });
    expect(item).toMatchObject({
      outcome: 'added',
      problem: null,
      dispatch: { published: null, state: 'read', opening: expect.stringContaining('Raqqa') },
      bounds: { notBefore: '2014-01-14', words: { text: expect.stringContaining('14 janvier 2014') } },
    });
    expect(item.dispatch.claims).toBeGreaterThan(0);
    expect((await desk.json(`/api/dossiers/${dossier}/dispatches/${item.dispatch.id}`)).text).toBe(text);
  });
  test('with all that the person knows', async () => {
    const body = {
      text: WORDS,
      name: 'Note',
      date: '2017-10-19',
      publisher: 'Agence Méridienne',
      address: 'https://a.example/n',
    };
    const { item } = await desk.change(path('text'), body);
    expect(item).toMatchObject({
      name: 'Note',
      bounds: null,
      dispatch: {
        publisher: 'Agence Méridienne',
        address: 'https://a.example/n',
        published: { date: '2017-10-19', given: 'user' },
      },
    });
  });
  test('twice is one dispatch', async () => {
    await desk.change(path('text'), { text: WORDS });
    expect((await desk.change(path('text'), { text: WORDS })).item.outcome).toBe('same');
    expect((await desk.ledger.dispatches(dossier)).length).toBe(1);
  });
  test('that looks like markup stays a text', async () => {
    const text = `<p onclick="x()">${WORDS}</p><script>fin()</script>`;
    const { item } = await desk.change(path('text'), { text });
    expect((await desk.json(`/api/dossiers/${dossier}/dispatches/${item.dispatch.id}`)).text).toBe(text);
  });
  const troubles = [
    ['of nothing but blanks', { text: ' \n ' }, 'intake/empty'],
    ['with a date that is none', { text: WORDS, date: '2017-13' }, 'intake/bad-date'],
    ['with an address that is none', { text: WORDS, address: 'exemple' }, 'intake/bad-address'],
    ['with a character that no ledger keeps', { text: `${WORDS}\u0000` }, 'intake/binary'],
  ] as const;
  for (const [what, body, code] of troubles)
    test(`${what}: says so, with the way out`, async () => {
      const { item } = await desk.change(path('text'), body);
      expect(item).toMatchObject({
        outcome: null,
        dispatch: null,
        problem: { code, message: { fr: expect.any(String) } },
      });
    });
  test('into a dossier that is not there', async () =>
    expect(await refusal(await desk.post('/api/dossiers/rien/import/text', { text: WORDS }))).toBe(
      '404 ledger/no-such-dossier',
    ));
});

describe('an address', () => {
  test('gives its article, its day and its address', async () => {
    const { item } = await desk.change(path('address'), { address: `${origin}/depeche#haut` });
    expect(item).toMatchObject({
      outcome: 'added',
      dispatch: { address: `${origin}/depeche`, title: 'Raqqa reprise', published: { date: '2017-10-19' } },
    });
  });
  for (const [address, code] of [
    ['/rien', 'import/refused'],
    ['http://169.254.169.254/latest/', 'import/private-address'],
    ['file:///etc/hosts', 'import/bad-address'],
  ] as const)
    test(`${address}: ${code}`, async () => {
      const asked = address.startsWith('/') ? origin + address : address;
      const { item } = await desk.change(path('address'), { address: asked });
      expect(item).toMatchObject({ outcome: null, problem: { code } });
      expect(await desk.ledger.dispatches(dossier)).toEqual([]);
    });
});

describe('files', () => {
  const send = async (
    files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
    query = '',
  ): Promise<Json[]> => {
    const form = new FormData();
    for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name);
    const reply = await desk.ask(path('files') + query, { method: 'POST', body: form });
    expect(reply.headers.get('content-type')).toMatch(/ndjson/);
    const lines = (await reply.text()).trim().split('\n');
    await desk.settled();
    return lines.map((line) => JSON.parse(line));
  };

  test('are told of one by one; a bad one stops no other', async () => {
    const items = await send({
      'a/un.txt': WORDS,
      'a/vide.txt': '',
      'b/image.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      'b/deux.html': PAGE,
    });
    expect(items.map(({ name, outcome, problem }) => [name, outcome ?? problem.code])).toEqual([
      ['a/un.txt', 'added'],
      ['a/vide.txt', 'intake/empty'],
      ['b/deux.html', 'added'],
      ['b/image.txt', 'intake/binary'],
    ]);
    expect(items.map(({ place, total }) => [place, total])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
    for (const { problem } of items.filter((item) => item.problem))
      expect(problem.message.fr, 'a folder of ours in a message').not.toMatch(/recoupe-import|\/tmp/);
  });

  test('with a dossier.json, which gives what the texts do not', async () => {
    const listed = {
      title: 'Autre',
      dispatches: [{ file: 'un.txt', published: '2017-10-19', publisher: 'Radio Ponant' }],
    };
    const items = await send({ 'dossier.json': JSON.stringify(listed), 'un.txt': WORDS });
    expect(items).toMatchObject([
      { outcome: 'added', dispatch: { publisher: 'Radio Ponant', published: { date: '2017-10-19' } } },
    ]);
    expect((await desk.ledger.dossiers()).some(({ title }) => title === 'Autre')).toBe(false);
  });

  test('whose names lead elsewhere are refused, and the others go on', async () => {
    const items = await send({
      '../dehors.txt': WORDS,
      '/etc/essai.txt': WORDS,
      'c:\\temp\\essai.txt': WORDS,
      'dedans.txt': WORDS,
    });
    expect(items.map(({ outcome, problem }) => outcome ?? problem.code)).toEqual([
      'import/bad-file-name',
      'import/bad-file-name',
      'import/bad-file-name',
      'added',
    ]);
  });

  test('two of one name are two', async () => {
    const form = new FormData();
    form.append('file', new Blob([WORDS]), 'note.txt');
    form.append('file', new Blob([`${WORDS} Fin.`]), 'NOTE.txt');
    const reply = await desk.ask(path('files'), { method: 'POST', body: form });
    expect(
      (await reply.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toEqual(['added', 'added']);
  });

  test('with what is said of all of them', async () => {
    const [item] = await send({ 'un.txt': WORDS }, '?date=2017-10-19&publisher=Radio+Ponant');
    expect(item.dispatch).toMatchObject({
      publisher: 'Radio Ponant',
      published: { date: '2017-10-19', given: 'user' },
    });
  });

  test('none at all, or no form', async () => {
    expect(await refusal(await desk.ask(path('files'), { method: 'POST', body: new FormData() }))).toBe(
      '400 import/no-files',
    );
    expect(await refusal(await desk.post(path('files'), {}))).toBe('400 import/no-files');
  });
});
