import type { GatherOptions } from '../../intake/index.ts';
import { readInputs } from '../../pipeline.ts';
import { openReader } from '../../reading/index.ts';
import type { Context } from '../context.ts';
import { namesIn, readingLines, troubleLines } from '../listing.ts';
import { Progress } from '../terminal.ts';
import { type IntakeOptions, intakeOptions } from './intake-options.ts';

export type ReadOptions = IntakeOptions & { readonly format: 'text' | 'jsonl' };

/** Reads files and prints what they say; nothing is kept. Exit 1 where some could not be taken. */
export async function read(
  files: readonly string[],
  options: ReadOptions,
  { terminal, speech, colours }: Context,
): Promise<number> {
  const gatherOptions: GatherOptions = { ...intakeOptions(options), stdin: terminal.stdin };
  const progress = new Progress(terminal);
  const reader = openReader();
  const nameOf = namesIn(reader.parties);
  let failed = 0;
  for await (const item of readInputs(reader, files, gatherOptions)) {
    progress.clear();
    if ('reading' in item) {
      const { reading, dispatch } = item;
      terminal.out(
        options.format === 'jsonl'
          ? `${JSON.stringify(reading)}\n`
          : `${readingLines(reading, dispatch.publisher, speech, colours, nameOf).join('\n')}\n`,
      );
      progress.show(item.place, item.total, item.name);
    } else {
      if ('problem' in item) failed++;
      terminal.err(`${troubleLines(item, speech, colours)}\n`);
    }
  }
  progress.clear();
  return failed > 0 ? 1 : 0;
}
