import * as z from 'zod';
import { dispatchRef, verdict } from './claims.ts';
import { bilingual, doubt, format, instant, orNull, span, when } from './common.ts';

export const dossierEntry = z
  .object({
    id: z.string(),
    title: z.string(),
    created: instant,
    dispatches: z.int().min(0),
    archived: instant.nullable().describe('Since when it is put away; null for one in use'),
  })
  .meta({ id: 'DossierEntry' });

export const dossiersDocument = z.object({ format, dossiers: z.array(dossierEntry) }).meta({ id: 'Dossiers' });
export type DossiersDocument = z.infer<typeof dossiersDocument>;

export const GIVERS = ['user', 'metadata', 'header', 'dateline'] as const;

export const published = z
  .object({
    date: z.string().describe('A civil day, month or year of the place of publication'),
    instant: z.string().nullable().describe('With its offset, where metadata gave one'),
    given: z.enum(GIVERS).describe('Who gave it'),
    span: orNull(span).describe('The words of the text that gave it'),
  })
  .meta({ id: 'Published' });

export const DISPATCH_STATES = ['read', 'stale', 'unread'] as const;

export const dispatchSummary = z
  .object({
    ...dispatchRef.omit({ published: true }).shape,
    published: orNull(published),
    opening: z.string().describe('Its first words outside of noise, on one line: what stands for a headline'),
    address: z.string().nullable(),
    state: z
      .enum(DISPATCH_STATES)
      .describe('`stale`: read with another publication day; `unread`: not yet, or nobody reads its language'),
    version: z.int().min(1),
    newer: z.string().nullable().describe('The next version at its address; null for the one that answers'),
    statements: z.int().min(0),
    claims: z.int().min(0),
    doubts: z.array(doubt),
    sameOrigin: z.array(z.string()).describe('Other dispatches whose own words come from the same wire'),
  })
  .meta({ id: 'DispatchSummary' });
export type DispatchSummary = z.infer<typeof dispatchSummary>;

export const FINDING_KINDS = [
  'agrees',
  'contradicts',
  'disputes-part',
  'supersedes',
  'denies',
  'refines',
  'repeats',
  'retracts',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_SLOTS = ['actor', 'target', 'place', 'quantity', 'time'] as const;

export const findingSide = z
  .object({
    ...span.shape,
    dispatch: dispatchRef,
    layer: z.enum(['statement', 'claim']),
    text: z.string(),
    source: z.string().describe('Who says it, as shown; empty for one whom only the dispatch names'),
    said: when.nullable(),
  })
  .meta({ id: 'FindingSide', description: 'A statement or claim in a finding, with its words' });
export type FindingSide = z.infer<typeof findingSide>;

export const finding = z
  .object({
    id: z.string(),
    kind: z.enum(FINDING_KINDS),
    slot: orNull(z.enum(FINDING_SLOTS)).describe('On what they differ or agree, where it is one slot'),
    a: findingSide,
    b: findingSide,
    claims: z.array(findingSide).describe('All that it rests on, `a` and `b` included'),
    question: z.string(),
    rule: z.string(),
    sentence: bilingual,
    firstFound: instant.nullable(),
    verdict: orNull(verdict).describe('The last that stands'),
  })
  .meta({ id: 'Finding', description: 'What cross-checking says of claims' });
export type Finding = z.infer<typeof finding>;

export const QUESTION_KINDS = [
  'control',
  'strength',
  'casualties',
  'displacement',
  'victory',
  'support',
  'presence',
  'attack',
  'movement',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const question = z
  .object({
    id: z.string(),
    kind: z.enum(QUESTION_KINDS),
    place: z.string().nullable(),
    party: z.string().nullable(),
    sentence: bilingual,
    answers: z.int().min(1).describe('How many claims answer it'),
    findings: z.array(z.string()).describe('Ids of the findings about it'),
    contested: z.boolean(),
  })
  .meta({ id: 'Question', description: 'What several claims answer' });
export type Question = z.infer<typeof question>;

export const sourceChoice = z
  .object({
    value: z.string().describe('What `believe` and `source` take'),
    kind: z.enum(['party', 'person', 'outlet']),
    label: bilingual,
    claims: z.int().min(1),
  })
  .meta({
    id: 'SourceChoice',
    description: 'A source that speaks in the dossier: an institution, group, outlet or person in a public role',
  });
export type SourceChoice = z.infer<typeof sourceChoice>;

export const dossierDocument = z
  .object({
    format,
    dossier: dossierEntry,
    exercise: z.boolean().describe('True where one of its dispatches was written as an exercise'),
    counts: z.object({
      dispatches: z.int().min(0),
      undated: z.int().min(0),
      unread: z.int().min(0),
      statements: z.int().min(0),
      claims: z.int().min(0),
      questions: z.int().min(0),
      findings: z.int().min(0),
      contested: z.int().min(0),
    }),
    sources: z.array(sourceChoice),
  })
  .meta({ id: 'Dossier' });
export type DossierDocument = z.infer<typeof dossierDocument>;
