import type { Bound } from '../core/index.ts';
import type { Accounts, FindingSide } from '../ledger/index.ts';
import type { Modality } from '../reading/index.ts';
import { sideOf } from './ground.ts';
import { intervalOf } from './intervals.ts';
import { saidBy } from './rules/draft.ts';
import { accountsOf, isBelieved, rootOf } from './voices.ts';
import type { World } from './world.ts';

export const FIGURE_KINDS = ['strength', 'casualties', 'displacement'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export type FigureAsk = {
  readonly kind: FigureKind;
  /** The party whose fighters, dead or displaced are asked for. */
  readonly party: string;
  /** Leaves out what is told of days after it. */
  readonly asOf: string | null;
  readonly believe: readonly string[];
  /** Whom not to believe, whoever is believed. */
  readonly exclude?: readonly string[] | undefined;
};

/** One figure given for the party, with who gave it and when. */
export type FigurePoint = {
  /** The day it was said; where its words give none, the last on which it can have been. Null where nobody knows. */
  readonly said: string | null;
  /** `stated` where the words give the day, `no-later-than` where only the publication bounds it. */
  readonly saidIs: 'stated' | 'no-later-than' | 'unknown';
  /** The party that gives it, at the top of its line; the outlet's name where it narrates. */
  readonly by: string;
  readonly held: string | null;
  readonly value: number;
  readonly max: number | null;
  readonly bound: Bound;
  readonly unit: string;
  /** Where it is the figure of; empty for the whole. */
  readonly place: readonly string[];
  readonly modality: Modality;
  readonly claim: FindingSide;
};

/** The figures given for a party, in the order in which they were said. Forecasts and hearsay are in it, and marked so. */
export function askFigure(accounts: Accounts, ask: FigureAsk, world: World): FigurePoint[] {
  return accountsOf(accounts, world)
    .filter(({ claim, voice, statement }) => {
      const whose = claim.type === 'strength' ? claim.actor : claim.target;
      const counts =
        claim.type === ask.kind &&
        claim.quantity !== null &&
        claim.polarity === 'affirmed' &&
        claim.withdrawn === null &&
        statement?.act !== 'deny';
      const inTime = ask.asOf === null || claim.clocks.held?.first == null || claim.clocks.held.first <= ask.asOf;
      return (
        counts &&
        inTime &&
        whose.some((party) => world.parties.under(party, ask.party)) &&
        isBelieved(voice, ask.believe, world) &&
        !(ask.exclude?.length && isBelieved(voice, ask.exclude, world))
      );
    })
    .map((account): FigurePoint => {
      const { claim, voice } = account;
      const quantity = claim.quantity!;
      const { said } = claim.clocks;
      return {
        said: saidBy(account),
        saidIs: said === null ? 'unknown' : said.startsWith('..') ? 'no-later-than' : 'stated',
        by: voice.parties[0] ? rootOf(voice.parties[0], world.parties) : voice.label,
        held: claim.time,
        value: quantity.value,
        max: quantity.max ?? null,
        bound: quantity.bound,
        unit: quantity.unit,
        place: claim.place.map(({ name }) => name),
        modality: claim.modality,
        claim: sideOf(account),
      };
    })
    .sort((a, b) =>
      (a.said ?? '9999') < (b.said ?? '9999')
        ? -1
        : (a.said ?? '9999') > (b.said ?? '9999')
          ? 1
          : a.claim.start - b.claim.start,
    );
}

/** What the figures of one unit and place leave open: the latest that each source asserts, none of them replaced. */
export type FigureRange = {
  readonly unit: string;
  readonly place: readonly string[];
  /** The least and the most that the latest figures allow; null where nothing bounds it. */
  readonly low: number;
  readonly high: number | null;
  /** The figure of the latest of them. */
  readonly best: number;
  /** How many sources give one. */
  readonly sources: number;
};

/** The ranges of the figures given, each of one unit and place: those of places never join those of the whole. */
export function rangesOf(points: readonly FigurePoint[]): FigureRange[] {
  const groups = new Map<string, Map<string, FigurePoint>>();
  for (const point of points) {
    if (point.modality !== 'actual') continue;
    const key = JSON.stringify([point.unit, [...point.place].sort()]);
    const latest = groups.get(key) ?? new Map<string, FigurePoint>();
    groups.set(key, latest.set(point.by, point)); // in the order in which they were said: the last stands
  }
  return [...groups.values()].map((latest) => {
    const standing = [...latest.values()];
    const intervals = standing.map(({ value, max, bound, unit }) =>
      intervalOf({ value, ...(max === null ? {} : { max }), bound, unit }),
    );
    const high = Math.max(...intervals.map((interval) => interval.high));
    const last = standing.reduce((a, b) => ((a.said ?? '') <= (b.said ?? '') ? b : a));
    return {
      unit: last.unit,
      place: last.place,
      low: Math.min(...intervals.map((interval) => interval.low)),
      high: Number.isFinite(high) ? high : null,
      best: last.value,
      sources: standing.length,
    };
  });
}
