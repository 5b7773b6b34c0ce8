import { foldName } from '../../core/index.ts';

/** Arabic, French and English articles, as they stand before a name: dropped, for outlets write them or leave them. */
const ARTICLES = new Set('al el as es ash ach ech ad ed ar er at et az ez an en ul oul l le la les the'.split(' '));

/**
 * Letters and groups of letters that outlets write for the same sound, in the order in which they are rewritten. The
 * groups come before their parts (`tch` before `ch`, `ou` before `o`).
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|ch|sh/gu, 'x'],
  [/dj|j/gu, 'j'],
  [/kh|ck|q|k|c(?![ei])/gu, 'k'],
  [/c/gu, 's'],
  [/gh|gu(?=[ei])/gu, 'g'],
  [/ph/gu, 'f'],
  [/oo|ou|w|o|u/gu, 'u'],
  [/a[eiy]|e[eiy]|y|i|e/gu, 'i'],
  [/(?<=.)h/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** The letters of a name, folded, without its articles and the gaps between its words: « Al-Hol » is `hol`. */
export function lettersOf(name: string): string {
  return wordsWithoutArticles(name)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What is left of a name when its spelling is taken out: articles, doubled letters and the vowels and consonants that
 * transliterations mix up. « Al-Qaïm » and « el-Kaim » share it; « Deir Ezzor » and « Deir ez-Zor » do.
 */
export function skeletonOf(name: string): string {
  let sound = wordsWithoutArticles(name).map(withoutJoinedArticle).map(withoutMuteE).join('');
  for (const [letters, written] of SOUNDS) sound = sound.replace(letters, written);
  return sound.replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordsWithoutArticles(name: string): readonly string[] {
  const words = foldName(name).split(' ');
  const kept = words.filter((word) => !ARTICLES.has(word));
  return kept.length > 0 ? kept : words;
}

/** « Ezzor » is « ez-Zor » written in one word: the article shows by the consonant that it doubles. */
function withoutJoinedArticle(word: string): string {
  return word.replace(/^[ae]([^aeiouy])(?=\1)/u, '');
}

/** « Hajine » and « Hajin », « Afrine » and « Afrin »: French spells the last consonant out. */
function withoutMuteE(word: string): string {
  return word.length > 4 ? word.replace(/(?<=[^aeiouy])e$/u, '') : word;
}

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to go from one word to the other.
 * Stops counting above `limit` and then returns `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = line;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** A name of a place as misspellings are compared with it. */
export type Spelling = {
  readonly letters: string;
  readonly skeleton: string;
  /** Which letters occur, a bit for each: two names that differ in many bits need no closer look. */
  readonly bits: number;
  /** Indexes of the places that bear it. */
  readonly places: readonly number[];
};

export function spellingOf(name: string, places: readonly number[]): Spelling {
  return spelled(lettersOf(name), skeletonOf(name), places);
}

/** A spelling as the gazetteer's file keeps it: its skeleton, a space and its letters. */
export function writeSpelling(name: string): string {
  return `${skeletonOf(name)} ${lettersOf(name)}`;
}

export function readSpelling(row: { name: string; entry: { places: readonly number[] } }): Spelling {
  const [skeleton, letters] = row.name.split(' ') as [string, string];
  return spelled(letters, skeleton, row.entry.places);
}

function spelled(letters: string, skeleton: string, places: readonly number[]): Spelling {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= 1 << ((letters.charCodeAt(i) - 97) % 32);
  return { letters, skeleton, bits, places };
}

/**
 * How far a name as written is from a name we know: 0 where only the transliteration differs, else the letters that do;
 * null where they are different names. Where the skeletons are one, some letters may still differ, but not most:
 * « civil » is not Séville. Short names are not compared at all: « Laure » would be Lahore, and « Guérin » Guilin.
 */
export function distanceOf(written: Spelling, known: Spelling): number | null {
  if (written.letters[0] !== known.letters[0] && written.skeleton[0] !== known.skeleton[0]) return null;
  const length = Math.min(written.letters.length, known.letters.length);
  if (written.skeleton === known.skeleton) {
    if (written.skeleton.length < SHORTEST_SKELETON) return null;
    const limit = length < 8 ? 2 : 3;
    return editDistance(written.letters, known.letters, limit) > limit ? null : 0;
  }
  const limit = length < 7 ? 0 : length < 11 ? 1 : 2;
  if (limit === 0 || bitsIn(written.bits ^ known.bits) > 2 * limit) return null;
  const distance = editDistance(written.letters, known.letters, limit);
  return distance > limit ? null : distance;
}

const SHORTEST_SKELETON = 5;

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
