import type { Bilingual, Doubt } from '../../core/index.ts';
import { binary, brokenEncoding, mixedEncoding, unclearEncoding, unknownEncoding } from '../problems.ts';
import { guessEncoding } from './guess.ts';
import { encodingNamed, isSingleByte } from './names.ts';
import { bytesAt, firstUnclean, readAs } from './read-as.ts';

/** A text out of its bytes: without byte-order mark, else unchanged. */
type Decoded = {
  readonly text: string;
  /** As WHATWG names it. */
  readonly encoding: string;
  readonly doubts: readonly Doubt[];
};

/** Who states an encoding. */
const USER: Bilingual = { fr: "l'encodage donné", en: 'the encoding given' };
const PAGE: Bilingual = { fr: 'la page (meta charset)', en: 'the page (meta charset)' };
const MARK: Bilingual = { fr: "la marque d'ordre des octets (BOM)", en: 'the byte-order mark (BOM)' };

/** Byte-order marks; that of UTF-32 first, since it opens like that of UTF-16. */
const MARKS = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32be', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Decodes a file. In this order: the byte-order mark, the encoding given, the one an HTML page declares, UTF-16 by its zero
 * bytes, strict UTF-8, a guess. Nothing is ever put in for bytes that cannot be read: they are a Problem.
 *
 * @param name what messages call the file
 * @param given the label that the user gave, or null
 * @throws Problem `intake/unknown-encoding`, `intake/broken-encoding`, `intake/mixed-encoding`, `intake/unclear-encoding`,
 * `intake/binary`
 */
export function decode(bytes: Uint8Array, name: string, given: string | null): Decoded {
  const givenEncoding = given === null ? null : encodingNamed(given);
  if (given !== null && givenEncoding === null) throw unknownEncoding(given);
  const mark = MARKS.find((row) => row.bytes.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeMarked(bytes, name, mark.encoding, mark.bytes.length, givenEncoding);
  if (givenEncoding) return decodeStated(bytes, name, givenEncoding, USER);
  const declared = declaredEncoding(bytes);
  if (declared) return decodeStated(bytes, name, declared, PAGE);
  return decodeSilent(bytes, name);
}

function decodeMarked(
  bytes: Uint8Array,
  name: string,
  encoding: string,
  markBytes: number,
  given: string | null,
): Decoded {
  const { text, brokenAt } = readAs(bytes.subarray(markBytes), encoding);
  if (text === null) throw broken(bytes, name, encoding, MARK, brokenAt + markBytes);
  const doubts: Doubt[] = [];
  if (given !== null && given !== encoding)
    doubts.push({
      span: null,
      rule: 'encoding-mark-beats-given',
      message: {
        fr: `L'encodage donné est ${given}, mais le fichier s'ouvre par la marque d'ordre de ${encoding} : lu ainsi.`,
        en: `The encoding given is ${given}, but the file opens with the byte-order mark of ${encoding}: read so.`,
      },
    });
  return { text, encoding, doubts };
}

/** An encoding that the user or the page states. Bytes that are UTF-8 beyond doubt beat it: read otherwise they turn to « Ã© ». */
function decodeStated(bytes: Uint8Array, name: string, encoding: string, statedBy: Bilingual): Decoded {
  if (encoding !== 'utf-8' && isPlainlyUtf8(bytes, encoding)) {
    const { text } = readAs(bytes, 'utf-8');
    const message = {
      fr: `Selon ${statedBy.fr}, c'est du ${encoding} ; mais les octets sont de l'UTF-8 sans faute et seraient illisibles autrement : lu en utf-8.`,
      en: `By ${statedBy.en} this is ${encoding}; but the bytes are faultless UTF-8 and would be garbled otherwise: read as utf-8.`,
    };
    return { text: text!, encoding: 'utf-8', doubts: [{ span: null, rule: 'encoding-is-utf-8', message }] };
  }
  const { text, brokenAt } = readAs(bytes, encoding);
  if (text === null) throw broken(bytes, name, encoding, statedBy, brokenAt);
  refuseZeros(text, bytes, name);
  return { text, encoding, doubts: [] };
}

/**
 * True where the bytes can only be UTF-8: sequences of several bytes, all of them right, against an encoding that reads
 * any byte; or no zero byte at all, against UTF-16, whose spaces and line ends hold one.
 */
function isPlainlyUtf8(bytes: Uint8Array, stated: string): boolean {
  const wide = stated.startsWith('utf-16') || stated.startsWith('utf-32');
  if (!wide && !(isSingleByte(stated) && bytes.some((byte) => byte > 0x7f))) return false;
  return !bytes.includes(0) && readAs(bytes, 'utf-8').text !== null;
}

function decodeSilent(bytes: Uint8Array, name: string): Decoded {
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const wide = wideText(bytes);
    if (wide === null) throw binary(name, null, zero);
    return { ...wide, doubts: [] };
  }
  const utf8 = readAs(bytes, 'utf-8');
  if (utf8.text !== null) {
    const unclean = firstUnclean(utf8.text);
    if (unclean < 0) {
      refuseZeros(utf8.text, bytes, name);
      return { text: utf8.text, encoding: 'utf-8', doubts: [] };
    }
    const offset = Buffer.byteLength(utf8.text.slice(0, unclean), 'utf8');
    const seen = { offset, bytes: bytesAt(bytes, offset), tried: ['utf-8'], wayOut: 'utf-8' };
    throw unclearEncoding(name, seen);
  }
  const { whole, broken } = utf8Characters(bytes);
  // Another encoding's bytes make a right sequence of UTF-8 by accident only.
  if (whole > broken)
    throw mixedEncoding(name, { offset: utf8.brokenAt, bytes: bytesAt(bytes, utf8.brokenAt), broken });
  const guess = guessEncoding(bytes);
  if (guess.encoding === null) {
    const offset = utf8.brokenAt;
    throw unclearEncoding(name, { offset, bytes: bytesAt(bytes, offset), tried: guess.tried, wayOut: guess.likeliest });
  }
  refuseZeros(guess.text, bytes, name);
  return {
    text: guess.text,
    encoding: guess.encoding,
    doubts: guess.rival ? [rivalDoubt(guess.encoding, guess.rival)] : [],
  };
}

/** How many characters beyond ASCII a lenient reading as UTF-8 finds whole, and how many broken. */
function utf8Characters(bytes: Uint8Array): { whole: number; broken: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return { whole, broken };
}

function rivalDoubt(encoding: string, rival: { encoding: string; words: Bilingual }): Doubt {
  return {
    span: null,
    rule: 'encoding-guessed',
    message: {
      fr: `L'encodage est deviné : ${encoding}, mais ${rival.encoding} conviendrait aussi (${rival.words.fr}). Pour le fixer : --encoding ${rival.encoding}.`,
      en: `The encoding is a guess: ${encoding}, but ${rival.encoding} would do as well (${rival.words.en}). To settle it: --encoding ${rival.encoding}.`,
    },
  };
}

/**
 * UTF-16 without a mark: the zero bytes of its spaces, digits and line ends all stand on one side. Null where they do not,
 * or where what comes out holds characters that no text holds.
 */
function wideText(bytes: Uint8Array): { text: string; encoding: string } | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  // A text has some zero bytes on the other side at most: « Ā » is 0100.
  if (Math.min(odd, even) * 20 > Math.max(odd, even)) return null;
  const { text } = readAs(bytes, encoding);
  if (text === null || firstUnclean(text) >= 0 || /[\0-\x08\x0e-\x1f\p{Cn}\p{Co}]/u.test(text)) return null;
  return { text, encoding };
}

/** The label that an HTML page states in its first bytes, as the standard reads it; null where none, or none that we know. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const opening = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (!/^\s*<[!?a-z]/i.test(opening)) return null;
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(opening)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(opening)?.[1];
  const encoding = label === undefined ? null : encodingNamed(label);
  // A label that could be read byte by byte cannot be that of UTF-16: the standard takes it for UTF-8.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** Control bytes make no text: a zero at all, or more than one in fifty of the others that no wire sends. */
function refuseZeros(text: string, bytes: Uint8Array, name: string): void {
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0;
  if (!text.includes('\0') && controls * 50 <= text.length) return;
  const offset = bytes.findIndex((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f);
  throw binary(name, null, Math.max(0, offset));
}

function broken(bytes: Uint8Array, name: string, encoding: string, statedBy: Bilingual, offset: number) {
  return brokenEncoding(name, { encoding, statedBy, offset, bytes: bytesAt(bytes, offset) });
}
