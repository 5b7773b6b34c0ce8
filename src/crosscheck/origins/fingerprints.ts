/** Words in a run: eight in a row are hardly ever written twice by chance. */
export const RUN = 8;
/** Of so many runs one after the other, one is kept: a stretch of 15 words that two texts share is always seen. */
const WINDOW = 8;

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, 2003): of each window of runs the one with the smallest hash stands for it,
 * so that two texts which share a long enough stretch share a fingerprint, and an index of them stays small.
 */
export function fingerprintsOf(words: readonly string[]): Set<number> {
  const hashes = runHashes(words);
  const kept = new Set<number>();
  if (hashes.length <= WINDOW) return hashes.length === 0 ? kept : kept.add(Math.min(...hashes));
  let least = -1;
  for (let first = 0; first + WINDOW <= hashes.length; first++) {
    const last = first + WINDOW - 1;
    if (least < first) {
      least = first;
      for (let at = first + 1; at <= last; at++) if (hashes[at]! <= hashes[least]!) least = at;
    } else if (hashes[last]! <= hashes[least]!) least = last;
    kept.add(hashes[least]!);
  }
  return kept;
}

/** One word pair in so many stands in the index of retellings. */
const SAMPLED = 4;

/** Hashes of a sample of a text's word pairs on a day: what retellings of one day are found by. */
export function retellingPrints(words: readonly string[], day: number): Set<number> {
  const own = words.map(wordHash);
  const kept = new Set<number>();
  for (let i = 0; i + 1 < own.length; i++) {
    let hash = Math.imul(own[i]!, 0x01000193) ^ own[i + 1]!;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (hash % SAMPLED === 0)
      kept.add((Math.imul(hash ^ Math.imul(day, 0x9e3779b1), 0x85ebca6b) ^ (hash >>> 13)) >>> 0);
  }
  return kept;
}

/** A hash of 32 bits for each run of words. Two runs may share one: what the index finds is verified word by word. */
function runHashes(words: readonly string[]): number[] {
  const own = words.map(wordHash);
  const hashes: number[] = [];
  for (let i = 0; i + RUN <= own.length; i++) {
    let hash = 0x811c9dc5;
    for (let at = i; at < i + RUN; at++) hash = Math.imul(hash ^ own[at]!, 0x01000193);
    hash ^= hash >>> 15;
    hashes.push(Math.imul(hash, 0x2c1b3c6d) >>> 0);
  }
  return hashes;
}

/** FNV-1a over UTF-16 code units. */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
