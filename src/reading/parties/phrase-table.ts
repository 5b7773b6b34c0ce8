import { foldName } from '../../core/index.ts';
import { type FoldedWord, splitRaw } from './folded-words.ts';

type Entry<T> = { readonly phrase: string; readonly value: T };

export type PhraseMatch<T> = {
  /** Index just past the last word. */
  readonly to: number;
  /** All that the phrase was added for, in the order in which it was added. */
  readonly values: readonly T[];
};

/**
 * Phrases by their folded words. A capital in a phrase demands one in the text, a small letter accepts both: « Tass » is
 * not « une tasse », and « LES FDS » in a headline in capitals is still « FDS ».
 *
 * One map of whole phrases, not a tree of maps: three thousand names load in a third of the time, and few words of a
 * text begin a phrase at all.
 */
export class PhraseTable<T> {
  readonly #entries = new Map<string, Entry<T>[]>();
  /** How many words the longest phrase has, by its first word. */
  readonly #lengths = new Map<string, number>();

  /** `key` is the folded phrase, for callers that hold it already: folding is what loading spends its time on. */
  add(phrase: string, value: T, key = foldName(phrase)): void {
    const entries = this.#entries.get(key);
    if (entries) entries.push({ phrase, value });
    else this.#entries.set(key, [{ phrase, value }]);
    const [first, length] = [key.split(' ', 1)[0]!, countWords(key)];
    if (length > (this.#lengths.get(first) ?? 0)) this.#lengths.set(first, length);
  }

  /** The longest phrase that begins at word `from` and ends where a token ends; null where there is none. */
  longest(words: readonly FoldedWord[], from: number): PhraseMatch<T> | null {
    const length = this.#lengths.get(words[from]?.key ?? '') ?? 0;
    for (let to = Math.min(words.length, from + length); to > from; to--) {
      if (!words[to - 1]!.closes) continue;
      const stretch = words.slice(from, to);
      const entries = this.#entries.get(stretch.map(({ key }) => key).join(' '));
      const values = entries?.filter(({ phrase }) => hasCapitals(stretch, phrase)).map(({ value }) => value) ?? [];
      if (values.length > 0) return { to, values };
    }
    return null;
  }
}

function countWords(key: string): number {
  let count = 1;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
  return count;
}

/** True where the text has the capitals that our phrase has: all letters of « EI », the first of « Daech ». */
function hasCapitals(words: readonly FoldedWord[], phrase: string): boolean {
  return splitRaw(phrase).every((asked, i) => {
    const { raw } = words[i]!;
    if (!isCapital(asked[0]!)) return true;
    return asked.length > 1 && asked === asked.toUpperCase() ? raw === raw.toUpperCase() : isCapital(raw[0]!);
  });
}

/** True for a capital letter; a digit is none. */
function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
