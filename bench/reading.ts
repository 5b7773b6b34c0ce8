// How many dispatches a second one core reads in one process, once warm, and what of it is the language engine's.
//   node --import ./tools/typescript.mjs bench/reading.ts          (the example dossier; with ../shared beside the project the five dispatches too)
//   node --import ./tools/typescript.mjs bench/reading.ts --keep   writes the figures to bench/results/reading.json
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { dispatchFrom } from '../src/intake/index.ts';
import { openReader } from '../src/reading/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const reader = openReader();
/** Readings before the clock starts, and while it runs. */
const ROUNDS = { warming: 30, timed: 30 };

/** Seconds of processor time that work takes, garbage collection included. */
function seconds(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

function measured(folder: string): Record<string, number> {
  const dispatches = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => dispatchFrom(readFileSync(`${folder}/${file}`), { name: file, date: '2018-11-11', language: 'fr' }));
  const tokens = dispatches
    .flatMap(({ text, noise }) => reader.engine.sentences(text, noise))
    .reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const readAll = (): void => {
    for (const dispatch of dispatches) reader.read(dispatch);
  };
  const parseAll = (): void => {
    for (const { text, noise } of dispatches) reader.engine.sentences(text, noise);
  };
  const times = (n: number, work: () => void) => () => {
    for (let i = 0; i < n; i++) work();
  };
  times(ROUNDS.warming, readAll)();
  const whole = seconds(times(ROUNDS.timed, readAll));
  const engine = seconds(times(ROUNDS.timed, parseAll));
  const count = dispatches.length * ROUNDS.timed;
  return {
    dispatches: dispatches.length,
    tokensEach: Math.round(tokens / dispatches.length),
    dispatchesPerSecond: Math.round(count / whole),
    tokensPerSecond: Math.round((tokens * ROUNDS.timed) / whole),
    engineShare: Number((engine / whole).toFixed(2)),
  };
}

const figures: Record<string, unknown> = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: at('.'), encoding: 'utf8' }).trim(),
  command: 'node --import ./tools/typescript.mjs bench/reading.ts --keep',
  machine: `${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}`,
  examples: measured(at('examples/euphrate')),
};
if (existsSync(at('../shared/dispatches'))) figures.five = measured(at('../shared/dispatches'));
console.log(JSON.stringify(figures, null, 2));
if (process.argv.includes('--keep'))
  writeFileSync(at('bench/results/reading.json'), `${JSON.stringify(figures, null, 2)}\n`);
