import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Problem } from '../../core/index.ts';
import { type Name, openFrench, type Sentence } from '../../language/index.ts';
import type { Context } from '../context.ts';

export type ParseOptions = { readonly oneSentence?: boolean };

/**
 * Parses JSON lines `{"text": …}` of standard input, one JSON line each: `sents`, `tokens` and `names` with offsets in UTF-16
 * code units of the text; `head` is an index into `tokens`, -1 for a root. Lines are read as they are wanted, so that a
 * million take no more memory than ten. A line that is no such thing is told and answered by an error, and exit is 1.
 */
export async function parse(options: ParseOptions, { terminal, speech, colours }: Context): Promise<number> {
  const engine = openFrench();
  let failed = 0;
  let number = 0;
  // Lines that came together are answered together; whoever waits for an answer gets it as soon as no line is left.
  let waiting = '';
  let quiet: NodeJS.Immediate | undefined;
  const flush = async (): Promise<void> => {
    clearImmediate(quiet);
    quiet = undefined;
    const lines = waiting;
    waiting = '';
    if (lines) await write(terminal, lines);
  };
  const input = createInterface({ input: Readable.from(terminal.stdin), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of input) {
    number++;
    if (!line.trim()) continue;
    const text = textOf(line, number);
    if (text instanceof Problem) {
      failed++;
      terminal.err(`${colours.red('✗')} ${speech.pick(text.words)} ${colours.dim(`[${text.code}]`)}\n`);
      // Lines of input and output stay side by side.
      waiting += `${JSON.stringify({ error: text.code, sents: [], tokens: [], names: [] })}\n`;
      await flush();
      continue;
    }
    const one = options.oneSentence ? engine.asOneSentence(text) : null;
    const sentences = options.oneSentence ? (one ? [one] : []) : engine.sentences(text);
    waiting += `${asJson(sentences, engine.names(sentences))}\n`;
    if (waiting.length > AT_ONCE) await flush();
    else quiet ??= setImmediate(flush);
  }
  await flush();
  return failed > 0 ? 1 : 0;
}

/** Characters that are written at once. */
const AT_ONCE = 1 << 16;

/** Writes, and waits where whoever reads is slower. */
async function write({ out, drained }: Context['terminal'], line: string): Promise<void> {
  if (out(line) === false && drained) await once(drained, 'drain');
}

/** Written by hand: an object for each token, and its keys each time, take as long as a model. */
function asJson(sentences: readonly Sentence[], names: readonly Name[]): string {
  let sents = '';
  let tokens = '';
  let first = 0;
  for (const { span, tokens: own } of sentences) {
    sents += `${sents && ','}[${span.start},${span.end}]`;
    for (const { start, end, upos, feats, lemma, head, deprel } of own) {
      const above = head < 0 ? -1 : first + head;
      tokens += `${tokens && ','}{"start":${start},"end":${end},"upos":"${upos}","feats":"${feats || '_'}","lemma":${quoted(lemma)},"head":${above},"deprel":"${deprel}"}`;
    }
    first += own.length;
  }
  return `{"sents":[${sents}],"tokens":[${tokens}],"names":${JSON.stringify(names)}}`;
}

/** A string as JSON writes it; most are letters alone. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}',.-]*$/u.test(text) ? `"${text}"` : JSON.stringify(text);
}

function textOf(line: string, number: number): string | Problem {
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return badLine(number, line.slice(0, 60));
  }
  const text = typeof item === 'object' && item !== null && 'text' in item ? item.text : undefined;
  return typeof text === 'string' ? text : badLine(number, `"text": ${JSON.stringify(text) ?? 'absent'}`);
}

function badLine(number: number, seen: string): Problem {
  return new Problem('cli/bad-parse-line', {
    fr: `Ligne ${number} : ${seen}. Forme reçue : {"text": "…"}, un objet JSON par ligne.`,
    en: `Line ${number}: ${seen}. Form accepted: {"text": "…"}, one JSON object a line.`,
  });
}
