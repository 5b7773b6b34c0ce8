import * as z from 'zod';
import { claimRow, claimType, dispatchRef } from './claims.ts';
import { bilingual, days, format, names, orNull, page, pageQuery, placeNames } from './common.ts';
import { FINDING_KINDS, finding, question } from './dossiers.ts';

export const SOURCE_ENTRY_KINDS = ['party', 'person', 'outlet'] as const;

export const sourceRecord = z
  .object({
    statements: z.int().min(0),
    claims: z.int().min(0),
    dispatches: z.int().min(0),
    types: z.array(z.object({ type: claimType, claims: z.int().min(1) })),
    alone: z.int().min(0).describe('Claims of questions that nobody else answers'),
    confirmed: z.int().min(0).describe('Claims that another origin agrees with'),
    contradicted: z
      .int()
      .min(0)
      .describe('Claims that a finding sets against another source: one finding may rest on several'),
    denied: z.int().min(0).describe('Claims that somebody denies'),
    superseded: z.int().min(0).describe('Claims that the source itself replaced'),
    againstInterest: z.int().min(0).describe('Claims that concede something against its own side'),
  })
  .meta({ id: 'SourceRecord', description: 'What became of what a source said; never one score' });
export type SourceRecord = z.infer<typeof sourceRecord>;

export const sourceEntry = z
  .object({
    id: z.string().describe('What `source` and `believe` take'),
    kind: z.enum(SOURCE_ENTRY_KINDS),
    label: bilingual,
    said: orNull(days).describe('From the first to the last day on which it speaks'),
    record: sourceRecord,
  })
  .meta({
    id: 'SourceEntry',
    description: 'An institution, armed group, outlet or person in a public role; never a witness, resident or victim',
  });
export type SourceEntry = z.infer<typeof sourceEntry>;

export const sourcesDocument = z
  .object({ format, sources: z.array(sourceEntry).describe('Most claims first') })
  .meta({ id: 'Sources' });
export type SourcesDocument = z.infer<typeof sourcesDocument>;

export const AGAINST_INTEREST_WHYS = ['concedes-loss', 'concedes-casualties', 'credits-adversary'] as const;

export const sourceQuery = z.object({ ...pageQuery.shape });
export type SourceQuery = z.infer<typeof sourceQuery>;

export const sourceDocument = z
  .object({
    format,
    source: sourceEntry,
    voices: z
      .array(z.object({ label: z.string(), claims: z.int().min(1) }))
      .describe('Offices and persons in a public role that speak for it'),
    differs: z
      .array(
        z.object({
          source: sourceEntry.pick({ id: true, kind: true, label: true }),
          kinds: z.array(z.object({ kind: z.enum(FINDING_KINDS), findings: z.int().min(1) })),
          findings: z.array(finding),
        }),
      )
      .describe('With whom its accounts are against each other, most often first'),
    contested: z
      .object({
        findings: z.int().min(0),
        unnamed: z
          .int()
          .min(0)
          .describe('Of them, those that set it against nobody whom lists name, or against itself'),
      })
      .describe('How many findings set its accounts against others; `record` counts its claims'),
    conceded: z
      .array(z.object({ row: claimRow, why: z.enum(AGAINST_INTEREST_WHYS), reason: bilingual }))
      .describe('What it says against its own side'),
    questions: z.array(question).describe('What it answers, most often first'),
    said: z.object({ ...page.shape, claims: z.array(claimRow).describe('In the order in which it was said') }),
    dispatches: z.array(dispatchRef),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'SourcePage' });
export type SourceDocument = z.infer<typeof sourceDocument>;
