import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// What a person does to what was read: accepts, corrects, rejects, adds, and takes each back.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/01-raqqa.txt', import.meta.url));

describe.skipIf(!hasChromium)(`the reader’s hand (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  beforeAll(async () => {
    walk = await walkInto([EXAMPLE], 'Euphrate');
    page = await walk.enter();
    await page.locator('.dispatches a').first().click();
    await page.locator('.cards').waitFor();
  });
  afterAll(() => walk.end());
  afterEach(() => expect(walk.trouble).toEqual([]));

  const chosen = () => page.locator('.cards .claim.selected');
  /** Goes on by the keyboard to the first claim. */
  async function toFirstClaim(): Promise<void> {
    await page.keyboard.press('Escape');
    for (let tries = 0; tries < 20; tries++) {
      await page.keyboard.press('j');
      if ((await chosen().count()) === 1) return;
    }
    throw new Error('no claim among the first 20 cards');
  }

  test('a accepts the claim, u takes it back', async () => {
    await toFirstClaim();
    await page.keyboard.press('a');
    await expect.poll(() => chosen().innerText()).toContain('Acceptée par');
    await page.keyboard.press('u');
    await expect.poll(() => chosen().innerText()).not.toContain('Acceptée par');
  });

  test('e corrects who it is about, by a name that is typed and chosen; u undoes it', async () => {
    await toFirstClaim();
    await page.keyboard.press('e');
    const form = chosen().locator('form');
    const actor = form.getByRole('group', { name: 'Qui', exact: true });
    const field = actor.getByLabel('Ajouter : qui');
    await field.fill('Hezbollah');
    await actor.getByRole('button', { name: 'Hezbollah' }).first().click();
    await expect.poll(() => field.inputValue()).toBe('');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => chosen().innerText()).toContain('Corrigé : qui.');
    expect(await chosen().locator('dl').innerText()).toContain('Hezbollah');
    await page.keyboard.press('u');
    await expect.poll(() => chosen().locator('dl').innerText()).not.toContain('Hezbollah');
  });

  test('a time that is none is refused in words, and nothing changes', async () => {
    await toFirstClaim();
    const before = await chosen().locator('dl').innerText();
    await page.keyboard.press('e');
    await chosen().getByLabel('Quand').fill('jeudi dernier');
    await chosen().getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('time');
    await page.keyboard.press('Escape');
    await expect.poll(() => chosen().locator('dl').innerText()).toBe(before);
    // The browser tells of the refusal in its console: that, once, and nothing else.
    await expect.poll(() => walk.trouble.length).toBeGreaterThan(0);
    expect(walk.trouble.splice(0)).toEqual([expect.stringContaining('400')]);
  });

  test('r rejects it, and the line that says so brings it back', async () => {
    await toFirstClaim();
    const all = page.locator('.cards .claim');
    const before = await all.count();
    await page.keyboard.press('r');
    await expect.poll(() => all.count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Annuler : rejet' }).click();
    await expect.poll(() => all.count()).toBe(before);
  });

  test('n adds a claim for the words that are selected', async () => {
    const block = page.locator('.text p[data-from]').filter({ hasText: 'Forces démocratiques' }).first();
    await block.dblclick({ position: { x: 60, y: 12 } });
    const words = await page.evaluate<string>('String(getSelection()).trim()');
    expect(words).not.toBe('');
    const all = page.locator('.cards .claim');
    const before = await all.count();
    await page.keyboard.press('n');
    const adding = page.getByRole('region', { name: 'Ajouter une affirmation' });
    await expect.poll(() => adding.innerText()).toContain(words);
    await adding.getByLabel('Sujet').selectOption('presence');
    await adding.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => all.count()).toBe(before + 1);
    await expect.poll(() => page.locator('.cards').innerText()).toContain('lu par une personne');
    await page.keyboard.press('u');
    await expect.poll(() => all.count()).toBe(before);
  });

  test('a finding is accepted beside its question, where its origins stand as a tree', async () => {
    const other = await walkInto([fileURLToPath(new URL('../../examples/euphrate/', import.meta.url))], 'Euphrate');
    try {
      const view = await other.enter();
      await view.locator('main article.contradicts').getByRole('link', { name: 'la question' }).first().click();
      await view.getByRole('heading', { name: /D’où viennent ces réponses/ }).waitFor();
      expect(await view.locator('.tree > li').count()).toBeGreaterThan(1);
      const finding = view.locator('article.contradicts').first();
      await finding.getByRole('button', { name: 'Accepter' }).click();
      await expect.poll(() => finding.innerText()).toContain('Acceptée par');
      await finding.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(() => finding.innerText()).not.toContain('Acceptée par');
      expect(other.trouble).toEqual([]);
    } finally {
      await other.end();
    }
  });

  test('? shows the keys', async () => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    await help.waitFor();
    expect(await help.innerText()).toContain('annuler la dernière action');
    await page.keyboard.press('Escape');
    await expect.poll(() => help.count()).toBe(0);
  });
});
