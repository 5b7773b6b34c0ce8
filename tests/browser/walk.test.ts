import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// The desk as a person walks it: the example dossier, by mouse and by keyboard, in a real browser.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/', import.meta.url));

describe.skipIf(!hasChromium)(`the example dossier (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  beforeAll(async () => {
    walk = await walkInto([EXAMPLE], 'Euphrate');
    page = await walk.enter();
  });
  afterAll(() => walk.end());
  afterEach(() => expect(walk.trouble).toEqual([]));

  const view = async (name: string): Promise<void> => {
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await page.locator('main h1').waitFor();
  };

  test('the dossier opens on its dispatches, and says that it is an exercise', async () => {
    await expect.poll(() => page.title()).toContain('Euphrate');
    await expect.poll(() => page.locator('main a[href*="/dispatches/"]').count()).toBeGreaterThanOrEqual(15);
    expect(await page.locator('aside').first().innerText()).toContain('Exercice');
  });

  test('what is contested stands first, each side leads to its words', async () => {
    await view('Dossier');
    const side = page.locator('main .columns > div:first-child a[href*="/dispatches/"][href*="#"]').first();
    const span = /#(\d+)-(\d+)$/.exec((await side.getAttribute('href')) ?? '')!;
    await side.click();
    await page.waitForURL(/\/dispatches\//);
    expect(page.url()).toContain(span[0]);
    await expect.poll(() => page.locator('main mark, main [aria-current], main .chosen').count()).toBeGreaterThan(0);
  });

  test('a dispatch is read with its marks, and its cards name source, cue and rule', async () => {
    await view('Dossier');
    await page
      .getByRole('link', { name: /ont annoncé mardi avoir repris la totalité de Raqqa/ })
      .first()
      .click();
    const text = page.locator('main');
    await expect
      .poll(async () => (await text.innerText()).replace(/\s+/g, ' '))
      .toContain('Ces deux bâtiments sont tombés');
    for (const word of ['Forces démocratiques syriennes', 'ont annoncé', 'Règles'])
      await expect.poll(async () => (await text.innerText()).replace(/\s+/g, ' ')).toContain(word);
  });

  test('j and k choose the next and the one before, Escape lets go', async () => {
    const chosen = () => page.evaluate<string>('location.hash');
    await page.keyboard.press('Escape');
    await expect.poll(chosen).toBe('');
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('j');
      await expect.poll(chosen).toMatch(/^#\d+-\d+$/);
      seen.push(await chosen());
    }
    // A statement and a claim that is the whole of it share their words, so that two steps may name one stretch.
    expect(new Set(seen).size).toBeGreaterThan(1);
    for (const before of seen.slice(0, -1).reverse()) {
      await page.keyboard.press('k');
      await expect.poll(chosen).toBe(before);
    }
  });

  test('the list of claims is filtered, the address keeps the filter, a row leads to its words', async () => {
    await view('Affirmations');
    const rows = page.locator('main table tbody tr');
    await expect.poll(() => rows.count()).toBeGreaterThan(50);
    const before = await rows.count();
    await page.getByRole('searchbox', { name: 'Mots' }).fill('Boukamal');
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await expect.poll(() => page.url()).toContain('Boukamal');
    await page.reload();
    await expect.poll(() => rows.count()).toBeGreaterThan(0);
    await expect.poll(() => rows.first().innerText()).toMatch(/Bou?kamal|ville/i);
    await rows.first().getByRole('link').first().click();
    await page.waitForURL(/\/dispatches\/.*#\d+-\d+$/);
  });

  test('the map is drawn offline, and its table says who holds what that day', async () => {
    await view('Carte');
    await page.locator('canvas').waitFor();
    await expect.poll(() => page.locator('main table tbody tr').count()).toBeGreaterThan(5);
    const raqqa = page.locator('main table tbody tr').filter({ hasText: 'Raqqa' }).first();
    await expect.poll(() => raqqa.innerText()).toContain('Forces démocratiques syriennes');
    await page.locator('input[type=date]').fill('2017-10-10');
    await page.locator('input[type=date]').blur();
    await expect.poll(() => raqqa.innerText()).not.toContain('Forces démocratiques syriennes');
    await expect.poll(() => page.url()).toContain('2017-10-10');
  });

  test('questions show answers by source', async () => {
    await view('Questions');
    const question = page
      .locator('main')
      .getByRole('link', { name: /Boukamal/ })
      .first();
    await question.click();
    await page.waitForURL(/\/questions\//);
    await expect.poll(() => page.locator('main').innerText()).toMatch(/Observatoire syrien|OSDH/);
  });

  test('words are searched without their accents, and lead to their place', async () => {
    await view('Recherche');
    await page.getByRole('searchbox').fill('demineur');
    await page.waitForURL(/words=demineur/);
    const mark = page.locator('main article mark').first();
    await mark.waitFor();
    expect(await mark.innerText()).toMatch(/démineur/i);
    await mark.click();
    await page.waitForURL(/\/dispatches\/.*#\d+-\d+$/);
  });

  test('English and the dark theme are a choice away, and stay', async () => {
    await page.getByRole('button', { name: 'EN' }).click();
    await expect.poll(() => page.getByRole('banner').innerText()).toContain('Claims');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.reload();
    await expect.poll(() => page.getByRole('banner').innerText()).toContain('Claims');
    await page.getByRole('button', { name: 'FR' }).click();
    await expect.poll(() => page.getByRole('banner').innerText()).toContain('Affirmations');
  });

  test('on a telephone nothing is wider than the screen', async () => {
    const small = await walk.enter({ viewport: { width: 390, height: 800 } });
    const home = `${walk.desk.origin}/dossiers/${encodeURIComponent(walk.dossier)}`;
    for (const view of ['', '/claims', '/timeline', '/questions', '/sources', '/search?words=Boukamal', '/import']) {
      await small.goto(home + view);
      await small.locator('main h1').waitFor();
      await small.locator('main[aria-busy="false"]').waitFor();
      const widths = await small.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
      expect(widths[0], view).toBeLessThanOrEqual(widths[1]);
      const menu = await small.getByRole('banner').locator('nav a[aria-current]').boundingBox();
      expect(menu!.x + menu!.width, view).toBeLessThanOrEqual(390);
    }
    await small.context().close();
  });
});

describe.skipIf(!hasChromium)(`a dispatch full of scripts (${whyNot})`, () => {
  let walk: Walk;
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-hostile-'));
  const attack =
    '<script>document.title="pris"</script> <img src=x onerror="document.title=\'pris\'"> <svg onload=alert(1)> {@html 1} javascript:alert(1)';
  beforeAll(async () => {
    writeFileSync(
      join(folder, 'hostile.txt'),
      `Kandor, 12 mai 2024 - « L’armée tient la ville ${attack} », a déclaré dimanche le ministre ${attack} de la Défense.\n\n\u202e retourné \u202c ${'x'.repeat(200_000)}\n`,
    );
    walk = await walkInto([join(folder, 'hostile.txt')], `Hostile ${attack}`);
  });
  afterAll(async () => {
    await walk.end();
    rmSync(folder, { recursive: true });
  });
  test('is shown as text on every view', async () => {
    const page = await walk.enter();
    const home = `/dossiers/${encodeURIComponent(walk.dossier)}`;
    for (const path of [home, `${home}/claims`, `${home}/questions`, `${home}/map`, '/dossiers']) {
      await page.goto(`${walk.desk.origin}${path}`);
      await page.locator('main h1').waitFor();
      expect(await page.locator('main img, main svg[onload], main script').count()).toBe(0);
      expect(await page.title()).not.toBe('pris');
    }
    await page.goto(`${walk.desk.origin}${home}`);
    await page.locator('.dispatches a[href*="/dispatches/"]').first().click();
    await expect.poll(() => page.locator('main').innerText()).toContain('<script>document.title');
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(walk.trouble).toEqual([]);
  });
});
