import { type Bilingual, type Doubt, type Span, trimSpan } from '../../core/index.ts';
import type { Noise } from '../dispatch.ts';
import { isStory, type Line } from '../lines.ts';
import { type Piece, readPieces } from './pieces.ts';
import { readDayAt, type StatedDay } from './read-day.ts';

/** A day that a header or the dateline states, with who states it. */
export type TextDay = StatedDay & { readonly given: 'header' | 'dateline' };

/** What the top of a dispatch says of its day, and the words that say it. */
export type Opening = {
  readonly noise: readonly Noise[];
  readonly days: readonly TextDay[];
  readonly doubts: readonly Doubt[];
};

/** Headers stand among the first lines, at most one telling line (the standfirst) above them. */
const HEADER_LINES = 12;
/** A dateline opens one of the first telling lines. */
const DATELINE_STORY_LINES = 3;

/**
 * Reads the headers and the dateline at the top of a text. A date further down, or within a sentence, is part of the story
 * and never read here.
 */
export function readOpening(text: string, lines: readonly Line[]): Opening {
  const noise: Noise[] = [];
  const days: TextDay[] = [];
  const chronology = isChronology(lines);
  const doubts: Doubt[] = chronology ? [chronologyDoubt()] : [];
  let stories = 0;
  let dateline = false;
  for (const [i, line] of lines.slice(0, 40).entries()) {
    const field = i === 0 ? fieldHeader(text, line) : null;
    if (field) {
      noise.push(field.noise);
      days.push(...field.days);
    }
    const rest = field ? trimSpan(text, { start: field.noise.end, end: line.end }) : line;
    const header = field || i >= HEADER_LINES || stories > 1 ? null : headerLine(line, i, stories);
    if (header) {
      noise.push(header.noise);
      days.push(...header.days);
      continue;
    }
    if (rest && !dateline && !chronology) {
      const found = datelineAt(text, rest, stories);
      if (found) {
        dateline = true;
        days.push(...found.days);
        // A header and the dateline right behind it are one stretch, as an editor would cut it.
        if (field) noise.pop();
        noise.push({ ...found.noise, start: field ? field.noise.start : found.noise.start });
      }
    }
    if (isStory(line.text)) stories++;
    if (stories >= DATELINE_STORY_LINES) break;
  }
  return { noise, days, doubts: [...doubts, ...days.flatMap(doubtOf)] };
}

const FIELD = /date[ \t]*:?[ \t]*(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?![\p{L}\p{N}-])/iuy;

/** `date 2017-12` at the very start, as archives put it before the text. */
function fieldHeader(text: string, line: Line): { noise: Noise; days: TextDay[] } | null {
  FIELD.lastIndex = line.start;
  const match = FIELD.exec(text);
  if (!match) return null;
  const words = match.groups!.date!;
  const end = line.start + match[0].length;
  const noise: Noise = { start: line.start, end, kind: 'header', rule: 'header-date-field' };
  const span = { start: end - words.length, end };
  const day =
    words.length === 4
      ? { ...span, date: words, byCustom: false, form: 'year', doubt: null }
      : readDayAt(text, span.start);
  return { noise, days: day ? [{ ...day, given: 'header' }] : [] };
}

/**
 * A line made of nothing but date, hour, place, signature and agency. A bare date is one only above the story, and a place
 * with a date (« Alep, 3 mars 2016 », perhaps a headline) only where « le », an hour or an agency shows what it is.
 */
function headerLine(line: Line, index: number, stories: number): { noise: Noise; days: TextDay[] } | null {
  if (line.text.length > 200) return null;
  const pieces = readPieces(line.text, { start: 0, end: line.text.length });
  if (pieces.at(-1)?.end !== line.text.length) return null;
  const has = (...kinds: readonly Piece['kind'][]) => pieces.some(({ kind }) => kinds.includes(kind));
  if (!has('day') && !has('updated') && !(has('published') && has('time'))) return null;
  const shows = has('published', 'updated', 'time', 'agency', 'byline', 'the');
  const bare = !has('place') && stories === 0 && isFullDay(pieces);
  if (!shows && !bare && !(has('place') && stories === 0 && index > 0 && isFullDay(pieces))) return null;
  const span = { start: line.start, end: line.end };
  // « Erbil, Irak | Agence | jeudi 07/12/2017 » on a line of its own is still a dateline.
  const isDateline = has('place', 'agency') && !has('published', 'updated', 'byline', 'reading-time', 'slug');
  const noise: Noise = isDateline
    ? { ...span, kind: 'dateline', rule: 'dateline-line' }
    : { ...span, kind: 'header', rule: 'header-line' };
  return { noise, days: publicationDays(pieces, line.start, isDateline ? 'dateline' : 'header') };
}

/** True for a line under a headline that is nothing but a header, or a dateline on a line of its own. */
export function isHeaderLine(text: string): boolean {
  const line = { start: 0, end: text.length, text, opensBlock: true, closesBlock: true };
  return headerLine(line, 1, 0) !== null;
}

function isFullDay(pieces: readonly Piece[]): boolean {
  return pieces.every(({ day }) => day === null || (day.form !== 'month' && day.form !== 'day-without-year'));
}

/** The days that are the publication's own: one behind « mis à jour » is that of a later state. */
function publicationDays(pieces: readonly Piece[], offset: number, given: TextDay['given']): TextDay[] {
  const found: TextDay[] = [];
  let updated = false;
  for (const { kind, day } of pieces) {
    if (kind === 'updated') updated = true;
    if (kind === 'published') updated = false;
    if (day && !updated) found.push({ ...day, start: day.start + offset, end: day.end + offset, given });
  }
  return found;
}

/**
 * « Erbil, Irak | AFP | jeudi 07/12/2017 - », « PARIS, 3 mars 2019 (Agence) - », « 22 juin 2012. - »: pieces up to a dash,
 * then the story. It needs a day with its year, an agency of our list, or something in brackets that calls itself one.
 */
function datelineAt(text: string, rest: Span, stories: number): { noise: Noise; days: TextDay[] } | null {
  const pieces = readPieces(text, rest);
  const dash = closingDash(text, pieces, rest.end);
  if (dash < 0) return null;
  const head = pieces.slice(0, dash);
  const dated = head.some(({ day }) => day !== null && day.doubt?.rule !== 'day-without-year' && day.form !== 'month');
  const signed = head.some(({ kind }) => kind === 'agency');
  const named = /^\p{Lu}{4}[^()]*\([^()]*(?:agence|presse?|news|info)s?(?!\p{L})[^()]*\)/iu.test(
    text.slice(rest.start, pieces[dash]!.end),
  );
  if (!dated && !(stories <= 1 && (signed || named))) return null;
  const noise: Noise = {
    start: rest.start,
    end: pieces[dash]!.end,
    kind: 'dateline',
    rule: dated ? 'dateline-day' : 'dateline-place',
  };
  return { noise, days: head.flatMap(({ day }): TextDay[] => (day ? [{ ...day, given: 'dateline' }] : [])) };
}

/** Index of the mark that parts the dateline from the story: a dash with a space behind, once a day or an agency has come. -1 where none. */
function closingDash(text: string, pieces: readonly Piece[], end: number): number {
  let evidence = false;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'day' || piece.kind === 'agency' || piece.words.includes(')')) evidence = true;
    const isDash = piece.kind === 'mark' && /[–—-]$/u.test(piece.words) && /\s/u.test(text[piece.end] ?? '');
    if (!isDash || !evidence || piece.end >= end) continue;
    const next = pieces[i + 1];
    // « 07/12/2017 - 14:05 - La ville »: what follows the first dash still belongs to the dateline.
    const goesOn = next !== undefined && ['day', 'time', 'agency', 'updated', 'published'].includes(next.kind);
    if (!goesOn) return i;
  }
  return -1;
}

/** Several lines that open with different days: a chronology, and none of them is the day of publication. */
function isChronology(lines: readonly Line[]): boolean {
  const days = new Set<string>();
  for (const { text } of lines.slice(0, 2000)) {
    const day = readDayAt(text, 0);
    if (day && /^\s*[.,:]?\s*[–—:-]/u.test(text.slice(day.end))) days.add(text.slice(0, day.end).toLowerCase());
  }
  return days.size > 1;
}

function chronologyDoubt(): Doubt {
  return {
    span: null,
    rule: 'day-chronology',
    message: {
      fr: "Plusieurs lignes s'ouvrent par une date : c'est une chronologie, aucune ne date la dépêche. Pour la dater : --date.",
      en: 'Several lines open with a date: a chronology, of which none dates the dispatch. To date it: --date.',
    },
  };
}

function doubtOf({ start, end, doubt }: TextDay): Doubt[] {
  const span: Span = { start, end };
  const say = (rule: string, message: Bilingual): Doubt => ({ span, rule, message });
  return doubt ? [say(doubt.rule, doubt.message)] : [];
}
