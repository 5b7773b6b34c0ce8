import * as z from 'zod';
import { dispatchRef } from './claims.ts';
import { bilingual, day, flag, format, instant, mention, names, orNull, page, pageQuery, several } from './common.ts';
import { dispatchSummary, dossierDocument, dossierEntry, finding, findingSide, question } from './dossiers.ts';

export const CHANGE_KINDS = [
  'dossier-created',
  'dossier-titled',
  'dossier-archived',
  'dispatch-added',
  'dispatch-dated',
  'reading-made',
  'correction',
  'rejection',
  'addition',
  'undone',
  'party-merged',
  'place-merged',
  'party-split',
  'place-split',
  'origin-judged',
  'verdict',
  'dispatch-removed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const change = z
  .object({
    entry: z.string(),
    kind: z.enum(CHANGE_KINDS),
    author: z.string(),
    learned: instant,
    sentence: bilingual.describe('What was done'),
    dispatch: orNull(dispatchRef),
    words: orNull(mention).describe('The words that it is about'),
    canUndo: z.boolean(),
    undoneBy: z.string().nullable().describe('The entry that took its effect away; undo that to bring it back'),
  })
  .meta({ id: 'Change', description: 'Something that happened in a dossier' });
export type Change = z.infer<typeof change>;

export const changesQuery = z.object({
  ...pageQuery.shape,
  kind: several.describe('Kinds of change; all where absent'),
  dispatch: several.describe('Dispatch ids'),
  since: day.optional().describe('Only what happened from that day on (UTC)'),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

export const changesDocument = z
  .object({ format, ...page.shape, changes: z.array(change).describe('Latest first') })
  .meta({ id: 'Changes' });
export type ChangesDocument = z.infer<typeof changesDocument>;

export const dateBounds = z
  .object({
    notBefore: z.string().nullable().describe('The latest day that the text tells of as past'),
    words: orNull(mention).describe('The words that give it'),
    notAfter: z.string().describe('The day on which the ledger had it'),
  })
  .meta({ id: 'DateBounds', description: 'Between which days an undated dispatch was published' });
export type DateBounds = z.infer<typeof dateBounds>;

export const REVIEW_WHYS = ['no-place', 'seen-differs', 'other-claim'] as const;

export const reviewItem = z
  .object({
    entry: z.string(),
    kind: z.enum(['correction', 'rejection', 'addition']),
    why: z.enum(REVIEW_WHYS),
    author: z.string(),
    learned: instant,
    dispatch: dispatchRef,
    words: orNull(mention),
    slot: z.string().nullable(),
    seen: z.unknown(),
    set: z.unknown(),
    now: z.unknown().describe('The value that is read now'),
  })
  .meta({ id: 'ReviewItem', description: 'A correction that finds no place in what is read now' });
export type ReviewItem = z.infer<typeof reviewItem>;

export const overviewQuery = z.object({
  since: day.optional().describe('What changed from that day on (UTC); the day before the last change where absent'),
});

export const contestedQuestion = z
  .object({
    question,
    finding: finding.describe('The newest that shows accounts against each other'),
    sides: z.array(findingSide).describe('One for each who takes part in it'),
    latest: z.string().nullable().describe('The day of the latest account in it'),
  })
  .meta({ id: 'ContestedQuestion' });

export const overviewDocument = z
  .object({
    format,
    dossier: dossierEntry,
    exercise: z.boolean().describe('True where one of its dispatches was written as an exercise'),
    counts: dossierDocument.shape.counts,
    contested: z.object({ total: z.int().min(0), questions: z.array(contestedQuestion).describe('Latest first') }),
    changed: z.object({
      since: z.string().nullable().describe('The day that is answered for; null where nothing ever happened'),
      dispatches: z.object({ total: z.int().min(0), items: z.array(dispatchSummary) }),
      findings: z.object({ total: z.int().min(0), items: z.array(finding) }),
      changes: z.object({ total: z.int().min(0), items: z.array(change).describe('What people did, latest first') }),
    }),
    awaiting: z.object({
      undated: z.object({
        total: z.int().min(0),
        items: z.array(z.object({ dispatch: dispatchSummary, bounds: dateBounds })),
      }),
      unread: z.object({ total: z.int().min(0), items: z.array(dispatchSummary) }),
      stale: z.int().min(0),
      review: z.object({ total: z.int().min(0), items: z.array(reviewItem) }),
    }),
    parties: names,
  })
  .meta({ id: 'Overview', description: 'What is contested, what changed, what waits' });
export type OverviewDocument = z.infer<typeof overviewDocument>;

export const DISPATCH_ORDERS = ['published', 'learned', 'name'] as const;
export const dispatchesQuery = z.object({
  ...pageQuery.shape,
  state: several.describe('`read`, `stale`, `unread`, `undated`'),
  publisher: several,
  words: z.string().max(200).optional().describe('Words of the name, title or publisher, accents and case aside'),
  order: z.enum(DISPATCH_ORDERS).default('published'),
  reverse: flag.default(false),
});
export type DispatchesQuery = z.infer<typeof dispatchesQuery>;

export const dispatchesDocument = z
  .object({ format, ...page.shape, dispatches: z.array(dispatchSummary) })
  .meta({ id: 'Dispatches' });
export type DispatchesDocument = z.infer<typeof dispatchesDocument>;

export const findingsQuery = z.object({
  ...pageQuery.shape,
  kind: several.describe('Kinds of finding'),
  question: several.describe('Question ids'),
  source: several.describe('A party, with all that stand under it, or the name of an outlet or speaker'),
  dispatch: several.describe('Dispatch ids'),
  since: day.optional().describe('Only those first found from that day on (UTC)'),
});
export type FindingsQuery = z.infer<typeof findingsQuery>;

export const findingsDocument = z
  .object({
    format,
    ...page.shape,
    kinds: z.array(z.object({ kind: finding.shape.kind, findings: z.int().min(1) })).describe('Of the whole dossier'),
    findings: z.array(finding).describe('What is contested first, then what changed, then what is told alike'),
  })
  .meta({ id: 'Findings' });
export type FindingsDocument = z.infer<typeof findingsDocument>;
