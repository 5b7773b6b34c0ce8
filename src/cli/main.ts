import process from 'node:process';
import { runCli } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command line on this process: its arguments, streams and signals. */
export async function main(): Promise<void> {
  // `recoupe read … | head` closes the pipe early: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const terminal: Terminal = {
    out: (text) => process.stdout.write(text),
    drained: process.stdout,
    err: (text) => process.stderr.write(text),
    isTerminal: Boolean(process.stdout.isTTY),
    env: process.env,
    stdin: process.stdin,
    stopped: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  };
  process.exitCode = await runCli(process.argv.slice(2), terminal);
}
