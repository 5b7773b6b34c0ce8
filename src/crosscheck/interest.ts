import type { Bilingual } from '../core/index.ts';
import { isAsserted } from './assertions.ts';
import { onOneSide, sidesOf } from './sides.ts';
import { type Account, rootOf } from './voices.ts';
import { partyName } from './wording.ts';
import type { World } from './world.ts';

/** Why a claim counts against the side of who says it. */
export type AgainstInterest = {
  readonly rule: 'concedes-loss' | 'concedes-casualties' | 'concedes-harm' | 'credits-foe';
  readonly reason: Bilingual;
};

/**
 * A claim that favours the other side than its speaker's, by the sides that `data/parties` gives: such a claim weighs more
 * than one in the speaker's favour. Null for an outlet, for who stands on no side, and for what is not asserted.
 */
export function againstInterest(account: Account, world: World): AgainstInterest | null {
  const speakers = account.voice.parties
    .map((party) => rootOf(party, world.parties))
    .filter((party) => sidesOf(party, world).size > 0);
  if (speakers.length === 0 || !isAsserted(account)) return null;
  const { type, polarity, actor, target } = account.claim;
  const isOwn = (party: string): boolean => speakers.some((speaker) => onOneSide(party, speaker, world));
  const isFoe = (party: string): boolean => sidesOf(party, world).size > 0 && !isOwn(party);
  const own = (parties: readonly string[]): string | undefined => parties.find(isOwn);
  const affirmed = polarity === 'affirmed';
  const name = (party: string): Bilingual => partyName(party, world);
  if (type === 'capture' && affirmed && own(target) && !own(actor)) return concedes('loss', name(own(target)!));
  if (type === 'control' && !affirmed && own(actor)) return concedes('not-held', name(own(actor)!));
  if (type === 'casualties' && affirmed && own(target)) return concedes('casualties', name(own(target)!));
  if (type === 'casualties' && affirmed && own(actor) && target.includes('civilians'))
    return concedes('harm', name(own(actor)!));
  const foe = actor.find(isFoe);
  if ((type === 'control' || type === 'victory' || type === 'capture') && affirmed && foe && !own(actor))
    return concedes('foe', name(foe));
  return null;
}

type Concession = 'loss' | 'not-held' | 'casualties' | 'harm' | 'foe';

function concedes(what: Concession, { fr, en }: Bilingual): AgainstInterest {
  const reasons: Readonly<Record<Concession, AgainstInterest>> = {
    loss: {
      rule: 'concedes-loss',
      reason: {
        fr: `dit qu’un lieu a été pris à son propre camp (${fr})`,
        en: `says that a place was taken from its own side (${en})`,
      },
    },
    'not-held': {
      rule: 'concedes-loss',
      reason: {
        fr: `dit que son propre camp (${fr}) ne tient pas le lieu`,
        en: `says that its own side (${en}) does not hold the place`,
      },
    },
    casualties: {
      rule: 'concedes-casualties',
      reason: { fr: `dit les pertes de son propre camp (${fr})`, en: `tells the losses of its own side (${en})` },
    },
    harm: {
      rule: 'concedes-harm',
      reason: {
        fr: `dit que son propre camp (${fr}) a fait des victimes civiles`,
        en: `says that its own side (${en}) harmed civilians`,
      },
    },
    foe: {
      rule: 'credits-foe',
      reason: {
        fr: `reconnaît à l’autre camp (${fr}) une place ou une victoire`,
        en: `credits the other side (${en}) with a place or a victory`,
      },
    },
  };
  return reasons[what];
}
