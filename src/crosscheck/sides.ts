import type { World } from './world.ts';

/** The sides that a party is on, as `conflict/side`, with those of all that it stands under. */
export function sidesOf(party: string, { parties }: World): ReadonlySet<string> {
  const line = [party, ...parties.ancestors(party)];
  return new Set(
    line.flatMap((one) => (parties.byId(one)?.sides ?? []).map(({ conflict, side }) => `${conflict}/${side}`)),
  );
}

/** One is the other, stands under it, or fights beside it in some conflict and against it in none. */
export function onOneSide(a: string, b: string, world: World): boolean {
  if (world.parties.under(a, b) || world.parties.under(b, a)) return true;
  const [ours, theirs] = [sidesOf(a, world), sidesOf(b, world)];
  return [...ours].some((side) => theirs.has(side)) && !areOpposed(a, b, world);
}

/** They stand on two sides of one conflict. */
export function areOpposed(a: string, b: string, world: World): boolean {
  const theirs = new Map([...sidesOf(b, world)].map((side) => side.split('/') as [string, string]));
  return [...sidesOf(a, world)].some((side) => {
    const [conflict, own] = side.split('/') as [string, string];
    return theirs.has(conflict) && theirs.get(conflict) !== own;
  });
}
