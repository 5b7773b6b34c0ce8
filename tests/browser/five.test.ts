import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// `npm run walk:five`: the desk on the five real dispatches. Nothing of them is kept: the ledger is in a temporary folder.

const DISPATCHES = fileURLToPath(new URL('../../../shared/dispatches/', import.meta.url));
const isThere = existsSync(DISPATCHES);
const why = isThere ? whyNot : 'skipped: the real dispatches are not beside this checkout, in ../shared/dispatches';

/** Scripting of a view, in ms, that a person waits for. */
const MOST_SCRIPTING = 200;

describe.skipIf(!hasChromium || !isThere)(`the five dispatches (${why})`, () => {
  let folder: string;
  let walk: Walk;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recoupe-five-'));
    const names = readdirSync(DISPATCHES).filter((name) => name.endsWith('.txt'));
    for (const name of names) copyFileSync(join(DISPATCHES, name), join(folder, name));
    walk = await walkInto([folder], 'Fin du califat');
  }, 120_000);
  afterAll(async () => {
    await walk.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test('every view opens, shows something, and says no error', async () => {
    const page = await walk.enter();
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const scripting = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
    };
    const menu = page.getByRole('banner').getByRole('navigation').getByRole('link');
    const slow: string[] = [];
    for (const name of await menu.allInnerTexts()) {
      const before = await scripting();
      await menu.getByText(name, { exact: true }).click();
      await page.locator('main h1').waitFor();
      await page.locator('main[aria-busy="false"]').waitFor();
      const spent = Math.round((await scripting()) - before);
      process.stdout.write(`${name}: ${spent} ms of scripting\n`);
      if (spent > MOST_SCRIPTING) slow.push(`${name} ${spent} ms`);
      await expect
        .poll(async () => (await page.locator('main').innerText()).length, { message: name })
        .toBeGreaterThan(40);
    }
    const dispatches = page.locator('.dispatches a[href*="/dispatches/"]');
    await menu.getByText('Dossier', { exact: true }).click();
    await dispatches.first().waitFor();
    for (let at = 0; at < (await dispatches.count()); at++) {
      await dispatches.nth(at).click();
      await page.locator('.cards').waitFor();
      await page.locator('.cards .statement').first().waitFor();
      await page.goBack();
      await dispatches.first().waitFor();
    }
    expect(walk.trouble).toEqual([]);
    process.stdout.write(slow.length === 0 ? 'all within 200 ms\n' : `over 200 ms: ${slow.join(', ')}`);
  });
});
