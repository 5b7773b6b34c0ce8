import type { Accounts, LedgerStatement } from '../../ledger/index.ts';
import { sharesParty } from '../assertions.ts';
import type { Origins } from '../origins.ts';
import { originOf } from '../origins.ts';
import { questionOf } from '../questions.ts';
import { type Account, rootOf, type Voice, voiceOf } from '../voices.ts';
import { quote, quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, orderOf } from './draft.ts';

/** How many days before a denial, at the most, what it denies was said, where another dispatch says it. */
const ANSWERS_WITHIN_DAYS = 31;

/**
 * A denial with what it denies: what another says of the denier in the same dispatch before it, else in one of the weeks
 * before. « Des accusations de cette nature » takes up the accusation; a denial with words of its own, what they deny.
 */
export function denials(accounts: Accounts, all: readonly Account[], origins: Origins, world: World): Draft[] {
  const dispatches = new Map(accounts.dispatches.map((dispatch) => [dispatch.id, dispatch]));
  return accounts.statements
    .filter(({ act }) => act === 'deny')
    .flatMap((statement) => {
      const voice = voiceOf(statement, dispatches.get(statement.dispatch)!, world);
      const denied = deniedBy(statement, voice, all, world);
      return denied ? [denial(statement, voice, denied, origins)] : [];
    });
}

function deniedBy(statement: LedgerStatement, voice: Voice, all: readonly Account[], world: World): Account | null {
  const own = all.filter(({ claim }) => claim.dispatch === statement.dispatch && claim.statement === statement.id);
  const deniers = [...new Set(voice.parties.map((party) => rootOf(party, world.parties)))];
  const others = all.filter(
    (account) =>
      account.voice.key !== voice.key && account.claim.polarity === 'affirmed' && account.statement?.act !== 'deny',
  );
  const here = others.filter(
    ({ claim }) => claim.dispatch === statement.dispatch && claim.start < statement.content[0]!.start,
  );
  const about = own.length > 0 ? own : null;
  const fits = (account: Account): boolean => {
    if (about)
      return about.some(({ claim }) => claim.type === account.claim.type && matches(claim, account.claim, world));
    return deniers.length > 0 && sharesParty(account.claim.actor, deniers, world);
  };
  const nearest = here
    .filter((account) => fits(account) && (about !== null || account.statement !== null))
    .sort((a, b) => score(b, statement) - score(a, statement) || b.claim.start - a.claim.start)[0];
  if (nearest) return nearest;
  // Without words of its own a denial answers what was said beside it; further off, an accusation alone.
  const answers = (account: Account): boolean => about !== null || account.statement?.act === 'accuse';
  const elsewhere = others.filter(
    (account) =>
      account.claim.dispatch !== statement.dispatch &&
      fits(account) &&
      answers(account) &&
      isShortlyBefore(account, statement),
  );
  return elsewhere.sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))[0] ?? null;
}

/** An accusation is what a denial answers, before a plain statement, before what the outlet narrates. */
function score({ statement }: Account, _denial: LedgerStatement): number {
  return statement === null ? 0 : statement.act === 'accuse' ? 2 : 1;
}

function matches(denied: Account['claim'], said: Account['claim'], world: World): boolean {
  const actors = denied.actor.length === 0 || said.actor.length === 0 || sharesParty(denied.actor, said.actor, world);
  const targets =
    denied.target.length === 0 || said.target.length === 0 || sharesParty(denied.target, said.target, world);
  const names = (claim: Account['claim']): string[] =>
    claim.place.flatMap(({ candidates, name }) => candidates[0]?.id ?? name);
  const places =
    names(denied).length === 0 || names(said).length === 0 || names(denied).some((one) => names(said).includes(one));
  return (
    actors && targets && places && (denied.actor.length > 0 || denied.target.length > 0 || names(denied).length > 0)
  );
}

function isShortlyBefore(account: Account, statement: LedgerStatement): boolean {
  const [said, denied] = [account.claim.clocks.said, statement.clocks.said].map(
    (when) => when?.replace('../', '') ?? null,
  );
  if (!said || !denied) return false;
  const days = (Date.parse(denied) - Date.parse(said)) / 86_400_000;
  return days >= 0 && days <= ANSWERS_WITHIN_DAYS;
}

function denial(statement: LedgerStatement, voice: Voice, denied: Account, origins: Origins): Draft {
  const by = who(denied);
  const words = [statement.cue?.text, ...statement.content.map(({ text }) => text)].filter(Boolean).join(' ');
  const span = { start: statement.content[0]!.start, end: statement.content.at(-1)!.end };
  return {
    kind: 'denies',
    a: {
      layer: 'statement',
      statement,
      span,
      label: voice.label,
      position: `${voice.key} denies ${statement.dispatch}:${span.start}`,
    },
    b: claimSide(denied, `${originOf(denied, origins)} ${denied.claim.id}`),
    question: questionOf(denied),
    rule: 'denial-of-what-was-said',
    sentence: {
      fr: `${voice.label} dément (${quote(words).fr}) ce que dit ${by.fr} : ${quoted(denied).fr}.`,
      en: `${voice.label} denies (${quote(words).en}) what ${by.en} says: ${quoted(denied).en}.`,
    },
  };
}
