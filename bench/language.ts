// The French engine: speed, size, memory and names, through the built command line; and the accuracy that training measured.
//   node --import ./tools/typescript.mjs bench/language.ts [--keep]      (needs ../shared, Python 3 and the xz program)
// Accuracy on Sequoia dev and GSD dev comes from `npm run train -- --measure`, whose models have not seen these parts; what
// ships has, so that it is not asked here.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const shared = at('../shared');
if (!existsSync(shared)) {
  console.log('language: ../shared is absent, so nothing is measured.');
  process.exit(0);
}
const work = mkdtempSync(join(tmpdir(), 'recoupe-language-'));
const recoupe = at('bin/recoupe.js');

type Run = { readonly output: string; readonly cpuSeconds: number; readonly megabytes: number };

/** Runs `recoupe parse` on one core over lines, and takes its user and system time and its memory. */
function parse(lines: string, ...options: string[]): Run {
  const probe = `process.on('exit',()=>{const {userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();require('fs').writeSync(2,JSON.stringify({cpu:(userCPUTime+systemCPUTime)/1e6,mb:maxRSS/1024}))})`;
  const hook = join(work, 'probe.cjs');
  writeFileSync(hook, probe);
  const words = ['--require', hook, recoupe, 'parse', ...options];
  const one =
    process.platform === 'linux' ? ['taskset', '-c', '0', process.execPath, ...words] : [process.execPath, ...words];
  const { stdout, stderr, status } = spawnSync(one[0]!, one.slice(1), {
    input: lines,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`recoupe parse ended with ${status}: ${stderr}`);
  const { cpu, mb } = JSON.parse(stderr) as { cpu: number; mb: number };
  return { output: stdout, cpuSeconds: cpu, megabytes: Math.round(mb) };
}

const unpacked = (path: string): string =>
  execFileSync('xz', ['-dc', join(shared, 'data', path)], { encoding: 'utf8', maxBuffer: 1 << 29 });

try {
  const texts = ['ud-french-sequoia/dev', 'ud-french-gsd/dev', 'ud-french-sequoia/train']
    .flatMap((name) => unpacked(`${name}.conllu.xz`).split('\n'))
    .flatMap((line) => (line.startsWith('# text = ') ? [JSON.stringify({ text: line.slice(9) })] : []));
  const start = parse('');
  const all = parse(`${texts.join('\n')}\n`);
  const tokens = all.output
    .split('\n')
    .filter(Boolean)
    .reduce((sum, line) => sum + (JSON.parse(line) as { tokens: unknown[] }).tokens.length, 0);

  const gold = join(work, 'names.tsv');
  writeFileSync(gold, unpacked('wikineural-fr.NC/val.conllu.xz'));
  const io = join(shared, 'eval/ner_io.py');
  const named = parse(
    execFileSync('python3', [io, gold, 'make'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    '--one-sentence',
  );
  const answers = join(work, 'names.jsonl');
  writeFileSync(answers, named.output);
  writeFileSync(`${answers}.tsv`, execFileSync('python3', [io, gold, 'back', answers], { maxBuffer: 1 << 28 }));
  const names = execFileSync('python3', [join(shared, 'eval/ner_eval.py'), gold, `${answers}.tsv`], {
    encoding: 'utf8',
  });

  const size = readdirSync(at('data/fr')).reduce((sum, name) => sum + statSync(at(`data/fr/${name}`)).size, 0);
  const figures = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: at('.'), encoding: 'utf8' }).trim(),
    command: 'node --import ./tools/typescript.mjs bench/language.ts --keep',
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, one core`,
    tokens,
    tokensPerSecond: Math.round(tokens / (all.cpuSeconds - start.cpuSeconds)),
    startSeconds: start.cpuSeconds,
    megabytesAtMost: all.megabytes,
    dataMB: Math.round(size / 1e5) / 10,
    namesOnWikineural: names.trim().split('\n'),
  };
  console.log(figures);
  if (process.argv.includes('--keep')) {
    mkdirSync(at('bench/results'), { recursive: true });
    writeFileSync(at('bench/results/language.json'), `${JSON.stringify(figures, null, 2)}\n`);
  }
} finally {
  rmSync(work, { recursive: true });
}
