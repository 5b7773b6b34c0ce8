import type { Bound, Doubt, Reading } from '../../core/index.ts';
import type { Sentence, Token } from '../../language/index.ts';
import { readHedge } from './hedge.ts';
import { hedges } from './hedges.fr.ts';
import { figureOf, readNumeral } from './numbers.ts';
import type { Quantity, Units } from './quantity.ts';

/** Words for a whole or nearly so: « la quasi-totalité du pays ». « La totalité » gives no figure: nothing is counted. */
const NEARLY_ALL = new Set(['quasi-totalité']);
const HALF = new Set(['moitié']);

/** The amounts in a sentence, in order. A number that counts nothing known (a year, an hour, a rank) is none. */
export function readQuantities(
  sentence: Sentence,
  units: Units,
  isNationality: (word: string) => boolean = () => false,
): Reading<Quantity> {
  const { tokens } = sentence;
  const words = tokens.map(({ lower }) => lower);
  const found: Quantity[] = [];
  const doubts: Doubt[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const share = shareAt(tokens, i);
    if (share) {
      found.push(share);
      continue;
    }
    const numeral = readNumeral(words, i);
    if (!numeral) continue;
    const range = upperFigure(words, i, numeral.length);
    const after = i + numeral.length + range.length;
    const counted =
      nationals(tokens, after, isNationality) ??
      countedNoun(tokens, afterTheNumberOf(words, pastTheWhole(words, after)), units) ??
      others(words, after, found) ??
      nothingCounted(tokens, i, after);
    if (!counted) {
      i = after - 1;
      continue;
    }
    const limit = hedgeBefore(tokens, words, i);
    // « plus d'une centaine »: the hedge says more than the round number does
    const hedge =
      numeral.exactness === 'exact' || (numeral.exactness === 'about' && limit?.bound !== '~') ? limit : undefined;
    const first = hedge ? hedge.first : i;
    const typo = numeral.length === 1 && range.max === null ? missingZero(tokens[i]!.text, counted.unit) : null;
    if (typo) {
      const span = { start: tokens[i]!.start, end: tokens[i]!.end };
      const message = {
        fr: `« ${tokens[i]!.text} » est lu ${typo} : un zéro semble manquer.`,
        en: `« ${tokens[i]!.text} » is read as ${typo}: a zero seems to be missing.`,
      };
      doubts.push({ span, rule: 'missing-zero', message });
    }
    const bound: Bound =
      hedge?.bound ?? (numeral.exactness === 'about' ? '~' : numeral.exactness === 'many' ? '>=' : '=');
    found.push({
      span: { start: tokens[first]!.start, end: tokens[counted.last]!.end },
      value: typo ?? numeral.value,
      max: range.max,
      bound,
      unit: counted.unit,
      head: counted.head,
      rule:
        hedge?.name ??
        (numeral.exactness === 'exact'
          ? range.max === null
            ? 'bare-figure'
            : 'range'
          : `${numeral.exactness}-so-many`),
    });
    i = counted.last;
  }
  return { found, doubts };
}

/** « évalue à 300 le nombre des victimes »: what is counted stands after « le nombre de ». */
function afterTheNumberOf(words: readonly string[], from: number): number {
  const noun = words[from] === 'le' && words[from + 1] === 'nombre' ? from + 2 : -1;
  if (noun < 0) return from;
  const of = words[noun] === 'total' ? noun + 1 : noun;
  return /^(?:de|des|d'|du)$/.test(words[of] ?? '') ? of + 1 : from;
}

/** « quatorze des vingt districts », « dix sur les seize ponts »: what is counted stands after the whole. */
function pastTheWhole(words: readonly string[], from: number): number {
  const whole = words[from] === 'des' ? from + 1 : words[from] === 'sur' && words[from + 1] === 'les' ? from + 2 : -1;
  const numeral = whole < 0 ? null : readNumeral(words, whole);
  return numeral ? whole + numeral.length : from;
}

/** « 700.000 Libanais », « six millions de Colombiens »: people by their nation. */
function nationals(
  tokens: readonly Token[],
  from: number,
  isNationality: (word: string) => boolean,
): { head: number; last: number; unit: string } | null {
  const at = /^d[e']$/.test(tokens[from]?.lower ?? '') ? from + 1 : from;
  const token = tokens[at];
  if (!token || !/^\p{Lu}/u.test(token.text) || !/[sx]$/.test(token.lower) || !isNationality(token.lower)) return null;
  return { head: at, last: at, unit: 'people' };
}

/**
 * « ils ne sont plus que 300. », « n'en a recensé que cinq », « contre 900 un an plus tôt »: a figure behind a verb, or
 * behind « contre », that counts what the words before name.
 */
function nothingCounted(
  tokens: readonly Token[],
  from: number,
  after: number,
): { head: number; last: number; unit: null } | null {
  const next = tokens[after];
  const counted = { head: after - 1, last: after - 1, unit: null };
  const isEnd = !next || /^[.,;:!?»")]$/.test(next.text);
  if (takesUpCount(tokens, from) && (isEnd || TIME_OPENS.test(next.lower))) return counted;
  if (!isEnd) return null;
  const verb = tokens.slice(Math.max(0, from - 6), from).findLast(({ upos }) => /^(?:VERB|AUX)$/.test(upos));
  const isState =
    verb !== undefined &&
    /^(?:être|rester|demeurer|compter|aligner|avoir|rassembler|tomber|passer|monter|grimper|atteindre|réduire|dépasser|ramener|estimer|évaluer)$/.test(
      verb.lemma,
    );
  return isState ? counted : null;
}

/** Words that open a time behind a figure: « il y a un an », « deux ans plus tôt », « en juin », « la veille ». */
const TIME_OPENS =
  /^(?:il|un|une|deux|trois|quatre|cinq|six|dix|en|au|la|le|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/;

/** Whether a figure counts what was counted before: « en » stands before its verb, or « contre » before it. */
export function takesUpCount(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (
    at >= 0 &&
    from - at < 5 &&
    /^(?:qu[e']|au|moins|plus|de|d'|près|environ|quelque|déjà|jusqu'|à)$/.test(tokens[at]!.lower)
  )
    at--;
  if (tokens[at]?.lower === 'contre') return true;
  if (!/^(?:VERB|AUX|ADV)$/.test(tokens[at]?.upos ?? '')) return false;
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(
      (token, i, near) =>
        token.lower === 'en' && token.upos === 'PRON' && /^(?:VERB|AUX|ADV)$/.test((near[i + 1] ?? tokens[at]!).upos),
    );
}

/** « 10.000 civils ont fui, 50.000 autres attendent »: others of those counted before. */
function others(
  words: readonly string[],
  at: number,
  before: readonly Quantity[],
): { head: number; last: number; unit: string | null } | null {
  const unit = before.at(-1)?.unit;
  return words[at] === 'autres' && unit ? { head: at, last: at, unit } : null;
}

function hedgeBefore(
  tokens: readonly Token[],
  words: readonly string[],
  i: number,
): { name: string; bound: Bound; first: number } | undefined {
  const whole = words.map((word) => (word === "d'" ? 'de' : word)); // « plus d'un million »
  // « les quelque 900 marins », « au moins les 300 »: an article may stand between
  const rule =
    readHedge(whole, i, hedges) ?? (tokens[i - 1]?.upos === 'DET' ? readHedge(whole, i - 1, hedges) : undefined);
  if (!rule) return undefined;
  const before = readHedge(whole, i, hedges) ? i : i - 1;
  return { name: rule.name, bound: rule.bound, first: before - rule.phrase.split(' ').length };
}

/** « 10 à 20 morts », « entre 10 et 20 », « de 10 à 20 »: the second figure, and how many words it takes. */
function upperFigure(words: readonly string[], from: number, length: number): { max: number | null; length: number } {
  const joint = words[from + length];
  const between = joint === 'et' && words[from - 1] === 'entre';
  if (joint !== 'à' && joint !== 'ou' && joint !== '-' && !between) return { max: null, length: 0 };
  // « est passé de 900 à 2.000 hommes »: what it was, and what it is
  if (
    joint === 'à' &&
    words[from - 1] === 'de' &&
    words.slice(Math.max(0, from - 5), from - 1).some((word) => PASSES.test(word))
  )
    return { max: null, length: 0 };
  const upper = readNumeral(words, from + length + 1);
  const lower = readNumeral(words, from);
  if (!upper || !lower || upper.exactness !== 'exact' || upper.value <= lower.value) return { max: null, length: 0 };
  return { max: upper.value, length: 1 + upper.length };
}

const PASSES = /^(?:pass|tomb|mont|grimp|bondi|recul|chut|progress|augment|diminu|r[ée]dui|ramen)\p{L}*$/u;

/** « la quasi-totalité », « la moitié »: shares without a figure. */
function shareAt(tokens: readonly Token[], i: number): Quantity | null {
  const token = tokens[i]!;
  const value = NEARLY_ALL.has(token.lower) ? 100 : HALF.has(token.lower) ? 50 : 0;
  if (!value || tokens[i - 1]?.upos !== 'DET') return null;
  const span = { start: tokens[i - 1]!.start, end: token.end };
  return {
    span,
    value,
    max: null,
    bound: value === 100 ? '~' : '=',
    unit: 'percent',
    head: i,
    rule: value === 100 ? 'nearly-all' : 'half',
  };
}

/** The noun that is counted, past adjectives and « de »; its unit is null where the list does not know it. */
function countedNoun(
  tokens: readonly Token[],
  from: number,
  units: Units,
): { head: number; last: number; unit: string | null } | null {
  for (let i = from; i < tokens.length && i < from + 4; i++) {
    const token = tokens[i]!;
    const unit = unitAt(tokens, i, units);
    if (unit) return { head: i, last: unit.last, unit: unit.unit };
    if (token.upos === 'NOUN') {
      if (/^\d/.test(token.text)) return null;
      return { head: i, last: i, unit: null };
    }
    const passes =
      token.upos === 'ADJ' ||
      token.lower === 'de' ||
      token.lower === "d'" ||
      token.lower === 'autres' ||
      token.text === '"' ||
      token.text === '«';
    if (!passes) return null;
  }
  return null;
}

function unitAt(tokens: readonly Token[], i: number, units: Units): { unit: string; last: number } | null {
  if (tokens[i]!.lower === 'h') return null; // « 18h30 » is a time of day
  const next = tokens[i + 1];
  const two =
    next &&
    (units.get(`${tokens[i]!.lemma} ${next.lemma}`) ??
      units.get(`${singular(tokens[i]!.lower)} ${singular(next.lower)}`));
  if (two) return { unit: two, last: i + 1 };
  if (tokens[i]!.upos === 'VERB' && !/Part/.test(tokens[i]!.feats)) return null;
  const one = units.get(tokens[i]!.lemma) ?? units.get(tokens[i]!.lower) ?? units.get(singular(tokens[i]!.lower));
  return one ? { unit: one, last: i } : null;
}

function singular(word: string): string {
  return word.replace(/(?<=\p{L}{3})s$/u, '');
}

const COUNTED_WHOLE = new Set([
  'people',
  'civilians',
  'deaths',
  'wounded',
  'fighters',
  'soldiers',
  'prisoners',
  'hostages',
]);

/** « 120.00 personnes »: people do not come in hundredths, so that a figure with two decimals lost a zero. */
function missingZero(written: string, unit: string | null): number | null {
  if (unit === null || !COUNTED_WHOLE.has(unit) || !/^\d{1,3}\.\d{2}$/.test(written)) return null;
  return Math.round((figureOf(written) ?? 0) * 1000);
}
