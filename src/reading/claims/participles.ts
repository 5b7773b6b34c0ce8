import { type Analysis, dependents, type Sentence, type Token } from '../../language/index.ts';
import { predicates } from './predicates.fr.ts';

/** Verbs that some rule knows by themselves, but for those whose participles a rule reads as adjectives. */
const VERBS: ReadonlySet<string> = (() => {
  const adjectives = new Set(predicates.flatMap((rule) => rule.adjectives ?? []));
  const isState = (verb: string): boolean => adjectives.has(verb.replace(/er$/, 'é').replace(/ir$/, 'i'));
  return new Set(predicates.flatMap(({ verbs }) => verbs ?? []).filter((verb) => !/ /.test(verb) && !isState(verb)));
})();

/**
 * « La ville est libérée », « il est porté disparu »: a participle with « être » that the tagger took for an adjective is the
 * passive of its verb, where some rule knows that verb; so is « en blessant ». The sentence itself where it holds none.
 */
export function withPassives(sentence: Sentence, analyses: (form: string) => readonly Analysis[]): Sentence {
  const { tokens } = sentence;
  const changed = new Map<number, Token>();
  tokens.forEach((token, at) => {
    if (token.upos !== 'ADJ') return;
    // « en blessant treize autres »
    const gerund =
      tokens[at - 1]?.lower === 'en' && token.lower.endsWith('ant')
        ? analyses(token.lower).find(
            ({ upos, lemma, feats }) => upos === 'VERB' && VERBS.has(lemma) && /VerbForm=Part/.test(feats),
          )
        : undefined;
    if (gerund) changed.set(at, { ...token, ...gerund });
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
