import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/reading/index.ts';
import { DOSSIER, dossierOf, ledgerOf } from '../desk/large-dossier.ts';
import { hasChromium, type Walk, walkOn, whyNot } from './desk.ts';

// A dossier with more than a page of everything: what is not on the first page can be reached, and the address says where.

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const JUDGE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ' × ' + nodes.length + ': ' + nodes[0].html.slice(0, 200)))`;
const DISPATCHES = 300;

describe.skipIf(!hasChromium)(`a large dossier (${whyNot})`, () => {
  let walk: Walk;
  let page: Page;
  const home = () => `${walk.desk.origin}/dossiers/${DOSSIER}`;
  beforeAll(async () => {
    const reader = openReader();
    const { ledger } = ledgerOf(dossierOf(DISPATCHES, reader));
    walk = await walkOn({ ledger, reader, dossier: DOSSIER });
    await (await walk.enter()).context().close();
    page = await walk.enter({ bypassCSP: true }) /* axe comes in as a script */;
  });
  afterAll(() => walk.end());
  afterEach(() => expect(walk.trouble).toEqual([]));

  test.each([
    ['dossier', '', 'Dépêches', 'dispatches=100', '.dispatches ol a'],
    ['questions', '/questions', 'Questions', 'from=200', '.list nav a'],
    ['figures', '/figures', 'Chiffres', 'from=100', 'main nav li a'],
  ] as const)('%s: the next page, which the address holds', async (_, path, label, search, rows) => {
    await page.goto(home() + path);
    const link = page.locator(rows).first();
    await link.waitFor();
    /** Where the first row leads; the place in the list that its address may hold says nothing of it. */
    const first = async () => (await link.getAttribute('href'))!.split('?')[0];
    const before = await first();
    await page.getByRole('group', { name: label }).getByRole('button', { name: 'Page suivante' }).click();
    await page.waitForURL(new RegExp(`[?&]${search}$`));
    await expect.poll(first).not.toBe(before);
    const second = await first();
    await page.reload();
    await expect.poll(first).toBe(second);
  });

  test('the places of the map: those in view are drawn, all are told of and reached by keyboard', async () => {
    await page.goto(`${home()}/map`);
    const table = page.locator('main table');
    await table.waitFor();
    const count = Number(await table.getAttribute('aria-rowcount')) - 1;
    expect(count).toBeGreaterThan(300);
    const drawn = table.locator('tbody tr[aria-rowindex]');
    expect(await drawn.count()).toBeLessThan(100);
    await page.evaluate(AXE);
    expect(await page.evaluate(JUDGE)).toEqual([]);
    await page.getByRole('region', { name: await table.locator('caption').innerText() }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => drawn.last().getAttribute('aria-rowindex')).toBe(String(count + 1));
    await drawn.last().getByRole('button').click();
    await page.waitForURL(/place=geonames/);
    expect(await drawn.last().getByRole('button').getAttribute('aria-pressed')).toBe('true');
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await expect.poll(() => drawn.count()).toBe(count);
  });
});
