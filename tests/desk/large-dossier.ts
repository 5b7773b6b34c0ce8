// A large dossier, made up in memory, for the desk: its benches and the tests of long lists: ten claims a dispatch, over a thousand places of Syria
// and Iraq and two years, said by seven parties, six sources and forty outlets.
import { addDays, daysOf, sha256 } from '../../src/core/index.ts';
import type { Accounts, Ledger, LedgerClaim, LedgerDispatch, LedgerStatement } from '../../src/ledger/index.ts';
import type { Reader } from '../../src/reading/index.ts';

const CLAIMS_EACH = 10;

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

export function dossierOf(count: number, reader: Reader): Accounts {
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

export const DOSSIER = 'banc';

/** A ledger of that dossier alone, which answers at once: its own speed is measured in bench/ledger.ts. */
export type MadeUpLedger = {
  readonly ledger: Ledger;
  /** Lets a dispatch count as changed, as a correction of it would. */
  readonly touch: (dispatch: string) => void;
};

export function ledgerOf(accounts: Accounts): MadeUpLedger {
  const created = '2026-01-01T00:00:00.000Z';
  const dossier = { id: DOSSIER, title: 'Banc', created, dispatches: accounts.dispatches.length, archived: null };
  const touched: { readonly id: string; readonly body: { readonly dispatch: string } }[] = [];
  const idOf = (count: number): string => String(count).padStart(6, '0');
  const of = (ids: readonly string[]): Accounts => {
    const isOf = ({ dispatch }: { readonly dispatch: string }): boolean => ids.includes(dispatch);
    return {
      dispatches: accounts.dispatches.filter(({ id }) => ids.includes(id)),
      statements: accounts.statements.filter(isOf),
      claims: accounts.claims.filter(isOf),
      texts: new Map(ids.map((id) => [id, accounts.texts.get(id)!])),
      pairs: accounts.pairs,
    };
  };
  const ledger = {
    lastEntry: async () => idOf(touched.length),
    countEntries: async (_: string, upTo: string) => Number(upTo),
    findDossier: async () => dossier,
    dossiers: async () => [dossier],
    accounts: async (_: string, ask: { readonly dispatches?: readonly string[] }) =>
      ask.dispatches ? of(ask.dispatches) : accounts,
    findings: async () => [],
    firstFound: async () => new Map(),
    storeFindings: async () => {},
    verdicts: async () => [],
    entries: async (_: string, { after = '' }: { readonly after?: string } = {}) =>
      after === '' ? [] : touched.filter(({ id }) => id > after),
    review: async () => [],
    search: async () =>
      accounts.dispatches.slice(0, 2000).map(({ id }) => ({ dispatch: id, words: [{ start: 0, end: 4 }] })),
  };
  return {
    ledger: ledger as unknown as Ledger,
    touch: (dispatch) => {
      const id = idOf(touched.length + 1);
      const body = { dispatch, madeBy: 'reader', published: null };
      const entry = { dossier: DOSSIER, id, kind: 'reading-made', author: 'bench', learned: created, body };
      touched.push(entry);
    },
  };
}
