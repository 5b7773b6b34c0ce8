import * as z from 'zod';
import { claim, dispatchRef, MADE_BY, statement } from './claims.ts';
import { format, instant, names, orNull, placeNames, span } from './common.ts';
import { dispatchSummary } from './dossiers.ts';

export const NOISE_KINDS = ['header', 'dateline', 'byline', 'teaser', 'related', 'navigation'] as const;

export const noise = z
  .object({ ...span.shape, kind: z.enum(NOISE_KINDS), rule: z.string() })
  .meta({ id: 'Noise', description: 'A stretch of text that is not part of the story' });
export type Noise = z.infer<typeof noise>;

export const readingSummary = z
  .object({
    madeBy: z.enum(MADE_BY),
    reader: z
      .object({ reader: z.string(), language: z.string(), data: z.string() })
      .describe('Versions of what read it'),
    published: z.string().nullable().describe('The publication day that it was read with'),
    learned: instant,
  })
  .meta({ id: 'ReadingSummary' });

export const FOLD_KINDS = ['same-text', 'shared-words', 'retold', 'by-hand'] as const;

export const dispatchDocument = z
  .object({
    format,
    dispatch: z.object({
      ...dispatchSummary.shape,
      sha256: z.string().describe('Of the bytes as they came, 64 hexadecimal digits'),
      fileFormat: z.enum(['text', 'html']),
      encoding: z.string(),
      learned: instant,
      author: z.string().describe('Who added it'),
      publishedInText: z.string().nullable(),
      reading: orNull(readingSummary),
    }),
    text: z.string().describe('As stored; every offset counts UTF-16 code units of it'),
    noise: z.array(noise),
    statements: z.array(statement),
    claims: z.array(claim),
    versions: z
      .array(z.object({ ...dispatchRef.shape, version: z.int().min(1), learned: instant }))
      .describe('All versions at its address, oldest first; empty where it is the only one'),
    folds: z
      .array(z.object({ dispatch: dispatchRef, kind: z.enum(FOLD_KINDS), share: z.number().min(0).max(1) }))
      .describe('Dispatches made of the same wire, and the share of the shorter text that both have'),
    credit: z.string().nullable().describe('Whom it says that it prints: its own words count as theirs'),
    previous: orNull(dispatchRef),
    next: orNull(dispatchRef),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'Dispatch' });
export type DispatchDocument = z.infer<typeof dispatchDocument>;
