import type { Place, PlaceKind, PlacesDocument } from '../../contract/index.ts';
import { dateWords, numberWords } from '../format.ts';
import type { Speech } from '../words/words.ts';
import { colourOf } from './colours.ts';

/** Kinds of places that are no point: what is said of them holds for all of their land. */
const AREAS: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'continent',
  'region',
  'country',
  'territory',
  'province',
  'district',
  'desert',
  'mountain',
  'valley',
  'river',
  'lake',
  'sea',
]);

export function isArea({ kind }: Pick<Place, 'kind'>): boolean {
  return AREAS.has(kind);
}

/** How a place stands on the day that is asked of. */
export type Standing = 'held' | 'contested' | 'unknown';

export function standingOf({ control }: Pick<Place, 'control'>): Standing {
  if (control.contested) return 'contested';
  return control.holders.length > 0 ? 'held' : 'unknown';
}

/** What the map needs of a place; MapLibre keeps numbers and texts only. */
export type PointProperties = {
  readonly id: string;
  readonly label: string;
  readonly claims: number;
  readonly standing: Standing;
  /** Of the one holder; empty where there is none or it is contested. */
  readonly colour: string;
  readonly area: boolean;
};

export type PointFeature = {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'Point'; readonly coordinates: [number, number] };
  readonly properties: PointProperties;
};

export function pointsOf(
  { places, holders }: Pick<PlacesDocument, 'places' | 'holders'>,
  speech: Pick<Speech, 'pick'>,
): PointFeature[] {
  return places.map((place) => {
    const standing = standingOf(place);
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: {
        id: place.id,
        label: speech.pick(place.name),
        claims: place.claimsInAll,
        standing,
        colour: standing === 'held' ? colourOf(place.control.holders[0]!.party, holders) : '',
        area: isArea(place),
      },
    };
  });
}

/** The box that holds all points, as MapLibre takes it; null where there is none. Areas count only where nothing else does. */
export function boundsOf(places: readonly Place[]): [[number, number], [number, number]] | null {
  const points = places.filter((place) => !isArea(place));
  const used = points.length > 0 ? points : places;
  if (used.length === 0) return null;
  const longitudes = used.map(({ longitude }) => longitude);
  const latitudes = used.map(({ latitude }) => latitude);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}

/** Who holds a place, as the table says it: « armée syrienne, environ 90 % du lieu, depuis le 9 novembre 2017 ». */
export type HolderLine = { readonly party: string; readonly name: string; readonly detail: string };

export function holderLines(
  { control }: Pick<Place, 'control'>,
  { parties }: Pick<PlacesDocument, 'parties'>,
  speech: Speech,
): HolderLine[] {
  const { words } = speech;
  return control.holders.map(({ party, share, since }) => {
    const name = parties[party] ? speech.pick(parties[party]) : party;
    const part = share
      ? words.shareOf(words.percent(`${words.bounds[share.bound]}${numberWords(share.value, speech)}`))
      : '';
    const from = since === null ? '' : words.sinceDay(words.onDay(dateWords(since, speech), since.length === 10));
    return { party, name, detail: [part, from].filter(Boolean).join(', ') };
  });
}
