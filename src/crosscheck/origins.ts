import type { Accounts, LedgerDispatch } from '../ledger/index.ts';
import type { Account } from './voices.ts';

/** Why two accounts are one origin. */
export type Fold = {
  readonly kind: 'same-text' | 'shared-words' | 'same-speaker';
  /** Ids of the dispatches, or keys of the voices, that are folded. */
  readonly members: readonly string[];
  /** Share of the shorter text's word runs that the longer one has; 1 for the same text. */
  readonly share: number;
};

export type Origins = {
  /** The group of dispatches that a dispatch's own words come from: copies of one wire have one. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly folds: readonly Fold[];
};

/** Words in a run: eight in a row are hardly ever written twice by chance. */
const RUN = 8;
/** From this share of the shorter text's runs on, one text is made of the other. */
const SHARED_AT_LEAST = 0.35;

/**
 * Folds dispatches whose own words come from one wire: the same text, or texts that share runs of eight words. The oldest
 * of a group stands for it. Runs are found through an index, so that texts which share nothing are never compared.
 */
export function originsOf({ dispatches, texts }: Pick<Accounts, 'dispatches' | 'texts'>): Origins {
  const groups = new Map(dispatches.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let at = id;
    while (groups.get(at) !== at) at = groups.get(at)!;
    return at;
  };
  const folds: Fold[] = [];
  const order = new Map(dispatches.map(({ id }, i) => [id, i]));
  const runs = new Map(dispatches.map((dispatch) => [dispatch.id, runsOf(textOf(dispatch, texts))]));
  const holders = new Map<string, string[]>();
  for (const dispatch of dispatches) {
    const shared = new Map<string, number>();
    for (const run of runs.get(dispatch.id)!) {
      for (const other of holders.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      const known = holders.get(run);
      if (known) known.push(dispatch.id);
      else holders.set(run, [dispatch.id]);
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(runs.get(dispatch.id)!.size, runs.get(other)!.size);
      if (smaller === 0 || count / smaller < SHARED_AT_LEAST) continue;
      folds.push({
        kind: count === smaller ? 'same-text' : 'shared-words',
        members: [other, dispatch.id],
        share: count / smaller,
      });
      const [a, b] = [rootOf(other), rootOf(dispatch.id)].sort((x, y) => order.get(x)! - order.get(y)!);
      groups.set(b!, a!);
    }
  }
  return { groupOf: new Map(dispatches.map(({ id }) => [id, rootOf(id)])), folds };
}

function textOf({ id }: LedgerDispatch, texts: ReadonlyMap<string, string>): string {
  return texts.get(id) ?? '';
}

function runsOf(text: string): Set<string> {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '));
  return runs;
}

/**
 * Where a claim first came from: its speaker, whoever relays it; the outlet's own words by the wire that they are made of.
 * Two claims corroborate each other only when this differs.
 */
export function originOf({ voice, dispatch }: Account, { groupOf }: Origins): string {
  if (voice.kind === 'party' || voice.kind === 'person') return voice.key;
  if (voice.kind === 'unnamed') return `unnamed:${groupOf.get(dispatch.id)}:${voice.label}`;
  return `text:${groupOf.get(dispatch.id)}`;
}
