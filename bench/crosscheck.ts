// How fast cross-checking is: node --import ./tools/typescript.mjs bench/crosscheck.ts [DISPATCHES…] [--keep]
// For each size: a full check, then twenty dispatches that come one by one, each of which updates the findings.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openRunningCheck } from '../src/crosscheck/index.ts';
import { openGazetteer, openParties } from '../src/reading/index.ts';
import { makeDispatch, together } from './dispatches.ts';

const ADDED = 20;
const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const world = { parties: openParties(), gazetteer: openGazetteer() };
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

function measure(size: number) {
  const total = size + ADDED;
  const parts = Array.from({ length: total }, (_, at) => makeDispatch(at, total, world.gazetteer));
  // Those that come later are spread over the whole story, so that they meet what is there.
  const later = new Set(Array.from({ length: ADDED }, (_, at) => Math.floor(((at + 0.5) * total) / ADDED)));
  const dossier = together(parts.filter((_, at) => !later.has(at)));
  const before = megabytes();
  const check = openRunningCheck(world);
  const start = performance.now();
  check.put(dossier);
  const { findings, questions, origins } = check.result();
  const fullSeconds = (performance.now() - start) / 1000;
  const updates = [...later].map((at) => {
    const from = performance.now();
    check.put(parts[at]!);
    check.result();
    return performance.now() - from;
  });
  updates.sort((a, b) => a - b);
  const kinds: Record<string, number> = {};
  for (const { kind } of findings) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    dispatches: size,
    claims: dossier.claims.length,
    findings: findings.length,
    kinds,
    questions: questions.length,
    folds: origins.folds.length,
    fullSeconds: Number(fullSeconds.toFixed(2)),
    updateMedianMs: Math.round(updates[ADDED / 2]!),
    updateWorstMs: Math.round(updates.at(-1)!),
    memoryBeforeMB: before,
    memoryMB: megabytes(),
  };
}

const results = (sizes.length > 0 ? sizes : [1000, 10_000, 50_000]).map((size) => {
  const result = measure(size);
  console.log(JSON.stringify(result));
  return result;
});
if (process.argv.includes('--keep')) {
  const file = fileURLToPath(new URL('results/crosscheck.json', import.meta.url));
  const commit = readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8').match(
    /"version": "(?<v>[^"]+)"/,
  )!.groups!.v;
  const machine = `${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}`;
  const command = `node --import ./tools/typescript.mjs bench/crosscheck.ts ${sizes.join(' ')}`.trim();
  writeFileSync(
    file,
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), version: commit, machine, command, results }, null, 2)}\n`,
  );
}
