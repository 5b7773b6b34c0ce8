import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// What a person changes at the desk: a dossier is made, dispatches come in, what lacks a day gets one.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/01-raqqa.txt', import.meta.url));
const TEXT =
  'Les forces du Nord ont repris mercredi la ville de Raqqa, a annoncé jeudi leur porte-parole dans un communiqué.';

describe.skipIf(!hasChromium)(`what is changed at the desk (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  beforeAll(async () => {
    walk = await walkInto([EXAMPLE], 'Euphrate');
    page = await walk.enter();
  });
  afterAll(() => walk.end());
  afterEach(() => expect(walk.trouble).toEqual([]));

  test('a dossier is made, and opens where dispatches come in', async () => {
    await page.goto(`${walk.desk.origin}/dossiers`);
    await page.getByLabel('Nouveau dossier').fill('Vallée');
    await page.getByRole('button', { name: 'Créer' }).click();
    await page.waitForURL(/\/import$/);
    await page.getByRole('heading', { name: 'Importer', level: 1 }).waitFor();
  });

  test('files come in one by one: one that fails stops no other, and says the way out', async () => {
    await page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles([
        { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
        { name: 'vide.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      ]);
    const results = page.locator('ol.results li');
    await expect.poll(() => results.count()).toBe(2);
    await expect.poll(() => results.nth(0).innerText()).toContain('ajoutée');
    await expect.poll(() => results.nth(1).innerText()).toContain('pas prise');
  });

  test('a pasted text comes in, and its day is asked for and given', async () => {
    await page.getByLabel('Texte de la dépêche').fill(TEXT.replace('Raqqa', 'Hajine'));
    await page.getByLabel('Nom (facultatif)').fill('Note');
    await page.locator('form', { hasText: 'Texte collé' }).getByRole('button', { name: 'Importer' }).click();
    await page.getByLabel('Jour de publication : Note').fill('2017-10-19');
    await page
      .locator('form', { has: page.getByLabel('Jour de publication : Note') })
      .getByRole('button', { name: 'Dater' })
      .click();
    await expect.poll(() => page.getByLabel('Jour de publication : Note').count()).toBe(0);
    await expect.poll(() => page.getByLabel('Jour de publication : a.txt').count()).toBe(1);
  });

  test('an address of the local network is refused, in words', async () => {
    await page.getByRole('textbox', { name: 'Adresse' }).fill('http://127.0.0.1/depeche');
    await page.locator('form', { hasText: 'http ou https' }).getByRole('button', { name: 'Importer' }).click();
    await expect.poll(() => page.locator('.failed, [role=alert]').count()).toBeGreaterThan(0);
  });

  test('a dossier is renamed, put away and taken out again', async () => {
    await page.goto(`${walk.desk.origin}/dossiers`);
    await page.getByRole('button', { name: 'Renommer: Vallée' }).click();
    await page.getByLabel('Titre', { exact: true }).fill('La vallée');
    await page.getByRole('button', { name: 'Renommer', exact: true }).click();
    await page.getByRole('link', { name: 'La vallée' }).waitFor();
    await page.getByRole('button', { name: 'Archiver: La vallée' }).click();
    await page.getByText('Dossiers archivés').click();
    await page.getByRole('button', { name: 'Sortir des archives: La vallée' }).click();
    await page.getByRole('button', { name: 'Archiver: La vallée' }).waitFor();
  });
});
