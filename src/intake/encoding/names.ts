/**
 * Encodings that WHATWG does not name and old archives still hold: the code pages of DOS, Romanian Latin-10, UTF-32. They
 * go by the name that IANA gives them.
 */
const BEYOND_WHATWG: Readonly<Record<string, string>> = {
  ibm850: 'ibm850',
  cp850: 'ibm850',
  ibm437: 'ibm437',
  cp437: 'ibm437',
  'iso-8859-16': 'iso-8859-16',
  'utf-32': 'utf-32le',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
};

/** Those that WHATWG names and iconv-lite has no table for. */
const WITHOUT_TABLE = new Set(['iso-2022-jp', 'x-mac-cyrillic', 'x-user-defined', 'replacement']);

/** The name of the encoding that a label means, as WHATWG gives it (`latin1` means `windows-1252`); null for none that we read. */
export function encodingNamed(label: string): string | null {
  const asked = label.trim().toLowerCase();
  const beyond = BEYOND_WHATWG[asked];
  if (beyond) return beyond;
  try {
    const { encoding } = new TextDecoder(asked);
    return WITHOUT_TABLE.has(encoding) ? null : encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Encodings in which every character of Unicode can stand, so that a U+FFFD may be the author's own. */
export function isUnicode(encoding: string): boolean {
  return encoding.startsWith('utf-');
}

/** A single byte for each character: whatever the byte, something may be read, so that reading proves little. */
export function isSingleByte(encoding: string): boolean {
  return /^(?:windows-|iso-8859-|ibm|macintosh|koi8-)/.test(encoding);
}
