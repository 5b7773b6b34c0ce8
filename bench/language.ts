// The French engine: speed, size, memory and names, through the built command line, with fr-compromise beside it for speed and
// tags, on spoken French (Rhapsodie, ParisStories) that neither was made from.
//   node --import ./tools/typescript.mjs bench/language.ts [--keep]      (needs ../shared, Python 3 and the xz program)
// Accuracy on Sequoia dev and GSD dev comes from `npm run train -- --measure`, whose models have not seen these parts; what
// ships has, so that it is not asked here.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'fr-compromise';

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

type Tagged = { readonly tokens: { readonly start: number; readonly end: number; readonly upos: string }[] };

/** The tags of fr-compromise, as near to UPOS as they come; it has no trees, lemmas or features in their sense. */
function compromised(sentences: readonly string[]): Tagged[] {
  return sentences.map((text) => {
    let at = 0;
    const terms = (nlp(text).json() as Compromised[]).flatMap((one) => one.terms);
    return {
      tokens: terms.flatMap(({ text: form, tags }) => {
        const start = form === '' ? -1 : text.indexOf(form, at); // the second word of a contraction has no letters of its own
        if (start < 0) return [];
        at = start + form.length;
        return [{ start, end: at, upos: uposOf(tags) }];
      }),
    };
  });
}
type Compromised = { readonly terms: { readonly text: string; readonly tags: readonly string[] }[] };

const UPOS_OF: readonly (readonly [tag: string, upos: string])[] = [
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Verb', 'VERB'],
  ['Adverb', 'ADV'],
  ['Adjective', 'ADJ'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Value', 'NUM'],
  ['Expression', 'INTJ'],
  ['Noun', 'NOUN'],
];

function uposOf(tags: readonly string[]): string {
  return UPOS_OF.find(([tag]) => tags.includes(tag))?.[1] ?? 'X';
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

  // The same sentences through both, in one run.
  const spoken = ['ud-french-rhapsodie/dev', 'ud-french-parisstories/dev'];
  const treebank = join(work, 'spoken.conllu');
  writeFileSync(treebank, spoken.map((name) => unpacked(`${name}.conllu.xz`)).join(''));
  const sentences = readFileSync(treebank, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('# text = ') ? [line.slice(9)] : []));
  const tagsOf = (name: string, lines: string): string => {
    const file = join(work, `${name}.jsonl`);
    writeFileSync(file, lines);
    const printed = execFileSync('python3', [join(shared, 'eval/ud_eval.py'), treebank, file], { encoding: 'utf8' });
    return printed.trim().split('\n').join(' ');
  };
  const own = parse(`${sentences.map((text) => JSON.stringify({ text })).join('\n')}\n`, '--one-sentence');
  compromised(sentences.slice(0, 200)); // both are measured warm
  const before = process.cpuUsage();
  const theirs = compromised(sentences);
  const { user, system } = process.cpuUsage(before);
  const theirTokens = theirs.reduce((sum, { tokens: some }) => sum + some.length, 0);

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
    spokenFrench: {
      sentences: sentences.length,
      own: tagsOf('own', own.output),
      frCompromise: tagsOf('compromise', theirs.map((one) => JSON.stringify(one)).join('\n')),
      frCompromiseTokensPerSecond: Math.round(theirTokens / ((user + system) / 1e6)),
    },
  };
  console.log(figures);
  if (process.argv.includes('--keep')) {
    mkdirSync(at('bench/results'), { recursive: true });
    writeFileSync(at('bench/results/language.json'), `${JSON.stringify(figures, null, 2)}\n`);
  }
} finally {
  rmSync(work, { recursive: true });
}
