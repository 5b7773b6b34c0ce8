// How long the desk takes to answer for a large dossier: node --expose-gc --import ./tools/typescript.mjs bench/desk.ts [DISPATCHES]
// Each operation of the contract is asked of the dossier of tests/desk/large-dossier.ts through the server, with its checks of what
// goes in and out, three times.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { deskApp } from '../src/desk/server/app.ts';
import { makeGate } from '../src/desk/server/gate.ts';
import { openReader } from '../src/reading/index.ts';
import { DOSSIER, dossierOf, ledgerOf } from '../tests/desk/large-dossier.ts';

const DISPATCHES = Number(process.argv[2] ?? 20_000);
const ORIGIN = 'http://127.0.0.1:1';

const reader = openReader();
const accounts = dossierOf(DISPATCHES, reader);
const { ledger, touch } = ledgerOf(accounts);
const gate = makeGate();
const { app } = deskApp({
  ledger,
  reader,
  origin: ORIGIN,
  gate,
  page: new Map(),
  outlines: new Map(),
  home: '/',
  version: '0',
  onFault: (error) => {
    throw error;
  },
});
const cookie = `recoupe-1=${gate.enter(gate.token)}`;

async function ask(path: string): Promise<{ ms: number; kilobytes: number; status: number }> {
  const from = performance.now();
  const reply = await app.request(path, { headers: { host: '127.0.0.1:1', cookie } });
  const body = await reply.text();
  return { ms: performance.now() - from, kilobytes: body.length / 1000, status: reply.status };
}

const from = performance.now();
const at = `/api/dossiers/${DOSSIER}`;
const first = await ask(`${at}/dispatches?limit=1`);
const loadedMs = Math.round(performance.now() - from);
console.log(
  `${DISPATCHES} dispatches, ${accounts.claims.length} claims: loaded and cross-checked in ${loadedMs} ms (${first.status})`,
);
const place = accounts.claims[0]!.place[0]!.candidates[0]!.id;
const paths = [
  '',
  '/overview',
  '/dispatches?limit=100',
  `/dispatches/${accounts.dispatches[7]!.id}`,
  '/claims?limit=100',
  '/claims?party=syria&certainty=asserted&words=mot7',
  '/findings?limit=100',
  '/questions?limit=100',
  `/questions/control:${place}`,
  '/places?asOf=2018-06-01',
  '/places?asOf=2018-06-02&believe=sohr&compare=1&otherBelieve=russia',
  '/timeline?items=0',
  '/timeline?lanes=source&clock=said&first=2018-06-01&last=2018-06-07',
  '/series?limit=100',
  `/series/casualties:${accounts.claims.find(({ type }) => type === 'casualties')!.place[0]!.candidates[0]!.id}`,
  '/sources',
  '/sources/sohr',
  '/search?words=mot',
  '/search?type=capture&party=syrian-army&place=geonames:163843',
  '/changes?limit=50',
];
const results: Record<string, { first: number; then: number; kilobytes: number }> = {};
for (const path of paths) {
  const tries = [await ask(at + path), await ask(at + path), await ask(at + path)];
  if (tries[0]!.status !== 200) throw new Error(`${path}: ${tries[0]!.status}`);
  const then = Math.round(
    tries
      .slice(1)
      .map(({ ms }) => ms)
      .sort((a, b) => a - b)[0]!,
  );
  results[path] = { first: Math.round(tries[0]!.ms), then, kilobytes: Math.round(tries[0]!.kilobytes) };
  console.log(
    `${path.padEnd(70)} first ${String(results[path].first).padStart(6)} ms, then ${String(then).padStart(6)} ms, ${results[path].kilobytes} kB`,
  );
}
// One dispatch is corrected: what the next answer costs, and the first of each view after it.
const afterChange: Record<string, number> = {};
for (const path of [
  '/dispatches?limit=1',
  '',
  '/overview',
  '/claims',
  '/places',
  '/timeline',
  '/series',
  '/sources',
  '/search',
]) {
  touch(accounts.dispatches[7]!.id);
  const { ms, status } = await ask(at + path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  afterChange[path] = Math.round(ms);
  console.log(`after a change: ${path.padEnd(54)} ${String(afterChange[path]).padStart(6)} ms`);
}
console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const kept = {
  date: new Date().toISOString().slice(0, 10),
  commit,
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  command: `node --import ./tools/typescript.mjs bench/desk.ts ${DISPATCHES}`,
  dispatches: DISPATCHES,
  claims: accounts.claims.length,
  loadedMs,
  milliseconds: results,
  afterChange,
};
mkdirSync(new URL('results/', import.meta.url), { recursive: true });
writeFileSync(new URL(`results/desk-${DISPATCHES}.json`, import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);
