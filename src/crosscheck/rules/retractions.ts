import { shareDay } from '../../core/index.ts';
import { heldDays, isAsserted, mainPlaces, sharesParty } from '../assertions.ts';
import type { Ground } from '../ground.ts';
import { originOf } from '../origins/origins.ts';
import { contentKey } from '../positions.ts';
import { questionOf } from '../questions.ts';
import type { Account } from '../voices.ts';
import { quoted, who } from '../wording.ts';
import type { World } from '../world.ts';
import { claimSide, type Draft, inOrder, saidBy } from './draft.ts';
import type { Rule } from './rule.ts';

/** What a newer version of a dispatch no longer says, beside what it says in its place. */
export const corrected: Rule<Account> = {
  name: 'corrected',
  *file({ dispatch, accounts }) {
    for (const account of accounts)
      if (account.claim.withdrawn !== null) yield [account.claim.withdrawn.by, account];
      else if (dispatch.version > 1) yield [dispatch.id, account];
  },
  isTelling: ({ claim }) => claim.withdrawn !== null,
  find(accounts, ground) {
    const standing = inOrder(accounts.filter(({ claim }) => claim.withdrawn === null));
    return inOrder(accounts.filter(({ claim }) => claim.withdrawn !== null)).flatMap((gone) => {
      const question = questionOf(gone);
      const instead = standing.find((account) => questionOf(account) === question);
      return instead ? [retraction(instead, gone, 'newer-version-says-otherwise', ground)] : [];
    });
  },
};

/** What a speaker negates later, having affirmed it: told of the same days, or of the same capture or victory. */
export const takenBack: Rule<Account> = {
  name: 'taken-back',
  *file({ accounts }, { origins }) {
    for (const account of accounts) {
      const { claim, voice, statement } = account;
      const isSure = claim.modality === 'actual' && claim.withdrawn === null;
      // « dément avoir pris la ville » takes back as well as « n'a pas pris la ville » does.
      const negates = claim.polarity === 'negated' || statement?.act === 'deny';
      if (isSure && voice.kind !== 'unnamed' && (negates || isAsserted(account)))
        yield [`${claim.type} ${originOf(account, origins)} ${mainPlaces(claim).toSorted().join('+')}`, account];
    }
  },
  isTelling: ({ claim }) => claim.polarity === 'negated',
  find(accounts, ground) {
    const { world } = ground;
    const ordered = inOrder(accounts);
    const negations = ordered.filter(({ claim }) => claim.polarity === 'negated');
    return negations.flatMap((no) => {
      const before = ordered.findLast((yes) => isAsserted(yes) && isTakenBack(yes, no, world));
      return before ? [retraction(no, before, 'own-word-taken-back', ground)] : [];
    });
  },
};

/** Captures and victories are told of without a day, and are one all the same. */
const ONCE: ReadonlySet<string> = new Set(['capture', 'victory']);

function isTakenBack(yes: Account, no: Account, world: World): boolean {
  if (yes.claim.polarity !== 'affirmed' || yes.dispatch.id === no.dispatch.id) return false;
  const [said, then] = [saidBy(no), saidBy(yes)];
  if (said === null || then === null || said <= then) return false;
  const [ours, theirs] = [heldDays(no), heldDays(yes)];
  const sameTime = ours !== null && theirs !== null ? shareDay(ours, theirs) : ours === null && ONCE.has(no.claim.type);
  const namesThem = no.claim.actor.length > 0 && sharesParty(no.claim.actor, yes.claim.actor, world);
  const targets = no.claim.target.length === 0 || sharesParty(no.claim.target, yes.claim.target, world);
  return sameTime && namesThem && targets;
}

function retraction(a: Account, b: Account, rule: string, { origins }: Ground): Draft {
  const [first, second, said, was] = [who(a), who(b), quoted(a), quoted(b)];
  const isVersion = rule === 'newer-version-says-otherwise';
  return {
    kind: 'retracts',
    a: claimSide(a, contentKey(a, origins)),
    b: claimSide(b, contentKey(b, origins)),
    question: questionOf(b),
    rule,
    sentence: isVersion
      ? {
          fr: `La version nouvelle ne dit plus ${was.fr} (${second.fr}) ; elle dit ${said.fr}.`,
          en: `The new version no longer says ${was.en} (${second.en}); it says ${said.en}.`,
        }
      : {
          fr: `${first.fr} revient sur ce qu’il disait : ${said.fr}, après ${was.fr} (${second.fr}).`,
          en: `${first.en} takes back what it said: ${said.en}, after ${was.en} (${second.en}).`,
        },
  };
}
