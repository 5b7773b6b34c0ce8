import { type Doubt, isDay, type Reading, type Span, type When } from '../../core/index.ts';
import type { Token } from '../../language/index.ts';
import { moved } from './calendar.ts';
import { looksAt } from './looks.ts';
import type { TimeContext, TimeExpression, TimeMention, TimeRule, Timex } from './time.ts';
import { timeRules } from './times.fr.ts';
import { type Relation, whenOf } from './when-of.ts';

/** A sentence, as far as its times go: its words, where they stand in the dispatch, and its tokens where it is tagged. */
export type TimedText = { readonly text: string; readonly span: Span; readonly tokens?: readonly Token[] };

/** What is known before a sentence is read: the day the dispatch was written and, where one was told before, that day. */
export type WrittenOn = { readonly writtenOn: When | null; readonly told?: When | null };

type Match = { readonly start: number; readonly end: number; readonly rule: TimeRule; readonly groups: Groups };
type Groups = Readonly<Record<string, string | undefined>>;
type Found = { readonly match: Match; readonly timex: Timex; readonly told: When | null };

type Compiled = { readonly rule: TimeRule; readonly pattern: RegExp };

// `\b` takes « é » for an edge; these edges are those of whole words. Spaces may be any white space.
const compiled: readonly Compiled[] = timeRules.map((rule) => ({
  rule,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}_])(?<!\\p{L}-)(?:${rule.pattern.replaceAll(' ', '\\s')})(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
}));

/** Words that bring an expression in and belong to the mention, by what they make of it. */
const LEADS: readonly (readonly [relation: Relation, pattern: RegExp])[] = [
  ['since', /(?<![\p{L}\p{N}])depuis\s(?:le\s|la\s|l['’])?$/iu],
  ['until', /(?<![\p{L}\p{N}])jusqu(?:['’](?:à\s(?:la\s|l['’])?|au\s|en\s)|e\s)$/iu],
  // « avant la fin du mois de janvier »; of « avant la fin de l'année » the end belongs to the expression
  ['by-the-end', /(?<![\p{L}\p{N}])(?:avant|d['’]ici(?:\sà)?)\sla\sfin\s(?:de\s|du\s|d['’])?$/iu],
  ['at', /(?<![\p{L}\p{N}])dans\sla\snuit\sde\s$/iu],
  ['at', /(?<![\p{L}\p{N}])la\snuit\sde\s$/iu],
  [
    'at',
    /(?<![\p{L}\p{N}])(?:au\scours\s(?:de\s|d['’])?|lors\s(?:de\s)?|durant\s|pendant\s|d['’]ici\s(?:à\s|la\s|l['’])?|à\spartir\s(?:de\s|du\s|d['’])|dès\s(?:le\s)?|au\s|du\s|en\s|à\s(?:la\s|l['’])?|sur\s|dans\s|avant\s|après\s)$/iu,
  ],
];
/** Before a weekday, « de » belongs to the noun that it qualifies, and « à », « dans » to what follows. */
const AFTER: readonly (readonly [relation: Relation, pattern: RegExp])[] = [
  ['earlier', /^\s(?:plus\stôt|auparavant|avant)(?![\p{L}])/iu],
  ['later', /^\s(?:plus\stard|après)(?![\p{L}])/iu],
];

/** Before an expression that begins with « fin »: « avant la fin de l'année », « d'ici fin mai ». */
const BEFORE_END = /(?<![\p{L}\p{N}])(?:avant|d['’]ici(?:\sà)?)\s(?:la\s)?$/iu;

/**
 * The time expressions of one sentence in TimeML's extents and values, in order, none within another: where two rules
 * match, the longer match counts. Expressions that count from a day told (« le lendemain », « à 20 h ») take the one told
 * last in the sentence, else the next in it, else the one given.
 */
export function readTimex(sentence: TimedText, context: WrittenOn): Reading<TimeExpression> {
  const { found, doubts } = readAll(sentence, context);
  return {
    found: found.map(({ match, timex }) => ({
      span: { start: match.start + sentence.span.start, end: match.end + sentence.span.start },
      ...timex,
      rule: match.rule.name,
    })),
    doubts,
  };
}

/** The times that a sentence gives to what it tells, in order, in days. Two days that make a stretch are one mention. */
export function readTimes(sentence: TimedText, context: WrittenOn): Reading<TimeMention> {
  const { text, span } = sentence;
  const { found, doubts } = readAll(sentence, context);
  const mentions = found.flatMap(({ match, timex, told }): TimeMention[] => {
    const before = text.slice(0, match.start);
    const after = AFTER.find(([, pattern]) => pattern.test(text.slice(match.end)));
    const tail = after && timex.type === 'DURATION' ? after[1].exec(text.slice(match.end))![0].length : 0;
    const lead = LEADS.find(([, pattern]) => pattern.test(before));
    const length = lead ? lead[1].exec(before)![0].length : 0;
    const isEnd = /^(?:la\s)?fin\s/iu.test(text.slice(match.start)) && BEFORE_END.test(before);
    const relation: Relation =
      tail > 0 ? after![0] : match.rule.back ? 'back' : isEnd ? 'by-the-end' : (lead?.[0] ?? 'at');
    const when = whenOf(timex, relation, { writtenOn: context.writtenOn, told });
    if (match.rule.background || (when === null && (timex.type === 'SET' || (timex.type === 'DURATION' && tail === 0))))
      return [];
    return [
      {
        span: { start: span.start + match.start - length, end: span.start + match.end + tail },
        when,
        given: match.rule.stated ? 'stated' : 'worked-out',
        rule: match.rule.name,
      },
    ];
  });
  return { found: joined(mentions, text, span.start), doubts };
}

function readAll(
  { text, span, tokens }: TimedText,
  { writtenOn, told = null }: WrittenOn,
): { found: Found[]; doubts: Doubt[] } {
  const matches: Match[] = [];
  for (const { rule, pattern } of compiled)
    for (const match of text.matchAll(pattern)) {
      if (isNoTime(text, match.index, match[0])) continue;
      if (
        rule.tags &&
        tokens &&
        !tokens.some(({ start, upos }) => start === match.index + span.start && rule.tags!.includes(upos))
      )
        continue;
      const end = match.index + match[0].trimEnd().length;
      matches.push({ start: match.index, end, rule, groups: match.groups ?? {} });
    }
  const longest = matches
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(
      (one, i, all) =>
        !all.slice(0, i).some((other) => Math.min(one.end, other.end) > Math.max(one.start, other.start)),
    )
    .sort((a, b) => a.start - b.start);
  const doubts: Doubt[] = [];
  const found: Found[] = [];
  const valued = (match: Match, day: When | null): Timex | undefined => {
    const context: TimeContext = { writtenOn, told: day, looks: looksAt(text, span, tokens, match.start, match.end) };
    return match.rule.timex(match.groups, context);
  };
  const dayOf = (timex: Timex | undefined): When | null => {
    const day = timex?.value?.slice(0, 10) ?? null;
    return day !== null && isDay(day) ? day : null;
  };
  longest.forEach((match, i) => {
    const earlier = found.findLast((one) => dayOf(one.timex) !== null);
    const next = longest.slice(i + 1).find(({ rule }) => /^(?:weekday|day-|yesterday|today|tomorrow)/.test(rule.name));
    const own = earlier ? dayOf(earlier.timex) : match.rule.name === 'clock' && next ? dayOf(valued(next, null)) : null;
    const timex = valued(match, own ?? told);
    if (timex) found.push({ match, timex, told: own ?? told });
    else {
      const words = text.slice(match.start, match.end);
      doubts.push({
        span: { start: match.start + span.start, end: match.end + span.start },
        rule: match.rule.name,
        message: {
          fr: `« ${words} » : ce jour n’existe pas.`,
          en: `« ${words} » looks like a date, but there is no such day.`,
        },
      });
    }
  });
  return { found, doubts };
}

/** Nouns of which « de dix ans » tells how long they last; of others it tells the age. */
const LASTING =
  /(?<!\p{L})(?:peine|prison|période|durée|plan|bail|contrat|règne|guerre|carrière|mandat|histoire|terme|bout|cycle|ferme|réclusion|emprisonnement|détention|captivité|exil|conflit|crise|attente|absence|pause|trêve|siège|enquête|travail|présence|suspension|interdiction|délai|programme|accord|moins|plus|près|sursis|sommeil|silence|négociations?|tractations?|combats?)\s(?:de\s|d['’])$/iu;

/** « Odile Marsac, 34 ans, », « âgé de 6 ans », « une femme de 26 ans », « les 6-16 ans »: an age, which the same words write. */
function isNoTime(text: string, start: number, words: string): boolean {
  if (!/\sans$/iu.test(words) || /^(?:il|dans|d['’])/iu.test(words)) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(start + words.length, start + words.length + 2);
  if (/âgée?s?\s(?:de\s|d['’])$/iu.test(before)) return true;
  if (/(?:[,(]\s?|\d[-–])$/u.test(before) && /^(?:[,).;\s«»"]|$)/u.test(after) && /\d/.test(words)) return true;
  return /\p{L}{3}\s(?:de\s|d['’])$/iu.test(before) && !LASTING.test(before) && !/^(?:plus|moins|près)/i.test(words);
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

/** Words before the first of two days that make them the ends of one stretch. */
const OPENS_STRETCH = /(?:^|[^\p{L}])(?<opening>(?:entre|de|d['’])\s?(?:le\s|l['’])?)$/iu;

function stretchOf(first: TimeMention, last: TimeMention, text: string, offset: number): TimeMention | null {
  if (first.when === null || last.when === null) return null;
  const told = first.when.replace('/..', '').replace('../', '');
  const to = last.when.replace('../', '').replace('/..', '');
  // « entre le 20 octobre et le 2 décembre 1994 »: the year of the second is the first's
  const lent = `${to.slice(0, 4)}${told.slice(4)}`;
  const hasYear = /\d{4}/.test(text.slice(first.span.start - offset, first.span.end - offset));
  const from = isDay(told) && isDay(to) && told > to && !hasYear && lent <= to ? lent : told;
  if (from.includes('/') || to.includes('/')) return null;
  const before = text.slice(0, first.span.start - offset);
  const words = text.slice(first.span.start - offset, first.span.end - offset);
  const between = text.slice(first.span.end - offset, last.span.end - offset);
  const opening = OPENS_STRETCH.exec(before)?.groups?.opening ?? '';
  const toward = /^\s(?:à|au|jusqu['’](?:à|au|en))\s/iu.test(between);
  const isStretch =
    (/^entre/i.test(opening) && /^\set\s/u.test(between)) ||
    ((opening !== '' || /^(?:d[eu]|depuis|dans la nuit de|la nuit de)\s/iu.test(words)) && toward) ||
    (/^les\s/iu.test(words) && /^\set\s/u.test(between) && first.rule === 'day-of-pair') ||
    (first.rule === 'day-of-pair' && toward);
  const near = last.span.start - first.span.end <= 12;
  if (!isStretch || !near) return null;
  // « de mardi à mercredi », written on a Tuesday: the Wednesday after it.
  const end = to < from && isDay(to) ? moved(to, { days: 7 })! : to;
  if (end < from) return null;
  const span = { start: first.span.start - opening.length, end: last.span.end };
  return { ...first, span, when: from === end ? from : `${from}/${end}`, rule: 'stretch' };
}
