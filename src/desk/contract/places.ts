import * as z from 'zod';
import { bound } from './claims.ts';
import { bilingual, day, flag, format, names, orNull, placeKind, several } from './common.ts';
import { findingSide } from './dossiers.ts';

export const share = z.object({ value: z.number(), bound }).meta({ id: 'Share', description: 'Percent of the place' });

export const holder = z
  .object({
    party: z.string(),
    share: orNull(share).describe('Where the claim gives it'),
    since: z.string().nullable().describe('From which day on, as far as the claims tell'),
    origins: z.int().min(0).describe('How many independent origins say so'),
    claims: z.array(findingSide).describe('On a map the first `sides` of them'),
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

export const PLACE_STATES = ['held', 'claimed', 'contested', 'denied', 'unknown'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

export const standing = z
  .object({
    state: z
      .enum(PLACE_STATES)
      .describe(
        '`held`: somebody besides the holder says so; `claimed`: the holder alone does; `contested`: accounts differ; `denied`: only said not to be held; `unknown`: nobody tells',
      ),
    lastTold: z.string().nullable().describe('The last day up to then that an account tells who holds it'),
    control,
  })
  .meta({ id: 'PlaceStanding', description: 'How a place stands on a day, according to those believed' });
export type PlaceStanding = z.infer<typeof standing>;

export const placeFigure = z
  .object({
    kind: z.enum(['strength', 'casualties', 'displacement']),
    unit: z.string(),
    value: z.number(),
    max: z.number().nullable(),
    bound,
    claim: z.string(),
    said: z.string().nullable(),
  })
  .meta({ id: 'PlaceFigure', description: 'The latest figure of a kind that those believed give for a place' });

export const place = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: placeKind,
    country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    claims: z.array(z.string()).min(1).describe('Ids of the first claims that name it; `claims` gives all by pages'),
    claimsInAll: z.int().min(1),
    control,
    state: z.enum(PLACE_STATES),
    lastTold: z.string().nullable(),
    events: z.int().min(0).describe('How many captures, attacks and movements up to the day it is the place of'),
    figures: z.array(placeFigure),
    question: z.string().nullable().describe('The question of who holds it, where a claim answers that'),
    other: orNull(standing).describe('How it stands in the second perspective, where one is asked for'),
    differs: z.boolean().describe('True where both perspectives tell who holds it, and cannot both be right'),
    onlyOne: z
      .boolean()
      .describe('True where one of the two perspectives tells who holds it, and the other tells nothing'),
  })
  .meta({ id: 'Place', description: 'A place that claims name' });
export type Place = z.infer<typeof place>;

export const perspectiveQuery = z.object({
  asOf: day.optional().describe('The day that is asked of; the last that the claims tell of where absent'),
  believe: several.describe(
    'Whom to believe: parties with all that stand under them, outlets, speakers; all where absent',
  ),
});

/** Accounts that a map gives at most for and against each party that may hold a place. */
export const MOST_SIDES = 50;

export const placesQuery = z.object({
  ...perspectiveQuery.shape,
  place: several.describe('Only these places, by id; all that claims name where absent'),
  sides: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_SIDES)
    .default(8)
    .describe('How many of the accounts that an answer rests on are given: a map of many places needs none'),
  compare: flag.default(false).describe('Ask for a second perspective, `otherAsOf` and `otherBelieve`, as well'),
  otherAsOf: day.optional().describe('The day of the second perspective; that of the first where absent'),
  otherBelieve: several.describe('Whom to believe in the second perspective'),
});
export type PlacesQuery = z.infer<typeof placesQuery>;

export const placesDocument = z
  .object({
    format,
    asOf: z.string().nullable().describe('The day that is answered for; null where no claim has a day'),
    believe: z.array(z.string()),
    other: orNull(z.object({ asOf: z.string().nullable(), believe: z.array(z.string()) })).describe(
      'The second perspective, where one is asked for',
    ),
    days: z
      .array(z.string())
      .describe('The days on which claims tell of control or capture, in order: where the map may change'),
    range: orNull(z.object({ first: z.string(), last: z.string() })).describe('The days to choose from'),
    holders: z.array(z.string()).describe('Parties that ever hold or take a place, most often first'),
    places: z.array(place),
    unknown: z
      .array(
        z.object({ name: z.string(), claims: z.array(z.string()).describe('The first'), claimsInAll: z.int().min(1) }),
      )
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
