import { readFileSync } from 'node:fs';
import { packageRoot } from '../../core/index.ts';
import { nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import type { Act } from '../statement.ts';
import type { Draft } from './read-statements.ts';
import { canSpeak, contentSpan, pastAsides, quoteAround, type Scope } from './scope.ts';

/** Nouns of saying by lemma, with what they do: « annonce », « démenti », « mise en garde ». */
export type ReportingNouns = ReadonlyMap<string, Act>;

export function loadReportingNouns(): ReportingNouns {
  const file = new URL('data/fr/reporting-verbs.json', packageRoot);
  const { nouns } = JSON.parse(readFileSync(file, 'utf8')) as { nouns: [string, Act][] };
  return new Map(nouns);
}

/** Sentences with the content and the source that a noun of saying gives. The tests run all of them. */
export const NOUN_READS: readonly (readonly [sentence: string, content: string, source: string])[] = [
  ['L’annonce par la préfète que le pont rouvrirait a surpris.', 'le pont rouvrirait', 'la préfète'],
  ['Malgré l’annonce, mardi, par le club de la vente du stade, rien n’a changé.', 'la vente du stade', 'le club'],
  [
    'L’affirmation du ministre selon laquelle les caisses sont vides a été moquée.',
    'les caisses sont vides',
    'ministre',
  ],
];
/** Sentences in which such a noun makes no statement. */
export const NOUN_IGNORES: readonly string[] = [
  'L’annonce a surpris les joueurs.',
  'La déclaration de guerre date de mai.',
  'La promesse que tout ira mieux ne coûte rien.',
];

/**
 * « l'annonce par X de la fermeture », « l'affirmation de X selon laquelle… », « la promesse du maire que… »: a noun of
 * saying with who says it and what is said. Without the one or the other there is no statement.
 */
export function nounAttributions(scope: Scope, sentence: number, nouns: ReportingNouns): Draft[] {
  const { tokens } = scope.sentence;
  return tokens.flatMap((token, at): Draft[] => {
    const act = token.upos === 'NOUN' ? nouns.get(token.lemma) : undefined;
    if (!act) return [];
    const source = sourceOf(scope, at);
    const content = source && contentAfter(scope, at, source);
    if (!source || !content) return [];
    return [
      {
        sentence,
        content: [content],
        cue: { start: token.start, end: token.end },
        source: { sentence, range: source },
        act,
        said:
          scope.times.find(({ span }) => span.start >= token.end && span.end <= tokens[source.first]!.start)?.when ??
          null,
        tense: 'other',
        via: null,
        rule: 'noun-of-saying',
        nested: quoteAround(scope, at) !== undefined,
      },
    ];
  });
}

/** « par X », « du ministre »: who says it, right after the noun or past a time. */
function sourceOf(scope: Scope, at: number): TokenRange | null {
  const { tokens } = scope.sentence;
  const from = pastAsides(scope, at + 1);
  const marker = tokens[from]?.lower ?? '';
  if (!/^(?:par|de|du|des|d')$/.test(marker)) return null;
  const phrase = nounPhrase(scope.sentence, from + 1, {
    ...scope.phrases,
    stops: (i) =>
      scope.phrases.stops(i) || (i > from + 1 && /^(?:de|du|des|d')$/.test(tokens[i]!.lower) && marker === 'par'),
  });
  return phrase && canSpeak(scope, phrase) ? phrase : null;
}

function contentAfter(scope: Scope, at: number, source: TokenRange): { start: number; end: number } | null {
  const { tokens } = scope.sentence;
  const from = pastAsides(scope, source.last + 1);
  const marker = tokens[from]?.lower ?? '';
  const byAgent = tokens.slice(at, source.first).some(({ lower }) => lower === 'par');
  if (marker === 'selon' && /^(?:lequel|laquelle|lesquels|lesquelles)$/.test(tokens[from + 1]?.lower ?? ''))
    return contentSpan(scope, from + 2, clauseLast(scope, from + 2));
  if (/^qu[e']$/.test(marker)) return contentSpan(scope, from + 1, clauseLast(scope, from + 1));
  if (!byAgent || !/^(?:de|du|des|d')$/.test(marker)) return null;
  const said = nounPhrase(scope.sentence, from + 1, scope.phrases);
  return said && contentSpan(scope, said.first, said.last);
}

/** A clause after « que » ends with its verb's dependents: before the main verb, or at the sentence's end. */
function clauseLast(scope: Scope, first: number): number {
  const { tokens } = scope.sentence;
  const comma = tokens.findIndex((token, i) => i > first && token.text === ',' && !quoteAround(scope, i));
  let last = comma > 0 ? comma - 1 : tokens.length - 1;
  // A second finite verb that nothing joins to the first is the main clause's: « que le pont rouvrirait a surpris ».
  const verbs = tokens.flatMap((token, i) => (i >= first && i <= last && /VerbForm=Fin/.test(token.feats) ? [i] : []));
  const [own, main] = verbs;
  const joined = (from: number, to: number): boolean =>
    tokens
      .slice(from, to)
      .some(({ lower, upos }) => /SCONJ|CCONJ/.test(upos) || /^(?:qui|que|qu'|dont|où|,)$/.test(lower));
  if (own !== undefined && main !== undefined && !joined(own, main)) last = main - 1;
  return last;
}
