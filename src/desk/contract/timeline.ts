import * as z from 'zod';
import { certainty, claimType, dispatchRef, source } from './claims.ts';
import { bilingual, day, days, format, names, orNull, placeNames, several, span } from './common.ts';
import { FINDING_KINDS } from './dossiers.ts';

export const TIMELINE_CLOCKS = ['held', 'said'] as const;
export type TimelineClock = (typeof TIMELINE_CLOCKS)[number];
export const TIMELINE_LANES = ['party', 'source'] as const;
export type TimelineLanes = (typeof TIMELINE_LANES)[number];
/** Most claims that a timeline gives one by one; of more, lanes give how many there are in each bin. */
export const MOST_ON_TIMELINE = 2000;

export const timelineQuery = z.object({
  clock: z.enum(TIMELINE_CLOCKS).default('held').describe('`held`: when it was so; `said`: when it was said'),
  lanes: z.enum(TIMELINE_LANES).default('party').describe('`party`: who acts or is acted on; `source`: who says it'),
  first: day
    .optional()
    .describe('The window; where neither end is given, the days on which the middle 95 % of the claims lie'),
  last: day.optional(),
  type: several,
  party: several.describe('Parties that act or are acted on, those under them included'),
  place: several.describe('Place ids; a claim about a place within counts'),
  source: several.describe('A party, with all that stand under it, or the name of an outlet or speaker'),
  certainty: several,
  items: z.coerce.number().int().min(0).max(MOST_ON_TIMELINE).default(600).describe('Most claims one by one'),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;

export const timelineItem = z
  .object({
    ...span.shape,
    claim: z.string(),
    dispatch: dispatchRef,
    text: z.string(),
    type: claimType,
    certainty,
    source,
    at: days.describe('The days on the clock asked for, as exact as the words give them; drawn as a span'),
    exact: z.boolean().describe('True for a single day that the words give or settle'),
    contested: z.boolean(),
  })
  .meta({ id: 'TimelineItem' });
export type TimelineItem = z.infer<typeof timelineItem>;

export const timelineLane = z
  .object({
    id: z.string().describe('A party id, or what `source` takes; empty for claims of nobody in particular'),
    label: bilingual,
    total: z.int().min(0).describe('Claims in the window'),
    undated: z.int().min(0).describe('Claims that have no day on this clock'),
    bins: z.array(z.object({ first: z.string(), last: z.string(), claims: z.int().min(1), contested: z.int().min(0) })),
    items: orNull(z.array(timelineItem)).describe('Null where there are more than asked for: zoom in, or filter'),
  })
  .meta({ id: 'TimelineLane' });
export type TimelineLane = z.infer<typeof timelineLane>;

export const timelineMark = z
  .object({
    finding: z.string(),
    kind: z.enum(FINDING_KINDS),
    question: z.string(),
    sentence: bilingual,
    a: z.object({ lane: z.string(), at: days, claim: z.string().nullable() }),
    b: z.object({ lane: z.string(), at: days, claim: z.string().nullable() }),
  })
  .meta({ id: 'TimelineMark', description: 'A finding between two accounts, each on its lane and at its time' });

export const TIMELINE_BINS = ['day', 'week', 'month', 'year'] as const;

export const timelineDocument = z
  .object({
    format,
    clock: z.enum(TIMELINE_CLOCKS),
    by: z.enum(TIMELINE_LANES),
    range: orNull(z.object({ first: z.string(), last: z.string() })).describe('All days that fitting claims tell of'),
    window: orNull(z.object({ first: z.string(), last: z.string() })),
    bin: z.enum(TIMELINE_BINS),
    total: z.int().min(0),
    lanes: z.array(timelineLane).describe('Most claims first'),
    marks: z.array(timelineMark),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'Timeline' });
export type TimelineDocument = z.infer<typeof timelineDocument>;
