import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type Walk, walkInto, whyNot } from './desk.ts';

// Each view of the example dossier in both themes, judged by axe. With SCREENS=1 what was seen is kept in docs/desk.

const EXAMPLE = fileURLToPath(new URL('../../examples/euphrate/', import.meta.url));
const KEPT = fileURLToPath(new URL('../../docs/desk/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA on the page as it stands: the rule, how often, and where first. */
const JUDGE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ' × ' + nodes.length + ': ' + nodes[0].html.slice(0, 200)))`;

describe.skipIf(!hasChromium)(`every view (${whyNot})`, () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await walkInto([EXAMPLE], 'Euphrate');
    await (await walk.enter()).context().close();
  });
  afterAll(() => walk.end());

  test.each(['light', 'dark'] as const)('in the %s theme', async (colorScheme) => {
    const page = await walk.enter({ colorScheme, bypassCSP: true }) /* axe comes in as a script */;
    const home = `${walk.desk.origin}/dossiers/${encodeURIComponent(walk.dossier)}`;
    const dispatch = await page.locator('main a[href*="/dispatches/"]').first().getAttribute('href');
    const views: Record<string, string> = {
      dossiers: `${walk.desk.origin}/dossiers`,
      dossier: home,
      dispatch: new URL(dispatch!, walk.desk.origin).href,
      correcting: new URL(dispatch!, walk.desk.origin).href,
      claims: `${home}/claims`,
      map: `${home}/map`,
      'map-compared': `${home}/map?asOf=2017-11-12&believe=sohr&compare=1&otherBelieve=syrian-government`,
      timeline: `${home}/timeline`,
      'timeline-said': `${home}/timeline?clock=said&lanes=source&first=2017-10-15&last=2017-12-31`,
      figures: `${home}/figures`,
      sources: `${home}/sources`,
      source: `${home}/sources/sohr`,
      questions: `${home}/questions`,
      search: `${home}/search?words=demineurs`,
      import: `${home}/import`,
      parse: `${walk.desk.origin}/parse`,
    };
    for (const [name, address] of Object.entries(views)) {
      await page.goto(address);
      await page.locator('main h1').waitFor();
      if (name.startsWith('map')) await page.locator('canvas').first().waitFor();
      await page.locator('main[aria-busy="false"]').waitFor();
      if (name === 'correcting') {
        // A click waits until the page has been drawn; a browser lets fall the keys that come before.
        await page.locator('.cards .claim a').first().click();
        await page.locator('.cards .claim.selected').waitFor();
        await page.keyboard.press('e');
        await page.locator('.cards form').waitFor();
      }
      // From the top: what scrolling has half hidden under the page's head is small only there.
      // The columns as well; what was chosen is scrolled to once it is drawn, so that it takes a moment until they stay there.
      const settled = `new Promise((done) => {
        const all = [document.scrollingElement, ...document.querySelectorAll('main *')];
        for (const one of all) one.scrollTop = 0;
        setTimeout(() => done(Math.max(...all.map((one) => one.scrollTop))), 200);
      })`;
      await expect.poll(() => page.evaluate<number>(settled)).toBe(0);
      await page.evaluate(AXE);
      expect(await page.evaluate(JUDGE), `${name}, ${colorScheme}`).toEqual([]);
      if (process.env.SCREENS !== '1') continue;
      if (name.startsWith('map')) await page.waitForTimeout(3000); // the canvas draws its tiles after the network is quiet
      mkdirSync(KEPT, { recursive: true });
      await page.screenshot({ path: `${KEPT}${name}-${colorScheme}.png` });
    }
    expect(walk.trouble).toEqual([]);
    await page.context().close();
  });
});
