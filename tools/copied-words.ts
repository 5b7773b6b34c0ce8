// Looks for words that are not ours: ten in a row of a dispatch, a gold file or a corpus beside the project, in a tracked
// file outside of data/.
//   npm run copied                    (needs ../shared and the xz program; exit 1 where something is found)
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const shared = join(root, '../shared');
/** So many words in a row are no accident. */
const RUN = 10;
/** A run of figures alone (a table, a list of years) is nobody's sentence. */
const LEAST_WORDS = 6;

if (!existsSync(shared)) {
  console.log('copied: ../shared is absent, so nothing is compared.');
  process.exit(0);
}

type Word = { readonly word: string; readonly at: number };

function wordsOf(text: string): Word[] {
  const plain = text.normalize('NFC').toLowerCase();
  return Array.from(plain.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({ word: match[0], at: match.index }));
}

function* runsOf(words: readonly Word[]): Generator<{ readonly run: string; readonly at: number }> {
  for (let i = 0; i + RUN <= words.length; i++) {
    const part = words.slice(i, i + RUN).map(({ word }) => word);
    if (part.filter((word) => /\p{L}/u.test(word)).length < LEAST_WORDS) continue;
    yield { run: part.join(' '), at: words[i]!.at };
  }
}

/** The texts of a file of the folder beside the project: what people wrote, not the keys and columns around it. */
function textsOf(path: string): string[] {
  const text = path.endsWith('.xz')
    ? execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 29 })
    : readFileSync(path, 'utf8');
  const name = path.replace(/\.xz$/, '');
  if (name.endsWith('.conllu'))
    return text.split('\n').flatMap((line) => (line.startsWith('# text = ') ? [line.slice(9)] : []));
  if (name.endsWith('.json')) return stringsOf(JSON.parse(text));
  if (name.endsWith('.jsonl'))
    return text.split('\n').flatMap((line) => (line.trim() ? stringsOf(JSON.parse(line)) : []));
  if (name.endsWith('.bio')) return [text.replaceAll(/[ \t]\S+$/gmu, '').replaceAll('\n', ' ')];
  return [text];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const theirs = new Map<string, string>();
for (const part of ['dispatches', 'dispatches-dev', 'gold', 'gold-dev', 'data'])
  for (const path of filesUnder(join(shared, part))) {
    if (/README|LICENSE|GUIDE|lexicon|recognizers/.test(path)) continue;
    for (const text of textsOf(path))
      for (const { run } of runsOf(wordsOf(text))) theirs.set(run, path.slice(shared.length + 1));
  }

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
let found = 0;
for (const file of tracked) {
  if (/^(?:data\/|package-lock\.json$)/.test(file) || !existsSync(join(root, file))) continue;
  const bytes = readFileSync(join(root, file));
  if (bytes.includes(0)) continue;
  const text = bytes.toString('utf8');
  let until = -1;
  for (const { run, at } of runsOf(wordsOf(text))) {
    const from = theirs.get(run);
    if (!from || at < until) continue;
    until = at + run.length;
    found++;
    const line = text.slice(0, at).split('\n').length;
    console.log(`${file}:${line}: ten words of ${from} stand here.`);
  }
}
console.log(`copied: ${tracked.length} files compared with ${theirs.size} runs of ${RUN} words; ${found} found.`);
if (found > 0) process.exitCode = 1;
