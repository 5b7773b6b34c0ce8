import { foldName, isDay } from '../../core/index.ts';
import type { LedgerDispatch } from '../../ledger/index.ts';
import type { Parties } from '../../reading/index.ts';
import { copiedShare } from './copied.ts';
import { type Credit, creditOf } from './credit.ts';
import { fingerprintsOf, retellingPrints } from './fingerprints.ts';
import { type Hand, NO_HAND, pairOf } from './hand.ts';
import type { Fold, Origins } from './origins.ts';
import { namesIn, retoldShare } from './retold.ts';
import { plainWords } from './words.ts';

/** The folds of a dossier, kept while dispatches come and go. */
export type OriginIndex = {
  /** Takes a dispatch in. Returns the dispatches whose origin is another now, itself among them. */
  add(dispatch: LedgerDispatch, text: string): ReadonlySet<string>;
  /** Takes a dispatch out. Returns the others whose origin is another now. */
  remove(id: string): ReadonlySet<string>;
  /** What people said of pairs, for all dispatches that are taken in from then on. */
  judge(hand: Hand): void;
  readonly origins: Origins;
};

/**
 * Texts that have less than this share of the shorter one's fingerprints in common are not compared: where a third of all
 * runs is shared, about a third of the fingerprints is, and a set phrase or two is no copy.
 */
const WORTH_COMPARING = 0.1;

type Known = {
  readonly dispatch: LedgerDispatch;
  readonly text: string;
  readonly prints: ReadonlySet<number>;
  /** Of its word pairs on its day; empty for one without a day, whose retellings nobody can tell. */
  readonly pairPrints: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
  readonly credit: Credit | null;
};

/**
 * Dispatches that share a fingerprint are compared word by word, and those made of one another are folded: a group is
 * all that folds tie together. What comes first by publication stands for it, so the order of arrival changes nothing.
 */
export function openOriginIndex(parties: Parties): OriginIndex {
  let hand: Hand = NO_HAND;
  const known = new Map<string, Known>();
  const holders = new Map<number, string | Set<string>>();
  const pairHolders = new Map<number, string | Set<string>>();
  const ties = new Map<string, Map<string, Fold>>();
  const groupOf = new Map<string, string>();
  const ownWords = new Map<string, string>();

  const regroup = (members: Iterable<string>): Set<string> => {
    const changed = new Set<string>();
    const seen = new Set<string>();
    for (const id of members) {
      if (seen.has(id) || !known.has(id)) continue;
      const group = tiedTo(id, ties);
      for (const member of group) seen.add(member);
      const root = group.toSorted((a, b) => compareDispatches(known.get(a)!.dispatch, known.get(b)!.dispatch))[0]!;
      const own = ownWordsOf(known.get(root)!, parties);
      for (const member of group) {
        if (groupOf.get(member) !== root || ownWords.get(member) !== own) changed.add(member);
        groupOf.set(member, root);
        ownWords.set(member, own);
      }
    }
    return changed;
  };

  const remove = (id: string): Set<string> => {
    const gone = known.get(id);
    if (!gone) return new Set();
    for (const print of gone.prints) dropHolder(holders, print, id);
    for (const print of gone.pairPrints) dropHolder(pairHolders, print, id);
    const tied = [...(ties.get(id)?.keys() ?? [])];
    for (const other of tied) ties.get(other)!.delete(id);
    ties.delete(id);
    known.delete(id);
    groupOf.delete(id);
    ownWords.delete(id);
    return regroup(tied);
  };

  const add = (dispatch: LedgerDispatch, text: string): Set<string> => {
    const before = known.has(dispatch.id) ? remove(dispatch.id) : new Set<string>();
    const words = plainWords(text, dispatch.noise);
    const prints = fingerprintsOf(words);
    const day = dayOf(dispatch);
    const pairPrints = day === null ? new Set<number>() : retellingPrints(words, day);
    const copies = sharing(prints, holders);
    const retellings =
      day === null ? [] : NEAR_DAYS.map((days) => sharing(retellingPrints(words, day + days), pairHolders));
    const names = namesIn(text);
    known.set(dispatch.id, { dispatch, text, prints, pairPrints, names, credit: creditOf(text, dispatch, parties) });
    for (const print of prints) addHolder(holders, print, dispatch.id);
    for (const print of pairPrints) addHolder(pairHolders, print, dispatch.id);
    for (const [other, count] of copies) {
      const { dispatch: one, text: theirs, prints: others } = known.get(other)!;
      if (count < WORTH_COMPARING * Math.min(prints.size, others.size)) continue;
      const share = copiedShare(words, plainWords(theirs, one.noise));
      if (share !== null && !hand.apart.has(pairOf(other, dispatch.id))) tie(ties, foldOf(one, dispatch, share));
    }
    for (const [other, count] of retellings.flatMap((found) => [...found])) {
      const { dispatch: one, text: theirs, pairPrints: others, names: theirNames } = known.get(other)!;
      const least = WORTH_COMPARING * Math.min(pairPrints.size, others.size);
      if (count < least || ties.get(dispatch.id)?.has(other)) continue;
      const share = retoldShare([names, theirNames], () => [words, plainWords(theirs, one.noise)]);
      if (share !== null && !hand.apart.has(pairOf(other, dispatch.id)))
        tie(ties, { ...foldOf(one, dispatch, share), kind: 'retold' });
    }
    for (const other of hand.together.get(dispatch.id) ?? [])
      if (known.has(other)) tie(ties, { ...foldOf(known.get(other)!.dispatch, dispatch, 1), kind: 'by-hand' });
    return new Set([...before, ...regroup([dispatch.id])]);
  };

  return {
    add,
    remove,
    judge: (said) => {
      hand = said;
    },
    origins: {
      groupOf,
      ownWords,
      get folds() {
        return [...foldsOf(ties), ...creditsOf(known.values())];
      },
    },
  };
}

/** A retelling is printed on the day of what it tells again, or on the next. */
const NEAR_DAYS = [-1, 0, 1];

/** The day as a number; null where no full day is known. */
function dayOf({ published }: LedgerDispatch): number | null {
  return published && isDay(published.date) ? Date.parse(published.date) / 86_400_000 : null;
}

/** Who holds any of the fingerprints, with how many of them. */
function sharing(prints: Iterable<number>, holders: ReadonlyMap<number, string | Set<string>>): Map<string, number> {
  const shared = new Map<string, number>();
  for (const print of prints)
    for (const other of holdersOf(holders, print)) shared.set(other, (shared.get(other) ?? 0) + 1);
  return shared;
}

/** Earliest by publication; one without a day comes last. */
function compareDispatches(a: LedgerDispatch, b: LedgerDispatch): number {
  const order = ({ published, id }: LedgerDispatch): string => `${(published?.date ?? '9999').padEnd(10, '-')} ${id}`;
  return order(a) < order(b) ? -1 : 1;
}

/**
 * Whose words an outlet's own are: those of whom it credits, else the outlet's, whichever of its dispatches they stand in.
 * The key is that of the outlet as a voice: what a third quotes of it (« selon l'AFP ») comes from the same origin.
 */
function ownWordsOf({ dispatch: { id, publisher }, credit }: Known, parties: Parties): string {
  if (credit) return credit.key;
  if (publisher === null) return `text:${id}`;
  const party = parties
    .lookup(publisher)
    .map((match) => match.party)
    .find((one) => OUTLETS.has(parties.byId(one)?.kind ?? ''));
  return party ? `party:${parties.ancestors(party).at(-1) ?? party}` : `name:${foldName(publisher)}`;
}

const OUTLETS = new Set(['media', 'news-agency']);

/** A credit is told beside the folds, since it makes one origin of what no words tie together. */
function creditsOf(known: Iterable<Known>): Fold[] {
  return [...known]
    .flatMap(({ dispatch: { id }, credit }) =>
      credit ? [{ kind: 'credited' as const, members: [id, credit.label], share: 1 }] : [],
    )
    .sort((a, b) => (a.members.join() < b.members.join() ? -1 : 1));
}

function foldOf(one: LedgerDispatch, other: LedgerDispatch, share: number): Fold {
  const members = [one, other].sort(compareDispatches).map(({ id }) => id);
  return { kind: share === 1 ? 'same-text' : 'shared-words', members, share };
}

function tie(ties: Map<string, Map<string, Fold>>, fold: Fold): void {
  const [a, b] = fold.members as [string, string];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = ties.get(one) ?? new Map<string, Fold>();
    ties.set(one, own.set(other, fold));
  }
}

function tiedTo(id: string, ties: ReadonlyMap<string, ReadonlyMap<string, Fold>>): string[] {
  const group = new Set([id]);
  for (const member of group) for (const other of ties.get(member)?.keys() ?? []) group.add(other);
  return [...group];
}

function foldsOf(ties: ReadonlyMap<string, ReadonlyMap<string, Fold>>): Fold[] {
  return [...new Set([...ties.values()].flatMap((own) => [...own.values()]))].sort((a, b) =>
    a.members.join() < b.members.join() ? -1 : 1,
  );
}

// Nearly all fingerprints have one holder: a set for each would take ten times the memory.
function holdersOf(holders: ReadonlyMap<number, string | Set<string>>, print: number): Iterable<string> {
  const own = holders.get(print);
  return own === undefined ? [] : typeof own === 'string' ? [own] : own;
}

function addHolder(holders: Map<number, string | Set<string>>, print: number, id: string): void {
  const own = holders.get(print);
  if (own === undefined) holders.set(print, id);
  else if (typeof own === 'string') holders.set(print, new Set([own, id]));
  else own.add(id);
}

function dropHolder(holders: Map<number, string | Set<string>>, print: number, id: string): void {
  const own = holders.get(print);
  if (own === id) holders.delete(print);
  else if (own instanceof Set) own.delete(id);
}
