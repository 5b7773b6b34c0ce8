import type { ClaimRow, Shown } from '../../contract/index.ts';

/** Compares by code units, so that every machine has the same order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day a claim was said, or by which it was; what nobody can date comes last. */
export function saidDay({ claim }: Pick<Shown<ClaimRow>, 'claim'>): string {
  return claim.clocks.said?.replace('../', '') ?? '9999';
}
