import { type Doubt, isDay, type Reading, type Span, type When } from '../../core/index.ts';
import { moved } from './calendar.ts';
import type { TimeContext, TimeMention, TimeRule } from './time.ts';
import { timeRules } from './times.fr.ts';

/** A sentence, as far as its times go: its words, and where they stand in the dispatch. */
export type TimedText = { readonly text: string; readonly span: Span };

type Match = TimeMention & {
  readonly missing: boolean;
  /** Counts it from a day that the sentence tells of; null where it counts from the day it was written. */
  readonly counted: ((day: When | null) => When | null) | null;
};

/** « depuis » before the words of a rule that does not know it: « depuis le 6 juin ». */
const SINCE = /(?<![\p{L}\p{N}])depuis\s(?:le\s|la\s|l['’])?$/iu;

type Compiled = { readonly rule: TimeRule; readonly pattern: RegExp };

// `\b` takes « é » for an edge; these edges are those of whole words. Spaces may be any white space.
const compiled: readonly Compiled[] = timeRules.map((rule) => ({
  rule,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${rule.pattern.replaceAll(' ', '\\s')})(?![\\p{L}\\p{N}_])`, 'giu'),
}));

/** The times in one sentence, in order, none within another: where two rules match, the longer match counts. */
export function readTimes({ text, span }: TimedText, context: TimeContext): Reading<TimeMention> {
  const matches: Match[] = [];
  for (const { rule, pattern } of compiled)
    for (const match of text.matchAll(pattern)) {
      const since = SINCE.exec(text.slice(0, match.index))?.[0].length ?? 0;
      const start = span.start + match.index - since;
      const at = { start, end: start + since + match[0].length };
      const days = rule.days(match.groups ?? {}, rule.from === 'told-day' ? { writtenOn: null } : context);
      const when = days && (since > 0 || startsWithSince(match[0])) && !days.includes('/') ? `${days}/..` : days;
      matches.push({
        span: at,
        when: when ?? null,
        given: rule.stated ? 'stated' : 'worked-out',
        rule: rule.name,
        missing: days === undefined,
        counted: rule.from === 'told-day' ? (day) => rule.days(match.groups ?? {}, { writtenOn: day }) ?? null : null,
      });
    }
  const longest = matches
    .sort((a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start)
    .filter((one, i, all) => !all.slice(0, i).some((other) => overlap(one.span, other.span)))
    .sort((a, b) => a.span.start - b.span.start);
  const doubts: Doubt[] = longest
    .filter(({ missing }) => missing)
    .map(({ span: at, rule }) => {
      const words = text.slice(at.start - span.start, at.end - span.start);
      return {
        span: at,
        rule,
        message: {
          fr: `« ${words} » : ce jour n’existe pas.`,
          en: `« ${words} » looks like a date, but there is no such day.`,
        },
      };
    });
  const found = longest.filter(({ missing }) => !missing);
  return { found: joined(fromToldDays(found), text, span.start), doubts };
}

/** « la veille », « trois jours plus tard »: counted from the day told last before it, where there is one. */
function fromToldDays(found: readonly Match[]): TimeMention[] {
  return found.map(({ missing: _, counted, ...mention }, i) => {
    const told = counted && found.slice(0, i).findLast(({ when }) => when !== null && isDay(when));
    return told ? { ...mention, when: counted(told.when) } : mention;
  });
}

/** « entre lundi et mercredi », « du 3 mai au 5 juin », « dans la nuit de jeudi à vendredi »: two days are a stretch. */
function joined(found: readonly TimeMention[], text: string, offset: number): TimeMention[] {
  const all: TimeMention[] = [];
  for (const mention of found) {
    const first = all.at(-1);
    const stretch = first && stretchOf(first, mention, text, offset);
    if (stretch) all.splice(-1, 1, stretch);
    else all.push(mention);
  }
  return all;
}

function stretchOf(first: TimeMention, last: TimeMention, text: string, offset: number): TimeMention | null {
  if (!first.when || !last.when || !isDay(first.when.replace('/..', '')) || !isDay(last.when)) return null;
  const before = text.slice(0, first.span.start - offset);
  const words = text.slice(first.span.start - offset, first.span.end - offset);
  const between = text.slice(first.span.end - offset, last.span.start - offset);
  const opening = /entre\s(?:le\s)?$/iu.exec(before)?.[0] ?? /\bde\s$/iu.exec(before)?.[0] ?? '';
  const isStretch =
    (/^entre/i.test(opening) && /^\set\s(?:le\s)?$/u.test(between)) ||
    ((opening !== '' || /^(?:d[eu]|depuis|dans la nuit de|la nuit de)\s/iu.test(words)) &&
      /^\s(?:à|au|jusqu['’]à|jusqu['’]au)\s?(?:le\s)?$/u.test(between)) ||
    (/^(?:d[eu]|depuis)\s/iu.test(words) &&
      between === ' ' &&
      /^(?:au|à)\s/iu.test(text.slice(last.span.start - offset)));
  if (!isStretch) return null;
  const from = first.when.replace('/..', '');
  // « de mardi à mercredi », written on a Tuesday: the Wednesday after it.
  const to = last.when < from ? moved(last.when, { days: 7 })! : last.when;
  if (to < from) return null;
  const span = { start: first.span.start - opening.length, end: last.span.end };
  return { ...first, span, when: from === to ? from : `${from}/${to}`, rule: 'stretch' };
}

function startsWithSince(words: string): boolean {
  return /^depuis\s/iu.test(words);
}

const length = (span: Span): number => span.end - span.start;
const overlap = (a: Span, b: Span): boolean => Math.min(a.end, b.end) > Math.max(a.start, b.start);
