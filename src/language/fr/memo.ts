/** V8's `SlicedString::kMinLength`. */
const SLICED = 13;

/**
 * Remembers what a function gave for a text: news says the same few thousand words again and again. It forgets all of it when
 * it is full, so that a stream of any length takes no more memory than this.
 */
export class Memo<T> {
  readonly #known = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  of(key: string, make: (key: string) => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#most) this.#known.clear();
    // A slice of a text would keep the whole text alive; of a short one V8 makes a text of its own.
    const own = key.length < SLICED ? key : Buffer.from(key, 'utf16le').toString('utf16le');
    const made = make(own);
    this.#known.set(own, made);
    return made;
  }
}
