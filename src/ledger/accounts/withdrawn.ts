import { foldName } from '../../core/index.ts';
import type { Claim, Statement } from '../../reading/index.ts';

/** A claim with its dispatch and statement, as far as this question goes. */
type Made = { readonly claim: Claim; readonly statement: Statement | null };

/** One version of a dispatch and what it says; versions are given oldest first, and all of them have been read. */
export type VersionClaims = {
  readonly dispatch: string;
  /** When the ledger learned what it says. */
  readonly learned: string;
  /** The publication day that its claims were read with. */
  readonly published: string | null;
  readonly claims: readonly Made[];
};

/** Which version no longer makes a claim, and when we learned that. */
export type Withdrawal = { readonly by: string; readonly learned: string };

/**
 * What became of the claims of older versions, by claim id: the withdrawal of those that the last version makes no more,
 * null for those that it still makes.
 */
export function withdrawals(versions: readonly VersionClaims[]): Map<string, Withdrawal | null> {
  const became = new Map<string, Withdrawal | null>();
  const made = versions.map((version) => new Set(version.claims.map((claim) => meaningOf(claim, version.published))));
  for (const [index, version] of versions.slice(0, -1).entries()) {
    for (const claim of version.claims) {
      const meaning = meaningOf(claim, version.published);
      const lastThatMakesIt = made.findLastIndex((meanings, later) => later >= index && meanings.has(meaning));
      const next = versions[lastThatMakesIt + 1];
      became.set(claim.claim.id, next ? { by: next.dispatch, learned: next.learned } : null);
    }
  }
  return became;
}

/**
 * Equal for claims of two versions that say the same, wherever their words stand. « Still holds today » moves with the
 * day of publication and stays the same claim; another figure, place or speaker makes another one.
 */
function meaningOf({ claim, statement }: Made, published: string | null): string {
  const { type, polarity, modality, quantity, time } = claim;
  const places = claim.place.map(({ name, part, candidates }) => [candidates[0]?.id ?? foldName(name), part ?? null]);
  return JSON.stringify([
    [type, polarity, modality],
    [...claim.actor].sort(),
    [...claim.target].sort(),
    places.map((place) => JSON.stringify(place)).sort(),
    quantity && [quantity.value, quantity.max ?? null, quantity.bound, quantity.unit],
    time !== null && time === published ? 'the day of publication' : time,
    statement && speakerOf(statement),
  ]);
}

function speakerOf({ by, name, organisation, anonymous }: Statement): unknown {
  return by.length > 0 ? [...by].sort() : [foldName(name ?? organisation ?? ''), anonymous];
}
