import { heldDays, isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { sameFigure } from '../intervals.ts';
import { originOf } from '../origins/origins.ts';
import { plainWords } from '../origins/words.ts';
import { daysKey } from '../positions.ts';
import { questionOf } from '../questions.ts';
import type { Account } from '../voices.ts';
import { quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, inOrder } from './draft.ts';
import type { Rule } from './rule.ts';

/** What is told again counts for these; that an army was somewhere twice is no repetition of anything. */
const REPEATED: ReadonlySet<string> = new Set([
  'victory',
  'capture',
  'control',
  'casualties',
  'strength',
  'displacement',
]);

/**
 * The same again from the same speaker, in a dispatch of another wire: a repetition, which never counts as a second origin.
 * However often it is told, it is one finding.
 */
export const saidAgain: Rule<Account> = {
  name: 'said-again',
  *file({ accounts }, { origins }) {
    for (const account of accounts) {
      if (!isRepeatable(account) || account.voice.kind === 'unnamed') continue;
      const { type, polarity } = account.claim;
      yield [`${type} ${polarity} ${originOf(account, origins)} ${contentOf(account)}`, account];
    }
  },
  find(accounts, ground) {
    return alikeAmong(accounts, ground.world).flatMap((own) => saidAgainBy(own, ground));
  },
};

function isRepeatable(account: Account): boolean {
  return isAsserted(account) && REPEATED.has(account.claim.type);
}

/** What is said beside who takes part in it: place, figure and days; of a victory, nothing but the victory. */
function contentOf(account: Account): string {
  const { claim } = account;
  if (claim.type === 'victory') return '';
  const days = heldDays(account);
  const quantity = claim.quantity;
  const figure = quantity === null ? '' : `${quantity.bound}${quantity.value}-${quantity.max ?? ''} ${quantity.unit}`;
  // What has no day may be about another occasion: each of those is alone.
  return `${mainPlaces(claim).toSorted().join('+')} ${figure} ${days === null ? claim.id : daysKey(account, days)}`;
}

/** Those that name the same parties, as groups. Who names none says the same as who does. */
function alikeAmong(accounts: readonly Account[], world: World): Account[][] {
  const groups: Account[][] = [];
  for (const account of asPrinted(accounts)) {
    const own = groups.find((group) => group.some((other) => namesTheSame(account, other, world)));
    if (own) own.push(account);
    else groups.push([account]);
  }
  return groups;
}

function namesTheSame({ claim: a }: Account, { claim: b }: Account, world: World): boolean {
  const isVictory = a.type === 'victory';
  const [ours, theirs] = [
    isVictory ? a.target : [...a.actor, ...a.target],
    isVictory ? b.target : [...b.actor, ...b.target],
  ];
  if (sharesParty(ours, theirs, world)) return true;
  // « la mission est accomplie » names no one: of one speaker, it is over what he says is over elsewhere.
  if (isVictory) return (ours.length === 0 || theirs.length === 0) && a.actor.length + b.actor.length > 0;
  return ours.length === 0 && theirs.length === 0;
}

function saidAgainBy(own: readonly Account[], { origins }: Ground): Draft[] {
  const wire = ({ dispatch }: Account): string => origins.groupOf.get(dispatch.id)!;
  const first = own[0]!;
  const again = own.find((account) => wire(account) !== wire(first));
  return again ? [repetition(first, again, own, 'same-speaker-again', origins.groupOf)] : [];
}

/** What a dispatch has from the wire that it is a copy of: one finding for each copy. */
export const copiedWords: Rule<Account> = {
  name: 'copied-words',
  *file({ accounts }, { origins }) {
    for (const account of accounts)
      if (isRepeatable(account)) yield [origins.groupOf.get(account.dispatch.id)!, account];
  },
  find(accounts, { world, origins }) {
    const byDispatch = new Map<string, Account[]>();
    for (const account of inOrder(accounts)) {
      const known = byDispatch.get(account.dispatch.id);
      if (known) known.push(account);
      else byDispatch.set(account.dispatch.id, [account]);
    }
    if (byDispatch.size < 2) return [];
    const printed = [...byDispatch.values()].sort((a, b) => (printedOrder(a[0]!) < printedOrder(b[0]!) ? -1 : 1));
    return printed.slice(1).flatMap((copy, at) => {
      const before = printed.slice(0, at + 1).flat();
      const counterparts = copy.flatMap((account) => {
        const source = before.find((one) => isCounterpart(one, account, world));
        return source ? [{ source, account, alike: alikeWords(source, account) }] : [];
      });
      // It is told by the claim whose words stayed most alike.
      const told = counterparts.toSorted((a, b) => b.alike - a.alike)[0];
      const all = counterparts.flatMap(({ source, account }) => [source, account]);
      return told ? [repetition(told.source, told.account, all, 'copied-words', origins.groupOf)] : [];
    });
  },
};

/** Share of the words of both that both have. */
function alikeWords({ claim: a }: Account, { claim: b }: Account): number {
  const [ours, theirs] = [new Set(plainWords(a.text)), new Set(plainWords(b.text))];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared / (ours.size + theirs.size - shared);
}

function printedOrder({ dispatch }: Account): string {
  return `${(dispatch.published?.date ?? '9999').padEnd(10, '-')} ${dispatch.id}`;
}

/** In the order in which they were printed: a dispatch may recall what was said before all that it tells. */
function asPrinted(accounts: readonly Account[]): Account[] {
  const order = (account: Account): string =>
    `${printedOrder(account)} ${String(account.claim.start).padStart(9, '0')} ${account.claim.id}`;
  return accounts
    .map((account) => ({ account, order: order(account) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ account }) => account);
}

function isCounterpart({ claim: a, voice: one }: Account, { claim: b, voice: other }: Account, world: World): boolean {
  if (a.type !== b.type || a.polarity !== b.polarity || one.kind !== other.kind) return false;
  if (one.kind === 'party' && one.key !== other.key) return false;
  if (mainPlaces(a).toSorted().join() !== mainPlaces(b).toSorted().join()) return false;
  const sameFigures =
    a.quantity === null ? b.quantity === null : b.quantity !== null && sameFigure(a.quantity, b.quantity);
  const [ours, theirs] = [
    [...a.actor, ...a.target],
    [...b.actor, ...b.target],
  ];
  return sameFigures && (sharesParty(ours, theirs, world) || ours.length + theirs.length === 0);
}

function repetition(
  a: Account,
  b: Account,
  all: readonly Account[],
  rule: string,
  groupOf: ReadonlyMap<string, string>,
): Draft {
  const [first, second] = [who(a), who(b)];
  const content = `${a.claim.type} ${a.claim.polarity} ${a.voice.key} ${contentOf(a)} ${[...a.claim.actor, ...a.claim.target].toSorted().join('+')}`;
  const copy = rule === 'copied-words';
  return {
    kind: 'repeats',
    a: claimSide(a, copy ? groupOf.get(a.dispatch.id)! : content, all),
    b: claimSide(b, copy ? b.dispatch.id : content, all),
    question: questionOf(a),
    rule,
    sentence: {
      fr: `${second.fr} (${quoted(b).fr}) répète ${first.fr} (${quoted(a).fr}) : une même origine, pas une confirmation.`,
      en: `${second.en} (${quoted(b).en}) repeats ${first.en} (${quoted(a).en}): one origin, no confirmation.`,
    },
  };
}
