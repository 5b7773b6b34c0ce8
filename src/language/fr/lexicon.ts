import { assert } from '../../core/index.ts';
import { UPOS, type Upos } from '../sentence.ts';

/** One way to take a form: « tient » as a verb, present indicative, third person, of « tenir ». */
export type LexiconEntry = { readonly upos: Upos; readonly feats: string; readonly lemma: string };

/**
 * A full-form lexicon in one buffer, read where it lies. Forms are sorted by their UTF-8 bytes and front-coded in blocks
 * of 16 (Witten, Moffat & Bell, Managing Gigabytes, 4.1); each points to a class, which is a list of analyses whose lemma
 * is told by what to take off the form's end and what to put there, so that 450,000 forms need a few thousand classes.
 *
 * Layout, little-endian: magic `RLX1`; u32 number of forms, of blocks, of bytes of classes; u32 start of each block in the
 * forms; the classes as JSON `[[[upos, feats, cut, add], …], …]`; the forms, each as: byte shared with the one before (0 at
 * a block's first), byte length of the rest, the rest, class as two bytes.
 */
export class Lexicon {
  readonly #bytes: Buffer;
  readonly #blocks: number;
  readonly #blockStarts: number;
  readonly #forms: number;
  readonly #classes: readonly (readonly (readonly [number, string, number, string])[])[];
  readonly #masks: Uint32Array;
  /** The two forms looked for last, with their classes: what is known of a word is asked of it, and of it in lower case, in turn. */
  #last = '';
  #lastClass = -1;
  #before = '';
  #beforeClass = -1;
  /** Number of forms. */
  readonly size: number;

  constructor(bytes: Buffer) {
    assert(bytes.toString('latin1', 0, 4) === MAGIC, 'not a lexicon file');
    this.#bytes = bytes;
    this.size = bytes.readUInt32LE(4);
    this.#blocks = bytes.readUInt32LE(8);
    const classBytes = bytes.readUInt32LE(12);
    this.#blockStarts = 16;
    const classesAt = 16 + 4 * this.#blocks;
    this.#classes = JSON.parse(bytes.toString('utf8', classesAt, classesAt + classBytes));
    this.#forms = classesAt + classBytes;
    this.#masks = Uint32Array.from(this.#classes, (analyses) =>
      analyses.reduce((mask, [upos]) => mask | (1 << upos), 0),
    );
  }

  /** All analyses of a form as written (case counts); empty where the lexicon does not know it. */
  lookup(form: string): readonly LexiconEntry[] {
    const at = this.#find(form);
    if (at < 0) return [];
    return this.#classes[at]!.map(([upos, feats, cut, add]) => ({
      upos: UPOS[upos]!,
      feats,
      lemma: form.slice(0, form.length - cut) + add,
    }));
  }

  /** The tags that a form may have, as bits by their index in `UPOS`; 0 where the lexicon does not know it. */
  mask(form: string): number {
    const at = this.#find(form);
    return at < 0 ? 0 : this.#masks[at]!;
  }

  /** The class of a form, or -1. */
  #find(form: string): number {
    if (form === this.#last) return this.#lastClass;
    if (form === this.#before) return this.#beforeClass;
    this.#before = this.#last;
    this.#beforeClass = this.#lastClass;
    this.#last = form;
    this.#lastClass = form.length > LONGEST ? -1 : this.#search(utf8(form));
    return this.#lastClass;
  }

  #search(wanted: number): number {
    let low = 0;
    let high = this.#blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#isAtOrBefore(middle, wanted)) low = middle;
      else high = middle - 1;
    }
    return this.#scan(low, wanted);
  }

  /** Whether a block's first form is the wanted one or stands before it. The wanted one lies in `WANTED`, `wanted` bytes long. */
  #isAtOrBefore(block: number, wanted: number): boolean {
    const bytes = this.#bytes;
    const at = this.#blockStart(block);
    const length = bytes[at + 1]!;
    const shorter = Math.min(length, wanted);
    for (let i = 0; i < shorter; i++) {
      const own = bytes[at + 2 + i]!;
      if (own !== WANTED[i]) return own < WANTED[i]!;
    }
    return length <= wanted;
  }

  #blockStart(block: number): number {
    const bytes = this.#bytes;
    const at = this.#blockStarts + 4 * block;
    return this.#forms + (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
  }

  #scan(block: number, wanted: number): number {
    const bytes = this.#bytes;
    let at = this.#blockStart(block);
    let agreed = 0; // how many first bytes of the wanted form the form before has
    for (let i = 0; i < BLOCK && block * BLOCK + i < this.size; i++) {
      const shared = bytes[at]!;
      const length = bytes[at + 1]!;
      // Forms ascend: one that shares less than we agree on lies past the wanted one.
      if (shared < agreed) return -1;
      if (shared === agreed) {
        let j = 0;
        while (j < length && agreed < wanted && bytes[at + 2 + j] === WANTED[agreed]) {
          j++;
          agreed++;
        }
        if (j === length && agreed === wanted) return bytes[at + 2 + length]! | (bytes[at + 3 + length]! << 8);
      }
      at += 4 + length;
    }
    return -1;
  }
}

const MAGIC = 'RLX1';
const BLOCK = 16;
/** Bytes of the longest form that the file has room for. */
const LONGEST = 255;

/** The form looked for, in UTF-8: three bytes at most for each code unit. */
const WANTED = new Uint8Array(3 * LONGEST);

/** Writes a form into `WANTED`; returns its length. For forms of a few letters a buffer of their own takes longer to make than to find. */
function utf8(form: string): number {
  let n = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (unit < 0x80) WANTED[n++] = unit;
    else if (unit < 0x800) {
      WANTED[n++] = 0xc0 | (unit >> 6);
      WANTED[n++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      WANTED[n++] = 0xe0 | (unit >> 12);
      WANTED[n++] = 0x80 | ((unit >> 6) & 0x3f);
      WANTED[n++] = 0x80 | (unit & 0x3f);
    } else return Buffer.from(form, 'utf8').copy(WANTED); // surrogates, which are rare
  }
  return n;
}

/** Writes the file that `Lexicon` reads. The same entries in any order give the same bytes. */
export function encodeLexicon(
  entries: readonly (readonly [form: string, analyses: readonly LexiconEntry[]])[],
): Buffer {
  const sorted = entries
    .map(([form, analyses]) => ({ form, key: Buffer.from(form, 'utf8'), analyses }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const classes = new Map<string, number>();
  const forms: Buffer[] = [];
  const starts: number[] = [];
  let size = 0;
  let before = Buffer.alloc(0);
  sorted.forEach(({ form, key, analyses }, i) => {
    const coded = analyses
      .map(({ upos, feats, lemma }) => {
        const kept = commonPrefix(form, lemma);
        return [UPOS.indexOf(upos), feats, form.length - kept, lemma.slice(kept)] as const;
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const text = JSON.stringify(coded);
    const index = classes.get(text) ?? classes.size;
    classes.set(text, index);
    const first = i % BLOCK === 0;
    if (first) starts.push(size);
    let shared = 0;
    if (!first) while (shared < key.length && shared < before.length && key[shared] === before[shared]) shared++;
    assert(key.length < 256 && index < 65536, `does not fit the file: ${form}`);
    const entry = Buffer.alloc(4 + key.length - shared);
    entry[0] = shared;
    entry[1] = key.length - shared;
    key.copy(entry, 2, shared);
    entry.writeUInt16LE(index, 2 + key.length - shared);
    forms.push(entry);
    size += entry.length;
    before = key;
  });
  const classText = Buffer.from(`[${[...classes.keys()].join(',')}]`, 'utf8');
  const head = Buffer.alloc(16 + 4 * starts.length);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(sorted.length, 4);
  head.writeUInt32LE(starts.length, 8);
  head.writeUInt32LE(classText.length, 12);
  starts.forEach((start, i) => {
    head.writeUInt32LE(start, 16 + 4 * i);
  });
  return Buffer.concat([head, classText, ...forms]);
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
