// Start-up, whole dispatches per second through the built command line, and the size of what is installed.
//   npm run bench                     (run `npm run build` first; needs npm and its registry for the size of the install)
//   npm run bench -- --keep           writes the figures to bench/results/start.json
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const recoupe = at('bin/recoupe.js');
const work = mkdtempSync(join(tmpdir(), 'recoupe-bench-'));

/** Milliseconds of the quickest of several runs: what the machine can do when nothing disturbs it. */
function quickest(times: number, args: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    best = Math.min(best, performance.now() - from);
  }
  return Math.round(best);
}

/** A folder with the example's French dispatches many times over, each a file of its own. */
function copies(times: number): { readonly folder: string; readonly count: number } {
  const folder = join(work, `copies-${times}`);
  mkdirSync(folder);
  const files = readdirSync(at('examples/euphrate')).filter((name) => /\.(?:txt|html)$/.test(name));
  for (let i = 0; i < times; i++)
    for (const file of files) cpSync(join(at('examples/euphrate'), file), join(folder, `${i}-${file}`));
  return { folder, count: times * files.length };
}

function bytesUnder(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

try {
  const bare = quickest(10, ['-e', '0']);
  const version = quickest(10, [recoupe, '--version']);
  const one = quickest(5, [recoupe, 'read', '--format', 'jsonl', at('examples/euphrate/01-raqqa.txt')]);
  const many = copies(40);
  const all = quickest(3, [recoupe, 'read', '--format', 'jsonl', many.folder]);

  execFileSync(npm, ['pack', '--silent', '--pack-destination', work], { cwd: at('.'), stdio: 'ignore' });
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))!;
  const home = join(work, 'install');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  execFileSync(npm, ['install', '--no-audit', '--no-fund', join(work, tarball)], { cwd: home, stdio: 'ignore' });

  const figures = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: at('.'), encoding: 'utf8' }).trim(),
    command: 'npm run bench -- --keep',
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    bareNodeMs: bare,
    versionMs: version,
    readOneMs: one,
    readDispatchesPerSecond: Math.round((many.count * 1000) / (all - one)),
    packageMB: megabytes(statSync(join(work, tarball)).size),
    installedMB: megabytes(bytesUnder(join(home, 'node_modules'))),
    ownInstalledMB: megabytes(bytesUnder(join(home, 'node_modules/recoupe'))),
  };
  console.log(figures);
  if (process.argv.includes('--keep')) {
    mkdirSync(at('bench/results'), { recursive: true });
    writeFileSync(at('bench/results/start.json'), `${JSON.stringify(figures, null, 2)}\n`);
  }
} finally {
  rmSync(work, { recursive: true });
}
