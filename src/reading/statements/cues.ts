import type { LanguageEngine, Sentence, Token } from '../../language/index.ts';
import type { TokenRange } from '../sources/noun-phrase.ts';
import { asideAt, asideEndingAt } from './asides.ts';
import { TOLD } from './content-end.ts';
import type { Frame, ReportingVerb, ReportingVerbs } from './verbs.ts';

/** A reporting verb in its sentence. */
export type Cue = TokenRange & {
  /** Index of the verb itself; `first` to `last` are the cue's words, auxiliaries included. */
  readonly at: number;
  readonly verb: ReportingVerb;
  readonly form: 'finite' | 'gerund' | 'infinitive' | 'passive';
  /** The inverted subject right after the verb or its auxiliary: « -t-il ». */
  readonly clitic: number | null;
  /** Where the clause's words before the cue end: `first`, or the clitics and negation that belong to it. */
  readonly start: number;
};

/** Whether the verb takes what is said in one of these ways. */
export const has = (cue: Cue, ...frames: readonly Frame[]): boolean =>
  frames.some((frame) => cue.verb.frames.has(frame));

const CLITIC = /^-(?:t-?)?(?:il|elle|on|ils|elles|je|nous)$/;
const BETWEEN = new Set(['ADV']);
const NEGATION = /^(?:ne|n')$/;

/** The reporting verbs of a sentence, in order. */
export function findCues(sentence: Sentence, verbs: ReportingVerbs, analyses: LanguageEngine['analyses']): Cue[] {
  const found: Cue[] = [];
  const tokens = sentence.tokens.map((token, i) => asVerb(sentence.tokens, i, analyses, verbs) ?? token);
  for (let i = 0; i < sentence.tokens.length; i++) {
    const cue = cueAt(tokens, i, verbs);
    if (!cue) continue;
    found.push(cue);
    i = cue.last;
  }
  return found;
}

function cueAt(tokens: readonly Token[], i: number, verbs: ReportingVerbs): Cue | null {
  const token = tokens[i]!;
  if (!isVerbal(token)) return null;
  const group = verbGroup(tokens, i);
  const lent = lentTo(tokens, i, group.reflexive, verbs);
  const { verb, last } = lent ? entryAt(tokens, lent.at, lent, verbs) : entryAt(tokens, i, group, verbs);
  const listed = verb ?? behindQuotation(tokens, i, group);
  if (!listed) return null;
  const before = tokens[group.start - 1];
  const hasSubject = before !== undefined && /^(?:nous|je|j'|vous|on)$/.test(before.lower);
  // « accusé par X d'avoir… »: a participle alone reports where it charges
  const isCharged =
    !group.auxiliary &&
    ((listed.frames.has('o') && tokens[i + 1]?.lower === 'par') || (listed.frames.has('n') && isToldBy(tokens, i)));
  const form =
    isCharged && /VerbForm=Part/.test(token.feats)
      ? 'passive'
      : formOf(token, group, hasSubject, sharesAuxiliary(tokens, group.start, i));
  if (!form) return null;
  return {
    at: i,
    first: group.first,
    last: last === i && isDenied(tokens, i) ? i + 1 : last,
    verb: listed,
    ...asMain(form, tokens, group.start),
    clitic: group.clitic,
  };
}

/**
 * A tagger takes a verb in an incise (« », ajoute le maire ») for a noun at times; after a closing mark or comma and before
 * a noun phrase, a form that can be a verb of the third person is one.
 */
function asVerb(
  tokens: readonly Token[],
  i: number,
  analyses: LanguageEngine['analyses'],
  verbs: ReportingVerbs,
): Token | null {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (token.upos === 'VERB') return asParticiple(tokens, i, analyses) ?? asThirdPerson(tokens, i, analyses);
  // « en invitant chacun à »
  if (token.upos === 'ADJ' && tokens[i - 1]?.lower === 'en' && token.lower.endsWith('ant')) {
    const gerund = analyses(token.lower).find(({ upos, feats }) => upos === 'VERB' && /VerbForm=Part/.test(feats));
    return gerund ? { ...token, upos: 'VERB', lemma: gerund.lemma, feats: gerund.feats } : null;
  }
  if (!/NOUN|ADJ/.test(token.upos) || !next) return null;
  const before = tokens[i - 1];
  const isListed = (): boolean => verbs.byLemma.has(lemmaAsVerb(token, analyses) ?? '');
  const follows = (upos: RegExp): boolean => upos.test(before?.upos ?? '');
  // « Sorel ajoute que »: after a name and before « que » too.
  const object =
    /DET/.test((next.upos === 'ADV' ? tokens[i + 2] : next)?.upos ?? '') &&
    (follows(/PROPN|NOUN/) || /^(?:il|elle|ils|elles)$/.test(before?.lower ?? '')) &&
    token.deprel !== 'nsubj';
  // « Téhéran dément fournir »: before an infinitive, after a name
  const denies = /VerbForm=Inf/.test(next.feats) && (follows(/PROPN|NOUN/) || before?.text === ',');
  // « un médecin lâche : « … » »: before a colon with a quotation, after its subject
  const announces = next.text === ':' && /^["«“]$/.test(tokens[i + 2]?.text ?? '') && follows(/PROPN|NOUN|ADJ/);
  // « assure que… et chiffre à trois millions les dégâts »: after « et », before what the verb takes
  const goesOn =
    /^(?:et|mais|puis)$/.test(before?.lower ?? '') && (/DET/.test(next.upos) || /^(?:à|qu[e'])$/.test(next.lower));
  // « Le maire juge prématurée toute décision »
  const judges =
    (follows(/PROPN|NOUN|ADJ/) || /^(?:eux|elles|\)|,)$/.test(before?.lower ?? '')) &&
    (/^(?:ADJ|PUNCT)$/.test(next.upos) || (!follows(/PROPN|NOUN|ADJ/) && next.upos === 'DET')) &&
    /^(?:juge|jugent|estime|estiment)$/.test(token.lower) &&
    (next.upos !== 'PUNCT' || /^["«“]$/.test(next.text));
  // « un chiffre que conteste la région »
  const isRelative = /^qu[e']$/.test(before?.lower ?? '') && /^(?:DET|PROPN)$/.test(next.upos);
  // « une accusation que le port dément. »: at the end of such a clause
  const closes =
    next.upos === 'PUNCT' &&
    follows(/PROPN|NOUN/) &&
    tokens.slice(Math.max(0, i - 6), i - 1).some(({ lower }) => /^qu[e']$/.test(lower));
  if (closes && isListed()) return thirdPerson(token, analyses);
  // « Le syndicat estime, au contraire, que »
  const past = next.text === ',' ? tokens.findIndex(({ text }, k) => k > i + 1 && k < i + 6 && text === ',') : -1;
  if (past > 0 && /^qu[e']$/.test(tokens[past + 1]?.lower ?? '') && follows(/PROPN|NOUN|ADJ/) && isListed())
    return thirdPerson(token, analyses);
  const reports =
    ((isRelative || object || denies || announces || goesOn || judges) && isListed()) ||
    (/^qu[e']$/.test(next.lower) &&
      (/^\p{Lu}/u.test(before?.text ?? '') || ((follows(/NOUN|ADJ/) || before?.text === ',') && isListed())));
  if (!reports && !/^[,"»”–—]$/.test(before?.text ?? '')) return null;
  if (!reports && !(/DET|PROPN|ADV|ADP/.test(next.upos) || /^\p{Lu}/u.test(next.text))) return null;
  return thirdPerson(token, analyses);
}

function thirdPerson(token: Token, analyses: LanguageEngine['analyses']): Token | null {
  const verb = analyses(token.lower).find(
    ({ upos, feats }) => upos === 'VERB' && /Mood=Ind/.test(feats) && /Person=3/.test(feats),
  );
  return verb ? { ...token, upos: 'VERB', lemma: verb.lemma, feats: verb.feats } : null;
}

/** « a prédit que »: behind an auxiliary, a form of the present that a participle shares is the participle. */
function asParticiple(tokens: readonly Token[], i: number, analyses: LanguageEngine['analyses']): Token | null {
  const token = tokens[i]!;
  let at = i - 1;
  while (tokens[at]?.upos === 'ADV') at--;
  const isAuxiliary = tokens[at]?.upos === 'AUX' && /^(?:avoir|être)$/.test(tokens[at]!.lemma);
  if (!isAuxiliary || !/VerbForm=Fin/.test(token.feats)) return null;
  const verb = analyses(token.lower).find(
    ({ upos, feats }) => upos === 'VERB' && /VerbForm=Part/.test(feats) && /Tense=Past/.test(feats),
  );
  return verb ? { ...token, lemma: verb.lemma, feats: verb.feats } : null;
}

/** « », rétorque le maire »: a form of all persons in -e is an order only where it opens its sentence. */
function asThirdPerson(tokens: readonly Token[], i: number, analyses: LanguageEngine['analyses']): Token | null {
  const token = tokens[i]!;
  const isInverted = /VerbForm=Part/.test(token.feats) && CLITIC.test(tokens[i + 1]?.lower ?? ''); // « fait-on savoir »
  if (!isInverted && !/Mood=Imp|Person=[12]/.test(token.feats)) return null;
  const before = tokens[i - 1];
  if (!before || /^(?:je|j'|tu|nous|vous|me|m'|te|t'|ne|n'|le|la|les|l'|["«“])$/.test(before.lower)) return null;
  const verb = analyses(token.lower).find(
    ({ upos, feats }) => upos === 'VERB' && /Mood=Ind/.test(feats) && /Person=3/.test(feats),
  );
  return verb ? { ...token, lemma: verb.lemma, feats: verb.feats } : null;
}

function lemmaAsVerb(token: Token, analyses: LanguageEngine['analyses']): string | undefined {
  return analyses(token.lower).find(
    ({ upos, feats }) => upos === 'VERB' && /Mood=Ind/.test(feats) && /Person=3/.test(feats),
  )?.lemma;
}

function isVerbal(token: Token): boolean {
  return token.upos === 'VERB' || (token.upos === 'AUX' && token.lemma !== 'être' && token.lemma !== 'avoir');
}

type Group = {
  readonly first: number;
  readonly start: number;
  readonly auxiliary: Token | null;
  readonly passive: boolean;
  readonly reflexive: boolean;
  /** « en » stands among its clitics. */
  readonly withEn: boolean;
  readonly clitic: number | null;
};

/** The auxiliaries, clitics and adverbs that go with a verb: « a plusieurs fois démenti », « s'était vanté », « a-t-il dit ». */
function verbGroup(tokens: readonly Token[], i: number): Group {
  let first = i;
  let auxiliary: Token | null = null;
  let clitic: number | null = null;
  let passive = false;
  let at = i - 1;
  const isParticiple = /VerbForm=Part/.test(tokens[i]!.feats) && /Tense=Past/.test(tokens[i]!.feats);
  while (at >= 0) {
    const token = tokens[at]!;
    const isAuxiliary =
      token.upos === 'AUX' || (token.upos === 'VERB' && (token.lemma === 'avoir' || token.lemma === 'être'));
    if (isAuxiliary && isParticiple) {
      if (token.lemma === 'être' && !/Part/.test(token.feats)) passive = true;
      if (token.lower === 'été') passive = true;
      auxiliary = token;
      first = at;
    } else if (CLITIC.test(token.lower) && at > 0) {
      clitic = at;
    } else {
      const aside = isParticiple ? asideEndingAt(tokens, at) : 0;
      if (aside > 0 && hasAuxiliaryBefore(tokens, at - aside + 1)) {
        at -= aside;
        continue;
      }
      if (!(BETWEEN.has(token.upos) || isBetweenWord(tokens, at)) || !hasAuxiliaryBefore(tokens, at)) break;
    }
    at--;
  }
  let start = first;
  let reflexive = false;
  let withEn = false;
  let agreeing = false;
  for (at = first - 1; at >= 0; at--) {
    const { lower } = tokens[at]!;
    if (lower === 'en') withEn = !NEGATION.test(tokens[at - 1]?.lower ?? ''); // « n'en demande pas moins »
    if (lower === 'se' || lower === "s'") reflexive = true;
    else if (/^(?:le|la|les|l'|lui|leur|y|en|m'|me|nous|vous|t'|te)$/.test(lower) && tokens[at]!.upos === 'PRON')
      agreeing = true;
    else if (!NEGATION.test(lower)) break;
    start = at;
  }
  if (reflexive && auxiliary?.lemma === 'être') passive = false;
  const cliticAfter = CLITIC.test(tokens[i + 1]?.lower ?? '') ? i + 1 : null;
  return {
    first: reflexive || NEGATION.test(tokens[start]!.lower) ? start : first,
    start: agreeing || reflexive ? start : Math.min(start, first),
    auxiliary,
    passive,
    reflexive,
    withEn,
    clitic: clitic ?? cliticAfter,
  };
}

function isBetweenWord(tokens: readonly Token[], at: number): boolean {
  const { lower, upos } = tokens[at]!;
  return (
    lower === 'tous' ||
    /^(?:lui|elle|eux|elles)-mêmes?$/.test(lower) ||
    lower === 'fois' ||
    lower === 'plusieurs' ||
    lower === 'deux' ||
    (upos === 'DET' && tokens[at + 1]?.lower === 'fois') ||
    (upos === 'NUM' && /^(?:deux|trois|fois)$/.test(tokens[at]!.lower))
  );
}

/** Adverbs belong to the group only where an auxiliary stands before them. */
function hasAuxiliaryBefore(tokens: readonly Token[], at: number): boolean {
  for (let j = at - 1; j >= 0 && j >= at - 4; j--) {
    if (tokens[j]!.upos === 'AUX' || tokens[j]!.lemma === 'avoir' || tokens[j]!.lemma === 'être') return true;
    if (tokens[j]!.upos !== 'ADV' && !isBetweenWord(tokens, j) && !CLITIC.test(tokens[j]!.lower)) return false;
  }
  return false;
}

/** « a confirmé le départ, mais nié que… »: a participle after « et » or « mais » that takes the auxiliary « avoir » before it. */
function sharesAuxiliary(tokens: readonly Token[], start: number, at: number): boolean {
  let joint = start - 1;
  while (tokens[joint]?.upos === 'ADV') joint--;
  if (!/^(?:et|mais|puis)$/.test(tokens[joint]?.lower ?? '')) return false;
  const { head, deprel } = tokens[at]!;
  const before = tokens.slice(0, joint);
  const first =
    deprel === 'conj' && head >= 0 && head < joint && /VerbForm=Part/.test(tokens[head]!.feats)
      ? head
      : before.findLastIndex(({ upos, feats }) => upos === 'VERB' && /VerbForm=Part/.test(feats));
  if (first < 0 || !/VerbForm=Part/.test(tokens[first]!.feats)) return false;
  return tokens.slice(Math.max(0, first - 4), first).some(({ lemma, upos }) => lemma === 'avoir' && upos === 'AUX');
}

const DAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)$/;

/** Verbs that tell of what a quotation names, and not of saying: « « Titanic », sorti en 1997 », « « Le Phare », paraît ». */
const NO_SAYING =
  /^(?:être|avoir|faire|aller|venir|devoir|pouvoir|falloir|sortir|paraître|sembler|rester|devenir|porter|commencer|finir|compter|suivre|contenir|comprendre|offrir|figurer|publier|diffuser|éditer|produire)$/;

/** « « Non », cingle l'élue », « « Assez ! », l'a interrompu le juge »: right behind a quotation any verb tells how it was said. */
function behindQuotation(tokens: readonly Token[], i: number, group: Group): ReportingVerb | null {
  const at = group.start - 1;
  const isClosing = (k: number): boolean => /^["»”]$/.test(tokens[k]?.text ?? '');
  const isBehind =
    (tokens[at]?.text === ',' && isClosing(at - 1)) || (isClosing(at) && /^[!?…]$/.test(tokens[at - 1]?.text ?? ''));
  let behind = i + 1;
  while (tokens[behind] && (tokens[behind]!.upos === 'ADV' || DAY.test(tokens[behind]!.lower))) behind++;
  const next = tokens[behind];
  const isSubject = next !== undefined && (/^(?:DET|PROPN)$/.test(next.upos) || /^\p{Lu}/u.test(next.text));
  const { lemma, feats } = tokens[i]!;
  const isThird = /Person=3/.test(feats + (group.auxiliary?.feats ?? '')) && !group.passive;
  if (!isBehind || !isSubject || !isThird || NO_SAYING.test(lemma)) return null;
  return { lemma, act: 'say', frames: new Set(['w', 'v'] as const) };
}

/** « n'exclut pas », and not « n'en appelle pas moins ». */
function isDenied(tokens: readonly Token[], i: number): boolean {
  return tokens[i + 1]?.lower === 'pas' && tokens[i + 2]?.lower !== 'moins';
}

/** « une information démentie jeudi par la mairie »: a participle behind what was told, with who answers it. */
function isToldBy(tokens: readonly Token[], i: number): boolean {
  const noun = tokens[i - 1]?.upos === 'ADV' ? tokens[i - 2] : tokens[i - 1];
  const by = tokens.findIndex(({ lower }, k) => k > i && k < i + 4 && lower === 'par');
  return (
    noun !== undefined &&
    TOLD.test(noun.lemma) &&
    by > 0 &&
    tokens.slice(i + 1, by).every(({ upos }) => /^(?:NOUN|ADV|DET)$/.test(upos))
  );
}

/** Form and start of a cue: an infinitive beside a main verb is as a gerund, « Et la présidente d'ajouter : » as a finite verb. */
function asMain(form: Cue['form'], tokens: readonly Token[], start: number): Pick<Cue, 'form' | 'start'> {
  if (form !== 'infinitive') return { form, start };
  if (isBesideMain(tokens, start)) return { form: 'gerund', start };
  const opens = /^(?:et|puis)$/.test(tokens[0]!.lower) && /^d[e']$/.test(tokens[start - 1]?.lower ?? '');
  const isNarrative =
    opens && start < 14 && tokens.slice(1, start - 1).every(({ upos }) => /^(?:DET|NOUN|PROPN|ADJ|ADP)$/.test(upos));
  return isNarrative && tokens.slice(1, start - 1).some(({ upos }) => /^(?:NOUN|PROPN)$/.test(upos))
    ? { form: 'finite', start: start - 1 }
    : { form, start };
}

/** « avant d'ajouter que », « non sans rappeler que », « après avoir admis que »: an infinitive said beside a main verb, as a gerund is. */
function isBesideMain(tokens: readonly Token[], start: number): boolean {
  const [far, near] = [tokens[start - 2]?.lower ?? '', tokens[start - 1]?.lower ?? ''];
  return near === 'après' || `${far} ${near}` === 'non sans' || (far === 'avant' && /^d[e']$/.test(near));
}

type Lent = { readonly at: number; readonly reflexive: boolean; readonly withEn: boolean };

/** The infinitive to which a verb lends itself; null where it does not. */
function lentTo(tokens: readonly Token[], i: number, reflexive: boolean, { lending }: ReportingVerbs): Lent | null {
  const own = reflexive ? `se ${tokens[i]!.lemma}` : tokens[i]!.lemma;
  for (const { verb, preposition, only } of lending) {
    if (verb !== own) continue;
    let at = i + 1;
    while (tokens[at]?.upos === 'ADV' && tokens[at]!.lower !== "jusqu'") at++;
    const words = preposition?.match(/[^']+'?/gu) ?? [];
    if (!words.every((word, k) => sameWord(tokens[at + k]?.lower ?? '', word))) continue;
    const isSelf = /^s[e']$/.test(tokens[at + words.length]?.lower ?? '');
    const infinitive = at + words.length + (isSelf ? 1 : 0);
    const { feats = '', lemma = '' } = tokens[infinitive] ?? {};
    if (/VerbForm=Inf/.test(feats) && (!only || only.includes(isSelf ? `se ${lemma}` : lemma)))
      return { at: infinitive, reflexive: isSelf, withEn: false };
  }
  return null;
}

function sameWord(word: string, listed: string): boolean {
  return word === listed || (listed === 'de' && word === "d'");
}

function entryAt(
  tokens: readonly Token[],
  i: number,
  { reflexive, withEn }: { readonly reflexive: boolean; readonly withEn: boolean },
  verbs: ReportingVerbs,
): { verb: ReportingVerb | undefined; last: number } {
  const { lemma } = tokens[i]!;
  const from = CLITIC.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1; // « fait-on savoir »
  for (const { first, rest, verb } of verbs.locutions)
    if (lemma === first)
      for (const at of [from, from + asideAt(tokens, from)]) // « fait quant à elle état de »
        if (rest.every((word, k) => tokens[at + k]?.lower === word)) return { verb, last: at + rest.length - 1 };
  const own = reflexive ? `se ${lemma}` : lemma;
  // « s'en prendre », « en appeler »: verbs of their own
  const en = withEn ? verbs.byLemma.get(own.replace(/(?=\S+$)/u, 'en ')) : undefined;
  // A verb that is only listed as pronominal says nothing without its pronoun (« plaindre » and « se plaindre »).
  return { verb: en ?? verbs.byLemma.get(own), last: i };
}

function formOf(token: Token, group: Group, hasSubject: boolean, sharesAuxiliary: boolean): Cue['form'] | null {
  const { feats } = token;
  if (/VerbForm=Inf/.test(feats)) return 'infinitive';
  if (/VerbForm=Part/.test(feats) && /Tense=Pres/.test(feats)) return 'gerund';
  if (/VerbForm=Part/.test(feats)) {
    // « la fermeture annoncée » reports nothing; « a confirmé… mais nié » shares an auxiliary
    if (!group.auxiliary) return sharesAuxiliary ? 'finite' : null;
    if (group.passive) return 'passive';
    if (/VerbForm=Part/.test(group.auxiliary.feats) && group.auxiliary.lower === 'ayant') return 'gerund';
    if (/VerbForm=Inf/.test(group.auxiliary.feats)) return 'infinitive'; // « avoir repris »
    return 'finite';
  }
  // « Rappelons que », « disons que »: the outlet speaks to its reader.
  if (/Person=[12]/.test(feats) || /Mood=Imp/.test(feats))
    return /Person=1/.test(feats) && hasSubject ? 'finite' : null;
  return 'finite';
}
