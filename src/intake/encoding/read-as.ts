import iconv from 'iconv-lite';
import { isUnicode } from './names.ts';

/** The text of some bytes under one encoding, or where it breaks. */
type Attempt =
  | { readonly text: string; readonly brokenAt: null }
  /** Offset of the first byte that the encoding does not read. */
  | { readonly text: null; readonly brokenAt: number };

/**
 * Reads bytes as one encoding, strictly: no character is put in for what cannot be read. `encoding` is a name out of
 * `encodingNamed`; a byte-order mark, if any, is cut off before.
 *
 * UTF-8 goes through TextDecoder; all others through iconv-lite, since TextDecoder of Node 20 decodes « œ » and « ’ » of
 * windows-1252 to control characters.
 */
export function readAs(bytes: Uint8Array, encoding: string): Attempt {
  if (encoding === 'utf-8') return readUtf8(bytes);
  const unit = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1;
  if (bytes.length % unit !== 0) return { text: null, brokenAt: bytes.length - (bytes.length % unit) };
  let text = iconv.decode(bytes, encoding, { stripBOM: false });
  // iconv-lite has the table of before 1998, with ¤ where Apple, and WHATWG after it, put the euro.
  if (encoding === 'macintosh') text = text.replaceAll('¤', '€');
  const broken = text.search(breaks(encoding));
  return broken < 0 ? { text, brokenAt: null } : { text: null, brokenAt: offsetOf(text, broken, encoding) };
}

function breaks(encoding: string): RegExp {
  if (encoding.startsWith('utf-32')) return /\ufffd/u;
  if (isUnicode(encoding)) return /\p{Surrogate}/u;
  return /[\u0080-\u009f\ufffd]/u;
}

function readUtf8(bytes: Uint8Array): Attempt {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), brokenAt: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: null, brokenAt: firstBreak(bytes) };
  }
}

/** Where UTF-8 breaks: the first U+FFFD of a lenient decoding that is not itself in the bytes. */
function firstBreak(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\ufffd', from);
    offset += Buffer.byteLength(text.slice(from, at), 'utf8');
    const own = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!own) return offset;
    offset += 3;
    from = at + 1;
  }
}

/** The byte at which a character of a decoded text begins. */
function offsetOf(text: string, index: number, encoding: string): number {
  if (encoding.startsWith('utf-16')) return index * 2;
  return iconv.encode(text.slice(0, index), encoding).length;
}

/**
 * First character that no writer typed: a C1 control, a replacement character, a noncharacter. In a text that the bytes
 * spell out, it shows damage done before the text reached us. -1 where there is none.
 */
export function firstUnclean(text: string): number {
  return text.search(/[\u0080-\u009f\ufffd\ufdd0-\ufdef\ufffe\uffff]/u);
}

/** The bytes at an offset, as a message shows them: `0xE9 0x74`. */
export function bytesAt(bytes: Uint8Array, offset: number): string {
  return [...bytes.subarray(offset, offset + 2)]
    .map((byte) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join(' ');
}
