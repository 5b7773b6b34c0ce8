import { NAME_KINDS, type Name, type Sentence, type Token, UPOS } from '../sentence.ts';
import { hash, type LinearModel, mix } from '../tagger/perceptron.ts';
import type { Lexicon } from './lexicon.ts';

/** A set of names as a Bloom filter (places of the gazetteer, organisations of the list of parties): one in two hundred other words passes for one. */
export class NameFilter {
  readonly #bits: Uint8Array;

  constructor(bits: Uint8Array) {
    this.#bits = bits;
  }

  has(name: string): boolean {
    const size = this.#bits.length * 8;
    const a = foldedHash(name);
    const b = mix(7, a) | 1;
    for (let i = 0; i < HASHES; i++) {
      const key = ((a + Math.imul(i, b)) >>> 0) % size;
      if (((this.#bits[key >> 3]! >> (key & 7)) & 1) === 0) return false;
    }
    return true;
  }
}

const HASHES = 5;

/** The bits of a name in a filter of `size` bits (Kirsch & Mitzenmacher 2006: two hashes do for any number). */
export function keysOf(name: string, size: number): number[] {
  const a = foldedHash(name);
  const b = mix(7, a) | 1;
  return Array.from({ length: HASHES }, (_, i) => ((a + Math.imul(i, b)) >>> 0) % size);
}

let foldedLast = '';
let hashLast = hash('');

/** The hash of a name without its accents and capitals; that of the last one is kept, since each filter in turn is asked for a name. */
function foldedHash(name: string): number {
  if (name === foldedLast) return hashLast;
  const folded = name
    .normalize('NFD')
    .replace(/[\p{M}'’-]/gu, '')
    .toLowerCase();
  foldedLast = name;
  hashLast = hash(folded);
  return hashLast;
}

export type NameRules = {
  readonly places: NameFilter;
  readonly organisations: NameFilter;
  readonly given: NameFilter;
  readonly model: LinearModel;
  readonly lexicon: Lexicon;
};

/** What the model tells a run of words apart by: the kinds of names, and that it is none. */
export const NAME_CLASSES = [...NAME_KINDS, 'none'] as const;

const PARTICLE =
  /^(?:de|du|des|d'|la|le|les|l'|von|van|der|den|di|da|del|della|dos|do|ben|bin|ibn|al|el|of|the|and|et|&|sur|en|-)$/;

export type Run = { readonly from: number; readonly to: number };

const CAPITAL = /^(?:(?:al|el|d)-)?\p{Lu}/u;
/** Every word is asked; the letter that it begins with answers for nearly all. */
function isCapital({ text }: Token): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x80 && first !== 0x61 && first !== 0x64 && first !== 0x65) return first >= 0x41 && first <= 0x5a;
  return CAPITAL.test(text);
}

/** Common nouns that belong to the name of a place: « la baie de Kagoshima », « le lac Tchad ». */
const GEOGRAPHIC =
  /^(?:aéroport|archipel|baie|barrage|bassin|bois|camp|canal|cap|château|cathédrale|chaîne|chutes|cimetière|col|colline|comté|cordillère|côte|delta|département|désert|détroit|district|duché|estuaire|fjord|fleuve|forêt|fort|forteresse|gare|glacier|golfe|grotte|hôpital|île|îles|îlot|jardin|lac|lagune|mer|mont|montagne|montagnes|monts|océan|palais|parc|péninsule|pic|place|plage|plaine|plateau|pont|porte|presqu'île|principauté|prison|province|quartier|région|rivière|rue|boulevard|avenue|stade|temple|tour|vallée|villa|volcan|zone)$/;
const OF = /^(?:de|du|des|d')$/;
const ARTICLE = /^(?:la|le|les|l')$/;

/**
 * Stretches of a sentence that may be one name: capitalised words, with particles between two of them. A word that only opens
 * its sentence is one where the tagger takes it for a name.
 */
export function runsOf(tokens: readonly Token[], rules: Pick<NameRules, 'places' | 'lexicon'>): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!opensName(tokens, from)) continue;
    let to = from + 1;
    for (;;) {
      if (tokens[to] && isCapital(tokens[to]!) && !/PUNCT/.test(tokens[to]!.upos)) to++;
      else {
        let next = to;
        while (tokens[next] && next < to + 2 && PARTICLE.test(tokens[next]!.lower)) next++;
        if (next === to || !tokens[next] || !isCapital(tokens[next]!) || /^(?:et|en|sur)$/.test(tokens[to]!.lower))
          break;
        to = next + 1;
      }
    }
    const grown = grownRun(tokens, { from, to }, runs.at(-1)?.to ?? 0, rules);
    runs.push(grown);
    from = grown.to - 1;
  }
  return runs;
}

/** The run with the common words of its name: « golfe de [Saros] », « [Guinée] équatoriale », « [Association] mondiale de hockey ». */
function grownRun(
  tokens: readonly Token[],
  { from, to }: Run,
  least: number,
  { places, lexicon }: Pick<NameRules, 'places' | 'lexicon'>,
): Run {
  const textOf = (first: number, end: number): string =>
    tokens
      .slice(first, end)
      .map(({ text }) => text)
      .join(' ');
  const next = tokens[to];
  if (next && next.upos === 'ADJ' && !isCapital(next)) {
    if (places.has(textOf(from, to + 1))) return { from, to: to + 1 };
    if (to === from + 1 && isCommonNoun(tokens[from]!, lexicon)) return { from, to: endOfBody(tokens, to) };
  } else if (to === from + 1 && next && OF.test(next.lower) && isCommonNoun(tokens[from]!, lexicon))
    return { from, to: endOfBody(tokens, to) };
  let noun = from - 1;
  if (ARTICLE.test(tokens[noun]?.lower ?? '') && /^(?:de|d')$/.test(tokens[noun - 1]?.lower ?? '')) noun--;
  if (OF.test(tokens[noun]?.lower ?? '')) noun--;
  const isGeographic = noun >= least && tokens[noun]!.upos === 'NOUN' && GEOGRAPHIC.test(tokens[noun]!.lower);
  return { from: isGeographic ? noun : from, to };
}

/** A capital on a common noun inside a sentence: « la Commission », « le Sénat » are bodies whose names go on in small letters. */
function isCommonNoun({ lower, text, upos }: Token, lexicon: Lexicon): boolean {
  return upos === 'NOUN' && /^\p{Lu}\p{Ll}{2,}/u.test(text) && (lexicon.mask(lower) & NOUN) !== 0;
}
const NOUN = 1 << UPOS.indexOf('NOUN');

/** Where the name of a body ends that goes on with adjectives and « de » and nouns in small letters, or names. */
function endOfBody(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    while (tokens[to]?.upos === 'ADJ') to++;
    if (!OF.test(tokens[to]?.lower ?? '')) return to;
    let noun = to + 1;
    if (ARTICLE.test(tokens[noun]?.lower ?? '')) noun++;
    if (!/^(?:NOUN|PROPN)$/.test(tokens[noun]?.upos ?? '')) return to;
    to = noun + 1;
    while (tokens[to]?.upos === 'PROPN') to++;
  }
}

function opensName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!isCapital(token) || /PUNCT|DET|PRON|ADP|CCONJ|SCONJ|AUX/.test(token.upos)) return false;
  return at > 0 || token.upos === 'PROPN' || token.upos === 'X' || (tokens[1] !== undefined && isCapital(tokens[1]));
}

/** More than a run needs; a test counts them. */
export const MOST_NAME_FEATURES = 96;

/** What tells the kind of a run, written into `into`; returns how many. */
export function nameFeatures(
  tokens: readonly Token[],
  { from, to }: Run,
  { places, organisations, given, lexicon }: Omit<NameRules, 'model'>,
  into: Uint32Array,
): number {
  const own = tokens.slice(from, to);
  const whole = own.map(({ text }) => text).join(' ');
  let k = 0;
  const add = (template: number, a = 0, b = 0): void => {
    if (k < into.length) into[k++] = mix(1100 + template, a, b);
  };
  const word = (i: number): number => hash(tokens[i]?.lower ?? '');
  const lemma = (i: number): number => hash(tokens[i]?.lemma.toLowerCase() ?? '');
  const isPlace = places.has(whole.replace(/' /g, "'")) ? 1 : 0;
  const isFirstPlace = places.has(own[0]!.text) ? 1 : 0;
  const isOrganisation = organisations.has(whole.replace(/' /g, "'")) ? 1 : 0;
  const isAcronym = /^\p{Lu}{2,}$/u.test(own[0]!.text) ? 1 : 0;
  const length = Math.min(4, own.length);
  add(0);
  add(1, isPlace, length);
  add(26, isOrganisation, isPlace);
  add(27, isOrganisation, isAcronym);
  add(2, isFirstPlace, length);
  add(3, isAcronym, length);
  add(4, length, from === 0 ? 1 : 0);
  add(5, hash(whole.toLowerCase()));
  add(6, hash(own[0]!.lower));
  add(7, hash(own.at(-1)!.lower));
  for (const { lower } of own) add(8, hash(lower));
  for (const { lower } of own) for (const size of [2, 3, 4]) add(9, hash(lower, Math.max(0, lower.length - size)));
  add(10, hash(own[0]!.lower, 0, 4));
  add(11, word(from - 1));
  add(12, word(from - 2), word(from - 1));
  add(13, word(to));
  add(14, word(to), word(to + 1));
  add(15, word(from - 1), isPlace);
  add(16, word(from - 1), length);
  add(
    17,
    lemma(
      tokens[from]!.head >= 0 && (tokens[from]!.head < from || tokens[from]!.head >= to)
        ? tokens[from]!.head
        : from - 2,
    ),
  );
  add(18, hash(own[0]!.deprel), isPlace);
  add(19, own.some(({ lower }) => lexicon.mask(lower) !== 0) ? 1 : 0, length);
  add(20, own.every(({ upos }) => upos === 'PROPN') ? 1 : 0, isPlace);
  add(21, tokens[to]?.text === '(' ? 1 : 0, tokens[from - 1]?.text === '(' ? 1 : 0);
  add(22, lemma(from - 2));
  add(23, hash(tokens[from - 1]?.upos ?? ''), hash(tokens[to]?.upos ?? ''));
  add(24, /\d/.test(whole) ? 1 : 0);
  add(25, lexicon.mask(own[0]!.lower), length);
  add(28, QUOTE.test(tokens[from - 1]?.text ?? '') ? 1 : 0, QUOTE.test(tokens[to]?.text ?? '') ? 1 : 0);
  add(31, given.has(own[0]!.text) ? 1 : 0, isPlace * 8 + length);
  add(29, own[0]!.upos === 'NOUN' && !isCapital(own[0]!) ? hash(own[0]!.lower) : 0);
  add(30, /s$|x$/.test(tokens[from - 1]?.lower ?? '') ? 1 : 0, hash(own.at(-1)!.upos) ^ isFirstPlace);
  return k;
}

const QUOTE = /^["«»“”]$/;
const KINDS = NAME_KINDS.map((_, i) => i);

/** What a run inside a sentence that the tagger takes for a name can be: never none. */
export function isSureName(tokens: readonly Token[], { from, to }: Run): boolean {
  for (let i = Math.max(1, from); i < to; i++) if (tokens[i]!.upos === 'PROPN') return true;
  return false;
}

const SCRATCH = new Uint32Array(MOST_NAME_FEATURES);

/** The names of a sentence, in order. */
export function namesOf({ tokens }: Sentence, rules: NameRules): Name[] {
  return runsOf(tokens, rules).flatMap((run): Name[] => {
    const count = nameFeatures(tokens, run, rules, SCRATCH);
    const among = isSureName(tokens, run) ? KINDS : rules.model.all;
    const best = NAME_CLASSES[rules.model.bestAmong(SCRATCH, count, among)]!;
    if (best === 'none') return [];
    return [{ start: tokens[run.from]!.start, end: tokens[run.to - 1]!.end, kind: best }];
  });
}
