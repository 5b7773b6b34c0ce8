import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publishDossier } from '../../src/desk/publish/index.ts';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// A day's work on the example dossier, in order: each step stands on the one before.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/', import.meta.url));
const UNDATED = '10-camps.txt';

describe.skipIf(!hasChromium)(`a day at the desk (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  let out: string;
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'recoupe-published-'));
    walk = await walkInto([], 'Euphrate');
    page = await walk.enter();
  });
  afterAll(async () => {
    await walk.end();
    rmSync(out, { recursive: true, force: true });
  });
  afterEach(() => expect(walk.trouble).toEqual([]));

  const view = async (name: string): Promise<void> => {
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await page.locator('main h1').waitFor();
  };

  test('all dispatches are brought in', async () => {
    await view('Importer');
    const files = readdirSync(EXAMPLE, { withFileTypes: true }).filter((entry) => entry.isFile());
    await page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles(files.map(({ name }) => join(EXAMPLE, name)));
    await expect
      .poll(() => page.locator('ol.results li', { hasText: 'ajoutée' }).count(), { timeout: 45_000 })
      .toBe(15);
  });

  test('one without a date gets its day, and its « mercredi » a date', async () => {
    const form = page.locator('form', { has: page.getByLabel(`Jour de publication : ${UNDATED}`) });
    await form.locator('input[type=date]').fill('2018-01-12');
    await form.getByRole('button', { name: 'Dater' }).click();
    await expect.poll(() => page.getByLabel(`Jour de publication : ${UNDATED}`).count()).toBe(0);
    await view('Dossier');
    await expect.poll(() => page.locator('.dispatches').innerText()).toContain('12 janv. 2018');
  });

  test('its contradiction is found, and both sides lead to their words', async () => {
    const contradiction = page.locator('main article.contradicts', { hasText: 'Raqqa' }).first();
    await contradiction.waitFor();
    expect(await contradiction.innerText()).toContain('Warren Tillbury');
    expect(await contradiction.locator('a[href*="#"]').count()).toBeGreaterThanOrEqual(2);
  });

  test('another perspective changes who holds Boukamal', async () => {
    await view('Carte');
    await page.locator('input[type=date]').first().fill('2017-11-12');
    await page.locator('input[type=date]').first().blur();
    const boukamal = page.locator('main table tbody tr').filter({ hasText: 'Boukamal' }).first();
    await expect.poll(() => boukamal.innerText()).toMatch(/État islamique/);
    await page.getByText('Qui croire').first().click();
    await page.getByRole('checkbox', { name: /^gouvernement syrien/i }).check();
    await expect.poll(() => boukamal.innerText()).not.toMatch(/État islamique/);
    await expect.poll(() => page.url()).toContain('believe=syrian-government');
  });

  test('a claim is corrected, the answer follows, and it is undone', async () => {
    await view('Dossier');
    await page
      .locator('.dispatches')
      .getByRole('link', { name: /de retour deux jours après sa chute/ })
      .click();
    await page.locator('.cards').waitFor();
    const card = page.locator('.cards .claim').filter({ hasText: 'prise' }).filter({ hasText: 'Boukamal' }).first();
    await card.getByRole('link').first().click();
    const chosen = page.locator('.cards .claim.selected');
    const before = await chosen.locator('dl').innerText();
    await page.keyboard.press('e');
    await chosen.locator('form').getByLabel('Ajouter : qui').fill('Hezbollah');
    await chosen
      .getByRole('group', { name: 'Qui', exact: true })
      .getByRole('button', { name: 'Hezbollah' })
      .first()
      .click();
    await chosen.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => chosen.locator('dl').innerText()).toContain('Hezbollah');
    await view('Dossier');
    const deeds = page.locator('main details', { hasText: 'Ce que des personnes ont fait' });
    await deeds.getByRole('button', { name: 'Annuler' }).first().click();
    await expect.poll(() => deeds.innerText()).toContain('annulé');
    await page
      .locator('.dispatches')
      .getByRole('link', { name: /de retour deux jours après sa chute/ })
      .click();
    await card.getByRole('link').first().click();
    await expect.poll(() => chosen.locator('dl').innerText()).toBe(before);
  });

  test('published, it opens from the disk without a server and answers with quotes', async () => {
    const folder = join(out, 'euphrate');
    const { files } = await publishDossier({
      ledger: walk.ledger,
      world: walk.reader,
      dossier: walk.dossier,
      out: folder,
      lang: 'fr',
      fullTexts: false,
      version: 'test',
      now: new Date('2026-01-01T00:00:00Z'),
    });
    const context = await walk.browser.newContext({ offline: true });
    const printed = await context.newPage();
    const errors: string[] = [];
    printed.on('pageerror', ({ message }) => errors.push(message));
    await printed.goto(pathToFileURL(join(folder, files[0]!)).href);
    await printed.locator('svg').first().waitFor();
    const shown = await printed.locator('body').innerText();
    expect(shown).toContain('Boukamal');
    expect(await printed.content()).toMatch(/[0-9a-f]{64}/); // the SHA-256 of each dispatch
    expect(errors).toEqual([]);
    await context.close();
  });
});
