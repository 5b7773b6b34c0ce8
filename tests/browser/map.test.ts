import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// The map by mouse and by keyboard: days played and stepped, two perspectives compared.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/', import.meta.url));

describe.skipIf(!hasChromium)(`the map (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  beforeAll(async () => {
    walk = await walkInto([EXAMPLE], 'Euphrate');
    page = await walk.enter();
  });
  afterAll(() => walk.end());
  afterEach(() => expect(walk.trouble).toEqual([]));

  const open = async (search: string): Promise<void> => {
    await page.goto(`${walk.desk.origin}/dossiers/${encodeURIComponent(walk.dossier)}/map?${search}`);
    await page.locator('main table tbody tr').first().waitFor();
    // Keys that come before a page is first drawn are let fall: two frames, so that one has been.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  };
  const boukamal = () => page.locator('main table tbody tr').filter({ hasText: 'Boukamal' }).first();

  test('the days are played, and the address follows', async () => {
    await open('asOf=2017-11-03');
    await page.getByRole('button', { name: 'Faire défiler les jours' }).click();
    await expect.poll(() => page.url()).not.toContain('asOf=2017-11-03');
    await page.getByRole('button', { name: 'Faire défiler les jours' }).click();
    await expect.poll(() => page.locator('[aria-pressed=true][aria-label="Faire défiler les jours"]').count()).toBe(0);
  });

  test('the slider goes by the arrow keys, to its ends by Home and End', async () => {
    await open('asOf=2017-11-09');
    const slider = page.getByRole('slider', { name: 'Jour de la carte' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('asOf=2017-11-10');
    await page.keyboard.press('Home');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('2017');
    await page.keyboard.press('End');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('2019');
  });

  test('two perspectives stand side by side, and where they differ is told in the table', async () => {
    await open('asOf=2017-11-12&believe=sohr');
    await page.getByRole('button', { name: 'Comparer deux points de vue' }).click();
    await page.locator('fieldset summary').click();
    await page
      .locator('fieldset')
      .getByRole('checkbox', { name: /^gouvernement syrien/i })
      .check();
    await expect.poll(() => page.url()).toContain('otherBelieve=syrian-government');
    await expect.poll(() => boukamal().innerText()).toContain('se contredisent');
    await expect.poll(() => boukamal().innerText()).toMatch(/État islamique[\s\S]*gouvernement syrien/);
    await expect.poll(() => page.locator('canvas').count()).toBe(2);
    await page.reload();
    await expect.poll(() => boukamal().innerText()).toContain('se contredisent');
    // What they contradict each other on stands first, and the panel tells both sides.
    await expect.poll(() => page.locator('main table tbody tr').first().innerText()).toContain('se contredisent');
    await boukamal().getByRole('button').click();
    const panel = page.locator('.side section');
    await expect.poll(() => panel.innerText()).toMatch(/État islamique[\s\S]*gouvernement syrien/);
  });

  test('the list of sources is closed by Escape and by a click beside it', async () => {
    await open('asOf=2017-11-12');
    const list = page.locator('details fieldset');
    const summary = page.locator('details summary').first();
    const isOpen = async () => (await page.locator('details:has(fieldset)').getAttribute('open')) !== null;
    await summary.click();
    await expect.poll(() => isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => isOpen()).toBe(false);
    await summary.click();
    await expect.poll(() => isOpen()).toBe(true);
    await list.getByRole('checkbox').first().check();
    await expect.poll(() => page.url()).toContain('believe=');
    expect(await isOpen()).toBe(true);
    await page.locator('main h1').click();
    await expect.poll(() => isOpen()).toBe(false);
  });
});
