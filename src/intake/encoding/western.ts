/** Letters and signs of French, by how common they are; those of its neighbours; the rest counts as out of place. */
const COMMON = 'éèàêçùâîôûëïœ«»’“”–—…€°\u00a0\u202f';
const UPPER = 'ÉÈÀÊÇÙÂÎÔÛËÏŒ';
const NEIGHBOURS = 'áíóúñãõäöüßåøæìòšžýÿÁÍÓÚÑÃÕÄÖÜÅØÆÌÒŠŽÝŸ';
const SIGNS = '‘„‹›•·§%‰©®™½¼¾²³×±µ¿¡£ªº†';

/** How well a decoding reads as a western European text, judged by its characters beyond ASCII. */
type Likeness = {
  /** Mean over these characters: 1 where all are the common ones of French, below 0 where most are out of place. */
  readonly score: number;
  /** Share of them that are French, 0 to 1. */
  readonly french: number;
  /** Share of them that are out of place, 0 to 1. */
  readonly odd: number;
};

/**
 * Judges each character beyond ASCII by what stands around it: « Ž » in « ŽtŽ » is out of place, and so is a sign between
 * two letters or a word made of accented letters alone (Cyrillic read as Latin).
 */
export function likenessOf(text: string): Likeness {
  let count = 0;
  let sum = 0;
  let french = 0;
  let odd = 0;
  for (const match of text.matchAll(/[^\x00-\x7f]/gu)) {
    const weight = weightOf(match[0], text[match.index - 1] ?? '', text[match.index + match[0].length] ?? '');
    count++;
    sum += weight;
    if (weight >= 0.6) french++;
    if (weight < 0) odd++;
  }
  if (count === 0) return { score: 1, french: 1, odd: 0 };
  return { score: sum / count, french: french / count, odd: odd / count };
}

/** One character out of place weighs as much as three in place: another encoding gets most letters right by accident. */
const ODD = -3;

const LETTER = /\p{L}/u;
const IN_WORD = '’‘\u00a0\u202f\u00ad';

function weightOf(char: string, before: string, after: string): number {
  const betweenLetters = LETTER.test(before) && LETTER.test(after);
  if (LETTER.test(char)) {
    if (isBeyondAscii(before) && isBeyondAscii(after) && betweenLetters) return ODD;
    if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) return ODD;
    if (COMMON.includes(char)) return 1;
    if (UPPER.includes(char)) return LETTER.test(before) || 'ÉÀ'.includes(char) ? 1 : 0.6;
    return NEIGHBOURS.includes(char) ? 0.3 : ODD;
  }
  if (betweenLetters && !IN_WORD.includes(char)) return ODD;
  // « …tat » is rather « État », and « … la fin » rather « à la fin », in another encoding.
  if ('…”»'.includes(char) && LETTER.test(after)) return 0.2;
  if (char === '…' && before === ' ' && after === ' ') return 0.2;
  if (COMMON.includes(char)) return 1;
  return SIGNS.includes(char) ? 0.2 : ODD;
}

function isBeyondAscii(char: string): boolean {
  return char > '\x7f';
}
