import { nounPhrase } from '../sources/noun-phrase.ts';
import type { Draft } from './read-statements.ts';
import { canSpeak, type Scope } from './scope.ts';

/** « Le maire : « Nous rouvrirons » », as headlines and interviews write it: a name, a colon and a quotation to the end. */
export function headlineQuotation(scope: Scope, sentence: number): Draft[] {
  const { tokens, span } = scope.sentence;
  const source = nounPhrase(scope.sentence, 0, scope.phrases);
  if (!source || tokens[source.last + 1]?.text !== ':') return [];
  const quote = scope.quotes.find(({ outer }) => outer.start === tokens[source.last + 2]?.start);
  if (!quote || quote.outer.end < span.end - 2 || !canSpeak(scope, source)) return [];
  return [
    {
      sentence,
      content: [quote.inner],
      cue: null,
      source: { sentence, range: source },
      act: 'say',
      said: null,
      tense: 'other',
      via: null,
      rule: 'headline-quotation',
      nested: false,
    },
  ];
}
