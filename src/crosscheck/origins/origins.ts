import type { Accounts } from '../../ledger/index.ts';
import type { Account } from '../voices.ts';
import type { World } from '../world.ts';
import { handOf } from './hand.ts';
import { openOriginIndex } from './origin-index.ts';

/** Why two accounts are one origin. */
export type Fold = {
  /** `retold`: in other words, on that day or the next; `credited`: it names whose words it prints; `by-hand`: somebody said so. */
  readonly kind: 'same-text' | 'shared-words' | 'retold' | 'credited' | 'by-hand';
  /** Ids of the dispatches that are folded, the earliest first; of one that credits, its id and the agency as printed. */
  readonly members: readonly string[];
  /** Share of the shorter text's word runs that the longer one has; 1 for the same text. */
  readonly share: number;
};

export type Origins = {
  /** The group of dispatches that a dispatch's own words come from: copies of one wire have one. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** Whose a dispatch's own words are: `party:afp`, `name:agence meridienne`, for its copies as well. */
  readonly ownWords: ReadonlyMap<string, string>;
  readonly folds: readonly Fold[];
};

/** The folds of all dispatches at once. */
export function originsOf(
  { dispatches, texts, pairs }: Pick<Accounts, 'dispatches' | 'texts' | 'pairs'>,
  { parties }: Pick<World, 'parties'>,
): Origins {
  const index = openOriginIndex(parties);
  index.judge(handOf(pairs));
  for (const dispatch of dispatches) index.add(dispatch, texts.get(dispatch.id) ?? '');
  return index.origins;
}

/**
 * Where a claim first came from: its speaker, whoever relays it; the outlet's own words by the wire that they are made of.
 * Two claims corroborate each other only when this differs.
 */
export function originOf({ voice, dispatch }: Account, { groupOf, ownWords }: Origins): string {
  if (voice.kind === 'party' || voice.kind === 'person') return voice.key;
  if (voice.kind === 'unnamed') return `unnamed:${groupOf.get(dispatch.id)}:${voice.label}`;
  return ownWords.get(dispatch.id)!;
}

/** Different origins; what an outlet narrates beside a speaker's account of the same in one dispatch is that speaker's. */
export function isIndependent(a: Account, b: Account, origins: Origins): boolean {
  if (originOf(a, origins) === originOf(b, origins)) return false;
  const narrated = a.voice.kind === 'outlet' || b.voice.kind === 'outlet';
  const sameWire = origins.groupOf.get(a.dispatch.id) === origins.groupOf.get(b.dispatch.id);
  return !(narrated && sameWire);
}
