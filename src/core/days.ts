import { assert } from './assert.ts';

/**
 * A civil time as ISO 8601 writes it, as exact as the words that gave it: a day `2017-12-07`, a month `2017-12`, a year
 * `2017`, or an interval `A/B` of those, with `..` for an end that the words leave open.
 */
export type When = string;

/** The civil days that a `When` covers, both ends included; null where that end is open. */
export type Days = { readonly first: string | null; readonly last: string | null };

const PART = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** True for a day, month or year of the calendar: `2017-02-30` is none. */
export function isDate(text: string): boolean {
  if (!PART.test(text)) return false;
  // `Date` takes 30 February for 2 March, and writes it so.
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** True for a single day, `2017-12-07`. */
export function isDay(text: string): boolean {
  return text.length === 10 && isDate(text);
}

/** True for all that a `When` may be. An interval needs one closed end, and its first day is not after its last. */
export function isWhen(text: string): boolean {
  const parts = text.split('/');
  if (parts.length === 1) return isDate(text);
  if (parts.length !== 2 || parts.every((part) => part === '..')) return false;
  if (!parts.every((part) => part === '..' || isDate(part))) return false;
  const { first, last } = daysOf(text);
  return first === null || last === null || first <= last;
}

/** The days that a `When` covers. Throws an AssertionError on what is none; ask `isWhen` of what a user typed. */
export function daysOf(when: When): Days {
  const [from, to = from] = when.split('/') as [string, string?];
  return { first: from === '..' ? null : firstDay(from), last: to === '..' ? null : lastDay(to) };
}

function firstDay(date: string): string {
  assert(isDate(date), `not a date: ${JSON.stringify(date)}`);
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string): string {
  assert(isDate(date), `not a date: ${JSON.stringify(date)}`);
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** True where the two have a day in common. */
export function shareDay(a: Days, b: Days): boolean {
  const startsInTime = a.first === null || b.last === null || a.first <= b.last;
  const endsInTime = b.first === null || a.last === null || b.first <= a.last;
  return startsInTime && endsInTime;
}

// A dossier of 20,000 dispatches asks this a million times: a civil day is counted in UTC, where each day is as long.
const DAY_MS = 86_400_000;

function millisecondsOf(day: string): number {
  assert(isDay(day), `not a day: ${JSON.stringify(day)}`);
  return Date.parse(day);
}

/** The day so many days later (earlier where negative). `day` is a full day, `2017-12-07`. */
export function addDays(day: string, days: number): string {
  return new Date(millisecondsOf(day) + days * DAY_MS).toISOString().slice(0, -14);
}

/** How many days from one to the other: negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / DAY_MS;
}
