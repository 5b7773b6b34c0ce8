import { ancestorsOf, dependents, type Sentence, type Token } from '../../language/index.ts';
import type { Modality, Polarity } from '../claim.ts';
import { AIM_NOUNS, AIMS, SEEMING, SEEMS } from './verbs.fr.ts';

export type Certainty = { readonly polarity: Polarity; readonly modality: Modality; readonly rules: readonly string[] };

/**
 * Whether a predicate is affirmed or negated, and how sure its words make it. `afterEstimate` is true inside what somebody
 * said in the past: there the conditional is a future (« il a estimé que la victoire serait totale »).
 */
export function certaintyOf(sentence: Sentence, at: number, afterPast: boolean): Certainty {
  const rules: string[] = [];
  const polarity = polarityOf(sentence, at, rules);
  const verb = finiteVerb(sentence, at) ?? ofVictim(sentence, at);
  const modality = modalityOf(sentence, at, verb, afterPast, rules);
  return { polarity, modality, rules };
}

/** The finite verb that carries a predicate: itself, its auxiliary or copula, or the verb that governs it. */
export function finiteVerb(sentence: Sentence, at: number): Token | null {
  const { tokens } = sentence;
  const own = tokens[at]!;
  if (/VerbForm=Fin/.test(own.feats)) return own;
  const helper = [...dependents(sentence, at, 'aux', 'cop')]
    .map((i) => tokens[i]!)
    .find((token) => /VerbForm=Fin/.test(token.feats));
  if (helper) return helper;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (tokens[i]!.upos === 'AUX' && /VerbForm=Fin/.test(tokens[i]!.feats)) return tokens[i]!;
    if (!/ADV|AUX/.test(tokens[i]!.upos) && !/^-/.test(tokens[i]!.text)) break;
  }
  return null;
}

/** « aurait été victime d'une bavure », « serait la cible de tirs »: the deed is as sure as that somebody is its victim. */
function ofVictim(sentence: Sentence, at: number): Token | null {
  const { head, upos } = sentence.tokens[at]!;
  if (upos !== 'NOUN' || head < 0 || !/^(?:victime|cible|objet|proie|auteur)$/.test(sentence.tokens[head]!.lemma))
    return null;
  return finiteVerb(sentence, head);
}

function polarityOf(sentence: Sentence, at: number, rules: string[]): Polarity {
  const { tokens } = sentence;
  const scope = [at, ...governorsOf(sentence, at)];
  for (const head of scope) {
    const ne = tokens.findIndex(
      (token, i) =>
        /^(?:ne|n')$/.test(token.lower) &&
        (token.head === head || (i < head && i >= head - 5 && noVerbBetween(tokens, i, head))),
    );
    if (ne < 0) continue;
    const from = Math.min(ne, head);
    const after = tokens.slice(from, Math.max(head, at) + 9);
    // « ne… plus que », « ne… que »: only, which affirms.
    const only = after.findIndex(
      (token, i) =>
        i > 0 &&
        /^qu[e']$/.test(token.lower) &&
        !after.slice(0, i).some((word) => /^(?:dire|affirmer|penser|estimer|croire)$/.test(word.lemma)),
    );
    const negator = after.findIndex((token) =>
      /^(?:pas|plus|jamais|aucun|aucune|rien|ni|personne|guère|nullement|point)$/.test(token.lower),
    );
    // « Aucun appareil n'a frappé la ville », « nul n'a quitté le camp »: the subject is nobody
    const subject = dependents(sentence, head, 'nsubj').find((i) => i < ne);
    const isNobody =
      subject !== undefined &&
      [subject, ...dependents(sentence, subject, 'det')].some((i) =>
        /^(?:aucune?|nul|nulle|personne|rien)$/.test(tokens[i]!.lower),
      );
    if (isNobody) {
      rules.push('negation-of-the-subject');
      return 'negated';
    }
    // « plus un seul village n'est tenu », « pas une rue n'est libre »: what is said of none is denied.
    const isOfNone = tokens
      .slice(Math.max(0, ne - 9), ne)
      .some(
        ({ lower }, i, near) =>
          /^(?:plus|pas)$/.test(lower) &&
          /^une?$/.test(near[i + 1]?.lower ?? '') &&
          !/^(?:VERB|AUX)$/.test(near[i - 1]?.upos ?? ''),
      );
    if (isOfNone) {
      rules.push('negation-of-one');
      return 'negated';
    }
    if (only > 0 && (negator < 0 || after[negator]!.lower === 'plus') && only < 9) {
      rules.push('only');
      return 'affirmed';
    }
    if (negator >= 0) {
      // « elle ne sera pas suffisante » negates the governing verb alone when it says that it cannot be told.
      rules.push(`negation-${after[negator]!.lower}`);
      return 'negated';
    }
  }
  const before =
    tokens[at - 1]?.lower === 'sans' ||
    (tokens[at - 2]?.lower === 'sans' && /^(?:DET|PRON)$/.test(tokens[at - 1]!.upos));
  if (before) {
    rules.push('negation-sans');
    return 'negated';
  }
  const determiner = dependents(sentence, at, 'det').map((i) => tokens[i]!.lower);
  if (determiner.some((word) => /^aucune?$/.test(word))) {
    rules.push('negation-aucun');
    return 'negated';
  }
  // « la fin de la présence », « a échoué à », « empêcher de »
  const governor = tokens[at]!.head >= 0 ? tokens[tokens[at]!.head]! : null;
  if (
    governor &&
    /^(?:échouer|empêcher|éviter|renoncer|refuser)$/.test(governor.lemma) &&
    /Inf/.test(tokens[at]!.feats)
  ) {
    rules.push(`negation-${governor.lemma}`);
    return 'negated';
  }
  return 'affirmed';
}

/** Verbs above a predicate whose negation is its own: the verb of a light construction, a copula's, a modal's. */
function governorsOf(sentence: Sentence, at: number): number[] {
  const { tokens } = sentence;
  const found: number[] = [];
  for (const above of ancestorsOf(sentence, at).slice(0, 2)) {
    const { deprel } = tokens[at]!;
    const near = Math.abs(above - at) <= 14;
    if (
      /VERB|AUX/.test(tokens[above]!.upos) &&
      /^(?:obj|xcomp|nsubj|obl)/.test(deprel) &&
      near &&
      !/^(?:dire|affirmer|annoncer|estimer)$/.test(tokens[above]!.lemma)
    )
      found.push(above);
    else break;
  }
  return found;
}

function noVerbBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from + 1, to).some((token) => token.upos === 'VERB');
}

function modalityOf(sentence: Sentence, at: number, verb: Token | null, afterPast: boolean, rules: string[]): Modality {
  const { tokens } = sentence;
  const token = tokens[at]!;
  const chain = ancestorsOf(sentence, at);
  const give = (modality: Modality, rule: string): Modality => {
    rules.push(rule);
    return modality;
  };
  const conditionalOf = (index: number): Modality => {
    if (isToCome(sentence, at) && !hasPerfect(sentence, index))
      return give('forecast', 'conditional-of-what-is-to-come');
    return afterPast ? give('forecast', 'future-in-the-past') : give('hedged', 'reporting-conditional');
  };
  if (verb && /Mood=Cnd/.test(verb.feats)) {
    if (verb.lemma === 'devoir') return give('forecast', 'devrait');
    if (hasIf(sentence, at)) return give('hedged', 'conditional-of-si');
    return conditionalOf(at);
  }
  if (verb && /Tense=Fut/.test(verb.feats)) return give('forecast', 'future');
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const before = tokens[i]!;
    // « va reprendre », « s'apprête à reprendre », « sur le point de prendre »
    if (/VerbForm=Inf/.test(token.feats)) {
      if (before.lemma === 'aller' && /Tense=Pres|Tense=Imp/.test(before.feats))
        return give('forecast', 'aller-infinitive');
      if (before.lower === 'point' && tokens[i - 1]?.lower === 'le' && tokens[i - 2]?.lower === 'sur')
        return give('forecast', 'about-to');
      if (before.lemma === 'apprêter') return give('forecast', 'about-to');
      if (/^(?:pour|afin)$/.test(before.lower)) return give('intent', 'aim');
    }
    if (before.upos === 'PUNCT') break;
  }
  if (/VerbForm=Inf/.test(token.feats)) {
    for (const above of chain.slice(0, 3)) {
      const { lemma, upos, lower } = tokens[above]!;
      if (SEEMS.has(lemma) && /VERB|AUX/.test(upos)) return give('hedged', lemma === 'pouvoir' ? 'can' : 'seems');
      if (lemma === 'aller' && /VERB|AUX/.test(upos)) return give('forecast', 'aller-infinitive');
      if (AIMS.has(lemma) && /VERB|AUX/.test(upos)) return give('intent', `aim-of-${lemma}`);
      if (/NOUN|ADJ/.test(upos) && AIM_NOUNS.has(lemma)) return give('intent', `aim-of-${lemma}`);
      if (SEEMING.has(lower)) return give('hedged', 'seems');
    }
    if (dependents(sentence, at, 'mark').some((i) => /^(?:pour|afin)$/.test(tokens[i]!.lower)))
      return give('intent', 'aim');
    // « il ne reste plus qu'à reprendre le port »: what remains to be done.
    if (
      tokens
        .slice(Math.max(0, at - 4), at)
        .some((word, i, all) => /^qu[e']$/.test(word.lower) && all[i + 1]?.lower === 'à')
    )
      return give('intent', 'left-to-do');
  }
  const modal = tokens
    .slice(Math.max(0, at - 3), at)
    .find((word) => (word.lemma === 'pouvoir' || word.lemma === 'sembler') && /Fin/.test(word.feats));
  if (modal && /VERB|AUX/.test(token.upos)) return give('hedged', 'can');
  if (token.upos === 'NOUN') {
    const governor = chain[0] !== undefined ? tokens[chain[0]]! : null;
    // « la victoire serait totale »: the copula of what is said of it
    const isSaidOf = governor && /^nsubj/.test(token.deprel) && dependents(sentence, chain[0]!, 'cop').length > 0;
    const tense =
      isSaidOf || (governor && /VERB|AUX/.test(governor.upos) && /^(?:nsubj|obj)/.test(token.deprel))
        ? (finiteVerb(sentence, chain[0]!) ?? governor)
        : null;
    if (tense && /Mood=Cnd/.test(tense.feats)) return conditionalOf(chain[0]!);
    if (tense && /Tense=Fut/.test(tense.feats)) return give('forecast', 'future');
    const aim = chain[1] === undefined ? null : tokens[chain[1]]!;
    const isAimedAt = aim && (AIMS.has(aim.lemma) || (aim.upos === 'ADJ' && AIM_NOUNS.has(aim.lemma)));
    if (governor && /VerbForm=Inf/.test(governor.feats) && isAimedAt) return give('intent', 'aim');
    if (dependents(sentence, at, 'amod').some((i) => SEEMING.has(tokens[i]!.lower))) return give('hedged', 'seems');
    if (
      governor &&
      /^(?:planifier|préparer|prévoir|projeter|craindre|redouter|menacer)$/.test(governor.lemma) &&
      /^obj/.test(token.deprel)
    )
      return give(/^(?:craindre|redouter)$/.test(governor.lemma) ? 'forecast' : 'intent', `aim-of-${governor.lemma}`);
    if (chain.slice(0, 1).some((above) => AIM_NOUNS.has(tokens[above]!.lemma) && tokens[at - 1] && hasFor(tokens, at)))
      return give('intent', 'aim');
  }
  return 'actual';
}

/** « la bataille pour la reprise de »: the noun after « pour ». */
function hasFor(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'pour' || lower === 'afin');
}

/** How many words from a predicate a time that is to come may stand. */
const TIME_WITHIN = 14;

/** « dans les prochains jours », « d'ici la fin du mois », « bientôt »: in the conditional this is a future. */
function isToCome({ tokens }: Sentence, at: number): boolean {
  return tokens.some(
    ({ lower, lemma }, i) =>
      Math.abs(i - at) <= TIME_WITHIN &&
      ((lemma === 'prochain' && tokens.slice(Math.max(0, i - 3), i).some((word) => word.lower === 'dans')) ||
        /^(?:prochainement|bientôt|incessamment)$/.test(lower) ||
        (lower === 'ici' && tokens[i - 1]?.lower === "d'")),
  );
}

/** « aurait été lancée »: what would have happened is no future. */
function hasPerfect(sentence: Sentence, verb: number): boolean {
  return dependents(sentence, verb, 'aux').some(
    (i) => sentence.tokens[i]!.lemma === 'avoir' && /Mood=Cnd/.test(sentence.tokens[i]!.feats),
  );
}

function hasIf(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  return tokens.some((token, i) => /^s[i']$/.test(token.lower) && token.upos === 'SCONJ' && Math.abs(i - at) < 30);
}
