// Scores the built command line on the annotated dispatches beside the project, with their own scorers.
//   npm run score                     (needs ../shared; run `npm run build` first)
//   npm run score -- --errors         with each thing missed or wrong
//   npm run score -- --check          fails where a figure fell more than a point below bench/scores.json
//   npm run score -- --keep           writes the figures of this run to bench/scores.json
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFragments } from './fragments.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const shared = at('../shared');
const scorer = join(shared, 'eval/score.mjs');
const recoupe = at('bin/recoupe.js');
const scores = at('bench/scores.json');
/** The example dossier, with what it must give beside it: our own writing, on the story of the five. */
const examples = at('examples/euphrate');
/** What a user would say of the five, whose texts give less. */
const DAYS: Readonly<Record<string, string>> = {
  '000': '2017-12-27',
  '001': '2019-02-11',
  '003': '2017-11-09',
  '004': '2017-11-06',
};
/** Characters of a line of answers that are printed. */
const WIDTH = 240;
/** Figures may vary by so much from run to run of the rules; more is a loss. */
const POINT = 1;

if (!existsSync(shared)) {
  console.log('score: ../shared is absent, so nothing is scored.');
  process.exit(0);
}
const flags = new Set(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'recoupe-score-'));
try {
  const five = dated('five', at('../shared/dispatches'), (file) => DAYS[file.slice(0, 3)]);
  const dev = dated('dev', at('../shared/dispatches-dev'), (file) => DAYS[file.slice(0, 3)]);
  const figures: Record<string, number> = {};
  Object.assign(figures, readAndScore('five', five, at('../shared/gold')));
  Object.assign(figures, readAndScore('dev', dev, at('../shared/gold-dev')));
  Object.assign(figures, readAndScore('examples', examples, join(examples, 'gold')));
  for (const [name, folder] of [
    ['cases', 'cases'],
    ['peace', 'cases/peace'],
    ['more', 'cases/more'],
    ['wider', 'cases/wider'],
  ] as const) {
    const dispatches = dated(name, at(`${folder}/texts`), (file) => caseDay(folder, file));
    Object.assign(figures, readAndScore(name, dispatches, at(`${folder}/gold`)));
    if (name !== 'peace') Object.assign(figures, scoreUnread(name, at(`${folder}/gold`)));
  }
  Object.assign(figures, fragments());
  const gold = at('../shared/gold');
  Object.assign(figures, crosscheck('the five, from gold claims', 'crosscheck.gold', five, gold, true));
  Object.assign(figures, crosscheck('the five, from our own reading', 'crosscheck.own', five, gold, false));
  const exampleGold = join(examples, 'gold');
  Object.assign(figures, crosscheck('the examples, from gold', 'crosscheck.examplesGold', examples, exampleGold, true));
  Object.assign(
    figures,
    crosscheck('the examples, from our own', 'crosscheck.examplesOwn', examples, exampleGold, false),
  );
  if (flags.has('--keep')) writeFileSync(scores, `${JSON.stringify(figures, null, 2)}\n`);
  if (flags.has('--check')) check(figures);
} finally {
  rmSync(work, { recursive: true });
}

/** A folder with the dispatches and a dossier.json that gives the days a user would supply. */
function dated(name: string, from: string, dayOf: (file: string) => string | null | undefined): string {
  const folder = join(work, name);
  mkdirSync(folder);
  const files = readdirSync(from).filter((file) => file.endsWith('.txt'));
  for (const file of files) copyFileSync(join(from, file), join(folder, file));
  const dispatches = files.map((file) => ({ file, published: dayOf(file) })).filter((one) => one.published);
  writeFileSync(join(folder, 'dossier.json'), JSON.stringify({ title: name, dispatches }));
  return folder;
}

function run(program: string, args: readonly string[], mayFail = false): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (mayFail && stdout) return stdout;
    throw error;
  }
}

/** The day of a case, where only its user knows it: the annotation has it, and not in the text's own words. */
function caseDay(folder: string, file: string): string | null {
  const gold = JSON.parse(readFileSync(at(`${folder}/gold/${file.replace('.txt', '.gold.json')}`), 'utf8')) as {
    readonly published: string | null;
    readonly publishedInText: string | null;
  };
  return gold.publishedInText === null ? gold.published : null;
}

function readAndScore(name: string, folder: string, gold: string): Record<string, number> {
  const readings = join(work, `${name}.jsonl`);
  writeFileSync(readings, run(process.execPath, [recoupe, 'read', '--format', 'jsonl', folder]));
  console.log(`\n== the reading of the ${name}`);
  console.log(
    run(process.execPath, [scorer, readings, gold, ...(flags.has('--errors') ? ['--errors'] : [])]).trimEnd(),
  );
  return figuresOf(name, readings, gold);
}

/** The half of the cases that nobody has looked at: what to expect elsewhere. Its errors are never printed. */
function scoreUnread(name: string, gold: string): Record<string, number> {
  const unread = join(work, `${name}-unread`);
  mkdirSync(unread);
  for (const file of readdirSync(gold))
    if (file.startsWith('held-')) copyFileSync(join(gold, file), join(unread, file));
  const figures = figuresOf(`${name}.unread`, join(work, `${name}.jsonl`), unread);
  console.log(`\n== the unread half of the ${name}\n${JSON.stringify(figures)}`);
  return figures;
}

/** Fragments of one to five sentences: of each file what its authors annotated, statements or claims. */
function fragments(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const file of readdirSync(at('cases/fragments')).filter((one) => one.endsWith('.jsonl'))) {
    const name = `fragments.${file.replace('.jsonl', '')}`;
    const [texts, gold] = [join(work, name), join(work, `${name}-gold`)];
    mkdirSync(texts);
    mkdirSync(gold);
    writeFragments(at(`cases/fragments/${file}`), name, texts, gold);
    const readings = join(work, `${name}.jsonl`);
    writeFileSync(readings, run(process.execPath, [recoupe, 'read', '--format', 'jsonl', texts]));
    const part = file.startsWith('statements') ? 'attribution' : 'claim';
    found[`${name}.${part}`] = figuresOf(name, readings, gold)[`${name}.${part}`]!;
  }
  console.log(`\n== the fragments\n${JSON.stringify(found)}`);
  return found;
}

function figuresOf(name: string, readings: string, gold: string): Record<string, number> {
  const result = JSON.parse(run(process.execPath, [scorer, readings, gold, '--json'])) as {
    [part in 'attribution' | 'claim' | 'fact']: { f1: number };
  } & { statementSlots: Record<string, number> };
  const { act, mode, said } = result.statementSlots;
  const points = (x: number): number => Math.round(1000 * x) / 10;
  return {
    [`${name}.attribution`]: points(result.attribution.f1),
    [`${name}.claim`]: points(result.claim.f1),
    [`${name}.fact`]: points(result.fact.f1),
    [`${name}.act`]: points(act!),
    [`${name}.mode`]: points(mode!),
    [`${name}.said`]: points(said!),
  };
}

/** The gold readings of a folder as one file of lines: what a newsroom's own coders would bring. */
function goldReadings(folder: string, name: string): string {
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const file = join(work, `${name}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function crosscheck(
  title: string,
  key: string,
  folder: string,
  gold: string,
  fromGold: boolean,
): Record<string, number> {
  const ledger = join(work, key);
  const base = [recoupe, '--ledger', ledger];
  run(process.execPath, [...base, 'add', ...(fromGold ? ['--reading', goldReadings(gold, key)] : []), folder]);
  const command = [process.execPath, ...base].map((word) => `'${word}'`).join(' ');
  const printed = run(process.execPath, [join(shared, 'eval/crosscheck.mjs'), gold, '--recoupe', command], true);
  console.log(`\n== cross-checking of ${title}`);
  const lines = printed.trimEnd().split('\n');
  // Answers are long; a line each tells enough, and --errors shows them whole.
  console.log(lines.map((line) => (flags.has('--errors') ? line : line.slice(0, WIDTH))).join('\n'));
  const [, right, wrong] = /(\d+) of \d+ required, (\d+) wrong/.exec(printed) ?? [];
  return { [`${key}.right`]: Number(right), [`${key}.wrong`]: Number(wrong) };
}

function check(figures: Readonly<Record<string, number>>): void {
  const kept = JSON.parse(readFileSync(scores, 'utf8')) as Record<string, number>;
  const lost = Object.entries(kept).filter(([name, before]) => {
    const now = figures[name];
    if (now === undefined) return true;
    if (name.endsWith('.wrong')) return now > before;
    return name.endsWith('.right') ? now < before : now < before - POINT;
  });
  for (const [name, before] of lost) console.log(`score: ${name} fell from ${before} to ${figures[name]}`);
  console.log(`scores: ${Object.keys(kept).length - lost.length} passed, ${lost.length} failed`);
  if (lost.length > 0) process.exitCode = 1;
}
