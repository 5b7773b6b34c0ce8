import { contains, overlaps, type Span, type When } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';
import type { Claim, ClaimPlace, ClaimQuantity, ClaimType } from '../claim.ts';
import type { Parties } from '../parties/parties.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Statement } from '../statement.ts';
import type { TimeMention } from '../times/time.ts';
import { certaintyOf } from './certainty.ts';
import type { ClaimWords } from './claim-words.ts';
import { heldAt } from './held.ts';
import type { ActorMention, PlaceArgument, SentenceMentions } from './mentions.ts';
import type { PredicateRule, Slot } from './predicate-rule.ts';
import { predicates } from './predicates.fr.ts';
import { LIGHT_ACTIVE, LIGHT_PASSIVE, type Predicate, predicateAt, prepositionOf, type Role, roleOf } from './roles.ts';
import { clauseSpan } from './spans.ts';

export type ClaimInput = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly SentenceMentions[];
  readonly quantities: readonly (readonly Quantity[])[];
  readonly times: readonly (readonly TimeMention[])[];
  readonly statements: readonly Statement[];
  readonly published: When | null;
  readonly book: Parties;
  readonly gazetteer: Gazetteer;
  readonly words: ClaimWords;
};

/** A sentence with what the rules for claims look at. */
type Scene = {
  readonly sentence: Sentence;
  readonly index: number;
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceArgument[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeMention[];
  readonly input: ClaimInput;
};

type Draft = Omit<Claim, 'id'> & { readonly at: number; readonly sentence: number };

/** The claims of a dispatch, in the order of the text. */
export function readClaims(input: ClaimInput): Claim[] {
  const drafts = input.sentences.flatMap((sentence, index) => {
    const scene: Scene = {
      sentence,
      index,
      ...input.mentions[index]!,
      quantities: input.quantities[index]!,
      times: input.times[index]!,
      input,
    };
    const fromWords = sentence.tokens
      .flatMap((token, at) => (isCue(token, input.statements) ? [] : (claimAt(scene, at) ?? [])))
      .filter((draft) => isTelling(scene, draft))
      .map(asWhatItIs);
    return withoutDoubles([...fromWords, ...countedClaims(scene, fromWords)]);
  });
  return withEventTimes(drafts)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ at: _, sentence: __, ...claim }, i) => ({ id: `c${i + 1}`, ...claim }));
}

/** Types that tell of one event: it has one day, whichever sentence gives it. */
const EVENTS = new Set<ClaimType>(['capture', 'victory']);

/** An event told twice: where one sentence gives its day and another of the same place and kind does not, it is that day. */
function withEventTimes(drafts: readonly Draft[]): Draft[] {
  const key = ({ type, place, polarity }: Draft): string =>
    JSON.stringify([type, polarity, place.map(({ name }) => name).sort()]);
  const days = new Map<string, Set<string>>();
  for (const draft of drafts)
    if (EVENTS.has(draft.type) && draft.time !== null && draft.place.length > 0 && draft.modality === 'actual')
      days.set(key(draft), (days.get(key(draft)) ?? new Set()).add(draft.time));
  return drafts.map((draft) => {
    const known = days.get(key(draft));
    const undated = draft.time === null && draft.rules.at(-1) === 'no-time' && draft.modality === 'actual';
    return undated && known?.size === 1
      ? { ...draft, time: [...known][0]!, rules: [...draft.rules, 'same-event'] }
      : draft;
  });
}

/** « Les Etats-Unis soutiennent que … »: the word reports, and asserts nothing of the world itself. */
function isCue(token: Token, statements: readonly Statement[]): boolean {
  return statements.some(
    ({ cue, rules }) =>
      cue !== null && contains(cue, token) && !rules.includes('something') && !rules.includes('announced-quotation'),
  );
}

/** A bare « des combats », « les secteurs occupés » tells nothing of who, whom, where or when. */
function isTelling({ sentence }: Scene, { type, actor, target, place, quantity, time, at }: Draft): boolean {
  if (actor.length + target.length + place.length > 0 || quantity !== null) return true;
  const { deprel, upos, feats } = sentence.tokens[at]!;
  if (type === 'attack' && upos === 'NOUN')
    return (
      time !== null ||
      (!/^(?:par|fil)$/.test(prepositionOf(sentence, at) ?? '') &&
        !(/^nmod|^obl/.test(deprel) && dependents(sentence, at, 'amod', 'nmod', 'nummod').length === 0))
    );
  return !(
    /^(?:control|attack|support|movement|presence)$/.test(type) &&
    /VerbForm=Part/.test(feats) &&
    /^(?:acl|amod)$/.test(deprel)
  );
}

/** To aim at killing fighters is to attack; civilians who move are displaced. */
function asWhatItIs(draft: Draft): Draft {
  if (draft.type === 'casualties' && draft.modality === 'intent' && draft.quantity === null)
    return { ...draft, type: 'attack' };
  if (draft.type === 'movement' && draft.actor.length > 0 && draft.actor.every((party) => party === 'civilians'))
    return { ...draft, type: 'displacement', actor: [], target: draft.actor };
  return draft;
}

/** The claim that a word makes, by the first rule whose needs its phrases meet. */
function claimAt(scene: Scene, at: number): Draft | null {
  for (const rule of predicates) {
    if (!isWordOf(rule, scene.sentence, at)) continue;
    const predicate = predicateAt(scene.sentence, at);
    const filled = fillSlots(scene, rule, predicate);
    if (!meets(scene, rule, predicate, filled)) continue;
    const draft = draftOf(scene, rule, predicate, filled);
    if (draft) return draft;
  }

  return null;
}

function isWordOf(rule: PredicateRule, sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos === 'VERB' || token.upos === 'AUX') {
    if (!rule.verbs) return false;
    const reflexive = isReflexive(sentence, at);
    return rule.verbs.some((verb) => {
      const [first, second] = verb.split(' ');
      if (first === 'se') return reflexive && token.lemma === second;
      if (first === 'y') return token.lemma === second && tokens[at - 1]?.lower === 'y';
      if (second) return token.lemma === first && tokens.slice(at + 1, at + 5).some(({ lemma }) => lemma === second);
      return (
        token.lemma === first &&
        !(reflexive && rule.verbs!.includes(`se ${first}`) === false && isOnlyReflexive(first!))
      );
    });
  }
  if (token.upos === 'NOUN' && rule.nouns?.includes(token.lemma)) return true;
  return (
    token.upos === 'ADJ' &&
    (rule.adjectives?.includes(token.lemma) ?? false) &&
    (dependents(sentence, at, 'cop').length > 0 ||
      tokens[at - 1]?.lemma === 'être' ||
      token.deprel === 'xcomp' ||
      token.deprel === 'acl')
  );
}

/** Verbs that mean something else with « se »: « se prendre », « se tenir », « se libérer ». */
function isOnlyReflexive(verb: string): boolean {
  return /^(?:prendre|tenir|occuper|perdre|arrêter|viser|tirer|porter|former|aider|terminer|achever|finir|installer|détenir)$/.test(
    verb,
  );
}

function isReflexive(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (/^(?:se|s')$/.test(tokens[i]!.lower)) return true;
    if (!/AUX|ADV/.test(tokens[i]!.upos)) return false;
  }
  return false;
}

type Filled = {
  readonly actor: readonly ActorMention[];
  readonly target: readonly ActorMention[];
  readonly place: readonly PlaceArgument[];
  readonly object: number | null;
  readonly roles: readonly { readonly mention: ActorMention | PlaceArgument; readonly role: Role }[];
};

function fillSlots(scene: Scene, rule: PredicateRule, predicate: Predicate): Filled {
  const { sentence } = scene;
  const isNoun = !/VERB|AUX|ADJ/.test(sentence.tokens[predicate.at]!.upos);
  const actor: ActorMention[] = [];
  const target: ActorMention[] = [];
  const place: PlaceArgument[] = [];
  const roles: { mention: ActorMention | PlaceArgument; role: Role }[] = [];
  const put = (slot: Slot, mention: ActorMention): void => {
    if (slot === 'actor') actor.push(mention);
    else if (slot === 'target') target.push(mention);
  };
  for (const mention of scene.actors) {
    if (mention.from <= predicate.at && predicate.at < mention.to && mention.sense !== 'deed' && mention.noun === null)
      continue;
    const role =
      mention.from <= predicate.at && predicate.at < mention.to
        ? { kind: 'complement' as const, prep: null, depth: 0, argument: mention.head }
        : roleOf(sentence, predicate, mention.head);
    if (!role) continue;
    roles.push({ mention, role });
    const slot = slotOf(rule, role, isNoun, mention, sentence);
    if (slot !== 'none' && !isPlaceOnly(scene, mention, slot)) put(slot, mention);
  }
  for (const argument of scene.places) {
    const role = roleOf(sentence, predicate, argument.head);
    if (!role) continue;
    roles.push({ mention: argument, role });
    const isParty = [...actor, ...target].some((mention) => mention.from < argument.to && argument.from < mention.to);
    if (!isParty && placeFits(rule, role, argument)) place.push(argument);
  }
  // « la cible d'une offensive », « a essuyé des tirs »: the subject of such a verb undergoes it.
  if (rule.saidOf) place.push(...saidOf(scene, predicate.at));
  if (isNoun) withLightVerb(scene, predicate.at, rule, put, place);
  const governor = sentence.tokens[predicate.at]!.head;
  if (
    isNoun &&
    governor >= 0 &&
    LIGHT_PASSIVE.has(sentence.tokens[governor]!.lemma) &&
    /^obj/.test(sentence.tokens[predicate.at]!.deprel)
  ) {
    const undergoes = predicateAt(sentence, governor).subject;
    const mention = scene.actors.find(({ from, to }) => undergoes !== null && from <= undergoes && undergoes < to);
    if (mention) target.push(mention);
  }
  const byTree: Filled = { actor, target, place, object: objectOf(scene, predicate), roles };
  return isNoun ? byTree : withNeighbours(scene, rule, predicate, byTree);
}

/** What stands beside a verb in its clause fills the slots that the tree left empty: a parse errs, word order less so. */
function withNeighbours(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): Filled {
  const { sentence } = scene;
  const [first, last] = clauseAround(sentence, predicate.at);
  const free = scene.actors.filter(
    (mention) =>
      mention.from >= first && mention.to <= last + 1 && !filled.roles.some((role) => role.mention === mention),
  );
  const before = free.filter(({ to }) => to <= predicate.at);
  const after = free.filter(({ from }) => from > predicate.at);
  const bare = (mention: ActorMention): boolean => prepositionBefore(sentence, mention.from) === null;
  const brought = (slot: Slot): ActorMention[] =>
    after.filter((mention) => rule.preps?.[prepositionBefore(sentence, mention.from) ?? ''] === slot).slice(0, 1);
  const subject = predicate.passive
    ? after.filter((mention) => prepositionBefore(sentence, mention.from) === 'par').slice(0, 1)
    : predicate.subject === null
      ? before.filter(bare).slice(-1)
      : [];
  const object = predicate.passive
    ? predicate.object === null
      ? before.filter(bare).slice(-1)
      : []
    : filled.object === null || /PUNCT|PRON/.test(sentence.tokens[filled.object]!.upos)
      ? after.filter(bare).slice(0, 1)
      : [];
  const fill = (slot: 'actor' | 'target', own: readonly ActorMention[]): readonly ActorMention[] => {
    if (own.length > 0) return own;
    if (rule.subject === slot && subject.length > 0) return subject;
    if (rule.object === slot && object.length > 0) return object;
    return brought(slot);
  };
  const placed = scene.places.filter((place) => place.from > predicate.at && place.to <= last + 1 && place.certain);
  const wantsPlace = rule.object === 'place' || Object.values(rule.preps ?? {}).includes('place');
  const place = filled.place.length > 0 || !wantsPlace ? filled.place : placed.slice(0, 1);
  return { ...filled, actor: fill('actor', filled.actor), target: fill('target', filled.target), place };
}

/** From the verb before to the verb after, a relative word or a stop: the stretch in which a verb's phrases stand. */
function clauseAround(sentence: Sentence, at: number): [number, number] {
  const { tokens } = sentence;
  const isBreak = (i: number): boolean =>
    /^[;:()«»"“”]$/.test(tokens[i]!.text) ||
    /^(?:qui|où|dont|que|qu'|mais|car|tandis|alors)$/.test(tokens[i]!.lower) ||
    (/VERB/.test(tokens[i]!.upos) && /Fin|Inf/.test(tokens[i]!.feats));
  let first = at;
  while (first > 0 && !isBreak(first - 1)) first--;
  let last = at;
  while (
    last + 1 < tokens.length &&
    !isBreak(last + 1) &&
    !(/AUX/.test(tokens[last + 1]!.upos) && tokens[last]!.text === ',')
  )
    last++;
  return [first, last];
}

function prepositionBefore(sentence: Sentence, from: number): string | null {
  const { tokens } = sentence;
  let at = from - 1;
  while (at >= 0 && /DET|ADJ|NUM/.test(tokens[at]!.upos)) at--;
  const token = tokens[at];
  if (token?.upos !== 'ADP') return null;
  return token.parts ? token.parts[0] : token.lower.replace(/^d'$/, 'de');
}

/** « des frappes ont été menées par X sur Y »: what the verb that carries a noun brings in belongs to the noun. */
function withLightVerb(
  { sentence, actors, places }: Scene,
  at: number,
  rule: PredicateRule,
  put: (slot: Slot, mention: ActorMention) => void,
  place: PlaceArgument[],
): void {
  const { tokens } = sentence;
  const verb = tokens[at]!.head;
  if (verb < 0 || !LIGHT_ACTIVE.has(tokens[verb]!.lemma) || !/^(?:nsubj|obj)/.test(tokens[at]!.deprel)) return;
  const carrier = predicateAt(sentence, verb);
  for (const mention of actors) {
    const role = roleOf(sentence, carrier, mention.head);
    if (role?.prep === 'par' && role.depth === 0) put(rule.subject, mention);
    else if (role?.prep === 'contre') put('target', mention);
  }
  if (place.length === 0)
    for (const argument of places) {
      const role = roleOf(sentence, carrier, argument.head);
      if (
        role?.kind === 'oblique' &&
        argument.certain &&
        /^(?:à|en|dans|sur|près|autour|contre)$/.test(role.prep ?? '')
      )
        place.push(argument);
    }
}

/** « aucune ville de Syrie sous le contrôle de … », « le port est aux mains de … »: what the phrase is said of. */
function saidOf({ sentence, places }: Scene, at: number): PlaceArgument[] {
  const { tokens } = sentence;
  const { head } = tokens[at]!;
  if (head < 0) return [];
  const of = /VERB|AUX/.test(tokens[head]!.upos)
    ? dependents(sentence, head, 'nsubj', 'obj')
    : [head, ...dependents(sentence, at, 'nsubj')];
  return places.filter((place) => place.to <= at && of.some((noun) => isBelow(sentence, place.head, noun)));
}

function isBelow(sentence: Sentence, index: number, head: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 12; at = sentence.tokens[at]!.head, steps++)
    if (at === head) return true;
  return false;
}

function slotOf(rule: PredicateRule, role: Role, isNoun: boolean, mention: ActorMention, sentence: Sentence): Slot {
  if (role.depth > 0) {
    // Inside an argument: « l'offensive contre X » within a subject is not it, but « les positions de X » are X's.
    const inner = prepositionOf(sentence, mention.head);
    if (role.kind === 'object' && rule.object === 'target' && inner === 'de') return 'target';
    if (role.kind === 'object' && rule.object === 'place' && inner === 'de')
      return rule.type === 'capture' ? 'target' : 'none';
    if (inner === 'contre') return 'target';
    if (rule.objectOf && role.kind === 'object' && inner === 'de') return rule.objectOf;
    if (
      role.kind === 'subject' &&
      (inner === 'de' || inner === null) &&
      sentence.tokens[role.argument]!.upos !== 'PROPN'
    )
      return rule.subject;
    if (!isSameList(sentence, mention.head, role.argument)) return 'none';
  }
  if (role.kind === 'subject') return rule.subject;
  if (role.kind === 'object') return rule.object === 'place' ? 'none' : rule.object;
  if (role.prep !== null && rule.preps?.[role.prep]) return rule.preps[role.prep]!;
  // An adjective or a name right beside a noun owns it: « l'appui russe », « l'offensive éclair de l'armée ».
  if (isNoun && role.prep === null && role.kind === 'complement')
    return rule.subject === 'target' && rule.object === 'target' ? 'target' : rule.subject;
  return 'none';
}

/** Members of one list: joined by « et » or by commas to the argument. */
function isSameList(sentence: Sentence, index: number, argument: number): boolean {
  for (let at = index, steps = 0; at !== argument && at >= 0 && steps < 6; at = sentence.tokens[at]!.head, steps++)
    if (!/^(?:conj|appos|flat|nmod)/.test(sentence.tokens[at]!.deprel)) return false;
  return /^(?:conj|appos)/.test(sentence.tokens[index]!.deprel) || sentence.tokens[index]!.deprel.startsWith('flat');
}

/** « en Syrie » names no party: a country brought in by « en » or « dans » is where, not who. */
function isPlaceOnly(scene: Scene, mention: ActorMention, slot: Slot): boolean {
  if (mention.rule !== 'name' && mention.rule !== 'seat') return false;
  const prep = prepositionOf(scene.sentence, mention.head);
  return (prep === 'en' || prep === 'dans' || prep === 'vers' || prep === 'à' || prep === 'sur') && slot !== 'none';
}

function placeFits(rule: PredicateRule, role: Role, argument: PlaceArgument): boolean {
  if (rule.object === 'place' && role.kind === 'object') return true;
  if (rule.subject === 'place' && role.kind === 'subject') return true;
  if (role.prep !== null && rule.preps?.[role.prep] === 'place') return true;
  if (role.prep === 'de' && role.kind === 'complement') return true;
  return (
    role.prep !== null &&
    /^(?:à|en|dans|sur|près|vers|depuis|entre|autour|de|sous|par|devant|contre)$/.test(role.prep) &&
    (argument.certain || role.kind !== 'subject')
  );
}

function objectOf({ sentence, times }: Scene, predicate: Predicate): number | null {
  if (predicate.object !== null) return predicate.object;
  const { tokens } = sentence;
  const isTime = (i: number): boolean => times.some(({ span }) => overlaps(span, tokens[i]!));
  const own = dependents(sentence, predicate.at, 'obj').find((i) => !/PRON|PUNCT/.test(tokens[i]!.upos) && !isTime(i));
  if (own !== undefined) return own;
  // « a repris jeudi la totalité de »: past the time that the parse took for the object
  if (/VERB/.test(tokens[predicate.at]!.upos) && !predicate.passive) {
    let next = predicate.at + 1;
    while (next < tokens.length && (isTime(next) || /^(?:ADV|DET)$/.test(tokens[next]!.upos))) next++;
    while (/ADJ|NUM/.test(tokens[next]?.upos ?? '') && /ADJ|NOUN|PROPN/.test(tokens[next + 1]?.upos ?? '')) next++;
    if (/NOUN|PROPN/.test(tokens[next]?.upos ?? '')) return next;
  }
  // « s'emparer de la ville »
  const of = dependents(sentence, predicate.at, 'obl:arg', 'obl', 'nmod', 'iobj').find(
    (i) => prepositionOf(sentence, i) === 'de',
  );
  return of ?? dependents(sentence, predicate.at, 'obj')[0] ?? null;
}

function meets(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): boolean {
  const { sentence, input } = scene;
  const { words } = input;
  const objectToken = filled.object === null ? null : sentence.tokens[filled.object]!;
  const inObject = (one: ActorMention | PlaceArgument): boolean =>
    filled.object !== null &&
    filled.roles.some(
      ({ mention, role }) => mention === one && (role.argument === filled.object || role.kind === 'object'),
    );
  const isLand = (token: Token | null): boolean =>
    token !== null && (words.land.has(token.lemma) || words.land.has(token.lower));
  const landObject = scene.places.some((place) => inObject(place)) || isLand(objectToken);
  const parties = [...filled.actor, ...filled.target];
  const powers = parties.filter(({ sense, parties: ids }) => sense !== 'people' && !ids.includes('civilians'));
  for (const need of rule.needs ?? []) {
    const met = {
      'land-object': () => landObject,
      land: () =>
        scene.places.some((place) => filled.roles.some(({ mention }) => mention === place)) || isLand(objectToken),
      place: () =>
        filled.place.length > 0 || placesNear(scene, predicate.at, clauseSpan(sentence, predicate.at, [])).length > 0,
      party: () => powers.length > 0,
      'party-object': () => scene.actors.some((actor) => inObject(actor)) || filled.target.length > 0,
      'party-subject': () => filled.actor.length > 0 || (rule.subject === 'target' && filled.target.length > 0),
      armed: () => isArmed(scene, powers),
      people: () => hasPeople(scene, predicate, filled),
      held: () => /^(?:sous|à|entre|dans)$/.test(prepositionOf(sentence, predicate.at) ?? ''),
    }[need]();
    if (!met) return false;
  }
  if ((rule.type === 'attack' || rule.type === 'victory') && !isFight(scene, rule, powers)) return false;
  // « la prise de parole »: a noun of taking whose complement is no land
  return true;
}

const FIGHTERS = /^(?:armed-group|militia|rebels|force|alliance)$/;

/** Something that fights is an argument, or the sentence tells of fighting. */
function isArmed({ sentence, input, actors }: Scene, powers: readonly ActorMention[]): boolean {
  const isForce = ({ parties }: ActorMention): boolean => FIGHTERS.test(input.book.byId(parties[0]!)?.kind ?? '');
  const fights = (mention: ActorMention): boolean =>
    isForce(mention) ||
    /^(?:members|means|deed)$/.test(mention.sense) ||
    /^(?:armee|troupes|forces|regime|coalition)/.test(mention.noun ?? '');
  const isArmedWord = ({ lemma, lower }: Token): boolean =>
    input.words.armed.has(lemma) || input.words.armed.has(lower);
  return powers.some(fights) || actors.some(isForce) || sentence.tokens.some(isArmedWord);
}

/** A club's victory, a virus's attack: words of peace and nobody who fights. */
function isFight(scene: Scene, rule: PredicateRule, powers: readonly ActorMention[]): boolean {
  const { sentence, input } = scene;
  const peaceful = sentence.tokens.some(
    ({ lemma, lower }) => input.words.peaceful.has(lemma) || input.words.peaceful.has(lower),
  );
  const fighters = powers.some(({ parties }) =>
    /^(?:armed-group|militia|state|alliance|rebels|force)$/.test(input.book.byId(parties[0]!)?.kind ?? ''),
  );
  if (peaceful) return fighters && isArmed(scene, powers);
  return rule.type === 'victory' ? isArmed(scene, powers) : true;
}

function hasPeople(scene: Scene, predicate: Predicate, filled: Filled): boolean {
  const { sentence, input } = scene;
  const argument = predicate.object ?? filled.object ?? predicate.subject;
  const isPerson = (i: number | null | undefined): boolean =>
    i !== null &&
    i !== undefined &&
    (input.words.people.has(sentence.tokens[i]!.lemma) ||
      input.words.people.has(sentence.tokens[i]!.lower) ||
      sentence.tokens[i]!.upos === 'PROPN' ||
      scene.quantities.some(
        ({ head, unit }) => head === i && /people|civilians|fighters|soldiers|deaths|wounded|police/.test(unit ?? ''),
      ));
  if ([argument, filled.object, predicate.object].some(isPerson)) return true;
  if (
    dependents(sentence, predicate.at).some(
      (i) => isPerson(i) && /^(?:nsubj|obj|nmod|obl)/.test(sentence.tokens[i]!.deprel),
    )
  )
    return true;
  return [...filled.target, ...filled.actor].some(({ sense }) => sense === 'people' || sense === 'members');
}

function draftOf(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): Draft | null {
  const { sentence } = scene;
  const keep = relativeBefore(sentence, predicate.at);
  const span = clauseSpan(sentence, predicate.at, keep);
  return finish(scene, rule.type, rule.name, predicate.at, span, {
    actor: partiesOf(filled.actor),
    target: partiesOf(filled.target),
    place: filled.place,
    quantity: quantityFor(scene, rule.type, span),
  });
}

/** « où se trouve … », « qui contrôle … »: the relative word opens the claim's words. */
function relativeBefore(sentence: Sentence, at: number): number[] {
  return dependents(sentence, at).filter((i) => i < at && /^(?:qui|où|dont)$/.test(sentence.tokens[i]!.lower));
}

function partiesOf(mentions: readonly ActorMention[]): string[] {
  return [...new Set(mentions.flatMap(({ parties }) => parties))];
}

type Slots = {
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly place: readonly PlaceArgument[];
  readonly quantity: Quantity | null;
};

/** Time, certainty, statement and the places of a claim whose parties are known. */
function finish(scene: Scene, type: ClaimType, rule: string, at: number, whole: Span, slots: Slots): Draft {
  const { sentence, input, times } = scene;
  const statement = holderOf(sentence.tokens[at]!, input.statements);
  const part = statement?.content.find((one) => contains(one, sentence.tokens[at]!));
  const span = part ? { start: Math.max(part.start, whole.start), end: Math.min(part.end, whole.end) } : whole;
  const afterPast =
    statement !== null &&
    statement.mode !== 'direct' &&
    statement.cue !== null &&
    / |ait$|aient$|é$/.test(statement.cue.text);
  const certainty = certaintyOf(sentence, at, afterPast);
  const asked =
    statement !== null &&
    (statement.act === 'demand' || statement.act === 'promise') &&
    certainty.modality === 'actual';
  const modality = asked && /VERB/.test(sentence.tokens[at]!.upos) ? 'intent' : certainty.modality;
  const denied = statement?.act === 'deny' && certainty.polarity === 'affirmed';
  const held = heldAt({ sentence, at, span, times, statement, published: input.published, modality, type });
  const polarity = denied ? 'negated' : certainty.polarity;
  const places = mostSpecific(
    [...slots.place, ...(slots.place.length === 0 ? placesNear(scene, at, span) : [])],
    input.gazetteer,
  );
  return {
    type,
    start: span.start,
    end: span.end,
    text: input.text.slice(span.start, span.end),
    statement: statement?.id ?? null,
    actor: slots.actor,
    target: slots.target.filter((party) => !slots.actor.includes(party)),
    place: places,
    quantity: slots.quantity && quantityOf(slots.quantity),
    time: held.when,
    polarity,
    modality,
    rules: [rule, ...certainty.rules, ...(asked ? ['asked-for'] : []), ...(denied ? ['denied'] : []), held.rule],
    doubts: [],
    at,
    sentence: scene.index,
  };
}

/** The innermost statement whose words hold the predicate's. */
function holderOf(word: Span, statements: readonly Statement[]): Statement | null {
  const size = ({ content }: Statement): number => content.reduce((sum, part) => sum + part.end - part.start, 0);
  const holders = statements.filter(({ content }) => content.some((part) => contains(part, word)));
  return holders.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** Places in the claim's own words, else those of its sentence that no other clause owns. */
function placesNear(scene: Scene, at: number, span: Span): PlaceArgument[] {
  const inside = scene.places.filter((place) => contains(span, place.span) && place.certain);
  if (inside.length > 0) return inside;
  const { tokens } = scene.sentence;
  const relative = whereOf(scene, at);
  if (relative.length > 0 && tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'où')) return relative;
  const { head } = tokens[at]!;
  return scene.places.filter(
    (place) =>
      place.certain &&
      (tokens[place.head]!.head === head || tokens[place.head]!.head === at) &&
      head >= 0 &&
      /^obl|^nmod/.test(tokens[place.head]!.deprel),
  );
}

/** Of places within one another, the most specific alone. */
function mostSpecific(places: readonly PlaceArgument[], gazetteer: Gazetteer): ClaimPlace[] {
  const unique = places.filter(
    (one, i) =>
      places.findIndex((other) => other.place.name === one.place.name && other.place.part === one.place.part) === i,
  );
  const id = (one: PlaceArgument): string | undefined => one.place.candidates[0]?.id;
  return unique
    .filter(
      (one) =>
        !unique.some(
          (other) =>
            other !== one &&
            id(one) &&
            id(other) &&
            id(one) !== id(other) &&
            other.place.candidates.some((inner) => gazetteer.within(inner.id, id(one)!)),
        ),
    )
    .map(({ place }) => place);
}

function quantityOf({ value, max, bound, unit }: Quantity): ClaimQuantity {
  return { value, ...(max === null ? {} : { max }), bound, unit: unit ?? 'units' };
}

const UNITS_OF: Readonly<Record<ClaimType, RegExp>> = {
  control:
    /^(?:percent|villages|localities|towns|neighbourhoods|oil fields|gas fields|districts|provinces|motorways|roads|square kilometres|positions|bases)$/,
  capture:
    /^(?:percent|villages|localities|towns|neighbourhoods|positions|districts|square kilometres|provinces|bases)$/,
  attack: /^(?:strikes|sorties|attacks|shells|rockets|missiles|drones|bullets)$/,
  movement: /^(?:fighters|soldiers|vehicles|tanks|people|civilians)$/,
  presence: /^(?:bases|pockets|camps|neighbourhoods|positions|soldiers|fighters)$/,
  strength: /^(?:fighters|soldiers|people)$/,
  casualties:
    /^(?:deaths|wounded|prisoners|hostages|missing|people|civilians|fighters|soldiers|police officers|journalists|diplomats)$/,
  displacement: /^(?:people|civilians)$/,
  victory: /^$/,
  support: /^$/,
};

function quantityFor(scene: Scene, type: ClaimType, span: Span): Quantity | null {
  const inside = scene.quantities.filter(
    (quantity) => overlaps(quantity.span, span) && UNITS_OF[type].test(quantity.unit ?? ''),
  );
  const first = inside[0];
  if (!first) return null;
  if (type !== 'casualties') return first;
  return { ...first, unit: casualtyUnit(scene, first, span) };
}

/** « 28 soldats exécutés » counts deaths, « douze policiers blessés » wounded, « 52 diplomates en otages » hostages. */
function casualtyUnit({ sentence, input }: Scene, quantity: Quantity, span: Span): string {
  if (input.words.deadUnits.has(quantity.unit ?? '')) return quantity.unit!;
  const words = sentence.tokens.filter((token) => overlaps(token, span)).map(({ lemma }) => lemma);
  if (words.includes('otage') || words.includes('kidnapper') || words.includes('enlever')) return 'hostages';
  if (
    words.some((word) => /^(?:blesser|blessé)$/.test(word)) &&
    !words.some((word) => /^(?:tuer|mourir|périr)$/.test(word))
  )
    return 'wounded';
  if (words.some((word) => /^(?:capturer|arrêter|interpeller|prisonnier|détenir|incarcérer|emprisonner)$/.test(word)))
    return 'prisoners';
  return 'deaths';
}

/** Figures that assert something by themselves: dead and wounded, and the strength of a force. */
function countedClaims(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  for (const quantity of scene.quantities) {
    const { unit, head } = quantity;
    const owned = drafts.some(
      (draft) =>
        overlaps(draft, quantity.span) &&
        draft.quantity !== null &&
        draft.quantity.value === quantity.value &&
        (draft.type === 'casualties' || draft.type === 'displacement' || draft.type === 'strength'),
    );
    if (owned || unit === null) continue;
    if (scene.input.words.deadUnits.has(unit)) found.push(countedCasualties(scene, quantity));
    else if (
      /^(?:fighters|soldiers)$/.test(unit) &&
      !drafts.some(
        (draft) => overlaps(draft, quantity.span) && /^(?:casualties|displacement|movement)$/.test(draft.type),
      )
    ) {
      const strength = countedStrength(scene, quantity, head);
      if (strength) found.push(strength);
    }
  }
  return found;
}

function countedCasualties(scene: Scene, quantity: Quantity): Draft {
  const { sentence } = scene;
  const verb = governingVerb(sentence, quantity.head);
  const span = verb === null ? quantity.span : clauseSpan(sentence, verb, []);
  const whose = scene.actors.filter(
    (mention) =>
      mention.from > quantity.head - 2 &&
      mention.from <= quantity.head + 6 &&
      /^(?:de|parmi|dont)$/.test(prepositionOf(sentence, mention.head) ?? '') &&
      mention.sense !== 'pronoun',
  );
  const by =
    verb === null ? [] : scene.actors.filter((mention) => mention.head === predicateAt(sentence, verb).subject);
  const short = span.end - span.start > 200 ? quantity.span : span;
  return finish(
    scene,
    'casualties',
    'counted-casualties',
    verb ?? quantity.head,
    contains(short, quantity.span) ? short : quantity.span,
    { actor: partiesOf(by), target: partiesOf(whose.slice(0, 1)), place: [], quantity },
  );
}

/** « Moins de mille combattants de l'EI se trouvent… », « la ville est défendue par 600 hommes »: how many a party has. */
function countedStrength(scene: Scene, quantity: Quantity, head: number): Draft | null {
  const { sentence } = scene;
  const own =
    scene.actors.find((mention) => mention.from <= head && head < mention.to) ??
    scene.actors.find(
      (mention) => mention.from > head && mention.from <= head + 4 && prepositionOf(sentence, mention.head) === 'de',
    );
  const verb = governingVerb(sentence, head);
  const subject = verb === null ? null : predicateAt(sentence, verb).subject;
  const holder =
    own ?? scene.actors.find((mention) => subject !== null && mention.from <= subject && subject < mention.to);
  const span = verb === null ? quantity.span : clauseSpan(sentence, verb, relativeBefore(sentence, verb));
  const fits = contains(span, quantity.span) && span.end - span.start < 240;
  const state =
    verb === null ||
    /^(?:compter|disposer|rester|trouver|être|avoir|demeurer|défendre|tenir|comprendre|rassembler|regrouper|aligner|retrancher|estimer|évaluer|subsister|combattre|opérer|stationner|déployer|composer|former|réunir|posséder|contrôler|occuper)$/.test(
      sentence.tokens[verb]!.lemma,
    );
  if (!holder || !state) return null;
  const inside = scene.places.filter((place) => place.certain && fits && contains(span, place.span));
  const places = inside.length > 0 ? inside : whereOf(scene, verb ?? head);
  return finish(scene, 'strength', 'counted-strength', verb ?? head, fits ? span : quantity.span, {
    actor: [...holder.parties],
    target: [],
    place: places,
    quantity,
  });
}

/** « la région où se trouvent mille hommes »: what « où » takes up; « le village est défendu par 600 hommes »: the village. */
function whereOf({ sentence, places }: Scene, verb: number): PlaceArgument[] {
  const { tokens } = sentence;
  const where = tokens.findLastIndex((token, i) => i < verb && i > verb - 4 && token.lower === 'où');
  if (where > 0) return places.filter((place) => place.to <= where).slice(-1);
  const { object, passive } = predicateAt(sentence, verb);
  if (!passive || object === null) return [];
  return places.filter((place) => isBelow(sentence, place.head, object)).slice(0, 1);
}

function governingVerb(sentence: Sentence, index: number): number | null {
  for (let at = sentence.tokens[index]!.head, steps = 0; at >= 0 && steps < 5; at = sentence.tokens[at]!.head, steps++)
    if (/VERB|AUX/.test(sentence.tokens[at]!.upos)) return at;
  return /VERB/.test(sentence.tokens[index]!.upos) ? index : null;
}

/** Of claims of one type over the same words, the one that tells more; a noun inside its light verb's clause gives way to none. */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const told = (draft: Draft): number =>
    draft.actor.length + draft.target.length + draft.place.length + (draft.quantity ? 2 : 0);
  const sorted = [...drafts].sort((a, b) => told(b) - told(a) || a.start - b.start);
  const kept: Draft[] = [];
  for (const draft of sorted) {
    const double = kept.some(
      (other) =>
        other.type === draft.type &&
        isSameStretch(other, draft) &&
        (!draft.quantity || !other.quantity || draft.quantity.value === other.quantity.value),
    );
    if (!double) kept.push(draft);
  }
  return kept;
}

function isSameStretch(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const smaller = Math.min(a.end - a.start, b.end - b.start);
  return shared > 0.7 * smaller;
}
