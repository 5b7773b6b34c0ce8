// How the pages of the desk bear a large dossier, in Chromium with software rendering; `npm run build` first:
//   node --import ./tools/typescript.mjs bench/desk-browser.ts [DISPATCHES] [--keep]
// Each view of the dossier of tests/desk/large-dossier.ts is opened from the menu or by its address: milliseconds until its content is
// there, of them scripting, layout and style; kilobytes that came; elements on the page. Then the map: frames in a second
// while its days are played, and while it is dragged.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { openReader } from '../src/reading/index.ts';
import { walkOn } from '../tests/browser/desk.ts';
import { DOSSIER, dossierOf, ledgerOf } from '../tests/desk/large-dossier.ts';

const DISPATCHES = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 20_000);
const SECONDS_OF_MAP = 10;
/** Loading and checking it takes half a minute. */
const PATIENCE_MS = 180_000;

const reader = openReader();
const accounts = dossierOf(DISPATCHES, reader);
const walk = await walkOn({ ledger: ledgerOf(accounts).ledger, reader, dossier: DOSSIER }, PATIENCE_MS);
const checkedFrom = performance.now();
const page = await walk.enter();
console.log(`loaded, checked and shown in ${Math.round(performance.now() - checkedFrom)} ms`);

const client = await page.context().newCDPSession(page);
await client.send('Performance.enable');
await client.send('Network.enable');
let received = 0;
client.on('Network.loadingFinished', ({ encodedDataLength }) => {
  received += encodedDataLength;
});
type Spent = { readonly script: number; readonly layout: number; readonly style: number; readonly nodes: number };
async function spent(): Promise<Spent> {
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (asked: string): number => metrics.find(({ name }) => name === asked)!.value;
  const nodes = await page.evaluate<number>('document.querySelectorAll("*").length');
  return {
    script: of('ScriptDuration') * 1000,
    layout: of('LayoutDuration') * 1000,
    style: of('RecalcStyleDuration') * 1000,
    nodes,
  };
}

type Measured = {
  readonly shownMs: number;
  readonly scriptingMs: number;
  readonly layoutMs: number;
  readonly styleMs: number;
  readonly kilobytes: number;
  readonly elements: number;
};
const views: Record<string, Measured> = {};

/** Goes to an address as a link of the page does, waits for what the view shows, and for the page to come to rest. */
async function measure(name: string, path: string, shows: string): Promise<void> {
  const before = await spent();
  received = 0;
  const from = performance.now();
  await page.evaluate(`(() => {
    const link = document.createElement('a');
    link.href = ${JSON.stringify(path)};
    document.querySelector('main').append(link);
    link.click();
    link.remove();
  })()`);
  await page.locator(shows).first().waitFor();
  const shownMs = Math.round(performance.now() - from);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  const after = await spent();
  views[name] = {
    shownMs,
    scriptingMs: Math.round(after.script - before.script),
    layoutMs: Math.round(after.layout - before.layout),
    styleMs: Math.round(after.style - before.style),
    kilobytes: Math.round(received / 1000),
    elements: after.nodes,
  };
  console.log(name.padEnd(16), JSON.stringify(views[name]));
  if (walk.trouble.length > 0) throw new Error(`${name}: ${walk.trouble.join('\n')}`);
}

/** Frames that the page draws in a second, and the longest that one took, while something goes on. */
async function frames(what: (own: Page) => Promise<void>): Promise<{ perSecond: number; longestMs: number }> {
  await page.evaluate(`(() => {
    window.drawn = [];
    window.isCounting = true;
    const count = (at) => { window.drawn.push(at); if (window.isCounting) requestAnimationFrame(count); };
    requestAnimationFrame(count);
  })()`);
  await what(page);
  const drawn = await page.evaluate<number[]>('(window.isCounting = false, window.drawn)');
  const gaps = drawn.slice(1).map((at, i) => at - drawn[i]!);
  const seconds = (drawn.at(-1)! - drawn[0]!) / 1000;
  return { perSecond: Number((gaps.length / seconds).toFixed(1)), longestMs: Math.round(Math.max(...gaps)) };
}

const home = `/dossiers/${DOSSIER}`;
const place = accounts.claims[0]!.place[0]!.candidates[0]!.id;
const counted = accounts.claims.find(({ type }) => type === 'casualties')!.place[0]!.candidates[0]!.id;
await measure('claims', `${home}/claims`, 'main tbody tr');
await measure('dossier', home, 'main article');
await measure('dispatch', `${home}/dispatches/${accounts.dispatches[7]!.id}`, '.cards .claim');
await measure('timeline', `${home}/timeline`, '.chart section rect');
await measure('timeline-week', `${home}/timeline?first=2018-06-01&last=2018-06-03`, '.chart section rect');
await measure('figures', `${home}/figures`, 'main nav li a');
await measure('series', `${home}/figures/${encodeURIComponent(`casualties:${counted}`)}`, 'main tbody tr');
await measure('questions', `${home}/questions`, 'main nav li a');
await measure('question', `${home}/questions/${encodeURIComponent(`control:${place}`)}`, 'main article li');
await measure('sources', `${home}/sources`, 'main tbody tr');
await measure('source', `${home}/sources/sohr`, 'main .record');
await measure('search', `${home}/search?words=mot`, 'main article');
await measure('import', `${home}/import`, 'main form');
await measure('map', `${home}/map`, '.frame[data-ready=true]');
await measure(
  'map-compared',
  `${home}/map?compare=1&otherBelieve=sohr`,
  'main figure + figure .frame[data-ready=true]',
);

await measure('map-again', `${home}/map?asOf=2017-06-01`, '.frame[data-ready=true]');
await page.waitForTimeout(3000);
const still = await frames((own) => own.waitForTimeout(3000));
const played = await frames(async (own) => {
  await own.getByRole('button', { name: 'Faire défiler les jours' }).click();
  await own.waitForTimeout(SECONDS_OF_MAP * 1000);
  await own.getByRole('button', { name: 'Faire défiler les jours' }).click();
});
await page.waitForTimeout(3000);
const box = (await page.locator('.frame canvas').first().boundingBox())!;
const dragged = await frames(async (own) => {
  await own.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await own.mouse.down();
  for (let step = 0; step < 100; step++)
    await own.mouse.move(box.x + box.width / 2 + 150 * Math.sin(step / 8), box.y + box.height / 2 + step);
  await own.mouse.up();
});
console.log('map', JSON.stringify({ still, played, dragged }));
if (walk.trouble.length > 0) throw new Error(walk.trouble.join('\n'));
await walk.end();

if (process.argv.includes('--keep')) {
  const kept = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: `${cpus().length} × ${cpus()[0]?.model}, Chromium ${walk.browser.version()}, WebGL in software`,
    command: `node --import ./tools/typescript.mjs bench/desk-browser.ts ${DISPATCHES} --keep`,
    dispatches: DISPATCHES,
    claims: accounts.claims.length,
    views,
    mapFrames: { still, played, dragged },
  };
  const file = new URL(`results/desk-browser-${DISPATCHES}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
