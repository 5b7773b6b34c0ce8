import { type Analysis, ancestorsOf, dependents, type Sentence, type Token } from '../../language/index.ts';
import { predicates } from './predicates.fr.ts';

/** Verbs that some rule knows by themselves, but for those whose participles a rule reads as adjectives. */
const VERBS: ReadonlySet<string> = (() => {
  const adjectives = new Set(predicates.flatMap((rule) => rule.adjectives ?? []));
  const isState = (verb: string): boolean => adjectives.has(verb.replace(/er$/, 'é').replace(/ir$/, 'i'));
  return new Set(predicates.flatMap(({ verbs }) => verbs ?? []).filter((verb) => !/ /.test(verb) && !isState(verb)));
})();

/**
 * « La ville est libérée », « il est porté disparu »: a participle with « être » that the tagger took for an adjective is the
 * passive of its verb, where some rule knows that verb; « , blessant treize autres » is a verb
 * of its own. The sentence itself where it holds none of them.
 */
export function withPassives(sentence: Sentence, analyses: (form: string) => readonly Analysis[]): Sentence {
  const { tokens } = sentence;
  const changed = new Map<number, Token>();
  tokens.forEach((token, at) => {
    if (token.upos !== 'ADJ') return;
    const gerund = gerundAt(sentence, at, analyses);
    if (gerund !== null) for (const [i, word] of gerund) changed.set(i, word);
    const copula = dependents(sentence, at, 'cop', 'aux').find((i) => tokens[i]!.lemma === 'être');
    if (copula === undefined) return;
    const verb = analyses(token.lower).find(
      ({ upos, feats, lemma }) =>
        upos === 'VERB' && VERBS.has(lemma) && /VerbForm=Part/.test(feats) && /Tense=Past/.test(feats),
    );
    if (!verb) return;
    changed.set(at, { ...token, ...verb });
    changed.set(copula, { ...tokens[copula]!, deprel: 'aux:pass' });
    for (const subject of dependents(sentence, at, 'nsubj'))
      changed.set(subject, { ...tokens[subject]!, deprel: 'nsubj:pass' });
  });
  return changed.size === 0 ? sentence : { ...sentence, tokens: tokens.map((token, i) => changed.get(i) ?? token) };
}

/**
 * « a tué douze personnes, en blessant treize autres », « , blessant 26 civils »: a participle that the tagger took for an
 * adjective hangs from the verb before it, and takes what is counted behind it. Null where none stands there.
 */
function gerundAt(
  sentence: Sentence,
  at: number,
  analyses: (form: string) => readonly Analysis[],
): [number, Token][] | null {
  const { tokens } = sentence;
  const token = tokens[at]!;
  const isOpened = tokens[at - 1]?.lower === 'en' || tokens[at - 1]?.text === ',';
  if (!isOpened || !token.lower.endsWith('ant')) return null;
  const verb = analyses(token.lower).find(
    ({ upos, lemma, feats }) => upos === 'VERB' && VERBS.has(lemma) && /VerbForm=Part/.test(feats),
  );
  let noun = at + 1;
  while (/^(?:NUM|DET|ADV|ADP)$/.test(tokens[noun]?.upos ?? '') && noun < at + COUNTED_WITHIN) noun++;
  const isCounted = tokens.slice(at + 1, noun).some(({ upos }) => upos === 'NUM' || upos === 'DET');
  const main = tokens.findLastIndex(({ upos }, i) => i < at && upos === 'VERB');
  if (!verb || !isCounted || main < 0 || ancestorsOf(sentence, main).includes(at)) return null;
  const found: [number, Token][] = [[at, { ...token, ...verb, head: main, deprel: 'advcl' }]];
  const isObject = /^(?:NOUN|ADJ)$/.test(tokens[noun]?.upos ?? '') && !ancestorsOf(sentence, main).includes(noun);
  if (isObject && noun !== main) found.push([noun, { ...tokens[noun]!, head: at, deprel: 'obj' }]);
  if (tokens[at - 1]!.text === ',') found.push([at - 1, { ...tokens[at - 1]!, head: at }]);
  return found;
}

/** Words between such a participle and the noun that it counts. */
const COUNTED_WITHIN = 5;
