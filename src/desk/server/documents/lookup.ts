import { foldName } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { PartiesFound, PlacesFound, Shown } from '../../contract/index.ts';

type Asked = { readonly words: string; readonly limit: number };

/** Parties that bear the name, then those whose names begin with the words, then those that hold them. */
export function partiesFound({ words, limit }: Asked, { parties }: World): Shown<PartiesFound> {
  const asked = foldName(words);
  const exact = parties.lookup(words).map(({ party }) => party);
  const ranked = parties.all.flatMap(({ id, names, aliases, acronyms }) => {
    const all = [names.fr, names.en, ...aliases, ...acronyms, id.replaceAll('-', ' ')].map(foldName);
    const rank = all.some((name) => name.startsWith(asked)) ? 0 : all.some((name) => name.includes(asked)) ? 1 : null;
    return rank === null ? [] : [{ id, rank, length: names.fr.length }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.length - b.length || (a.id < b.id ? -1 : 1));
  const ids = [...new Set([...exact, ...ranked.map(({ id }) => id)])].slice(0, limit);
  return {
    format: 1,
    parties: ids.flatMap((id) => {
      const party = parties.byId(id);
      return party ? [{ id, name: { fr: party.names.fr, en: party.names.en }, kind: party.kind }] : [];
    }),
  };
}

/** Places that bear the name; where none does, those whose names are spelled nearly so. */
export function placesFound({ words, limit }: Asked, { gazetteer }: World): Shown<PlacesFound> {
  const named = gazetteer.lookup(words).map((place) => ({ place, why: 'of-that-name' }));
  const found =
    named.length > 0 ? named : gazetteer.near(words).map(({ place }) => ({ place, why: 'nearly-of-that-name' }));
  return {
    format: 1,
    places: found.slice(0, limit).map(({ place: { id, name, kind }, why }) => {
      const above = gazetteer
        .ancestors(id)
        .map((outer) => gazetteer.place(outer))
        .filter((outer) => outer?.kind === 'province' || outer?.kind === 'country');
      const inside = {
        fr: above.map((outer) => outer!.name.fr).join(', '),
        en: above.map((outer) => outer!.name.en).join(', '),
      };
      return { id, name, kind, inside, why };
    }),
  };
}
