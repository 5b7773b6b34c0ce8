import { nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import type { Draft } from './read-statements.ts';
import { canSpeak, type Scope } from './scope.ts';

/** The phrase itself, or with the apposition that runs from it to the colon. */
function behind({ sentence: { tokens } }: Scope, phrase: TokenRange | null, colon: number): TokenRange | null {
  if (!phrase || tokens[phrase.last + 1]?.text !== ',' || colon < 0 || colon > phrase.last + 14) return phrase;
  const between = tokens.slice(phrase.last + 2, colon);
  const isPlain = between.every(({ feats, text }) => !/VerbForm=Fin/.test(feats) && !/^["«»]$/.test(text));
  return isPlain ? { first: phrase.first, last: colon - 1 } : phrase;
}

/** « Réaction immédiate de l'opposant Milan Sorel : « … » »: whose word it is. */
function speakerOfSaying(scope: Scope, { last }: TokenRange): TokenRange | null {
  const { tokens } = scope.sentence;
  const head = tokens.findIndex(({ upos }) => upos === 'NOUN');
  if (head < 0 || !SAYING.test(tokens[head]!.lemma)) return null;
  const of = tokens.findIndex(({ lower }, i) => i > head && i <= last && /^(?:de|d'|du|des)$/.test(lower));
  return of < 0 ? null : nounPhrase(scope.sentence, of + 1, scope.phrases);
}

/** What one may say in a word that stands before a colon. */
const SAYING =
  /^(?:réaction|réponse|commentaire|explication|conclusion|constat|verdict|aveu|avertissement|réplique|confidence|mot)$/;

/** « Le maire : « Nous rouvrirons » », as headlines and interviews write it: a name, a colon and a quotation to the end. */
export function headlineQuotation(scope: Scope, sentence: number): Draft[] {
  const { tokens, span } = scope.sentence;
  const whole = nounPhrase(scope.sentence, 0, scope.phrases);
  const phrase = whole && (speakerOfSaying(scope, whole) ?? whole);
  const colon = tokens.findIndex(({ text }) => text === ':');
  // « Elena Marsac, porte-parole de Médecins en route : « … » »: a name with an apposition
  const source = behind(scope, phrase, colon);
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
