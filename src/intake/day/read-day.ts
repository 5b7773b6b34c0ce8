import { Temporal } from 'temporal-polyfill';
import { type Bilingual, isDate, type Span } from '../../core/index.ts';
import { type DayForm, dayForms, MONTHS, WEEKDAYS } from './forms.fr.ts';

/** A day as words state it. */
export type StatedDay = Span & {
  /** ISO 8601, as exact as the words; null where they make no date (see `doubt`). */
  readonly date: string | null;
  /** True where day and month could change places: 07/12/2017, of which only custom says that it is December. */
  readonly byCustom: boolean;
  /** Name of the form. */
  readonly form: string;
  /** What is unclear about it, whether or not it gives a date. */
  readonly doubt: { readonly rule: string; readonly message: Bilingual } | null;
};

const compiled = dayForms.map((form) => ({
  form,
  pattern: new RegExp(`(?:${form.pattern})(?![\\p{L}\\p{N}])`, 'iuy'),
}));

/** The day that stands at an index of a text, by the first form that fits; null where none does. */
export function readDayAt(text: string, index: number): StatedDay | null {
  for (const { form, pattern } of compiled) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match) return stated(form, match[0], match.groups ?? {}, index);
  }
  return null;
}

function stated(form: DayForm, words: string, groups: Record<string, string | undefined>, start: number): StatedDay {
  const base = { start, end: start + words.length, form: form.name, byCustom: false };
  const { weekday, day, month, year } = groups;
  if (form.lacks === 'year') return { ...base, date: null, doubt: withoutYear(words) };
  if (form.lacks === 'century') return { ...base, date: null, doubt: shortYear(words) };
  const monthNumber = monthOf(month!);
  const dayNumber = day === undefined ? null : Number.parseInt(day, 10);
  const date = [year, pad(monthNumber), ...(dayNumber === null ? [] : [pad(dayNumber)])].join('-');
  if (form.name === 'numeric-day' && monthNumber > 12 && dayNumber! <= 12)
    return { ...base, date: null, doubt: monthFirst(words) };
  if (!isDate(date)) return { ...base, date: null, doubt: noSuchDay(words) };
  const byCustom =
    form.name === 'numeric-day' && dayNumber! <= 12 && dayNumber !== monthNumber && weekday === undefined;
  return { ...base, date, byCustom, doubt: weekday === undefined ? null : wrongWeekday(words, weekday, date) };
}

function monthOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  return 1 + MONTHS.findIndex((month) => new RegExp(`^(?:${month})$`, 'iu').test(written));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function wrongWeekday(words: string, weekday: string, date: string): StatedDay['doubt'] {
  const real = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]!;
  if (real === weekday.toLowerCase()) return null;
  return {
    rule: 'day-weekday',
    message: {
      fr: `« ${words} » : le ${date} est un ${real}. L'un des deux est faux.`,
      en: `“${words}”: ${date} is another day of the week (${real}). One of the two is wrong.`,
    },
  };
}

function withoutYear(words: string): StatedDay['doubt'] {
  return {
    rule: 'day-without-year',
    message: {
      fr: `« ${words} » ne dit pas l'année : ce jour ne date pas la dépêche. Donnez-le en entier : --date 2017-12-07.`,
      en: `“${words}” does not say the year, so it does not date the dispatch. Give the day in full: --date 2017-12-07.`,
    },
  };
}

function shortYear(words: string): StatedDay['doubt'] {
  return {
    rule: 'day-short-year',
    message: {
      fr: `« ${words} » : année à deux chiffres, le siècle n'est pas deviné. Donnez le jour en entier : --date 2017-12-07.`,
      en: `“${words}”: a year of two digits, and we do not guess the century. Give the day in full: --date 2017-12-07.`,
    },
  };
}

function monthFirst(words: string): StatedDay['doubt'] {
  return {
    rule: 'day-order',
    message: {
      fr: `« ${words} » n'est une date que si le mois vient en premier : l'ordre n'est pas deviné. Donnez le jour : --date 2017-12-25.`,
      en: `“${words}” is a date only with the month first, and we do not guess the order. Give the day: --date 2017-12-25.`,
    },
  };
}

function noSuchDay(words: string): StatedDay['doubt'] {
  return {
    rule: 'day-impossible',
    message: {
      fr: `« ${words} » a la forme d'une date, mais ce jour n'existe pas.`,
      en: `“${words}” looks like a date, but there is no such day.`,
    },
  };
}
