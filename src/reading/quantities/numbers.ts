/** A French numeral that is a number of the language, without hedge: « vingt et un », « 1.500 », « deux millions ». */
export type Numeral = {
  readonly value: number;
  /** `exact` or `about` (« une dizaine », « un millier ») or `many` (« des dizaines de milliers »: at least so many). */
  readonly exactness: 'exact' | 'about' | 'many';
  /** How many words of the list it takes. */
  readonly length: number;
};

const UNITS: Readonly<Record<string, number>> = {
  zéro: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  mille: 1e3,
  millier: 1e3,
  milliers: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
};
/** Nouns of about so many: « une trentaine ». */
const ROUND: Readonly<Record<string, number>> = {
  huitaine: 8,
  dizaine: 10,
  dizaines: 10,
  douzaine: 12,
  douzaines: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  centaines: 100,
};

/**
 * The number that starts at `from` in a list of lower-case words, or null. « un » and « une » alone are articles and give
 * none; `figures` tells how the reader takes a figure as it is written (see `figureOf`).
 */
export function readNumeral(words: readonly string[], from: number): Numeral | null {
  const first = words[from];
  if (first === undefined) return null;
  const vague = readVague(words, from);
  if (vague) return vague;
  const figure = figureOf(first);
  if (figure !== null) return scaled(words, from, figure, 1);
  const spelt = readSpelt(words, from);
  if (!spelt) return null;
  if (spelt.length === 1 && (first === 'un' || first === 'une')) {
    const scale = SCALES[words[from + 1] ?? ''];
    if (!scale || words[from + 1] === 'mille') return null;
    return { value: scale, exactness: words[from + 1] === 'millier' ? 'about' : 'exact', length: 2 };
  }
  return scaled(words, from, spelt.value, spelt.length);
}

/** « 3,5 millions », « deux milliards »: a scale after the number multiplies it. */
function scaled(words: readonly string[], from: number, value: number, length: number): Numeral {
  const scale = SCALES[words[from + length] ?? ''];
  return scale
    ? { value: value * scale, exactness: 'exact', length: length + 1 }
    : { value, exactness: 'exact', length };
}

/** « une dizaine de », « des dizaines de milliers », « plusieurs centaines », « des milliers ». */
function readVague(words: readonly string[], from: number): Numeral | null {
  const first = words[from]!;
  const article = first === 'un' || first === 'une' || first === 'la' || first === 'cette' || first === 'les';
  const many = first === 'des' || first === 'plusieurs' || first === 'quelques' || first === 'de' || first === 'les';
  const multiplier = UNITS[first] !== undefined && !article ? UNITS[first]! : 1;
  if (!article && !many && multiplier === 1) return null;
  const noun = words[from + 1] ?? '';
  const round = ROUND[noun];
  if (round !== undefined) {
    const over = /^d[e']$/.test(words[from + 2] ?? '') ? SCALES[words[from + 3] ?? ''] : undefined;
    const value = multiplier * round * (over ?? 1);
    const plural = many || noun.endsWith('s');
    if (plural && multiplier === 1 && !many) return null; // « les dizaines » names no amount
    return { value, exactness: many ? 'many' : 'about', length: over ? 4 : 2 };
  }
  const scale = SCALES[noun];
  if (scale === undefined || noun === 'mille' || !many || first === 'de') return null;
  return { value: scale, exactness: 'many', length: 2 };
}

/** « vingt et un », « quatre-vingt-dix-sept », « deux mille trois cents »: hyphens and spaces alike. */
function readSpelt(words: readonly string[], from: number): { value: number; length: number } | null {
  let total = 0;
  let group = 0;
  let length = 0;
  let any = false;
  for (let at = from; at < words.length; at++) {
    const parts = words[at]!.split('-').filter((part) => part !== 'et');
    if (words[at] === 'et') {
      // « vingt et un », never « deux et trois »
      const next = words[at + 1];
      if (any && group % 10 === 0 && group >= 20 && (next === 'un' || next === 'une' || next === 'onze')) continue;
      break;
    }
    const before = { total, group };
    if (!parts.length || !parts.every((part) => addPart(part))) {
      ({ total, group } = before);
      break;
    }
    any = true;
    length = at - from + 1;
  }
  return any ? { value: total + group, length } : null;

  function addPart(part: string): boolean {
    const unit = UNITS[part];
    if (unit !== undefined) {
      if (any && group % 10 !== 0 && !(group % 100 === 60 || group % 100 === 80)) return false; // « deux trois »
      if (any && group % 100 !== 0 && unit >= 10 && ![60, 80].includes(group % 100)) return false;
      group += unit;
      return true;
    }
    const ten = TENS[part];
    if (ten !== undefined) {
      if (ten === 20 && group % 100 === 4)
        group += 76; // quatre-vingts
      else if (group % 100 !== 0) return false;
      else group += ten;
      return true;
    }
    if (part === 'cent' || part === 'cents') {
      group = (group || 1) * 100;
      return true;
    }
    if (part === 'mille') {
      total += (group || 1) * 1000;
      group = 0;
      return true;
    }
    return false;
  }
}

/**
 * A figure as French papers write it: `1.500`, `20 000`, `3,5`, `93000`, `8`. A point or space before three figures groups
 * them; a comma opens decimals. Null for what is no figure (a date, a time, an ordinal).
 */
export function figureOf(written: string): number | null {
  const plain = written.replace(/[\s\u00a0\u202f]/gu, ' ');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:[. ']\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replace(/[. ']/g, '').replace(',', '.'));
  if (/^\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  if (/^\d+\.\d{1,2}$/.test(plain)) return Number(plain);
  return null;
}
