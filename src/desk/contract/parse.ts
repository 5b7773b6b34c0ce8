import * as z from 'zod';
import { format, span } from './common.ts';

/** Some ten sentences: more is for `recoupe parse`. */
export const LONGEST_PARSED = 2000;

export const parseQuery = z.object({
  text: z.string().max(LONGEST_PARSED).describe('French text; offsets count its UTF-16 code units'),
});

export const parsedToken = z
  .object({
    ...span.shape,
    text: z.string(),
    lemma: z.string(),
    upos: z.string().describe('universaldependencies.org/u/pos'),
    feats: z.string().describe('As CoNLL-U writes them; empty where none is known'),
    head: z.int().min(-1).describe('Index in the sentence; -1 for the root'),
    deprel: z.string().describe('universaldependencies.org/u/dep'),
  })
  .meta({ id: 'ParsedToken' });
export type ParsedToken = z.infer<typeof parsedToken>;

export const parseDocument = z
  .object({
    format,
    engine: z.string().describe('Version of rules and models'),
    sentences: z.array(
      z.object({
        ...span.shape,
        tokens: z.array(parsedToken),
        names: z.array(z.object({ ...span.shape, text: z.string(), kind: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Parse', description: 'What the engine makes of a text: sentences, tags, trees and names' });
export type ParseDocument = z.infer<typeof parseDocument>;
