import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import type { Act } from '../statement.ts';

/** A way in which a reporting verb takes what is said; the letters are explained in `data/fr/reporting-verbs.json`. */
export type Frame = 'f' | 'c' | 't' | 'q' | 'i' | 'd' | 'a' | 'n' | 'm' | 'o' | 'p' | 'g' | 's' | 'w';

export type ReportingVerb = { readonly lemma: string; readonly act: Act; readonly frames: ReadonlySet<Frame> };

/** Reporting verbs by lemma; pronominal ones as « se féliciter » (also for « s' »), locutions as « faire valoir ». */
export type ReportingVerbs = ReadonlyMap<string, ReportingVerb>;

export function loadReportingVerbs(): ReportingVerbs {
  const file = new URL('data/fr/reporting-verbs.json', packageRoot);
  const { verbs } = JSON.parse(readFileSync(file, 'utf8')) as { verbs: [string, Act, string][] };
  return new Map(
    verbs.map(([lemma, act, frames]) => {
      const key = lemma.replace(/^s'/, 'se ');
      return [key, { lemma: key, act, frames: new Set([...frames] as Frame[]) }];
    }),
  );
}
