import * as z from 'zod';

// Shapes that several documents share. A name given with `meta({ id })` is that of the component in the OpenAPI description.

/** `null` or the schema. `.nullable()` on a named schema would be described as never null. */
export function orNull<T extends z.ZodType>(schema: T): z.ZodUnion<[T, z.ZodNull]> {
  return z.union([schema, z.null()]);
}

export const format = z.literal(1).describe('Version of the shape of this document');

export const bilingual = z
  .object({ fr: z.string(), en: z.string() })
  .meta({ id: 'Bilingual', description: 'A sentence or name for people, in both languages of the product' });
export type Bilingual = z.infer<typeof bilingual>;

export const span = z
  .object({
    start: z.int().min(0).describe('Index of the first character, from 0, in UTF-16 code units'),
    end: z.int().min(1).describe('Index just past the last character, same unit'),
  })
  .meta({ id: 'Span', description: 'A stretch of the text of a dispatch' });
export type Span = z.infer<typeof span>;

export const mention = z
  .object({ ...span.shape, text: z.string() })
  .meta({ id: 'Mention', description: 'A span with the words under it' });
export type Mention = z.infer<typeof mention>;

export const doubt = z
  .object({
    span: orNull(span).describe('The words it is about; null where it is about the dispatch as a whole'),
    rule: z.string().describe('Name of the rule that doubts'),
    message: bilingual,
  })
  .meta({ id: 'Doubt', description: 'Something that the reader is unsure of' });
export type Doubt = z.infer<typeof doubt>;

/** A day, month, year or interval, as ISO 8601 writes it; `..` is an open end. */
export const when = z
  .string()
  .meta({ description: 'ISO 8601: 2017-12-07, 2017-12, 2017, or A/B with .. for an open end' });
export const day = z.iso.date().meta({ description: 'A day, 2017-12-07' });
export const instant = z.string().meta({ description: 'ISO 8601 in UTC' });

export const days = z
  .object({ first: z.string().nullable(), last: z.string().nullable() })
  .meta({ id: 'Days', description: 'Civil days, both ends included; null where that end is open' });
export type Days = z.infer<typeof days>;

/** What ids stand for, so that a document carries each name once. */
export const names = z.record(z.string(), bilingual);
export type Names = z.infer<typeof names>;

export const PLACE_KINDS = [
  'continent',
  'region',
  'country',
  'territory',
  'province',
  'district',
  'town',
  'village',
  'quarter',
  'camp',
  'base',
  'crossing',
  'site',
  'island',
  'mountain',
  'valley',
  'desert',
  'river',
  'lake',
  'sea',
] as const;
export const placeKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof placeKind>;

export const placeName = z.object({ name: bilingual, kind: placeKind }).meta({ id: 'PlaceName' });
export const placeNames = z.record(z.string(), placeName).describe('The places that the document names, by id');
export type PlaceNames = z.infer<typeof placeNames>;

export const problem = z
  .object({ format, error: z.object({ code: z.string(), message: bilingual }) })
  .meta({ id: 'Problem', description: 'What went wrong: a stable code, and a message that says what to do' });
export type ProblemDocument = z.infer<typeof problem>;

/** A query parameter that may be given several times. */
export const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
);

/** A yes or no in an address: `true` or `1`; all else is no. */
export const flag = z
  .preprocess((value) => value === true || value === 'true' || value === '1', z.boolean())
  .describe('`true` or `1`');

export const MOST_A_PAGE = 500;

/** Which part of a long list is asked for. */
export const pageQuery = z.object({
  from: z.coerce.number().int().min(0).default(0).describe('How many to leave out at the beginning'),
  limit: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(100),
});

/** Which part of a long list a document holds. */
export const page = z.object({
  total: z.int().min(0).describe('How many there are in all'),
  from: z.int().min(0).describe('How many come before those given'),
});
