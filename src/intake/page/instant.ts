import { isDate } from '../../core/index.ts';
import { readDayAt } from '../day/read-day.ts';

/** A publication day as metadata states it. */
export type StatedInstant = {
  /** The civil day (month, year) in the instant's own offset: that of the place of publication. */
  readonly date: string;
  /** ISO 8601 with its offset; null where no hour, or no offset, is given. */
  readonly instant: string | null;
  /** Where it stands: `JSON-LD datePublished`, `meta article:published_time`. */
  readonly from: string;
};

const ISO =
  /^(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2}))?(?:[.,]\d+)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu;
const MAIL =
  /^(?:[a-z]{3},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]*\s+(?<year>\d{4})(?:\s+(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s+(?<offset>[+-]\d{4}|GMT|UTC?|Z))?)?$/iu;
const MAIL_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day in the forms of metadata: ISO 8601, basic or extended, that of mail headers, or as French writes it. Null where it is none. */
export function instantOf(words: string, from: string): StatedInstant | null {
  const text = words.trim().replace(/^(\d{4})(\d{2})(\d{2})(?=T|$)/u, '$1-$2-$3');
  const iso = ISO.exec(text)?.groups;
  if (iso) return stated(iso.date!, iso, from);
  const mail = MAIL.exec(text)?.groups;
  const month = mail ? MAIL_MONTHS.indexOf(mail.month!.toLowerCase()) + 1 : 0;
  if (mail && month > 0) return stated(`${mail.year}-${pad(month)}-${mail.day!.padStart(2, '0')}`, mail, from);
  const french = readDayAt(text, 0);
  return french?.date && french.doubt === null ? { date: french.date, instant: null, from } : null;
}

function stated(date: string, parts: Record<string, string | undefined>, from: string): StatedInstant | null {
  if (!isDate(date)) return null;
  const { hour, minute, second = '00', offset } = parts;
  if (hour === undefined || offset === undefined || date.length !== 10) return { date, instant: null, from };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  return { date, instant: `${date}T${hour}:${minute}:${second}${offsetOf(offset)}`, from };
}

function offsetOf(written: string): string {
  if (/^(?:Z|GMT|UTC?)$/iu.test(written)) return 'Z';
  const digits = written.slice(1).replace(':', '').padEnd(4, '0');
  return `${written[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
