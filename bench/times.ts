// Scores `recoupe times` on French TimeBank's development part (TIMEX3), with the scorer beside it.
//   node --import ./tools/typescript.mjs bench/times.ts          (needs ../shared, python3 and a build)
//   … bench/times.ts --errors                                    with each expression missed, wrong or spurious
//   … bench/times.ts --aids                                      also duckling's and Recognizers-Text's French examples
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const shared = at('../shared');
if (!existsSync(shared)) {
  console.log('times: ../shared is absent, so nothing is scored.');
  process.exit(0);
}
const flags = new Set(process.argv.slice(2));
type Spans = { readonly start: number; readonly end: number; readonly value: string | null; readonly type: string }[];
type Line = { readonly sentence: string; readonly published: string | null; readonly spans: Spans };

const work = mkdtempSync(join(tmpdir(), 'recoupe-times-'));
try {
  const gold = join(shared, 'data/french-timebank/dev.jsonl');
  const texts = new Map<string, { sentence: string; published: string }>();
  for (const line of readFileSync(gold, 'utf8').split('\n').filter(Boolean)) {
    const { sentence, published } = JSON.parse(line) as { sentence: string; published: string };
    texts.set(`${published} ${sentence}`, { sentence, published });
  }
  const predicted = join(work, 'predicted.jsonl');
  writeFileSync(
    predicted,
    read([...texts.values()])
      .map((line) => `${inCodePoints(line)}\n`)
      .join(''),
  );
  const scorer = [join(shared, 'eval/time_score.py'), gold, predicted, ...(flags.has('--errors') ? ['-v'] : [])];
  console.log(execFileSync('python3', scorer, { encoding: 'utf8' }));
  if (flags.has('--aids')) for (const aid of [duckling(), recognizers()]) console.log(aid);
} finally {
  rmSync(work, { recursive: true });
}

function read(lines: readonly { sentence: string; published: string | null }[]): Line[] {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const output = execFileSync('node', [at('bin/recoupe.js'), 'times'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** The scorer counts in code points, the command in UTF-16 code units: the same but for emoji and rare scripts. */
function inCodePoints({ sentence, published, spans }: Line): string {
  const points = (units: number): number => [...sentence.slice(0, units)].length;
  return JSON.stringify({
    sentence,
    published,
    spans: spans.map((one) => ({ ...one, start: points(one.start), end: points(one.end) })),
  });
}

function lines(path: string): Record<string, unknown>[] {
  const text = execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return (
    path.endsWith('.json.xz')
      ? JSON.parse(text.slice(text.indexOf('[')))
      : text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
  ) as Record<string, unknown>[];
}

/** How many of duckling's French time phrases are read as one expression from end to end. */
function duckling(): string {
  const rows = lines(join(shared, 'data/duckling-fr/examples.jsonl.xz')).filter(({ dim }) => dim === 'Time') as {
    text: string;
  }[];
  const found = read(rows.map(({ text }) => ({ sentence: text, published: '2013-02-12' })));
  const whole = found.filter(
    ({ sentence, spans }) => spans.length > 0 && spans.at(-1)!.end >= sentence.length - 1 && spans[0]!.start <= 4,
  );
  report(found.filter((line) => !whole.includes(line)));
  return `duckling-fr: ${rows.length} time phrases, ${whole.length} read to their end`;
}

/** How many of the French date specifications that Recognizers-Text supports are found where they stand. */
function recognizers(): string {
  const folder = join(shared, 'data/recognizers-text-fr');
  let all = 0;
  let hit = 0;
  for (const name of readdirSync(folder).filter((one) => /DateTime\.DateTimeModel\.json/.test(one))) {
    const rows = lines(join(folder, name)) as {
      Input: string;
      Context?: { ReferenceDateTime?: string };
      NotSupported?: string;
      Results: { Start?: number; End?: number }[];
    }[];
    const usable = rows.filter(
      ({ NotSupported, Results }) => !NotSupported && Results.some(({ Start }) => Start !== undefined),
    );
    const found = read(
      usable.map(({ Input, Context }) => ({
        sentence: Input,
        published: Context?.ReferenceDateTime?.slice(0, 10) ?? null,
      })),
    );
    usable.forEach(({ Results }, i) => {
      for (const { Start, End } of Results) {
        if (Start === undefined || End === undefined) continue;
        all++;
        if (found[i]!.spans.some(({ start, end }) => start <= End && end > Start)) hit++;
        else report([found[i]!]);
      }
    });
  }
  return `recognizers-text-fr: ${all} expressions, ${hit} found`;
}

function report(missed: readonly Line[]): void {
  if (flags.has('--errors'))
    for (const { sentence, spans } of missed) console.log('NOT WHOLE', sentence, JSON.stringify(spans));
}
