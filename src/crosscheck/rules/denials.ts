import { daysBetween, isDay, type Span } from '../../core/index.ts';
import type { LedgerStatement } from '../../ledger/index.ts';
import { mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { contentKey } from '../positions.ts';
import { questionOf } from '../questions.ts';
import { type Account, rootOf, type Voice, voiceOf } from '../voices.ts';
import { quote, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, orderOf, saidBy } from './draft.ts';
import type { Printed, Rule } from './rule.ts';

/** How many days before a denial, at the most, what it denies was said, where another dispatch says it. */
const ANSWERS_WITHIN_DAYS = 31;

/** A statement that denies something, with what it says itself and what its dispatch says beside it. */
type Denial = {
  readonly statement: LedgerStatement;
  readonly voice: Voice;
  readonly own: readonly Account[];
  readonly beside: readonly Account[];
};
type Item = { readonly denial: Denial } | { readonly said: Account };

/**
 * A denial with what it denies: what another says of the denier in the same dispatch before it, else in one of the weeks
 * before. « Des accusations de cette nature » takes up the accusation; a denial with words of its own, what they deny.
 */
export const denials: Rule<Item> = {
  name: 'denials',
  *file(printed, { world }) {
    for (const denial of denialsIn(printed, world)) yield [drawerOf(denial, world), { denial }];
    for (const account of printed.accounts)
      if (isDeniable(account)) for (const drawer of drawersOf(account, world)) yield [drawer, { said: account }];
  },
  isTelling: (item) => 'denial' in item,
  find(items, ground) {
    const denied = items.flatMap((item) => ('denial' in item ? item.denial : []));
    const said = items.flatMap((item) => ('said' in item ? item.said : []));
    return denied.flatMap((denial) => {
      const answered = besideIt(denial, ground.world) ?? elsewhere(denial, said, ground);
      return answered ? [draftOf(denial, answered, ground)] : [];
    });
  },
};

function denialsIn({ dispatch, statements, accounts }: Printed, world: World): Denial[] {
  return statements
    .filter(({ act }) => act === 'deny')
    .map((statement) => ({
      statement,
      voice: voiceOf(statement, dispatch, world),
      own: accounts.filter(({ claim }) => claim.statement === statement.id && claim.withdrawn === null),
      beside: accounts.filter(isDeniable),
    }));
}

function isDeniable({ claim, statement }: Account): boolean {
  return claim.polarity === 'affirmed' && statement?.act !== 'deny' && claim.withdrawn === null;
}

/** Where a denial looks for what it denies: by the place that its words name, else by who took part, else by itself. */
function drawerOf({ own, voice, statement }: Denial, world: World): string {
  const placed = own.find(({ claim }) => mainPlaces(claim).length > 0);
  if (placed) return `${placed.claim.type} at ${mainPlaces(placed.claim)[0]}`;
  const named = own.flatMap(({ claim }) =>
    [...claim.actor, ...claim.target].map((party) => `${claim.type} with ${rootOf(party, world.parties)}`),
  )[0];
  if (named) return named;
  return voice.parties[0] ? `accused: ${rootOf(voice.parties[0], world.parties)}` : `in ${statement.dispatch}`;
}

function drawersOf({ claim, statement }: Account, world: World): ReadonlySet<string> {
  const roots = (parties: readonly string[]) => parties.map((party) => rootOf(party, world.parties));
  return new Set([
    ...mainPlaces(claim).map((place) => `${claim.type} at ${place}`),
    ...roots([...claim.actor, ...claim.target]).map((root) => `${claim.type} with ${root}`),
    ...(statement?.act === 'accuse' ? roots(claim.actor).map((root) => `accused: ${root}`) : []),
  ]);
}

/** In the dispatch itself: of what comes before it the accusation, else what is stated, else what is narrated. */
function besideIt(denial: Denial, world: World): Account | undefined {
  const { statement, own, beside } = denial;
  const before = beside.filter(
    (account) =>
      account.claim.start < statement.content[0]!.start &&
      (own.length > 0 || account.statement !== null) &&
      isAnsweredBy(account, denial, world),
  );
  return before.sort((a, b) => strengthOf(b) - strengthOf(a) || b.claim.start - a.claim.start)[0];
}

/** In another dispatch, and no copy, of the weeks before; without words of its own a denial answers an accusation alone. */
function elsewhere(denial: Denial, said: readonly Account[], { world, origins }: Ground): Account | undefined {
  const { statement, own } = denial;
  const wire = (dispatch: string): string => origins.groupOf.get(dispatch)!;
  const answered = said.filter(
    (account) =>
      wire(account.dispatch.id) !== wire(statement.dispatch) &&
      (own.length > 0 || account.statement?.act === 'accuse') &&
      isShortlyBefore(account, statement) &&
      isAnsweredBy(account, denial, world),
  );
  return answered.sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))[0];
}

function strengthOf({ statement }: Account): number {
  return statement === null ? 0 : statement.act === 'accuse' ? 2 : 1;
}

function isAnsweredBy(account: Account, { own, voice }: Denial, world: World): boolean {
  if (account.voice.key === voice.key) return false;
  if (own.length > 0)
    return own.some(({ claim }) => claim.type === account.claim.type && matches(claim, account.claim, world));
  const deniers = voice.parties.map((party) => rootOf(party, world.parties));
  return sharesParty(account.claim.actor, deniers, world);
}

function matches(denied: Account['claim'], said: Account['claim'], world: World): boolean {
  const share = (ours: readonly string[], theirs: readonly string[]): boolean =>
    ours.length === 0 || theirs.length === 0 || sharesParty(ours, theirs, world);
  const names = ({ place }: Account['claim']): string[] =>
    place.flatMap(({ candidates, name }) => candidates[0]?.id ?? name);
  const [ours, theirs] = [names(denied), names(said)];
  const samePlaces = ours.length === 0 || theirs.length === 0 || ours.some((one) => theirs.includes(one));
  const isAboutSomething = denied.actor.length + denied.target.length + ours.length > 0;
  return share(denied.actor, said.actor) && share(denied.target, said.target) && samePlaces && isAboutSomething;
}

function isShortlyBefore(account: Account, { clocks }: LedgerStatement): boolean {
  const [said, denied] = [saidBy(account), clocks.said?.replace('../', '') ?? null];
  if (said === null || denied === null || !isDay(denied)) return false;
  const days = daysBetween(said, denied);
  return days >= 0 && days <= ANSWERS_WITHIN_DAYS;
}

function draftOf({ statement, voice }: Denial, denied: Account, { origins }: Ground): Draft {
  const by = who(denied);
  const words = [statement.cue?.text, ...statement.content.map(({ text }) => text)].filter(Boolean).join(' ');
  const span: Span = { start: statement.content[0]!.start, end: statement.content.at(-1)!.end };
  return {
    kind: 'denies',
    a: {
      layer: 'statement',
      statement,
      span,
      label: voice.label,
      // Told again, or printed again, it is the same denial.
      position: `${voice.key} denies`,
    },
    b: claimSide(denied, contentKey(denied, origins)),
    question: questionOf(denied),
    rule: 'denial-of-what-was-said',
    sentence: {
      fr: `Démenti – ${voice.label} (${quote(words).fr}) ; de ces mots – ${by.fr} : ${quoted(denied).fr}.`,
      en: `${voice.label} denies (${quote(words).en}) what ${by.en} says: ${quoted(denied).en}.`,
    },
  };
}
