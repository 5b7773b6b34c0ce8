import * as z from 'zod';
import { bound } from './claims.ts';
import { bilingual, day, format, names, orNull, placeKind, several } from './common.ts';
import { findingSide } from './dossiers.ts';

export const share = z.object({ value: z.number(), bound }).meta({ id: 'Share', description: 'Percent of the place' });

export const holder = z
  .object({
    party: z.string(),
    share: orNull(share).describe('Where the claim gives it'),
    since: z.string().nullable().describe('From which day on, as far as the claims tell'),
    origins: z.int().min(0).describe('How many independent origins say so'),
    claims: z.array(findingSide),
  })
  .meta({ id: 'Holder' });

export const control = z
  .object({
    holders: z.array(holder),
    notHolders: z.array(z.string()).describe('Parties that are said to hold nothing there'),
    contested: z.boolean(),
    against: z.array(findingSide).describe('What the answer rests on against a party'),
  })
  .meta({ id: 'Control', description: 'Who holds a place on a day, according to those believed' });
export type Control = z.infer<typeof control>;

export const place = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: placeKind,
    country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    claims: z.array(z.string()).min(1).describe('Ids of the claims that name it'),
    control,
  })
  .meta({ id: 'Place', description: 'A place that claims name' });
export type Place = z.infer<typeof place>;

export const perspectiveQuery = z.object({
  asOf: day.optional().describe('The day that is asked of; the last that the claims tell of where absent'),
  believe: several.describe(
    'Whom to believe: parties with all that stand under them, outlets, speakers; all where absent',
  ),
});

export const placesDocument = z
  .object({
    format,
    asOf: z.string().nullable().describe('The day that is answered for; null where no claim has a day'),
    believe: z.array(z.string()),
    days: z
      .array(z.string())
      .describe('The days on which claims tell of control or capture, in order: where the map may change'),
    range: orNull(z.object({ first: z.string(), last: z.string() })).describe('The days to choose from'),
    holders: z.array(z.string()).describe('Parties that ever hold or take a place, most often first'),
    places: z.array(place),
    unknown: z
      .array(z.object({ name: z.string(), claims: z.array(z.string()) }))
      .describe('Names that stand for no place we know, with the claims that give them'),
    parties: names,
  })
  .meta({ id: 'Places' });
export type PlacesDocument = z.infer<typeof placesDocument>;

export const outlineNamesDocument = z
  .object({
    format,
    names: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        kind: placeKind,
        code: z.string().nullable().describe('ISO 3166-1 of a country, 3166-2 of a province'),
        latitude: z.number(),
        longitude: z.number(),
      }),
    ),
  })
  .meta({ id: 'OutlineNames', description: 'What the outlines of a file are called' });
export type OutlineNamesDocument = z.infer<typeof outlineNamesDocument>;
