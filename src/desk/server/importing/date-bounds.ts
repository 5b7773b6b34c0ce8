import { daysOf } from '../../../core/index.ts';
import type { Claim, Statement } from '../../../reading/index.ts';
import type { DateBounds, Shown } from '../../contract/index.ts';

/** What was read of a dispatch, as far as it tells of its day. */
type Read = {
  readonly claims: readonly Pick<Claim, 'start' | 'end' | 'text' | 'time' | 'modality'>[];
  readonly statements: readonly Pick<Statement, 'said' | 'cue' | 'content'>[];
};

/**
 * Between which days an undated dispatch was published, by what its own words say: not before the latest day that they tell
 * of as past, and not after the day on which the ledger had it (`learned`, an instant). It was read without a publication
 * day, so that each day read is one that the words give in full.
 */
export function dateBoundsOf({ claims, statements }: Read, learned: string): Shown<DateBounds> {
  const notAfter = learned.slice(0, 10);
  const told: { readonly day: string; readonly words: DateBounds['words'] }[] = [];
  const tell = (day: string | null, { start, end, text }: NonNullable<DateBounds['words']>): void => {
    // A day after we had it is a misreading or a slip of the pen, and bounds nothing.
    if (day !== null && day <= notAfter) told.push({ day, words: { start, end, text } });
  };
  for (const claim of claims)
    if (claim.time !== null && (claim.modality === 'actual' || claim.modality === 'hedged'))
      tell(daysOf(claim.time).first, claim);
  for (const { said, cue, content } of statements) if (said !== null) tell(daysOf(said).first, cue ?? content[0]!);
  const latest = told.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0];
  return { notBefore: latest?.day ?? null, words: latest?.words ?? null, notAfter };
}
