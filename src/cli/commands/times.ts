import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { isDate, Problem } from '../../core/index.ts';
import { openTimes } from '../../reading/index.ts';
import type { Context } from '../context.ts';

/**
 * Reads JSON lines `{"sentence", "published"}` and prints each with its `spans`: TIMEX3 expressions, offsets in UTF-16
 * code units of `sentence`. A line that is no such thing is told and the rest are read; exit 1 then.
 */
export async function times(file: string | undefined, { terminal, speech, colours }: Context): Promise<number> {
  const read = openTimes();
  const input = file === undefined || file === '-' ? Readable.from(terminal.stdin) : createReadStream(file);
  let failed = 0;
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (!line.trim()) continue;
      const item = timedLine(line, number);
      if (item instanceof Problem) {
        failed++;
        terminal.err(`${colours.red('✗')} ${speech.pick(item.words)} ${colours.dim(`[${item.code}]`)}\n`);
        continue;
      }
      const spans = read(item.sentence, item.published).map(({ span, type, value, mod }) => ({
        start: span.start,
        end: span.end,
        value,
        type,
        ...(mod ? { mod } : {}),
      }));
      terminal.out(`${JSON.stringify({ sentence: item.sentence, published: item.published, spans })}\n`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw cannotOpen(file ?? '-', error);
  }
  return failed > 0 ? 1 : 0;
}

type TimedLine = { readonly sentence: string; readonly published: string | null };

function timedLine(line: string, number: number): TimedLine | Problem {
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return badLine(number, `${line.slice(0, 60)}`);
  }
  const { sentence, published = null } = (typeof item === 'object' && item !== null ? item : {}) as Record<
    string,
    unknown
  >;
  if (typeof sentence !== 'string') return badLine(number, `"sentence": ${JSON.stringify(sentence) ?? 'absent'}`);
  if (published !== null && (typeof published !== 'string' || !isDate(published)))
    return badLine(number, `"published": ${JSON.stringify(published)}`);
  return { sentence, published };
}

function badLine(number: number, seen: string): Problem {
  return new Problem('cli/bad-timed-line', {
    fr: `Ligne ${number} : ${seen}. Chaque ligne attend {"sentence": "un texte", "published": "2017-12-27"} ; published est un jour, un mois, une année ou null. Corrigez la ligne ; les autres sont lues.`,
    en: `Line ${number}: ${seen}. Each line takes {"sentence": "a text", "published": "2017-12-27"}; published is a day, a month, a year or null. Correct the line; the others are read.`,
  });
}

function cannotOpen(file: string, cause: unknown): Problem {
  return new Problem(
    'cli/cannot-open',
    {
      fr: `${file} ne s’ouvre pas (${(cause as Error).message}). Donnez un fichier de lignes JSON, ou rien pour l’entrée standard.`,
      en: `${file} does not open (${(cause as Error).message}). Give a file of JSON lines, or nothing for standard input.`,
    },
    { cause },
  );
}
