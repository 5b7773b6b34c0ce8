import type { FindingSide } from '../ledger/index.ts';
import type { Origins } from './origins/origins.ts';
import type { Account } from './voices.ts';
import type { World } from './world.ts';

/** What rules look things up in while they compare. */
export type Ground = {
  readonly world: World;
  readonly origins: Origins;
  /** A claim as findings show it: one object for each, however many findings it has part in. */
  readonly sideOf: (account: Account) => FindingSide;
};

/** As the world, with its answers remembered: a dossier asks the same few hundred places and parties again and again. */
export function rememberingWorld({ parties, gazetteer }: World): World {
  const ancestors = remembering((id: string) => gazetteer.ancestors(id));
  const place = remembering((id: string) => gazetteer.place(id));
  const lines = remembering((id: string) => parties.ancestors(id));
  const pairs = new Map<string, boolean>();
  const within = (inner: string, outer: string): boolean => {
    const key = `${inner} ${outer}`;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const now = gazetteer.within(inner, outer);
    pairs.set(key, now);
    return now;
  };
  return {
    parties: {
      ...parties,
      byId: remembering((id: string) => parties.byId(id)),
      ancestors: lines,
      under: (id, above) => id === above || lines(id).includes(above),
    },
    gazetteer: {
      version: gazetteer.version,
      lookup: (name) => gazetteer.lookup(name),
      isCommonWord: (name) => gazetteer.isCommonWord(name),
      place,
      ancestors,
      within,
      near: (name, inside) => gazetteer.near(name, inside),
      namesOf: (id) => gazetteer.namesOf(id),
      allNames: () => gazetteer.allNames(),
    },
  };
}

function remembering<T>(look: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = look(id);
    known.set(id, now);
    return now;
  };
}

/** A claim as a finding or an answer shows it. */
export function sideOf({ claim, voice }: Account): FindingSide {
  return {
    start: claim.start,
    end: claim.end,
    dispatch: claim.dispatch,
    document: claim.document,
    layer: 'claim',
    text: claim.text,
    source: voice.label,
    said: claim.clocks.said,
    learned: claim.clocks.learned,
  };
}
