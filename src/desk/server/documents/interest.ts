import type { World } from '../../../crosscheck/index.ts';
import type { Bilingual, Claim, Shown, SourceDocument } from '../../contract/index.ts';

export type Concession = Pick<SourceDocument['conceded'][number], 'why' | 'reason'>;

/** Kinds of party that have a side of their own in a war; an observer, a newsroom or an aid agency has none to concede. */
const PARTISAN: ReadonlySet<string> = new Set([
  'state',
  'authority',
  'armed-group',
  'militia',
  'rebels',
  'force',
  'alliance',
  'political-group',
]);

/**
 * Why a claim counts against the interest of who says it: a partisan source that concedes a loss of its own weighs more
 * than one that claims a gain. Null for what is not asserted, for an outlet, and for all else.
 */
export function concessionOf(claim: Shown<Claim>, { parties }: Pick<World, 'parties'>): Concession | null {
  const speaking = claim.source.parties;
  if (speaking.length === 0 || (claim.certainty !== 'asserted' && claim.certainty !== 'negated')) return null;
  const lines = speaking.map((party) => parties.ancestors(party).at(-1) ?? party);
  if (!lines.some((line) => PARTISAN.has(parties.byId(line)?.kind ?? ''))) return null;
  const isOwn = (party: string): boolean => lines.some((line) => parties.under(party, line));
  const conceded = (why: Concession['why'], reason: Bilingual): Concession => ({ why, reason });
  const isOwnTarget = claim.target.some(isOwn) && !claim.actor.some(isOwn);
  if (claim.type === 'capture' && claim.polarity === 'affirmed' && isOwnTarget)
    return conceded('concedes-loss', {
      fr: 'dit qu’un lieu a été pris à son propre camp',
      en: 'says that a place was taken from its own side',
    });
  if (claim.type === 'control' && claim.polarity === 'negated' && claim.actor.some(isOwn))
    return conceded('concedes-loss', {
      fr: 'dit que son propre camp ne tient pas le lieu',
      en: 'says that its own side does not hold the place',
    });
  if (claim.type === 'casualties' && claim.polarity === 'affirmed' && claim.target.some(isOwn))
    return conceded('concedes-casualties', {
      fr: 'dit les pertes de son propre camp',
      en: 'tells the losses of its own side',
    });
  return null;
}
