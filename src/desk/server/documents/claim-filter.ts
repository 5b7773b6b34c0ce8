import { type Days, daysOf, foldName, shareDay } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { ClaimRow, Shown } from '../../contract/index.ts';
import { isSaidBy } from './sources.ts';

/** What claims may be asked for by. Filters of one kind widen each other, those of different kinds narrow. */
export type ClaimFilter = {
  readonly type?: readonly string[];
  readonly party?: readonly string[];
  readonly place?: readonly string[];
  readonly source?: readonly string[];
  readonly certainty?: readonly string[];
  readonly dispatch?: readonly string[];
  readonly publisher?: readonly string[];
  readonly words?: string | undefined;
  readonly heldFrom?: string | undefined;
  readonly heldTo?: string | undefined;
  readonly saidFrom?: string | undefined;
  readonly saidTo?: string | undefined;
};

type Row = Shown<ClaimRow>;

/** True where nothing is asked for: every claim fits. */
export function isOpen(filter: ClaimFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value.length === 0);
}

/** A test of claims. Parties and places are looked up once for each that comes, however many claims name it. */
export function claimFilter(filter: ClaimFilter, world: World): (row: Row) => boolean {
  const { type, party, place, source, certainty, dispatch, publisher } = filter;
  const words = foldName(filter.words ?? '');
  const held = windowOf(filter.heldFrom, filter.heldTo);
  const said = windowOf(filter.saidFrom, filter.saidTo);
  const isParty = remembered((id) => party!.some((asked) => world.parties.under(id, asked)));
  const isPlace = remembered((id) => place!.some((asked) => world.gazetteer.within(id, asked)));
  const publishers = new Set(publisher?.map(foldName));
  const tests: ((row: Row) => boolean)[] = [];
  if (type?.length) tests.push(({ claim }) => type.includes(claim.type));
  if (certainty?.length) tests.push(({ claim }) => certainty.includes(claim.certainty));
  if (dispatch?.length) tests.push((row) => dispatch.includes(row.dispatch.id));
  if (publishers.size > 0) tests.push((row) => publishers.has(foldName(row.dispatch.publisher ?? '')));
  if (party?.length) tests.push(({ claim }) => claim.actor.some(isParty) || claim.target.some(isParty));
  if (place?.length)
    tests.push(({ claim }) => claim.place.some(({ candidates }) => candidates[0] && isPlace(candidates[0].id)));
  if (source?.length) tests.push(({ claim }) => source.some((who) => isSaidBy(claim.source, who, world)));
  if (held) tests.push(({ claim }) => claim.clocks.held !== null && shareDay(claim.clocks.held, held));
  if (said) tests.push(({ claim }) => claim.clocks.said !== null && isSaidWithin(claim.clocks.said, said));
  if (words !== '') tests.push(({ claim }) => foldName(claim.text).includes(words));
  return (row) => tests.every((test) => test(row));
}

/** What only the publication bounds counts as said on its last day: it is the day on which anybody could read it. */
function isSaidWithin(said: string, window: Days): boolean {
  const { first, last } = daysOf(said);
  return shareDay(first === null ? { first: last, last } : { first, last }, window);
}

function windowOf(from: string | undefined, to: string | undefined): Days | null {
  return from === undefined && to === undefined ? null : { first: from ?? null, last: to ?? null };
}

function remembered(test: (id: string) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = test(id);
    known.set(id, now);
    return now;
  };
}
