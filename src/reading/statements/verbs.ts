import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import type { Act } from '../statement.ts';

/** A way in which a reporting verb takes what is said; the letters are explained in `data/fr/reporting-verbs.json`. */
export type Frame =
  | 'f'
  | 'c'
  | 't'
  | 'q'
  | 'i'
  | 'd'
  | 'a'
  | 'n'
  | 'm'
  | 'o'
  | 'p'
  | 'g'
  | 's'
  | 'w'
  | 'h'
  | 'k'
  | 'r'
  | 'u'
  | 'v';

export type ReportingVerb = { readonly lemma: string; readonly act: Act; readonly frames: ReadonlySet<Frame> };

/** An entry of several words: « faire valoir » is `first` « faire », `rest` « valoir ». */
export type Locution = { readonly first: string; readonly rest: readonly string[]; readonly verb: ReportingVerb };

/** A verb that lends a reporting infinitive its subject and tense; `only` are the infinitives, where not all are said. */
export type LendingVerb = {
  readonly verb: string;
  readonly preposition: string | null;
  readonly only: readonly string[] | null;
};

export type ReportingVerbs = {
  /** By lemma; pronominal ones as « se féliciter » (also for « s' »), locutions as « faire valoir ». */
  readonly byLemma: ReadonlyMap<string, ReportingVerb>;
  /** The longest first: « plaider pour » before « plaider ». */
  readonly locutions: readonly Locution[];
  readonly lending: readonly LendingVerb[];
};

export function loadReportingVerbs(): ReportingVerbs {
  const file = new URL('data/fr/reporting-verbs.json', packageRoot);
  const { verbs, lending } = JSON.parse(readFileSync(file, 'utf8')) as {
    verbs: [string, Act, string][];
    lending: [verb: string, preposition: string | null, only?: string[]][];
  };
  const byLemma = new Map(
    verbs.map(([lemma, act, frames]) => {
      const key = lemma.replace(/^s'/, 'se ');
      return [key, { lemma: key, act, frames: new Set([...frames] as Frame[]) }];
    }),
  );
  const locutions = [...byLemma.values()]
    .map((verb): Locution => {
      const [first, ...rest] = verb.lemma.split(' ');
      return { first: first!, rest, verb };
    })
    .filter(({ first, rest }) => rest.length > 0 && first !== 'se')
    .sort((a, b) => b.rest.length - a.rest.length);
  return {
    byLemma,
    locutions,
    lending: lending.map(([verb, preposition, only]) => ({ verb, preposition, only: only ?? null })),
  };
}
