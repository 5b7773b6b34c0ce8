import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of its own that adds to a ledger. */
export type Child = {
  readonly process: ChildProcess;
  /** The dispatches that it was told are kept, so far. */
  readonly added: readonly string[];
  /** When it has had so many acknowledged. */
  readonly hasAdded: (count: number) => Promise<void>;
  /** When it has ended: its exit code, null where it was killed. */
  readonly ended: Promise<number | null>;
  readonly errors: () => string;
};

const root = fileURLToPath(new URL('../../', import.meta.url));

export function startChild(folder: string, name: string, count = 1_000_000): Child {
  const args = ['--import', './tools/typescript.mjs', 'tests/ledger/adding-child.ts', folder, name, String(count)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const added: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('added ')) added.push(line.slice('added '.length));
    for (const wait of waiting) if (added.length >= wait.count) wait.resolve();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    added,
    hasAdded: (count) =>
      Promise.race([
        new Promise<void>((resolve) => (added.length >= count ? resolve() : waiting.push({ count, resolve }))),
        ended.then(() => {
          if (added.length < count) throw new Error(`${name} ended after ${added.length}: ${errors}`);
        }),
      ]),
    ended,
    errors: () => errors,
  };
}
