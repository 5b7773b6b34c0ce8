import * as z from 'zod';
import { bound, certainty, dispatchRef, source } from './claims.ts';
import { bilingual, days, format, names, orNull, page, pageQuery, placeNames, several, span, when } from './common.ts';
import { finding, question } from './dossiers.ts';
import { perspectiveQuery } from './places.ts';

export const SERIES_KINDS = ['strength', 'casualties', 'displacement', 'control'] as const;

export const seriesEntry = z
  .object({
    question: z.string(),
    kind: z.enum(SERIES_KINDS).describe('`control`: a share of a place, in percent'),
    unit: z.string(),
    party: z.string().nullable(),
    place: z.string().nullable(),
    sentence: bilingual,
    points: z.int().min(1),
    sources: z.int().min(1),
    first: z.string().nullable(),
    last: z.string().nullable(),
    contested: z.boolean(),
  })
  .meta({ id: 'SeriesEntry', description: 'A counted question and one unit that its answers are in' });
export type SeriesEntry = z.infer<typeof seriesEntry>;

export const seriesListQuery = z.object({
  ...pageQuery.shape,
  kind: several,
  party: several,
  place: several,
});
export type SeriesListQuery = z.infer<typeof seriesListQuery>;

export const seriesListDocument = z
  .object({ format, ...page.shape, series: z.array(seriesEntry), parties: names, places: placeNames })
  .meta({ id: 'SeriesList' });
export type SeriesListDocument = z.infer<typeof seriesListDocument>;

export const seriesPoint = z
  .object({
    ...span.shape,
    claim: z.string(),
    dispatch: dispatchRef,
    text: z.string(),
    source,
    by: z.string().describe('Points of one `by` are one source: a party at the top of its line, else a name'),
    byLabel: bilingual,
    value: z.number(),
    max: z.number().nullable(),
    bound,
    low: z.number().nullable().describe('The least that the words allow; null where they set no lower limit'),
    high: z.number().nullable().describe('The most that the words allow; null where they set no upper limit'),
    said: when.nullable(),
    saidDays: orNull(days).describe('The days on which it was said, as far as known'),
    heldDays: orNull(days).describe('The days that it counts'),
    at: z
      .string()
      .nullable()
      .describe('Where it stands on the axis: the last day it tells of, else by which it was said'),
    certainty,
    parties: z.array(z.string()),
    places: z.array(z.string()),
    supersededBy: z.string().nullable().describe('The claim of the same source that replaces it'),
    contradicts: z.array(z.string()).describe('Claims that no number fits together with'),
  })
  .meta({ id: 'SeriesPoint', description: 'One figure, with its bounds, who gave it and its words' });
export type SeriesPoint = z.infer<typeof seriesPoint>;

export const seriesQuery = z.object({
  ...perspectiveQuery.shape,
  unit: z.string().optional().describe('The unit with most points where absent'),
});
export type SeriesQuery = z.infer<typeof seriesQuery>;

export const seriesDocument = z
  .object({
    format,
    question,
    unit: z.string(),
    units: z.array(z.object({ unit: z.string(), points: z.int().min(1) })),
    believe: z.array(z.string()),
    points: z.array(seriesPoint).describe('By `at`; those that nobody can date last'),
    findings: z.array(finding),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'Series', description: 'A counted question over time' });
export type SeriesDocument = z.infer<typeof seriesDocument>;
