import { crosscheck } from '../../src/crosscheck/index.ts';
import { dossierOf, type Printed, world } from './sample-dossier.ts';

/** What is found in a dossier, as « contradicts quantity d1-0 d2-0 »: the kind, the slot, and whose words, in order. */
export function found(printed: readonly Printed[]): string[] {
  return crosscheck(dossierOf(printed), world)
    .findings.map(({ kind, slot, a, b }) => {
      const named = ({ dispatch, text }: { dispatch: string; text: string }): string => {
        const at = dossierOf(printed.filter(({ id }) => id === dispatch)).claims.findIndex((one) => one.text === text);
        return `${dispatch}${at > 0 ? `:${at}` : ''}`;
      };
      return [kind, slot, named(a), named(b)].filter(Boolean).join(' ');
    })
    .sort();
}
