import * as z from 'zod';
import { claimRow, claimsDocument } from './claims.ts';
import { day, format, names, page, pageQuery, placeNames, several, span } from './common.ts';
import { dispatchSummary } from './dossiers.ts';

export const searchQuery = z.object({
  ...pageQuery.shape,
  words: z
    .string()
    .max(300)
    .optional()
    .describe(
      'Words of the text, by their stems, accents aside; "…" for words in a row, `or` (or « ou »), `-` for without',
    ),
  type: several,
  party: several.describe('Parties that act or are acted on, those under them included'),
  place: several.describe('Place ids; a claim about a place within counts'),
  source: several.describe('A party, with all that stand under it, or the name of an outlet or speaker'),
  certainty: several,
  publisher: several,
  heldFrom: day.optional().describe('Claims about days from then on'),
  heldTo: day.optional(),
  saidFrom: day.optional().describe('Claims said from then on'),
  saidTo: day.optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

export const snippet = z
  .object({
    ...span.shape,
    text: z.string().describe('A sentence or so around the words found'),
    marks: z.array(span).describe('The words found, in the offsets of the dispatch'),
  })
  .meta({ id: 'Snippet' });

export const searchHit = z
  .object({
    dispatch: dispatchSummary,
    snippets: z.array(snippet).describe('Empty where it does not hold the words'),
    words: z.int().min(0).describe('How many times the words stand in it'),
    claims: z
      .array(claimRow)
      .describe('The first that fit; those that hold the words, or are about what they name, first'),
    claimsInAll: z.int().min(0).describe('How many of its claims fit'),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

export const searchDocument = z
  .object({
    format,
    ...page.shape,
    claims: z.int().min(0).describe('How many claims fit in all'),
    named: z
      .object({ places: z.array(z.string()), parties: z.array(z.string()) })
      .describe('Places and parties of the dossier that the words are a name of: what concerns them is found as well'),
    hits: z
      .array(searchHit)
      .describe('Where words are asked for those that hold them, best first, then by name; else latest first'),
    facets: claimsDocument.shape.facets.describe('Of the claims that fit'),
    parties: names,
    places: placeNames,
  })
  .meta({ id: 'Search' });
export type SearchDocument = z.infer<typeof searchDocument>;

export const lookupQuery = z.object({
  words: z.string().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

export const partiesFound = z
  .object({
    format,
    parties: z.array(
      z.object({ id: z.string(), name: z.object({ fr: z.string(), en: z.string() }), kind: z.string() }),
    ),
  })
  .meta({ id: 'PartiesFound', description: 'Parties whose names begin with or hold the words' });
export type PartiesFound = z.infer<typeof partiesFound>;

export const placesFound = z
  .object({
    format,
    places: z.array(
      z.object({
        id: z.string(),
        name: z.object({ fr: z.string(), en: z.string() }),
        kind: z.string(),
        inside: z.object({ fr: z.string(), en: z.string() }).describe('The province and country it lies in'),
        why: z.string(),
      }),
    ),
  })
  .meta({ id: 'PlacesFound', description: 'Places that bear a name, likeliest first' });
export type PlacesFound = z.infer<typeof placesFound>;
