import { createReadStream } from 'node:fs';
import { sha256 } from '../../core/index.ts';
import { learnedAt } from '../entry-id.ts';
import { brokenExport, newerFormat } from '../problems.ts';
import { type BodyLine, bodyLine, FORMAT, headerLine } from './format.ts';

/**
 * The lines of an exported ledger, checked one by one: their shape, hashes and times, and that the end is there. Throws a
 * Problem at the first that is wrong, with its number.
 */
export async function* readLines(path: string): AsyncGenerator<Exclude<BodyLine, { line: 'end' }>> {
  let number = 0;
  let ended = false;
  for await (const text of linesOf(path)) {
    number++;
    if (number === 1) {
      checkHeader(path, text);
      continue;
    }
    if (ended) throw brokenExport(path, number, 'there is something after the end');
    const line = parse(path, number, text);
    if (line.line !== 'end') yield line;
    else if (line.lines !== number - 2) throw brokenExport(path, number, `it should be line ${line.lines + 2}`);
    else ended = true;
  }
  if (!ended) throw brokenExport(path, number, 'the end is missing');
}

/** The lines of a file. `node:readline` also breaks at U+2028, which may stand in a text. A line may be very long. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const [first, ...others] = chunk.split('\n');
    begun.push(first!);
    for (const next of others) {
      yield begun.join('');
      begun = [next];
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}

function checkHeader(path: string, text: string): void {
  const found = parseJson(path, 1, text);
  const format = typeof found === 'object' && found !== null && 'format' in found ? found.format : null;
  if (typeof format === 'number' && format > FORMAT) throw newerFormat(path, format, FORMAT);
  if (!headerLine.safeParse(found).success)
    throw brokenExport(path, 1, 'it is not the first line of an exported ledger');
}

function parse(path: string, number: number, text: string): BodyLine {
  const { data, error } = bodyLine.safeParse(parseJson(path, number, text));
  if (error)
    throw brokenExport(path, number, error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join('; '));
  if (data.line === 'entry' && learnedAt(data.id) !== data.learned)
    throw brokenExport(path, number, 'the id of the entry does not carry its time');
  if (data.line === 'content' && sha256(Buffer.from(data.bytes, 'base64')) !== data.sha256)
    throw brokenExport(path, number, 'the bytes do not have their hash');
  return data;
}

function parseJson(path: string, number: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw brokenExport(path, number, String(error));
  }
}
