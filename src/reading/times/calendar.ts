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

/** Monday to Sunday of the written day's week, moved by weeks. */
export function movedWeek(writtenOn: When | null, weeks: number): When | null {
  const written = fullDay(writtenOn);
  if (!written) return null;
  const monday = written.subtract({ days: written.dayOfWeek - 1 }).add({ weeks });
  return `${monday}/${monday.add({ days: 6 })}`;
}

/** Up to the written day: « ces derniers jours ». */
export function upTo(writtenOn: When | null): When | null {
  return writtenOn ? `../${daysOf(writtenOn).last}` : null;
}
