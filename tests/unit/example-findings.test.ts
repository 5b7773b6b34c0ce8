import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finding, type FindingSide, openLedger } from '../../src/ledger/index.ts';
import { addInputs, checkDossier } from '../../src/pipeline.ts';
import { openReader, parseReadings } from '../../src/reading/index.ts';
import { deleteFolder, newLedgerFolder } from '../ledger/template.ts';

// What cross-checking makes of the example dossier as people annotated it: `examples/euphrate/gold/crosscheck.json`.

const example = fileURLToPath(new URL('../../examples/euphrate/', import.meta.url));
const json = (name: string) => JSON.parse(readFileSync(`${example}gold/${name}`, 'utf8'));
type Relation = {
  readonly kind: string;
  readonly slot?: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly why: string;
  readonly optional?: boolean;
};
const gold = json('crosscheck.json') as { relations: Relation[]; mustNot?: Relation[] };
const readings = readdirSync(`${example}gold`)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => json(name));

const spans = new Map<string, { document: string; start: number; end: number }>();
for (const { document, claims, statements } of readings) {
  for (const { id, start, end } of claims) spans.set(`${document.slice(0, 3)}:${id}`, { document, start, end });
  for (const { id, content } of statements)
    spans.set(`${document.slice(0, 3)}:${id}`, { document, start: content[0].start, end: content.at(-1).end });
}

const isNamed = (side: FindingSide, ids: readonly string[]): boolean =>
  ids.some((id) => {
    const span = spans.get(id); // the web page's annotation has no offsets yet
    return span !== undefined && side.document === span.document && side.start < span.end && span.start < side.end;
  });
const DIRECTED = new Set(['supersedes', 'denies', 'retracts', 'refines']);
const fits = (finding: Finding, { kind, slot, a, b }: Relation): boolean =>
  finding.kind === kind &&
  (slot === undefined || finding.slot === slot) &&
  ((isNamed(finding.a, a) && isNamed(finding.b, b)) ||
    (!DIRECTED.has(kind) && isNamed(finding.a, b) && isNamed(finding.b, a)));

let folder: string;
let findings: readonly Finding[];
beforeAll(async () => {
  folder = await newLedgerFolder();
  const ledger = await openLedger({ folder }, { author: 'test' });
  const reader = openReader();
  const lines = readings.map((reading) => JSON.stringify(reading)).join('\n');
  const own = new Map(parseReadings(lines, 'gold').map((reading) => [reading.document, reading]));
  let dossier = '';
  for await (const item of addInputs(ledger, reader, [example], { dossier: null, readings: own }))
    if ('added' in item) dossier = item.dossierId;
  ({ findings } = await checkDossier(ledger, reader, dossier));
  await ledger.close();
}, 60_000);
afterAll(() => deleteFolder(folder));

describe('it finds', () => {
  for (const relation of gold.relations.filter(({ optional }) => !optional))
    test(`${relation.kind}: ${relation.why}`, () =>
      expect(findings.some((finding) => fits(finding, relation))).toBe(true));
});

describe('it does not find', () => {
  for (const relation of gold.mustNot ?? [])
    test(`${relation.kind}: ${relation.why}`, () =>
      expect(findings.filter((finding) => fits(finding, relation)).map(({ sentence }) => sentence.en)).toEqual([]));
});

test('each contradiction and denial is one that the annotators list', () => {
  const strong = findings.filter(({ kind }) => kind === 'contradicts' || kind === 'denies');
  expect(strong.length).toBeGreaterThan(5);
  const unlisted = strong.filter((finding) => !gold.relations.some((relation) => fits(finding, relation)));
  expect(unlisted.map(({ sentence }) => sentence.en)).toEqual([]);
});

test('each finding says itself in both languages, and keeps both quotes and its rule', () => {
  for (const { sentence, a, b, rule } of findings) {
    for (const words of [sentence.fr, sentence.en]) expect(words.length).toBeGreaterThan(20);
    expect([a.text, b.text, rule].every((words) => words.length > 0)).toBe(true);
  }
});
