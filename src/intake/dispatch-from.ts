import { assert, type Doubt, isDate, sha256 } from '../core/index.ts';
import { readOpening } from './day/opening.ts';
import { type GivenDay, isWithin, settleDay } from './day/settle.ts';
import type { Dispatch, DispatchFormat } from './dispatch.ts';
import { decode } from './encoding/decode.ts';
import { firstUnclean } from './encoding/read-as.ts';
import { formatOf, refuseBinary } from './format.ts';
import { canonicalTag, detectLanguage, languageTag, type Told } from './language.ts';
import { linesOf } from './lines.ts';
import { findNoise } from './noise/find-noise.ts';
import type { StatedInstant } from './page/instant.ts';
import type { PageMetadata } from './page/metadata.ts';
import { readPage } from './page/read-page.ts';
import { badAddress, badDate, empty, tooManyLines } from './problems.ts';

/** What the caller knows of a dispatch beside its bytes. What is left out, or null, is read from the dispatch where it can be. */
export type About = {
  /** What to call it; its ending helps to tell the format. */
  readonly name: string;
  /** The publication day that the user gives: `2017-12-27`, `2017-12`, `2017`. */
  readonly date?: string | null;
  readonly publisher?: string | null;
  /** URL. */
  readonly address?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
  readonly title?: string | null;
  readonly exercise?: boolean;
  /** Takes the file for that format, whatever it looks like. */
  readonly format?: DispatchFormat | null;
  /** Label of an encoding, as WHATWG or IANA know it: `windows-1252`, `latin1`. */
  readonly encoding?: string | null;
};

/** A line costs some hundred bytes of memory while the noise is looked for, so that a file of line ends alone would fill it. */
const MOST_LINES = 500_000;

const NO_METADATA: PageMetadata = { days: [], publisher: null, address: null, language: null, title: null, doubts: [] };

/**
 * Makes a dispatch of a file. Pure: the same bytes and knowledge give the same dispatch, whatever the day.
 *
 * @throws Problem with a code of `docs/intake.md`, where the bytes make no text, the page has no article, or something given
 * is not what it should be
 */
export function dispatchFrom(bytes: Uint8Array, about: About): Dispatch {
  checkGiven(about);
  const { name } = about;
  if (bytes.length === 0) throw empty(name, 0);
  refuseBinary(bytes, name);
  const decoded = decode(bytes, name, about.encoding ?? null);
  if (decoded.text.trim() === '') throw empty(name, bytes.length);
  const format = about.format ?? formatOf(decoded.text, name);
  const { text, metadata } =
    format === 'html' ? readPage(decoded.text, name) : { text: decoded.text, metadata: NO_METADATA };

  refuseLines(text, name);
  const lines = linesOf(text);
  const opening = readOpening(text, lines);
  const publisher = about.publisher ?? metadata.publisher;
  const noise = findNoise(text, lines, { opening, publisher });
  const told = settleLanguage(about.language ?? null, metadata.language, detectLanguage(text, noise));
  const given: GivenDay[] = [];
  if (about.date) given.push({ date: about.date, given: 'user', instant: null, span: null });
  const page = pageDay(metadata.days);
  if (page.day) given.push(page.day);
  const day = settleDay(given, opening.days, told.language);
  return {
    name,
    text,
    language: told.language,
    title: about.title ?? metadata.title,
    published: day.published,
    publishedInText: day.publishedInText,
    publisher,
    address: about.address ?? metadata.address,
    noise,
    format,
    encoding: decoded.encoding,
    bytes,
    sha256: sha256(bytes),
    exercise: about.exercise ?? false,
    doubts: [
      ...decoded.doubts,
      ...damage(text),
      ...metadata.doubts,
      ...page.doubts,
      ...opening.doubts,
      ...day.doubts,
      ...told.doubts,
    ],
  };
}

function checkGiven({ name, date, address, language, format }: About): void {
  assert(name !== '', 'a dispatch needs a name');
  assert(format == null || format === 'text' || format === 'html', `no such format: ${format}`);
  if (date != null && !isDate(date)) throw badDate(date);
  if (address != null && !URL.canParse(address)) throw badAddress(address);
  if (language != null) languageTag(language);
}

function refuseLines(text: string, name: string): void {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d) count++;
  }
  if (count > MOST_LINES) throw tooManyLines(name, count, MOST_LINES);
}

/** The day that the metadata give: the first place counts, another that differs is a Doubt. */
function pageDay(days: readonly StatedInstant[]): { day: GivenDay | null; doubts: readonly Doubt[] } {
  const [first, ...others] = days;
  if (first === undefined) return { day: null, doubts: [] };
  let best = first;
  const doubts: Doubt[] = [];
  for (const other of others) {
    if (isWithin(other.date, best.date)) best = best.date === other.date && best.instant !== null ? best : other;
    else if (!isWithin(best.date, other.date)) doubts.push(disagreement(best, other));
  }
  return { day: { date: best.date, given: 'metadata', instant: best.instant, span: null }, doubts };
}

function disagreement(best: StatedInstant, other: StatedInstant): Doubt {
  return {
    span: null,
    rule: 'metadata-disagreement',
    message: {
      fr: `Les métadonnées ne s'accordent pas : ${best.from} dit ${best.date}, ${other.from} dit ${other.date}. Le premier compte.`,
      en: `The metadata disagree: ${best.from} says ${best.date}, ${other.from} says ${other.date}. The first counts.`,
    },
  };
}

/** Given beats all; between what the page says and what its words are, the words. A page's tag may add a region: `fr-CA`. */
function settleLanguage(given: string | null, page: string | null, detected: Told): Told {
  if (given !== null) {
    const tag = languageTag(given);
    const differs = detected.language !== null && detected.doubts.length === 0 && primary(tag) !== detected.language;
    return { language: tag, doubts: differs ? [notTheLanguage(tag, detected.language!, tag)] : [] };
  }
  const tag = page === null ? null : canonicalTag(page);
  if (tag === null) return detected;
  if (detected.language === null) return { language: tag, doubts: [] };
  if (primary(tag) === detected.language) return { language: tag, doubts: [] };
  return {
    language: detected.language,
    doubts: [...detected.doubts, notTheLanguage(tag, detected.language, detected.language)],
  };
}

function primary(tag: string): string {
  return new Intl.Locale(tag).language;
}

function notTheLanguage(stated: string, detected: string, counts: string): Doubt {
  return {
    span: null,
    rule: 'language-disagreement',
    message: {
      fr: `La langue indiquée est ${stated}, mais les mots semblent être en ${detected} : ${counts} compte. Pour la fixer : --language.`,
      en: `The language stated is ${stated}, but the words seem to be in ${detected}: ${counts} counts. To settle it: --language.`,
    },
  };
}

/** Two letters of UTF-8 read as Latin by whoever handled the text before: « Ã© », « â€™ ». */
const TWICE_ENCODED = /Ã[\u00a0-\u00bf]|â€[\u0080-\u00ff™œž\u2018-\u201d]|Â[\u00ab\u00bb\u00b0]/u;

/** Damage that the file brings along: shown, never mended, since the text is never rewritten. */
function damage(text: string): Doubt[] {
  const unclean = firstUnclean(text);
  const twice = TWICE_ENCODED.exec(text);
  const at =
    unclean >= 0
      ? { start: unclean, end: unclean + 1 }
      : twice && { start: twice.index, end: twice.index + twice[0].length };
  if (!at) return [];
  return [
    {
      span: at,
      rule: 'text-damaged-before',
      message: {
        fr: "Des caractères ont été abîmés avant d'arriver ici : le texte est gardé tel quel. Une meilleure copie serait à préférer.",
        en: 'Characters were damaged before they reached us: the text is kept as it stands. A better copy would be preferable.',
      },
    },
  ];
}
