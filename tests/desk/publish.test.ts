import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/index.ts';
import { type PublishSettings, publishDossier } from '../../src/desk/publish/index.ts';
import { dispatchSample, readingSample } from '../ledger/samples.ts';
import { openTestDesk, sharedReader, type TestDesk } from './test-desk.ts';
import { addValley } from './valley.ts';

let desk: TestDesk;
let dossier: string;
let out: string;
beforeAll(async () => {
  desk = await openTestDesk();
  ({ dossier } = await addValley(desk));
});
afterAll(() => desk.close());
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'recoupe-publish-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const publish = async (given: Partial<PublishSettings> = {}) => {
  const now = new Date('2026-03-01T12:00:00Z');
  const settings = {
    ledger: desk.ledger,
    world: sharedReader(),
    dossier,
    out,
    lang: 'fr',
    fullTexts: false,
    version: '0.1.0',
    now,
  } as const;
  const { publication } = await publishDossier({ ...settings, ...given });
  const html = readFileSync(join(given.out ?? out, 'index.html'), 'utf8');
  return { publication, html, document: parseHTML(html).document };
};

describe('a published dossier', () => {
  test('loads nothing: no address in it is fetched, and only its own script and style may run', async () => {
    const { document, html } = await publish();
    for (const element of document.querySelectorAll('script, link, img, iframe, object, embed, source'))
      expect(element.getAttribute('src') ?? element.getAttribute('href'), element.outerHTML.slice(0, 80)).toBeNull();
    expect(html).not.toMatch(/type="module"|@import|url\(|<[a-z][^>]*\son[a-z]+=|<[a-z][^>]*\sstyle=/);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('holds map, what is contested, timeline, questions, quotes and dispatches, each linked to the words', async () => {
    const { document, publication } = await publish();
    for (const id of ['map', 'contested', 'timeline', 'questions', 'quotes', 'dispatches'])
      expect(document.getElementById(id), id).not.toBeNull();
    expect(document.querySelectorAll('g.mark')).toHaveLength(publication.places.length);
    expect(document.querySelectorAll('li.quote')).toHaveLength(publication.quotes.length);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const target = link.getAttribute('href')!.slice(1);
      expect(document.getElementById(target), target).not.toBeNull();
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives each quote its evidence: words, sentence, offsets, and the hash of the file', async () => {
    const { publication } = await publish();
    const accounts = await desk.ledger.accounts(dossier);
    for (const { words, before, after, start, end, dispatch } of publication.quotes) {
      const text = accounts.texts.get(dispatch)!;
      expect(text.slice(start, end)).toBe(words);
      expect(text.slice(start - before.length, end + after.length)).toBe(before + words + after);
      const { bytes } = await desk.ledger.content(dossier, dispatch);
      expect(publication.dispatches.find(({ id }) => id === dispatch)!.sha256).toBe(sha256(bytes));
    }
  });

  test('holds the sentences quoted, and no more of a text unless that is asked for', async () => {
    const { html } = await publish();
    expect(html).not.toContain('La ville est vide.');
    const whole = await publish({ fullTexts: true });
    expect(whole.html).toContain('La ville est vide.');
    expect(whole.publication.dispatches.every(({ text }) => text !== null)).toBe(true);
  });

  test('names no witness', async () => {
    const { html, publication } = await publish();
    expect(html).not.toMatch(/Merzoug/i);
    expect(JSON.stringify(publication)).not.toMatch(/Merzoug/i);
    expect(publication.quotes.some(({ words }) => words === 'L’EI est revenu dans Boukamal')).toBe(true);
  });

  test('tells for each perspective how a place stands from which day on', async () => {
    const { publication } = await publish();
    const of = (value: string | null) =>
      publication.states[publication.perspectives.findIndex((one) => one.value === value)]!;
    const on = (value: string | null, day: string) => of(value)['geonames:174448']?.findLast((one) => one.day <= day);
    expect(on('sohr', '2017-11-12')).toMatchObject({ state: 'held', holders: [{ party: 'islamic-state' }] });
    expect(on('russia', '2017-12-07')).toMatchObject({ state: 'denied', holders: [] });
  });

  test('shows both quotes of what is contested or replaced', async () => {
    const { publication, document } = await publish();
    for (const { sides } of publication.findings) expect(sides).toHaveLength(2);
    const shown = document.querySelectorAll('#contested ~ ul.findings > li');
    expect(shown).toHaveLength(publication.findings.filter(({ contested }) => contested).length);
  });

  test('speaks French or English', async () => {
    expect((await publish({ lang: 'en' })).document.querySelector('#contested')!.textContent).toBe('What is contested');
    expect((await publish({ lang: 'en' })).document.documentElement.getAttribute('lang')).toBe('en');
  });

  test('is written over a former one, and over nothing else', async () => {
    await publish();
    await publish();
    const other = mkdtempSync(join(tmpdir(), 'recoupe-other-'));
    writeFileSync(join(other, 'these.doc'), 'deux ans de travail');
    await expect(publish({ out: other })).rejects.toMatchObject({ code: 'publish/folder-in-use' });
    expect(readFileSync(join(other, 'these.doc'), 'utf8')).toBe('deux ans de travail');
    rmSync(other, { recursive: true });
    const file = join(out, 'publication.json', 'dedans');
    await expect(publish({ out: file })).rejects.toMatchObject({ code: 'publish/folder-refused' });
  });

  test('an empty dossier has nothing to publish', async () => {
    const { id } = await desk.ledger.createDossier('Vide');
    await expect(publish({ dossier: id })).rejects.toMatchObject({ code: 'publish/nothing' });
  });
});

test('a dispatch full of scripts is published as text', async () => {
  const { id } = await desk.ledger.createDossier('</title><script>alert(0)</script>');
  const text =
    'Les <script>alert(1)</script> forces "tiennent" Valmont\u202E, <img src=x onerror=alert(2)> dit-on. </script><!--';
  const sample = dispatchSample(text, {
    name: '<b>nom</b>.txt',
    title: '"><svg onload=alert(3)>',
    publisher: "l'<i>Écho</i>",
    address: 'javascript:alert(4)',
  });
  const added = await desk.ledger.addDispatch(id, sample);
  if (added.outcome === 'removed') throw new Error('removed');
  const reading = readingSample(text, {
    claims: [{ words: text.slice(0, text.indexOf(' dit-on')), actor: ['</script><script>alert(5)</script>'] }],
  });
  await desk.ledger.putReading(id, added.dispatch.id, reading);
  const { document } = await publish({ dossier: id });
  expect(document.querySelectorAll('script')).toHaveLength(2);
  expect(document.querySelectorAll('img, svg[onload], i, b')).toHaveLength(0);
  expect(
    [...document.querySelectorAll('a')].every((link) => /^(?:#|https?:)/.test(link.getAttribute('href') ?? '')),
  ).toBe(true);
  expect(document.querySelector('li.quote mark')!.textContent).toContain('<script>alert(1)</script>');
});
