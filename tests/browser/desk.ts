import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Desk, openDesk } from '../../src/desk/server/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { addInputs, checkDossier } from '../../src/pipeline.ts';
import { openReader, type Reader } from '../../src/reading/index.ts';
import { deleteFolder, newLedgerFolder } from '../ledger/template.ts';

/** Where Debian puts it; a browser elsewhere is named by `CHROMIUM`. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);
export const whyNot = hasChromium ? 'Chromium' : `skipped: no Chromium at ${CHROMIUM}, set CHROMIUM to its path`;

/** WebGL in software, no sandbox (containers run as root), and nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A desk on dispatches, with a browser before it. */
export type Walk = {
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly dossier: string;
  readonly browser: Browser;
  /** Addresses outside of the desk that a page asked for, errors of its scripts and of its console. All must stay empty. */
  readonly trouble: string[];
  /** A page that is let in, on the desk's first view. */
  readonly enter: (context?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  readonly end: () => Promise<void>;
};

/** Reads files into a fresh ledger (none: an empty dossier), opens the desk on it and a browser. */
export async function walkInto(inputs: readonly string[], title: string): Promise<Walk> {
  const folder = await newLedgerFolder();
  const ledger = await openLedger({ folder }, { author: 'test' });
  const reader = openReader();
  let dossier = inputs.length === 0 ? (await ledger.createDossier(title)).id : '';
  for await (const item of addInputs(ledger, reader, inputs, { dossier: title }))
    if ('added' in item) dossier = item.dossierId;
  await checkDossier(ledger, reader, dossier);
  const walk = await walkOn({ ledger, reader, dossier });
  const end = async (): Promise<void> => {
    await walk.end();
    await ledger.close();
    deleteFolder(folder);
  };
  return { ...walk, end };
}

/** What a page waits for at most, in ms: Playwright's own, and longer for a dossier that takes long to load. */
const PATIENCE_MS = 30_000;

/** Opens the desk on a ledger, and a browser; the ledger stays open when it ends. */
export async function walkOn(
  { ledger, reader, dossier }: Pick<Walk, 'ledger' | 'reader' | 'dossier'>,
  patienceMs = PATIENCE_MS,
): Promise<Walk> {
  const trouble: string[] = [];
  const desk = await openDesk({
    ledger,
    reader,
    port: 0,
    home: `/dossiers/${encodeURIComponent(dossier)}`,
    version: 'test',
    onFault: (error) => trouble.push(`fault: ${error}`),
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  let kept: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  const enter: Walk['enter'] = async (options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'fr-FR',
      ...(kept ? { storageState: kept } : {}),
      ...options,
    });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(desk.origin) && !url.startsWith('blob:')) trouble.push(`request: ${url}`);
    });
    page.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
    });
    await page.goto(kept ? `${desk.origin}/dossiers/${encodeURIComponent(dossier)}` : desk.address);
    kept ??= await context.storageState(); // the address serves once; the cookie goes on
    await page.locator('main h1').waitFor();
    return page;
  };
  const end = async (): Promise<void> => {
    await browser.close();
    await desk.close();
  };
  return { desk, ledger, reader, dossier, browser, trouble, enter, end };
}
