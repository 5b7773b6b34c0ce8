// How long the desk takes to answer for a large dossier: node --expose-gc --import ./tools/typescript.mjs bench/desk.ts [DISPATCHES]
// A dossier is made up in memory: ten claims a dispatch, over a thousand places of Syria and Iraq and two years, said by
// twelve parties and forty outlets. Each operation of the contract is asked through the server, with its checks of what
// goes in and out, three times. It is cross-checked in parts of 200 dispatches: what is measured here is the desk, and
// cross-checking has figures of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { addDays, daysOf, sha256 } from '../src/core/index.ts';
import { type Crosscheck, crosscheck, type Question, type World } from '../src/crosscheck/index.ts';
import { deskApp } from '../src/desk/server/app.ts';
import { makeGate } from '../src/desk/server/gate.ts';
import type { Accounts, Ledger, LedgerClaim, LedgerDispatch, LedgerStatement } from '../src/ledger/index.ts';
import { openReader, type Reader } from '../src/reading/index.ts';

const DISPATCHES = Number(process.argv[2] ?? 20_000);
const CLAIMS_EACH = 10;
/** Every third claim is the outlet's own. */
const STATEMENTS_EACH = 6;
const ORIGIN = 'http://127.0.0.1:1';

/** The same numbers every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PARTIES = ['islamic-state', 'syrian-army', 'syrian-democratic-forces', 'russia', 'iraq', 'hezbollah', 'turkey'];
const SOURCES = [
  'sohr',
  'us-led-coalition',
  'russian-defence-ministry',
  'syrian-army',
  'syrian-democratic-forces',
  'iraq',
];
const TYPES = ['control', 'capture', 'attack', 'casualties', 'movement', 'displacement'] as const;

/** A thousand places of Syria and Iraq: their ids lie in these ranges. */
function placesOf({ gazetteer }: Reader): string[] {
  const ids: string[] = [];
  for (const [from, to] of [
    [160_000, 175_000],
    [88_000, 100_000],
  ] as const)
    for (let number = from; number < to; number++) {
      const place = gazetteer.place(`geonames:${number}`);
      if (place && (place.country === 'SY' || place.country === 'IQ')) ids.push(place.id);
    }
  return ids.slice(0, 1000);
}

function dossierOf(count: number, reader: Reader): Accounts {
  const next = numbers(1);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const places = placesOf(reader);
  const dispatches: LedgerDispatch[] = [];
  const statements: LedgerStatement[] = [];
  const claims: LedgerClaim[] = [];
  const texts = new Map<string, string>();
  for (let d = 0; d < count; d++) {
    const id = `d-${d.toString(16).padStart(16, '0')}`;
    const name = `${d}.txt`;
    const day = addDays('2017-01-01', Math.floor(next() * 730));
    let text = '';
    for (let c = 0; c < CLAIMS_EACH; c++) {
      // Words that no two dispatches share in a row: what is measured is the desk, and not the folding of wires.
      const words = `mot${d} dit${c} lieu${Math.floor(next() * 1e6)} force${Math.floor(next() * 1e6)}`;
      const start = text.length;
      text += `${words}. `;
      const type = pick(TYPES);
      const statement = c % 3 === 0 ? null : `s-${d}-${c}`;
      const time = addDays(day, -Math.floor(next() * 3));
      const place = pick(places);
      const said = statement === null ? `../${day}` : day;
      if (statement !== null)
        statements.push({
          id: statement,
          content: [{ start, end: start + words.length, text: words }],
          cue: null,
          source: null,
          name: 'porte-parole',
          organisation: null,
          role: null,
          anonymous: false,
          via: null,
          mode: 'indirect',
          act: 'say',
          said: day,
          by: [pick(SOURCES)],
          rules: [],
          doubts: [],
          made: 'reader',
          corrections: [],
          dispatch: id,
          document: name,
          clocks: { said, learned: '2026-01-01T00:00:00.000Z' },
        });
      claims.push({
        id: `c-${d}-${c}`,
        type,
        start,
        end: start + words.length,
        text: words,
        statement,
        actor: [pick(PARTIES)],
        target: type === 'attack' || type === 'casualties' || type === 'capture' ? [pick(PARTIES)] : [],
        place: [{ name: 'Lieu', candidates: [{ id: place, why: 'only-place-of-that-name' }] }],
        quantity:
          type === 'casualties' || type === 'displacement'
            ? { value: Math.ceil(next() * 200), bound: '=', unit: 'deaths' }
            : null,
        time,
        polarity: 'affirmed',
        modality: 'actual',
        rules: ['sample'],
        doubts: [],
        made: 'reader',
        corrections: [],
        dispatch: id,
        document: name,
        clocks: { held: daysOf(time), said, learned: '2026-01-01T00:00:00.000Z' },
        withdrawn: null,
      });
    }
    texts.set(id, text);
    dispatches.push({
      id,
      name,
      sha256: sha256(text),
      textSha256: sha256(text),
      publisher: `Journal ${d % 40}`,
      address: null,
      language: 'fr',
      title: null,
      published: d % 50 === 0 ? null : { date: day, instant: null, given: 'metadata', span: null },
      publishedInText: null,
      noise: [],
      format: 'text',
      encoding: 'utf-8',
      exercise: true,
      doubts: [],
      learned: '2026-01-01T00:00:00.000Z',
      author: 'bench',
      state: 'read',
      reading: null,
      version: 1,
      newer: null,
    });
  }
  return { dispatches, statements, claims, texts, pairs: [] };
}

const reader = openReader();
const accounts = dossierOf(DISPATCHES, reader);
const dossier = {
  id: 'banc',
  title: 'Banc',
  created: '2026-01-01T00:00:00.000Z',
  dispatches: DISPATCHES,
  archived: null,
};
// The ledger's own speed is measured in bench/ledger.ts; here it answers at once.
const ledger = {
  lastEntry: async () => '1',
  findDossier: async () => dossier,
  dossiers: async () => [dossier],
  accounts: async () => accounts,
  findings: async () => [],
  verdicts: async () => [],
  entries: async () => [],
  review: async () => [],
  search: async () =>
    accounts.dispatches.slice(0, 2000).map(({ id }) => ({ dispatch: id, words: [{ start: 0, end: 4 }] })),
} as unknown as Ledger;

/** Cross-checks part by part, and joins what was found. */
function checkInParts(all: Accounts, world: World): Crosscheck {
  const parts: Crosscheck[] = [];
  for (let from = 0; from < all.dispatches.length; from += 200) {
    const dispatches = all.dispatches.slice(from, from + 200);
    const ids = new Set(dispatches.map(({ id }) => id));
    const own = <T extends { readonly dispatch: string }>(items: readonly T[], each: number): T[] =>
      items.slice(from * each, (from + 200) * each).filter(({ dispatch }) => ids.has(dispatch));
    const texts = new Map(dispatches.map(({ id }) => [id, all.texts.get(id)!]));
    const claims = own(all.claims, CLAIMS_EACH);
    parts.push(
      crosscheck({ dispatches, statements: own(all.statements, STATEMENTS_EACH), claims, texts, pairs: [] }, world),
    );
  }
  const questions = new Map<string, Question>();
  for (const question of parts.flatMap((part) => part.questions)) {
    const known = questions.get(question.id);
    questions.set(question.id, known ? { ...known, accounts: [...known.accounts, ...question.accounts] } : question);
  }
  return {
    findings: parts.flatMap(({ findings }) => findings),
    questions: [...questions.values()],
    origins: {
      groupOf: new Map(parts.flatMap(({ origins }) => [...origins.groupOf])),
      ownWords: new Map(parts.flatMap(({ origins }) => [...origins.ownWords])),
      folds: parts.flatMap(({ origins }) => origins.folds),
    },
  };
}

const gate = makeGate();
const { app } = deskApp({
  ledger,
  reader,
  origin: ORIGIN,
  gate,
  page: new Map(),
  outlines: new Map(),
  home: '/',
  version: '0',
  check: checkInParts,
  onFault: (error) => {
    throw error;
  },
});
const cookie = `recoupe-1=${gate.enter(gate.token)}`;

async function ask(path: string): Promise<{ ms: number; kilobytes: number; status: number }> {
  const from = performance.now();
  const reply = await app.request(path, { headers: { host: '127.0.0.1:1', cookie } });
  const body = await reply.text();
  return { ms: performance.now() - from, kilobytes: body.length / 1000, status: reply.status };
}

const from = performance.now();
const at = '/api/dossiers/banc';
const first = await ask(`${at}/dispatches?limit=1`);
console.log(
  `${DISPATCHES} dispatches, ${accounts.claims.length} claims: loaded and cross-checked in ${Math.round(performance.now() - from)} ms (${first.status})`,
);
const place = accounts.claims[0]!.place[0]!.candidates[0]!.id;
const paths = [
  '',
  '/overview',
  '/dispatches?limit=100',
  `/dispatches/${accounts.dispatches[7]!.id}`,
  '/claims?limit=100',
  '/claims?party=syria&certainty=asserted&words=mot7',
  '/findings?limit=100',
  '/questions?limit=100',
  `/questions/control:${place}`,
  '/places?asOf=2018-06-01',
  '/places?asOf=2018-06-02&believe=sohr&compare=1&otherBelieve=russia',
  '/timeline?items=0',
  '/timeline?lanes=source&clock=said&first=2018-06-01&last=2018-06-07',
  '/series?limit=100',
  `/series/casualties:${accounts.claims.find(({ type }) => type === 'casualties')!.place[0]!.candidates[0]!.id}`,
  '/sources',
  '/sources/sohr',
  '/search?words=mot',
  '/search?type=capture&party=syrian-army&place=geonames:163843',
  '/changes?limit=50',
];
const results: Record<string, { first: number; then: number; kilobytes: number }> = {};
for (const path of paths) {
  const tries = [await ask(at + path), await ask(at + path), await ask(at + path)];
  if (tries[0]!.status !== 200) throw new Error(`${path}: ${tries[0]!.status}`);
  const then = Math.round(
    tries
      .slice(1)
      .map(({ ms }) => ms)
      .sort((a, b) => a - b)[0]!,
  );
  results[path] = { first: Math.round(tries[0]!.ms), then, kilobytes: Math.round(tries[0]!.kilobytes) };
  console.log(
    `${path.padEnd(70)} first ${String(results[path].first).padStart(6)} ms, then ${String(then).padStart(6)} ms, ${results[path].kilobytes} kB`,
  );
}
console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const kept = {
  date: new Date().toISOString().slice(0, 10),
  commit,
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  command: `node --import ./tools/typescript.mjs bench/desk.ts ${DISPATCHES}`,
  dispatches: DISPATCHES,
  claims: accounts.claims.length,
  milliseconds: results,
};
mkdirSync(new URL('results/', import.meta.url), { recursive: true });
writeFileSync(new URL(`results/desk-${DISPATCHES}.json`, import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);
