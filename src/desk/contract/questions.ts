import * as z from 'zod';
import { bound, claimRow, modality, source } from './claims.ts';
import { bilingual, day, format, names, placeKind, placeNames, when } from './common.ts';
import { finding, findingSide, question } from './dossiers.ts';
import { control, perspectiveQuery } from './places.ts';

export const questionsDocument = z.object({ format, questions: z.array(question) }).meta({ id: 'Questions' });

export const questionDocument = z
  .object({
    format,
    question,
    answers: z
      .array(z.object({ source, claims: z.array(claimRow).min(1) }))
      .describe('The claims that answer it, by who says them; within a source, earliest first'),
    findings: z.array(finding),
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
