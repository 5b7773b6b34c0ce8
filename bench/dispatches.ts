// Makes plausible French dispatches with known truth: who held which town on which day, by how many men, told by sources
// that know it more or less well. Everything comes from the seed, so that the same number gives the same dispatches.
import { daysOf, sha256 } from '../src/core/index.ts';
import type { Accounts, LedgerClaim, LedgerDispatch, LedgerStatement } from '../src/ledger/index.ts';
import type { ClaimQuantity, ClaimType, Gazetteer } from '../src/reading/index.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TOWNS =
  'Raqqa Boukamal Hajine Soussa Mayadine Alep Idleb Homs Hama Palmyre Kobané Manbij Tabqa Afrine Hassaké Qamichli Mossoul Tikrit Falloujah Ramadi Kirkouk Rawa Anah Baïji Samarra Baqouba Tal_Afar Sinjar Erbil Deraa Douma Zabadani Jableh Tartous Lattaquié Azaz Jarablous Souweida Quneitra Maaret_al-Nomane Saraqeb Khan_Cheikhoun Salamiyé'
    .split(' ')
    .map((name) => name.replaceAll('_', ' '));
const PARTIES = [
  ['islamic-state', 'le groupe État islamique'],
  ['syrian-government', "l'armée syrienne"],
  ['syrian-democratic-forces', 'les Forces démocratiques syriennes'],
  ['iraq', "l'armée irakienne"],
  ['hezbollah', 'le Hezbollah'],
] as const;
const SPEAKERS = [
  ['sohr', "l'OSDH", 0.95],
  ['us-led-coalition', 'la coalition internationale', 0.9],
  ['russia', 'le ministère russe de la Défense', 0.8],
  ['syrian-government', 'le commandement de Damas', 0.75],
  ['iraq', 'le commandement de Bagdad', 0.8],
] as const;
const OUTLETS = Array.from({ length: 60 }, (_, at) => `Journal ${at + 1}`);
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAYS_TOLD = 3000;
const DAY = 86_400_000;

// Parts of words, from which each dispatch gets names and things that no other has: people, streets, farms.
const SYLLABLES = 'ba ka li mo ra sa ti no we du fa je ro mi la ko ze pu da ni ve so ma lu'.split(' ');
// Each begins and ends with such a name: no run of eight words of one dispatch is then one of another.
const SCENES = [
  (a: string, b: string, n: number) => `${b} a compté ${n} camions vers ${a}`,
  (a: string, b: string, n: number) => `${b} a vu rouvrir ${n} étals à ${a}`,
  (a: string, b: string, n: number) => `${b}, infirmière, a soigné ${n} voisins de ${a}`,
  (a: string, b: string, n: number) => `${b} a entendu ${n} minutes de tirs vers ${a}`,
  (a: string, b: string, n: number) => `${b} attend l'eau depuis ${n} jours à ${a}`,
  (a: string, b: string, n: number) => `${b} accueille ${n} enfants à l'école de ${a}`,
];

export type Made = { readonly accounts: Accounts; readonly truth: string };
type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;
const dayAt = (at: number): string => new Date(FIRST_DAY + at * DAY).toISOString().slice(0, 10);

/** Who holds a town on a day, and since when: it changes hands every few months, by the town's own name alone. */
function holderOf(town: number, day: number): { readonly party: number; readonly since: number } {
  const length = 60 + ((town * 37) % 120);
  const reign = 1 + Math.floor((day + town * 11) / length);
  return { party: (town + reign * (1 + (town % 3))) % PARTIES.length, since: (reign - 1) * length - town * 11 };
}

function strengthOf(party: number, day: number): number {
  return 500 * (1 + ((party * 7 + Math.floor(day / 45) * 5) % 11));
}

/** Dispatch number `at` of a dossier; of ten, one is a copy of the one before it, and two are relayed by another outlet. */
export function makeDispatch(at: number, total: number, gazetteer: Gazetteer): Accounts {
  const isCopy = at % 10 === 9;
  const random = randomFrom(isCopy ? at - 1 : at);
  const written = isCopy ? at - 1 : at;
  const day = Math.floor((written / total) * DAYS_TOLD);
  const own = pick(OUTLETS, random);
  const outlet = isCopy ? `Gazette ${1 + (at % 40)}` : own;
  return printed(`d${String(at).padStart(6, '0')}`, outlet, day, random, gazetteer);
}

/** A name of three or four syllables: there are some 300,000, so that two dispatches hardly ever share one. */
function nameFrom(random: Random): string {
  const name = Array.from({ length: 4 }, () => pick(SYLLABLES, random)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Draft = {
  readonly words: string;
  readonly speaker: number | null;
  readonly type: ClaimType;
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly town: number | null;
  readonly quantity: ClaimQuantity | null;
  readonly polarity: 'affirmed' | 'negated';
};

function claimsOf(day: number, random: Random): Draft[] {
  return Array.from({ length: 3 }, () => {
    const speaker = random() < 0.8 ? Math.floor(random() * SPEAKERS.length) : null;
    const knows = random() < (speaker === null ? 0.9 : SPEAKERS[speaker]![2]);
    const town = Math.floor(random() * TOWNS.length);
    const name = TOWNS[town]!;
    const { party, since } = holderOf(town, day);
    const other = (party + 1 + Math.floor(random() * (PARTIES.length - 1))) % PARTIES.length;
    const told = knows ? party : other;
    const [id, label] = PARTIES[told]!;
    const quarter = nameFrom(random);
    const base = { speaker, actor: [id], target: [] as string[], town, quantity: null, polarity: 'affirmed' as const };
    const kind = random();
    if (day - since < 3 && kind < 0.7) {
      const [loser, loserLabel] = PARTIES[holderOf(town, since - 1).party]!;
      return {
        ...base,
        type: 'capture',
        target: [loser],
        words: `${label}, parti de ${quarter}, a pris ${name} (${nameFrom(random)}) à ${loserLabel}`,
      };
    }
    if (kind < 0.35) return { ...base, type: 'control', words: `${label}, mené par ${quarter}, tient ${name}` };
    if (kind < 0.45) {
      const [not, notLabel] = PARTIES[knows ? other : party]!;
      return {
        ...base,
        type: 'control',
        actor: [not],
        polarity: 'negated',
        words: `${notLabel}, chassé par ${quarter}, ne tient plus ${name}`,
      };
    }
    if (kind < 0.6) {
      const value = strengthOf(told, day) + (knows ? 0 : 1000);
      return {
        ...base,
        type: 'strength',
        town: null,
        quantity: { value, bound: '~', unit: 'fighters' },
        words: `${label}, que mène ${quarter}, aligne environ ${value} combattants`,
      };
    }
    const value = 1 + ((day * 7 + town * 13) % 60) + (knows ? 0 : 9);
    return {
      ...base,
      type: 'casualties',
      actor: [],
      target: [id],
      quantity: { value, bound: '=', unit: 'deaths' },
      words: `${value} morts à ${name}, colline ${quarter}, chez ${label}`,
    };
  });
}

function printed(id: string, outlet: string, day: number, random: Random, gazetteer: Gazetteer): Accounts {
  const published = dayAt(day);
  const dispatch = dispatchOf(id, outlet, published);
  const statements: LedgerStatement[] = [];
  const claims: LedgerClaim[] = [];
  const paragraphs: string[] = [];
  let length = 0;
  const write = (sentence: string): number => {
    const start = length;
    paragraphs.push(sentence);
    length += sentence.length + 1;
    return start;
  };
  for (const [at, draft] of claimsOf(day, random).entries()) {
    write(`${pick(SCENES, random)(nameFrom(random), nameFrom(random), 2 + Math.floor(random() * 90))}.`);
    const speaker = draft.speaker === null ? null : SPEAKERS[draft.speaker]!;
    const start = write(`${draft.words}${speaker ? `, dit ${nameFrom(random)} pour ${speaker[1]}` : ''}.`);
    const span = { start, end: start + draft.words.length, text: draft.words };
    if (speaker) statements.push(statementOf(`${id}-s${at}`, dispatch, span, speaker, published));
    claims.push(claimOf(`${id}-c${at}`, dispatch, span, draft, speaker ? `${id}-s${at}` : null, published, gazetteer));
    write(`${pick(SCENES, random)(nameFrom(random), nameFrom(random), 2 + Math.floor(random() * 90))}.`);
  }
  return { dispatches: [dispatch], statements, claims, texts: new Map([[id, paragraphs.join('\n')]]), pairs: [] };
}

const LEARNED = '2026-01-01T00:00:00.000Z';
const NONE = { publishedInText: null, noise: [], title: null, address: null, doubts: [], reading: null, newer: null };

function dispatchOf(id: string, publisher: string, date: string): LedgerDispatch {
  return {
    ...NONE,
    id,
    name: `${id}.txt`,
    sha256: sha256(id),
    textSha256: sha256(id),
    publisher,
    language: 'fr',
    published: { date, instant: null, given: 'metadata', span: null },
    format: 'text',
    encoding: 'utf-8',
    exercise: true,
    learned: LEARNED,
    author: 'bench',
    state: 'read',
    version: 1,
  };
}

type Words = { readonly start: number; readonly end: number; readonly text: string };
const MADE = { rules: ['bench'], doubts: [], made: 'reader' as const, corrections: [] };

function statementOf(
  id: string,
  { id: dispatch, name: document }: LedgerDispatch,
  words: Words,
  [party, name]: (typeof SPEAKERS)[number],
  said: string,
): LedgerStatement {
  return {
    ...MADE,
    id,
    dispatch,
    document,
    content: [words],
    cue: null,
    source: null,
    name,
    organisation: null,
    role: null,
    anonymous: false,
    via: null,
    mode: 'indirect',
    act: 'say',
    said,
    by: [party],
    clocks: { said, learned: LEARNED },
  };
}

const places = new Map<string, { readonly id: string; readonly why: string }[]>();

function claimOf(
  id: string,
  { id: dispatch, name: document }: LedgerDispatch,
  words: Words,
  { type, actor, target, town, quantity, polarity }: Draft,
  statement: string | null,
  day: string,
  gazetteer: Gazetteer,
): LedgerClaim {
  const name = town === null ? null : TOWNS[town]!;
  if (name && !places.has(name))
    places.set(
      name,
      gazetteer
        .lookup(name)
        .slice(0, 1)
        .map((place) => ({ id: place.id, why: 'bench' })),
    );
  return {
    ...MADE,
    ...words,
    id,
    dispatch,
    document,
    type,
    statement,
    actor,
    target,
    place: name ? [{ name, candidates: places.get(name)! }] : [],
    quantity,
    time: day,
    polarity,
    modality: 'actual',
    clocks: { held: daysOf(day), said: statement ? day : `../${day}`, learned: LEARNED },
    withdrawn: null,
  };
}

/** Several dispatches as one dossier. */
export function together(parts: readonly Accounts[]): Accounts {
  return {
    dispatches: parts.flatMap(({ dispatches }) => dispatches),
    statements: parts.flatMap(({ statements }) => statements),
    claims: parts.flatMap(({ claims }) => claims),
    texts: new Map(parts.flatMap(({ texts }) => [...texts])),
    pairs: [],
  };
}
