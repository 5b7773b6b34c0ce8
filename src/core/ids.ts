import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A short id that the same parts always give: 16 hexadecimal digits (64 bits) after a prefix, `d-1f0c…`. */
export function idOf(prefix: string, ...parts: readonly (string | null)[]): string {
  return `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 16)}`;
}

/** A name as an id: lower case, no accents, words joined by one hyphen. Empty where no letter or digit is in it. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
}
