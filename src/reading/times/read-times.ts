import type { Doubt, Reading, Span } from '../../core/index.ts';
import type { TimeContext, TimeMention, TimeRule } from './time.ts';
import { timeRules } from './times.fr.ts';

/** A sentence, as far as its times go: its words, and where they stand in the dispatch. */
export type TimedText = { readonly text: string; readonly span: Span };

type Compiled = { readonly rule: TimeRule; readonly pattern: RegExp };

// `\b` takes « é » for an edge; these edges are those of whole words. Spaces may be any white space.
const compiled: readonly Compiled[] = timeRules.map((rule) => ({
  rule,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${rule.pattern.replaceAll(' ', '\\s')})(?![\\p{L}\\p{N}_])`, 'giu'),
}));

/** The times in one sentence, in order, none within another: where two rules match, the longer match counts. */
export function readTimes({ text, span }: TimedText, context: TimeContext): Reading<TimeMention> {
  const matches: (TimeMention & { readonly missing: boolean })[] = [];
  for (const { rule, pattern } of compiled)
    for (const match of text.matchAll(pattern)) {
      const start = span.start + match.index;
      const at = { start, end: start + match[0].length };
      const days = rule.days(match.groups ?? {}, context);
      const when = days && startsWithSince(match[0]) && !days.includes('/') ? `${days}/..` : days;
      matches.push({
        span: at,
        when: when ?? null,
        given: rule.stated ? 'stated' : 'worked-out',
        rule: rule.name,
        missing: days === undefined,
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
  return { found: longest.filter(({ missing }) => !missing).map(({ missing: _, ...mention }) => mention), doubts };
}

function startsWithSince(words: string): boolean {
  return /^depuis\s/iu.test(words);
}

const length = (span: Span): number => span.end - span.start;
const overlap = (a: Span, b: Span): boolean => Math.min(a.end, b.end) > Math.max(a.start, b.start);
