import type { World } from '../../../crosscheck/index.ts';
import type { Claim, Names, PlaceNames, Shown } from '../../contract/index.ts';

/** The parties' names, by id; an id that the list does not know stands for itself. */
export function partyNames(ids: Iterable<string>, { parties }: Pick<World, 'parties'>): Names {
  return Object.fromEntries(
    [...new Set(ids)].sort().map((id) => {
      const names = parties.byId(id)?.names;
      return [id, names ? { fr: names.fr, en: names.en } : { fr: id, en: id }];
    }),
  );
}

/** The places' names, by id, of those that the gazetteer has. */
export function placeNames(ids: Iterable<string>, { gazetteer }: Pick<World, 'gazetteer'>): PlaceNames {
  const found: PlaceNames = {};
  for (const id of [...new Set(ids)].sort()) {
    const place = gazetteer.place(id);
    if (place) found[id] = { name: place.name, kind: place.kind };
  }
  return found;
}

type Named = Pick<Shown<Claim>, 'actor' | 'target' | 'place' | 'source'>;

export function partiesIn(claims: readonly Named[]): string[] {
  return claims.flatMap(({ actor, target, source }) => [...actor, ...target, ...source.parties]);
}

export function placesIn(claims: readonly Named[]): string[] {
  return claims.flatMap(({ place }) => place.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
}
