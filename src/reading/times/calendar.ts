import { Temporal } from 'temporal-polyfill';
import { daysOf, isDate, type When } from '../../core/index.ts';

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** 1 to 12; 0 for what is no month. Accents may lack (« fevrier », « aout »). */
export function monthNumber(word: string): number {
  return MONTHS.findIndex((month) => fold(month) === fold(word)) + 1;
}

/** 1 (Monday) to 7; 0 for what is no day of the week. */
export function weekdayNumber(word: string): number {
  const days: readonly string[] = WEEKDAYS;
  return days.indexOf(fold(word)) + 1;
}

/** The day of the calendar, or undefined where there is none: 31 June. */
export function dayOf(year: number, month: number, day: number): When | undefined {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** The written day as a full day; null where only its month or year is known. */
export function fullDay(writtenOn: When | null): Temporal.PlainDate | null {
  return writtenOn?.length === 10 ? Temporal.PlainDate.from(writtenOn) : null;
}

/** The written year, which a month or a year gives too. */
export function writtenYear(writtenOn: When | null): number | null {
  return writtenOn ? Number(writtenOn.slice(0, 4)) : null;
}

/** How far ahead a day without a year may lie before last year's is meant: news looks ahead by weeks, back by months. */
const LOOKS_AHEAD_DAYS = 60;

/** The year of a day or month that the words give without one: the last such before the written day, or one soon after. */
export function yearFor(writtenOn: When | null, month: number, day = 1): number | null {
  const year = writtenYear(writtenOn);
  if (year === null || writtenOn === null) return null;
  const written = Temporal.PlainDate.from(daysOf(writtenOn).last!);
  const candidate = Temporal.PlainDate.from({ year, month, day });
  const ahead = written.until(candidate, { largestUnit: 'days' }).days;
  if (ahead > LOOKS_AHEAD_DAYS) return year - 1;
  return ahead < LOOKS_AHEAD_DAYS - 365 ? year + 1 : year; // « le 3 janvier » in a dispatch of late December
}

/** The last such weekday up to the written day, itself included, or the next after it. */
export function weekday(writtenOn: When | null, number: number, side: 'past' | 'future' | 'before'): When | null {
  const written = fullDay(writtenOn);
  if (!written) return null;
  const back = (written.dayOfWeek - number + 7) % 7;
  if (side === 'future') return written.add({ days: 7 - back }).toString();
  return written.subtract({ days: side === 'before' && back === 0 ? 7 : back }).toString();
}

/** The written day moved by a span of time; null where it is not known to the day. */
export function moved(writtenOn: When | null, by: Temporal.DurationLike): When | null {
  return fullDay(writtenOn)?.add(by).toString() ?? null;
}

/** The written day's month or year, moved. */
export function movedMonth(writtenOn: When | null, months: number): When | null {
  if (!writtenOn || writtenOn.length < 7) return null;
  return Temporal.PlainYearMonth.from(writtenOn.slice(0, 7)).add({ months }).toString();
}

/** A day moved back by months and days: 31 May less three months is 28 February. */
export function dayBefore(day: When, months: number, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).subtract({ days }).toString();
}

/** Easter Sunday (Meeus, Jones and Butcher's Gregorian rule), on which Ascension and Whitsun depend. */
export function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

/** The ISO week of a day, moved by weeks: `2017-W52`. */
export function isoWeek(writtenOn: When | null, weeks: number): string | null {
  const day = fullDay(writtenOn)?.add({ weeks });
  return day ? `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}` : null;
}

/** Monday to Sunday of an ISO week. */
export function daysOfWeek(year: number, week: number): { readonly monday: string; readonly sunday: string } {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 }); // always in the first week
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return { monday: monday.toString(), sunday: monday.add({ days: 6 }).toString() };
}

/** The nth such weekday of a month, `2016-05`; the last where n is null. */
export function nthWeekday(month: When, number: number, n: number | null): When {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const ahead = (number - first.dayOfWeek + 7) % 7;
  if (n !== null) return first.add({ days: ahead + 7 * (n - 1) }).toString();
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - number + 7) % 7 }).toString();
}
