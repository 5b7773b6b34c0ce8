import * as z from 'zod';
import { bound, CLAIM_TYPES, MODALITIES, POLARITIES, RULINGS } from './claims.ts';
import { bilingual, format, mention, orNull, problem } from './common.ts';
import { dispatchSummary, dossierEntry } from './dossiers.ts';
import { dateBounds } from './overview.ts';

// What people do. Each is an entry of the ledger; none is made by GET.

export const titleBody = z.object({ title: z.string().trim().min(1).max(200) }).meta({ id: 'DossierTitle' });
export const archiveBody = z.object({ archived: z.boolean() }).meta({ id: 'DossierArchive' });
export const dossierChanged = z.object({ format, dossier: dossierEntry }).meta({ id: 'DossierChanged' });
export type DossierChanged = z.infer<typeof dossierChanged>;

export const dateBody = z
  .object({
    day: z
      .string()
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
      .describe('2017-12-07, 2017-12 or 2017'),
  })
  .meta({ id: 'DateBody' });

/** Which statement or claim is meant: its layer, its type and its words, never a row of one reading. */
const onClaim = { layer: z.literal('claim'), type: z.enum(CLAIM_TYPES), words: mention };
const onStatement = { layer: z.literal('statement'), type: z.null(), words: mention };

export const CLAIM_SLOTS = ['type', 'actor', 'target', 'place', 'quantity', 'time', 'polarity', 'modality'] as const;
export const STATEMENT_SLOTS = [
  'name',
  'organisation',
  'role',
  'anonymous',
  'via',
  'mode',
  'act',
  'said',
  'by',
] as const;

export const correctionBody = z
  .discriminatedUnion('layer', [
    z.object({ ...onClaim, slot: z.enum(CLAIM_SLOTS), seen: z.unknown(), set: z.unknown() }),
    z.object({ ...onStatement, slot: z.enum(STATEMENT_SLOTS), seen: z.unknown(), set: z.unknown() }),
  ])
  .meta({
    id: 'CorrectionBody',
    description: 'One value as it was seen and as it is set; it outlives every re-reading',
  });
export type CorrectionBody = z.infer<typeof correctionBody>;

export const rejectionBody = z
  .discriminatedUnion('layer', [z.object(onClaim), z.object(onStatement)])
  .meta({ id: 'RejectionBody', description: 'This is no statement, or no claim of that type' });
export type RejectionBody = z.infer<typeof rejectionBody>;

export const additionBody = z
  .object({
    ...mention.shape,
    type: z.enum(CLAIM_TYPES),
    actor: z.array(z.string().min(1)).default([]),
    target: z.array(z.string().min(1)).default([]),
    place: z
      .array(
        z.object({
          name: z.string().min(1),
          part: z.string().min(1).optional(),
          candidates: z.array(z.object({ id: z.string().min(1), why: z.string().min(1) })),
        }),
      )
      .default([]),
    quantity: orNull(
      z.object({ value: z.number(), max: z.number().optional(), bound, unit: z.string().min(1) }),
    ).default(null),
    time: z.string().nullable().default(null),
    polarity: z.enum(POLARITIES).default('affirmed'),
    modality: z.enum(MODALITIES).default('actual'),
  })
  .meta({ id: 'AdditionBody', description: 'A claim that the reader missed, by its words' });
export type AdditionBody = z.infer<typeof additionBody>;

export const verdictBody = z
  .object({
    about: z.object({ kind: z.enum(['claim', 'finding', 'question']), id: z.string().min(1) }),
    ruling: z.enum(RULINGS),
    note: z.string().max(2000).nullable().default(null),
  })
  .meta({ id: 'VerdictBody' });
export type VerdictBody = z.infer<typeof verdictBody>;

export const originBody = z
  .object({ a: z.string().min(1), b: z.string().min(1), sameOrigin: z.boolean() })
  .meta({ id: 'OriginBody', description: 'Two dispatches are made of one wire, or are not, whatever their words say' });

const mergeSubject = z.enum(['party', 'place']);
export const mergeBody = z
  .object({ subject: mergeSubject, id: z.string().min(1), into: z.string().min(1) })
  .meta({ id: 'MergeBody', description: 'From now on `id` counts as `into`' });
export const splitBody = z
  .object({ subject: mergeSubject, id: z.string().min(1) })
  .meta({ id: 'SplitBody', description: 'From now on `id`, which was merged, counts as itself again' });

export const entryMade = z
  .object({ format, entry: z.string().describe('What to undo'), learned: z.string() })
  .meta({ id: 'EntryMade' });
export type EntryMade = z.infer<typeof entryMade>;

export const DATED = ['dated', 'same'] as const;
export const dispatchDated = z
  .object({ format, outcome: z.enum(DATED), entry: z.string().nullable(), dispatch: dispatchSummary })
  .meta({ id: 'DispatchDated', description: 'The dispatch, read again with its day' });
export type DispatchDated = z.infer<typeof dispatchDated>;

export const ADDED_OUTCOMES = ['added', 'version', 'same', 'dated', 'removed'] as const;

export const importItem = z
  .object({
    name: z.string(),
    place: z.int().min(1).describe('Counts from 1'),
    total: z.int().min(0),
    outcome: orNull(z.enum(ADDED_OUTCOMES)).describe('Null where it could not be taken, or for a notice'),
    dispatch: orNull(dispatchSummary),
    bounds: orNull(dateBounds).describe('Where nobody knows its day: what the text itself tells'),
    problem: orNull(problem.shape.error).describe('Why it was not taken, with the way out'),
    notice: orNull(bilingual).describe('Something to know that stops nothing'),
  })
  .meta({ id: 'ImportItem', description: 'What came of one item of an import' });
export type ImportItem = z.infer<typeof importItem>;

/** What may be said of all that is brought in; it beats what the files themselves say. */
const about = {
  date: z.string().optional(),
  publisher: z.string().max(200).optional(),
  language: z.string().max(35).optional(),
};

export const importFilesQuery = z.object({
  ...about,
  encoding: z.string().max(40).optional(),
});

export const importTextBody = z
  .object({
    ...about,
    text: z.string().min(1),
    name: z.string().trim().min(1).max(200).optional(),
    address: z.string().max(2000).optional(),
  })
  .meta({ id: 'ImportText', description: 'A dispatch whose text is pasted' });
export type ImportTextBody = z.infer<typeof importTextBody>;

export const importAddressBody = z
  .object({ ...about, address: z.string().min(1).max(2000) })
  .meta({ id: 'ImportAddress', description: 'A dispatch at an address: http or https' });
export type ImportAddressBody = z.infer<typeof importAddressBody>;

export const importedDocument = z.object({ format, item: importItem }).meta({ id: 'Imported' });
export type ImportedDocument = z.infer<typeof importedDocument>;

/** What the desk tells of itself at `/api/events`, as server-sent events: `event` is the type, `data` the rest as JSON. */
export const serverEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('changed'), dossier: z.string(), last: z.string().describe('Id of the last entry') }),
    z.object({ type: z.literal('dossiers') }),
    z.object({ type: z.literal('importing'), dossier: z.string(), place: z.int(), total: z.int(), name: z.string() }),
  ])
  .meta({ id: 'ServerEvent' });
export type ServerEvent = z.infer<typeof serverEvent>;
