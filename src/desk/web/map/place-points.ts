import type { Place, PlaceKind, PlaceStanding, PlaceState, PlacesDocument } from '../../contract/index.ts';
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

/** How a place stands for one of the two perspectives that a map may show. */
export type Side = 'own' | 'other';

/** How a place stands in a perspective; null where that perspective is not asked for. */
export function standingOf(place: Place, side: Side): PlaceStanding | null {
  return side === 'own' ? place : place.other;
}

/** A sign beside the colour, for eyes that do not tell colours apart: contested, denied, told by the holder alone. */
const SIGNS: Readonly<Record<PlaceState, string>> = {
  held: '',
  claimed: '!',
  contested: '?',
  denied: '×',
  unknown: '',
};

/** What the map needs of a place; MapLibre keeps numbers and texts only. */
export type PointProperties = {
  readonly id: string;
  readonly label: string;
  readonly claims: number;
  readonly standing: PlaceState;
  readonly sign: string;
  /** The two perspectives contradict each other on it. */
  readonly differs: boolean;
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
  side: Side = 'own',
): PointFeature[] {
  return places.flatMap((place): PointFeature[] => {
    const told = standingOf(place, side);
    if (!told) return [];
    const { state: standing, control } = told;
    const hasColour = standing === 'held' || standing === 'claimed';
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
        properties: {
          id: place.id,
          label: speech.pick(place.name),
          claims: place.claimsInAll,
          standing,
          sign: SIGNS[standing],
          differs: place.differs,
          colour: hasColour && control.holders[0] ? colourOf(control.holders[0].party, holders) : '',
          area: isArea(place),
        },
      },
    ];
  });
}

/** Where two perspectives are compared: what they contradict each other on, then what only one tells of, then the rest. */
export function comparedFirst(places: readonly Place[]): Place[] {
  const rank = ({ differs, onlyOne }: Place): number => (differs ? 0 : onlyOne ? 1 : 2);
  return places.toSorted((a, b) => rank(a) - rank(b));
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
