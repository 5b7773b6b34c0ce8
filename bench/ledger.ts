// How fast the ledger is: node --import ./tools/typescript.mjs bench/ledger.ts [DISPATCHES] [URL]
// With a URL it uses that PostgreSQL database, which should be empty; without one a folder that it deletes.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Place } from '../src/ledger/index.ts';
import { dispatchSample, readingSample } from '../tests/ledger/samples.ts';

const dispatches = Number(process.argv[2] ?? 1000);
const url = process.argv[3];
const CLAIMS_EACH = 10;
const folder = mkdtempSync(join(tmpdir(), 'recoupe-bench-'));
const place: Place = url ? { url } : { folder: join(folder, 'ledger') };

const lines: string[] = [];
async function timed<T>(what: string, work: () => Promise<T>, each?: { count: number; unit: string }): Promise<T> {
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  const rate = each ? `, ${(ms / each.count).toFixed(2)} ms per ${each.unit}` : '';
  lines.push(`${what.padEnd(52)} ${ms.toFixed(0).padStart(7)} ms${rate}`);
  return result;
}

/** About 2,500 characters, as dispatches are, with ten claims and five statements. */
function sample(number: number) {
  const sentences = Array.from(
    { length: CLAIMS_EACH },
    (_, at) =>
      `Le fort ${number}-${at} de la vallée haute est tenu par la milice du nord, selon l'observatoire d'Ostrie`,
  );
  const text = sentences
    .map((sentence) => `${sentence}. ${'La neige tombe sur les crêtes et nul ne passe. '.repeat(3)}`)
    .join('\n\n');
  const claims = sentences.map((words, at) => ({
    words,
    statement: `s${Math.floor(at / 2) + 1}`,
    actor: ['militia'],
    place: [{ name: 'vallée haute', candidates: [{ id: 'recoupe:upper-valley', why: 'only-place-of-that-name' }] }],
    time: '2017-12-07',
  }));
  const statements = sentences.filter((_, at) => at % 2 === 0).map((content) => ({ content, by: ['observatory'] }));
  const published = { date: '2017-12-07', instant: null, given: 'metadata', span: null } as const;
  return {
    dispatch: dispatchSample(text, { name: `${number}.txt`, published }),
    reading: readingSample(text, { statements, claims, published: '2017-12-07' }),
  };
}

const open = () => openLedger(place, { author: 'bench' });
let ledger = await timed(url ? 'open, and make the tables' : 'open a new folder', open);
await timed('close', () => ledger.close());
ledger = await timed('open it again', open);
const { id: dossier } = await ledger.createDossier('Banc');
const samples = Array.from({ length: dispatches }, (_, number) => sample(number));
const ids: string[] = [];
const each = { count: dispatches, unit: 'dispatch' };
await timed(
  `add ${dispatches} dispatches`,
  async () => {
    for (const { dispatch } of samples) {
      const added = await ledger.addDispatch(dossier, dispatch);
      if (added.outcome !== 'removed') ids.push(added.dispatch.id);
    }
  },
  each,
);
await timed(
  `keep their readings (${CLAIMS_EACH} claims each)`,
  async () => {
    for (const [at, { reading }] of samples.entries()) await ledger.putReading(dossier, ids[at]!, reading);
  },
  each,
);
await timed(
  'add them all again',
  async () => {
    for (const { dispatch } of samples) await ledger.addDispatch(dossier, dispatch);
  },
  each,
);
const first = await timed(`accounts: ${dispatches * CLAIMS_EACH} claims`, () => ledger.accounts(dossier));
await timed('accounts as learned by now', () => ledger.accounts(dossier, { learnedBy: new Date().toISOString() }));
await timed('accounts of one dispatch', () => ledger.accounts(dossier, { dispatches: [ids[0]!] }));
await timed('list the dispatches', () => ledger.dispatches(dossier));
await timed('search two words, 50 passages', () => ledger.search(dossier, 'neige fort'));
await timed('search one word, one passage', () => ledger.search(dossier, '"fort 7-3"'));
const [claim] = first.claims;
await timed('one correction', () =>
  ledger.correct(dossier, {
    dispatch: claim!.dispatch,
    layer: 'claim',
    type: claim!.type,
    words: { start: claim!.start, end: claim!.end, text: claim!.text },
    slot: 'actor',
    seen: claim!.actor,
    set: ['army'],
  }),
);
const file = join(folder, 'export.jsonl');
await timed('export', () => ledger.export(file), each);
await timed('rebuild', () => ledger.rebuild(dossier), each);
await timed('remove one dispatch', () => ledger.remove(dossier, ids[1]!, 'bench'));
await timed('close', () => ledger.close());
if (!url) {
  const twin = await openLedger({ folder: join(folder, 'twin') }, { author: 'bench' });
  await timed('import into a new folder', () => twin.import(file), each);
  await twin.close();
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}; ${url ? 'server' : 'folder'}`);
console.log(lines.join('\n'));
console.log(
  `export: ${(statSync(file).size / 1e6).toFixed(1)} MB; memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
);
rmSync(folder, { recursive: true, force: true });
