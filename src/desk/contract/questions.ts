import * as z from 'zod';
import { bound, claimRow, dispatchRef, modality, source } from './claims.ts';
import {
  bilingual,
  day,
  flag,
  format,
  MOST_A_PAGE,
  names,
  page,
  pageQuery,
  placeKind,
  placeNames,
  several,
  when,
} from './common.ts';
import { finding, findingSide, question } from './dossiers.ts';
import { control, perspectiveQuery } from './places.ts';

export const questionsQuery = z.object({
  ...pageQuery.shape,
  kind: several.describe('Kinds of question'),
  party: several.describe('Parties, those under them included'),
  place: several.describe('Place ids; a place within counts'),
  contested: flag.default(false).describe('Only those on which accounts are against each other'),
  words: z.string().max(200).optional().describe('Words of the question, accents and case aside'),
});
export type QuestionsQuery = z.infer<typeof questionsQuery>;

export const questionsDocument = z
  .object({ format, ...page.shape, questions: z.array(question), parties: names, places: placeNames })
  .meta({ id: 'Questions' });
export type QuestionsDocument = z.infer<typeof questionsDocument>;

export const ORIGIN_KINDS = ['speaker', 'text', 'unnamed'] as const;
export const ORIGIN_TIES = ['same-text', 'shared-words', 'retold', 'by-hand', 'same-speaker', 'own-words'] as const;

export const origin = z
  .object({
    key: z.string(),
    kind: z.enum(ORIGIN_KINDS).describe('`speaker`: somebody who is quoted; `text`: words of an outlet or of a wire'),
    label: z.string().nullable().describe('Null for one whom only the dispatches name'),
    through: z
      .array(
        z.object({
          dispatch: dispatchRef,
          claims: z.array(z.string()).min(1),
          tie: z.enum(ORIGIN_TIES).describe('Why it is the same origin'),
          share: z.number().min(0).max(1).nullable().describe('Of the words that it shares, where words are the tie'),
        }),
      )
      .min(1)
      .describe('The first dispatches that it came through, earliest first'),
    throughInAll: z.int().min(1),
  })
  .meta({ id: 'Origin', description: 'Where claims first came from; five papers that print one wire are one origin' });

export const questionQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_A_PAGE)
    .default(50)
    .describe(
      'How many answers of each source, dispatches of each origin, and findings are given; `claims` and `findings` give all by pages',
    ),
});
export type QuestionQuery = z.infer<typeof questionQuery>;

export const questionDocument = z
  .object({
    format,
    question,
    answers: z
      .array(z.object({ source, claims: z.array(claimRow).min(1), claimsInAll: z.int().min(1) }))
      .describe('The first claims that answer it, by who says them; within a source, earliest first'),
    findings: z.array(finding).describe('The first; `question` has the ids of all'),
    origins: z.array(origin).describe('What the answers come from: a tree of origins and the dispatches between'),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'QuestionAnswers' });
export type QuestionDocument = z.infer<typeof questionDocument>;

const asked = z.object({
  ...perspectiveQuery.shape,
  saidBy: day.optional().describe('Only what had been said by that day'),
  learnedBy: z
    .string()
    .optional()
    .describe('Only what the ledger had learned by that instant (ISO 8601 with its offset)'),
});

export const controlQuery = z.object({ ...asked.shape, place: z.string().min(1).describe('A name or an id') });
export const figureQuery = z.object({ ...asked.shape, party: z.string().min(1).describe('A name or an id') });

export const controlAnswerDocument = z
  .object({
    format,
    asked: z.string(),
    asOf: z.string(),
    believe: z.array(z.string()),
    places: z.array(z.object({ id: z.string(), name: bilingual, kind: placeKind })),
    ...control.shape,
    parties: names,
  })
  .meta({ id: 'ControlAnswer' });
export type ControlAnswerDocument = z.infer<typeof controlAnswerDocument>;

export const figuresDocument = z
  .object({
    format,
    party: z.string(),
    believe: z.array(z.string()),
    points: z.array(
      z.object({
        said: z.string().nullable(),
        saidIs: z.enum(['stated', 'no-later-than', 'unknown']),
        by: z
          .string()
          .describe('The party that gives it, at the top of its line; the label of who does where it is none'),
        held: when.nullable(),
        value: z.number(),
        max: z.number().nullable(),
        bound,
        unit: z.string(),
        place: z.array(z.string()),
        modality,
        claim: findingSide,
      }),
    ),
    parties: names,
  })
  .meta({ id: 'Figures' });
export type FiguresDocument = z.infer<typeof figuresDocument>;
