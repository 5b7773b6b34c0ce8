import { daysOf, isDate, type When } from '../../core/index.ts';
import { dayBefore, daysOfWeek } from './calendar.ts';
import type { Timex } from './time.ts';
import { away } from './times.fr.ts';

/** What brings an expression in: « depuis » opens a stretch, « jusqu'à » and « avant la fin de » close one, « plus tôt » counts back. */
export type Relation = 'at' | 'since' | 'until' | 'by-the-end' | 'back' | 'earlier' | 'later';

const UNITS: Readonly<Record<string, string>> = { D: 'jour', W: 'semaine', M: 'mois', Y: 'an' };
const SEASON_MONTHS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  SP: ['03', '05'],
  SU: ['06', '08'],
  FA: ['09', '11'],
  H1: ['01', '06'],
  H2: ['07', '12'],
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
};

/** The days of an expression, by what brings it in; null where they are vague, or counted from an unknown day. */
export function whenOf(
  { type, value }: Timex,
  relation: Relation,
  { writtenOn, told }: { readonly writtenOn: When | null; readonly told: When | null },
): When | null {
  if (value === null || type === 'SET') return null;
  if (type === 'DURATION') return whenOfDuration(value, relation, writtenOn, told);
  const days = calendarDays(value);
  if (days === null) return null;
  if (relation === 'since') return days.includes('/') ? `${daysOf(days).first}/..` : `${days}/..`;
  if (relation === 'until') return `../${days.includes('/') ? daysOf(days).last : days}`;
  if (relation === 'by-the-end') return `../${daysOf(days).last}`;
  return days;
}

function whenOfDuration(value: string, relation: Relation, writtenOn: When | null, told: When | null): When | null {
  const parts = /^P(T?)(\d+(?:\.\d+)?|X)([A-Z])$/.exec(value);
  if (!parts || relation === 'at' || relation === 'until' || relation === 'by-the-end') return null;
  const [, clock, number, letter] = parts;
  const unit = clock ? (letter === 'H' ? 'heure' : 'minute') : UNITS[letter!]!;
  const vague = number === 'X';
  if (relation === 'earlier' || relation === 'later') {
    if (vague || clock) return null;
    return away(relation === 'earlier' ? -Number(number) : Number(number), unit, told);
  }
  if (vague) return writtenOn ? `../${daysOf(writtenOn).last}` : null;
  if (relation === 'since') {
    const from = away(-Number(number), unit, writtenOn);
    return from && `${from}/..`;
  }
  // « les trois derniers mois »: to the day, for the stretch ends on one
  const exact = writtenOn?.length === 10 ? backFrom(writtenOn, Number(number), unit) : null;
  return exact && `${exact}/${writtenOn}`;
}

function backFrom(writtenOn: When, n: number, unit: string): string {
  const { monthsBack, daysBack } = {
    jour: { monthsBack: 0, daysBack: n },
    semaine: { monthsBack: 0, daysBack: 7 * n },
    mois: { monthsBack: n, daysBack: 0 },
    an: { monthsBack: 12 * n, daysBack: 0 },
    heure: { monthsBack: 0, daysBack: Math.ceil(n / 24) },
    minute: { monthsBack: 0, daysBack: 0 },
  }[unit]!;
  return dayBefore(writtenOn, monthsBack, daysBack);
}

/** The days of a value of a date or a time of day: `2017-W52` is Monday to Sunday, `196X` ten years. */
function calendarDays(value: string): When | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0];
  if (day) return day;
  if (isDate(value)) return value;
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const { monday, sunday } = daysOfWeek(Number(week[1]), Number(week[2]));
    return `${week[3] ? dayBefore(sunday, 0, 1) : monday}/${sunday}`;
  }
  const part = /^(\d{4})-(SP|SU|FA|WI|H1|H2|Q[1-4])$/.exec(value);
  if (part) {
    const [, year, letters] = part as unknown as [string, string, string];
    const months = SEASON_MONTHS[letters];
    return months ? `${year}-${months[0]}/${year}-${months[1]}` : `${year}-12/${Number(year) + 1}-02`;
  }
  const decade = /^(\d{3})X$/.exec(value);
  if (decade) return `${decade[1]}0/${decade[1]}9`;
  const century = /^(\d{2})XX$/.exec(value);
  return century ? `${century[1]}00/${century[1]}99` : null;
}
