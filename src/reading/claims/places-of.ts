import { contains, overlaps, type Span } from '../../core/index.ts';
import type { ClaimPlace, ClaimType } from '../claim.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { isBelow, prepositionBefore } from './clause.ts';
import type { PlaceArgument } from './mentions.ts';
import { predicateAt } from './roles.ts';
import type { Scene } from './scene.ts';

/** Places in the claim's own words, else those of its sentence that no other clause owns. */
export function placesNear(scene: Scene, at: number, span: Span): PlaceArgument[] {
  const isWhere = (place: PlaceArgument): boolean =>
    place.certain && !isParty(scene, place) && !isOfSaying(scene, place, at);
  const inside = scene.places.filter((place) => contains(span, place.span) && isWhere(place));
  if (inside.length > 0) return inside;
  const { tokens } = scene.sentence;
  const relative = whereOf(scene, at);
  if (relative.length > 0 && tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'où')) return relative;
  const { head } = tokens[at]!;
  return scene.places.filter(
    (place) =>
      isWhere(place) &&
      (tokens[place.head]!.head === head || tokens[place.head]!.head === at) &&
      head >= 0 &&
      /^obl|^nmod/.test(tokens[place.head]!.deprel),
  );
}

/** Types of which a sentence that names a place tells where; the others (a victory, a support) it leaves open as often as not. */
const SOMEWHERE = new Set<ClaimType>([
  'attack',
  'capture',
  'casualties',
  'control',
  'presence',
  'strength',
  'displacement',
]);

/**
 * Where the words of a claim name no place, that of its sentence: the last before the predicate, else the first after it.
 * Of the annotated claims without a place in their own words, four in five have one of their sentence's.
 */
export function placesOfSentence(
  { places, sentence, actors, input }: Scene,
  type: ClaimType,
  at: number,
): PlaceArgument[] {
  if (!SOMEWHERE.has(type)) return [];
  const certain = places.filter(
    (place) => place.certain && !isParty({ sentence, actors }, place) && !isOfSaying({ sentence, input }, place, at),
  );
  const before = certain.findLast(({ from }) => from < at);
  const chosen = before ?? certain.find(({ from }) => from > at);
  return chosen ? listed({ sentence }, chosen, certain) : [];
}

/** « en Irak et en Syrie »: the places of the list that a place stands in. */
function listed(
  { sentence }: Pick<Scene, 'sentence'>,
  chosen: PlaceArgument,
  places: readonly PlaceArgument[],
): PlaceArgument[] {
  const isJoined = (left: PlaceArgument, right: PlaceArgument): boolean => {
    const between = sentence.tokens.slice(left.to, right.from);
    return (
      between.some(({ lower }) => /^(?:et|ou|,)$/.test(lower)) &&
      between.every(({ upos, lower }) => /^(?:ADP|DET|CCONJ)$/.test(upos) || lower === ',')
    );
  };
  const at = places.indexOf(chosen);
  let [first, last] = [at, at];
  while (first > 0 && isJoined(places[first - 1]!, places[first]!)) first--;
  while (last + 1 < places.length && isJoined(places[last]!, places[last + 1]!)) last++;
  return places.slice(first, last + 1);
}

/** « la région où se trouvent mille hommes »: what « où » takes up; « le village est défendu par 600 hommes »: the village. */
export function whereOf({ sentence, places }: Scene, verb: number): PlaceArgument[] {
  const { tokens } = sentence;
  const where = tokens.findLastIndex((token, i) => i < verb && i > verb - 4 && token.lower === 'où');
  if (where > 0) return places.filter((place) => place.to <= where).slice(-1);
  const { object, passive } = predicateAt(sentence, verb);
  if (!passive || object === null) return [];
  return places.filter((place) => isBelow(sentence, place.head, object)).slice(0, 1);
}

/** « a indiqué depuis Genève », « des sources à Beyrouth »: where it was said, outside of what was said. */
function isOfSaying(
  { sentence, input }: Pick<Scene, 'sentence' | 'input'>,
  { span }: PlaceArgument,
  at: number,
): boolean {
  return input.statements.some(
    ({ content }) =>
      content.some((part) => contains(part, sentence.tokens[at]!)) && !content.some((part) => overlaps(part, span)),
  );
}

/** « selon un diplomate en poste à Beyrouth »: where the speaker is, in the words that follow the source and hold no content. */
export function isOfSpeaker(
  { sentence, input }: Pick<Scene, 'sentence' | 'input'>,
  { span, from }: PlaceArgument,
  at: number,
): boolean {
  const word = sentence.tokens[at]!;
  return input.statements.some(({ content, source }) => {
    if (source === null || !content.some((part) => contains(part, word))) return false;
    if (content.some((part) => overlaps(part, span)) || span.start < source.start) return false;
    const next = content.find((part) => part.start >= source.end)?.start ?? sentence.span.end;
    const between = sentence.tokens.slice(0, from).filter(({ start }) => start >= source.end);
    return (
      span.start < next && source.end - sentence.span.start >= 0 && !between.some(({ text }) => /^[,;.]$/.test(text))
    );
  });
}

/** « l'appui de l'Ouganda »: a name that stands for a power, where no preposition of place brings it in. */
function isParty({ sentence, actors }: Pick<Scene, 'sentence' | 'actors'>, place: PlaceArgument): boolean {
  return (
    actors.some(({ from, to, sense }) => from < place.to && place.from < to && sense !== 'pronoun') &&
    !/^(?:en|à|dans|vers|sur|depuis|hors|près)$/.test(prepositionBefore(sentence, place.from) ?? '')
  );
}

/** Of places within one another, the most specific alone. */
export function mostSpecific(places: readonly PlaceArgument[], gazetteer: Gazetteer): ClaimPlace[] {
  const unique = places.filter(
    (one, i) =>
      places.findIndex((other) => other.place.name === one.place.name && other.place.part === one.place.part) === i,
  );
  const id = (one: PlaceArgument): string | undefined => one.place.candidates[0]?.id;
  const isWater = (one: PlaceArgument): boolean => /^(?:river|sea|lake)$/.test(one.kind ?? '');
  // « Alma, dans la région de Kidal »: a town that no gazetteer has, and the land it lies in
  const isUnlisted = unique.some(({ place, kind }) => place.candidates.length === 0 && kind === null);
  const isWide = ({ kind }: PlaceArgument): boolean => /^(?:country|province|region)$/.test(kind ?? '');
  return unique
    .filter((one) => !(isUnlisted && isWide(one)))
    .filter((one) => !isWater(one) || unique.every(isWater)) // « sur l'Euphrate, à Rawa »: the town
    .filter(
      (one) =>
        !unique.some(
          (other) =>
            other !== one &&
            id(one) &&
            id(other) &&
            id(one) !== id(other) &&
            other.place.candidates.some((inner) =>
              one.place.candidates.some((outer) => outer.id !== inner.id && gazetteer.within(inner.id, outer.id)),
            ),
        ),
    )
    .map(({ place }) => place);
}
