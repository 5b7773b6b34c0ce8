import * as z from 'zod';
import {
  bilingual,
  days,
  doubt,
  format,
  instant,
  mention,
  names,
  orNull,
  placeNames,
  several,
  span,
  when,
} from './common.ts';

export const CLAIM_TYPES = [
  'control',
  'capture',
  'attack',
  'movement',
  'presence',
  'strength',
  'casualties',
  'displacement',
  'victory',
  'support',
] as const;
export const claimType = z.enum(CLAIM_TYPES);
export type ClaimType = z.infer<typeof claimType>;

export const POLARITIES = ['affirmed', 'negated'] as const;
export const MODALITIES = ['actual', 'hedged', 'forecast', 'intent'] as const;
export const modality = z.enum(MODALITIES);
export const BOUNDS = ['=', '<', '>', '~', '<=', '>='] as const;
export const bound = z.enum(BOUNDS);
export type Bound = z.infer<typeof bound>;
export const MODES = ['direct', 'indirect', 'mixed'] as const;
export type Mode = (typeof MODES)[number];
export const ACTS = [
  'say',
  'announce',
  'estimate',
  'accuse',
  'deny',
  'confirm',
  'warn',
  'promise',
  'deplore',
  'demand',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * How far a claim is put forward, in one word: a person who filters wants « what is said to be so » apart from all else.
 * `denied` is the content of a denial, `negated` a plain statement that something is not so.
 */
export const CERTAINTIES = ['asserted', 'negated', 'denied', 'hearsay', 'forecast', 'intent'] as const;
export const certainty = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof certainty>;

export const MADE_BY = ['reader', 'people'] as const;

export const quantity = z
  .object({
    value: z.number(),
    max: z.number().nullable().describe('The upper figure of a range, itself included'),
    bound,
    unit: z.string().describe("What is counted: 'fighters', 'deaths'; a share is in 'percent'"),
  })
  .meta({ id: 'Quantity' });
export type Quantity = z.infer<typeof quantity>;

export const claimPlace = z
  .object({
    name: z.string().describe("In the document's spelling"),
    part: z.string().nullable().describe('The part of it that the words name'),
    candidates: z
      .array(z.object({ id: z.string(), why: z.string() }))
      .describe('What the name may stand for, most likely first'),
  })
  .meta({ id: 'ClaimPlace' });

export const SOURCE_KINDS = ['party', 'person', 'unnamed', 'outlet', 'named'] as const;

export const source = z
  .object({
    kind: z
      .enum(SOURCE_KINDS)
      .describe('`named`: somebody whom only the dispatch names, who is not known to speak in a public role'),
    label: z.string().nullable().describe('As shown; null for `named`, who is shown in the dispatch alone'),
    parties: z.array(z.string()).describe('Ids of the parties that speak'),
  })
  .meta({ id: 'Source', description: 'Who says it: the source of its statement, or the outlet where it is narrated' });
export type Source = z.infer<typeof source>;

export const clocks = z
  .object({
    held: orNull(days).describe('The days on which it holds or happened'),
    said: when.nullable().describe('When it was said; `../DAY` where only the publication bounds it'),
    learned: instant.describe('When the ledger first held it'),
  })
  .meta({ id: 'Clocks', description: 'The three clocks; none is worked out from another' });

export const withdrawal = z.object({ by: z.string(), learned: instant }).meta({ id: 'Withdrawal' });

export const applied = z
  .object({ entry: z.string(), slot: z.string(), seen: z.unknown().describe('What the reader had read') })
  .meta({ id: 'AppliedCorrection', description: 'A correction that stands; `entry` is what to undo' });

export const RULINGS = ['accepted', 'doubted'] as const;
export const verdict = z
  .object({ ruling: z.string(), note: z.string().nullable(), entry: z.string(), author: z.string(), learned: instant })
  .meta({ id: 'Verdict', description: 'What a person concludes; `entry` is what to undo' });

export const claim = z
  .object({
    ...span.shape,
    id: z.string(),
    type: claimType,
    text: z.string().describe('The words under the span'),
    statement: z.string().nullable().describe('The innermost statement that holds it; null where the outlet narrates'),
    source,
    actor: z.array(z.string()),
    target: z.array(z.string()),
    place: z.array(claimPlace),
    quantity: orNull(quantity),
    time: when.nullable(),
    polarity: z.enum(POLARITIES),
    modality,
    certainty,
    rules: z.array(z.string()).describe('Names of the rules that made it'),
    doubts: z.array(doubt),
    made: z.enum(MADE_BY),
    corrections: z.array(applied),
    verdict: orNull(verdict).describe('The last that stands'),
    clocks,
    withdrawn: orNull(withdrawal).describe('By which newer version of the dispatch it is made no more'),
  })
  .meta({ id: 'Claim', description: 'A typed assertion about the world, tied to its words' });
export type Claim = z.infer<typeof claim>;

export const statement = z
  .object({
    id: z.string(),
    content: z.array(mention).min(1).describe('What is attributed; two parts where an incise cuts it'),
    cue: orNull(mention),
    source: orNull(mention),
    name: z.string().nullable(),
    organisation: z.string().nullable(),
    role: z.string().nullable(),
    anonymous: z.boolean(),
    via: z.string().nullable(),
    mode: z.enum(MODES),
    act: z.enum(ACTS),
    by: z.array(z.string()),
    rules: z.array(z.string()),
    doubts: z.array(doubt),
    made: z.enum(MADE_BY),
    corrections: z.array(applied),
    clocks: clocks.omit({ held: true }),
  })
  .meta({ id: 'Statement', description: 'An attribution: a source, a cue, a content' });
export type Statement = z.infer<typeof statement>;

export const dispatchRef = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable().describe('The day that counts, as exact as given; null where nobody knows'),
    language: z.string().nullable().describe('BCP 47'),
    exercise: z.boolean().describe('Written as an exercise, never published as news'),
  })
  .meta({ id: 'DispatchRef' });
export type DispatchRef = z.infer<typeof dispatchRef>;

export const claimRow = z
  .object({
    claim,
    dispatch: dispatchRef,
    cue: z.string().nullable(),
    act: orNull(z.enum(ACTS)),
    mode: orNull(z.enum(MODES)),
  })
  .meta({ id: 'ClaimRow', description: 'A claim with what a list shows beside it' });
export type ClaimRow = z.infer<typeof claimRow>;

/** One value that claims can be filtered by, and how many have it. */
const facet = z.object({ value: z.string(), label: orNull(bilingual), claims: z.int().min(1) }).meta({ id: 'Facet' });
export type Facet = z.infer<typeof facet>;

export const MOST_CLAIMS_A_PAGE = 500;

export const claimsQuery = z.object({
  type: several.describe('Claim types'),
  party: several.describe('Parties that act or are acted on, those under them included'),
  place: several.describe('Place ids; a claim about a place within counts'),
  source: several.describe('A party, with all that stand under it, or the name of an outlet or speaker'),
  certainty: several,
  dispatch: several.describe('Dispatch ids'),
  question: several.describe('Question ids: the claims that answer one of them'),
  words: z.string().max(200).optional().describe('Words that the claim or its statement holds, accents and case aside'),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_CLAIMS_A_PAGE).default(100),
});
export type ClaimsQuery = z.infer<typeof claimsQuery>;

export const claimsDocument = z
  .object({
    format,
    total: z.int().min(0).describe('How many claims fit the filters'),
    from: z.int().min(0),
    claims: z.array(claimRow),
    facets: z
      .object({
        type: z.array(facet),
        party: z.array(facet),
        place: z.array(facet),
        source: z.array(facet),
        certainty: z.array(facet),
      })
      .describe('What the claims of the dossier can be filtered by, most frequent first'),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'Claims' });
export type ClaimsDocument = z.infer<typeof claimsDocument>;
