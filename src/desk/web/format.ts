import type { Quantity } from '../contract/index.ts';
import type { Counted, Lang, Speech } from './words/words.ts';

const LOCALES: Readonly<Record<Lang, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A formatter is slow to make and quick to use: one of each sort is kept for each language. */
function kept<F>(make: (locale: string) => F): (lang: Lang) => F {
  const made = new Map<Lang, F>();
  return (lang) => {
    const known = made.get(lang) ?? make(LOCALES[lang]);
    made.set(lang, known);
    return known;
  };
}

const numbers = kept((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const percents = kept((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const plurals = kept((locale) => new Intl.PluralRules(locale));
const instants = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }));
const dates = (['long', 'short'] as const).map((month) => {
  const sort = (parts: Intl.DateTimeFormatOptions) =>
    kept((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...parts }));
  return [month, { year: sort({}), month: sort({ month }), day: sort({ month, day: 'numeric' }) }] as const;
});
const datesBy = Object.fromEntries(dates) as Readonly<Record<'long' | 'short', (typeof dates)[number][1]>>;

export function numberWords(value: number, { lang }: Pick<Speech, 'lang'>): string {
  return numbers(lang).format(value);
}

export function percentWords(share: number, { lang }: Pick<Speech, 'lang'>): string {
  return percents(lang).format(share);
}

/** « 3 dépêches », « 1 dépêche »: the plural is the language's own. */
export function counted(count: number, noun: Counted, speech: Pick<Speech, 'lang'>): string {
  return `${numberWords(count, speech)} ${nounFor(count, noun, speech)}`;
}

export function nounFor(count: number, { one, other }: Counted, { lang }: Pick<Speech, 'lang'>): string {
  return plurals(lang).select(count) === 'one' ? one : other;
}

/** A civil day, month or year in words, no more exact than it is given: `2017-12` is « décembre 2017 ». */
export function dateWords(date: string, { lang }: Pick<Speech, 'lang'>, month: 'long' | 'short' = 'long'): string {
  const exact = date.length > 7 ? 'day' : date.length > 4 ? 'month' : 'year';
  const first = `${date.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`;
  const shown = datesBy[month][exact](lang).format(new Date(first));
  return lang === 'fr' && /^1 /.test(shown) ? shown.replace(/^1 /, '1er ') : shown;
}

/** An instant as the day it was on this machine. */
export function instantWords(instant: string, { lang }: Pick<Speech, 'lang'>): string {
  return instants(lang).format(new Date(instant));
}

/** A time as the contract writes it, in words: « le 7 décembre 2017 », « depuis 2014 », « jusqu’au 9 novembre 2017 ». */
export function whenWords(when: string, speech: Speech, month: 'long' | 'short' = 'long'): string {
  const { words } = speech;
  const [from, to] = when.split('/') as [string, string?];
  const said = (date: string): string => dateWords(date, speech, month);
  if (to === undefined) return words.onDay(said(from), isDay(from));
  if (from === '..') return words.untilTime(said(to), isDay(to));
  if (to === '..') return words.sinceTime(said(from), isDay(from));
  return words.fromTo(said(from), said(to));
}

/** When something was said: of `../DAY` nobody knows more than that it was by then. */
export function saidWords(said: string | null, speech: Speech, month: 'long' | 'short' = 'long'): string {
  const { words } = speech;
  if (said === null) return words.undated;
  const [from, to] = said.split('/') as [string, string?];
  if (from === '..' && to) return words.noLaterThan(dateWords(to, speech, month), isDay(to));
  return whenWords(said, speech, month);
}

function isDay(date: string): boolean {
  return date.length === 10;
}

/** « moins de 1 000 combattants », « environ 10 % »: the bound of the words is kept. */
export function quantityWords({ value, max, bound, unit }: Quantity, speech: Speech): string {
  const { words } = speech;
  const low = numberWords(value, speech);
  const figure = `${words.bounds[bound]}${max === null ? low : words.range(low, numberWords(max, speech))}`;
  return unit === 'percent' ? words.percent(figure) : words.ofUnit(figure, words.units[unit] ?? unit);
}

/** The name of a language in ours: « espagnol » for `es`. A tag that nobody knows stands for itself. */
export function languageName(tag: string, { lang }: Pick<Speech, 'lang'>): string {
  try {
    return new Intl.DisplayNames([LOCALES[lang]], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/** Names joined: « A, B et C ». */
export function listWords(names: readonly string[], { lang }: Pick<Speech, 'lang'>): string {
  return new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' }).format(names);
}

/** Words of a dispatch on one line, for lists. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
