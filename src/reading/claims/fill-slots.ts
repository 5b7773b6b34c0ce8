import { contains, overlaps } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';
import { clauseAround, covers, isBelow, prepositionBefore } from './clause.ts';
import type { ActorMention, PlaceArgument } from './mentions.ts';
import { isOfSpeaker } from './places-of.ts';
import type { PredicateRule, Slot } from './predicate-rule.ts';
import { carrierOf, measuredOut, type Predicate, predicateAt, prepositionOf, type Role, roleOf } from './roles.ts';
import type { Scene } from './scene.ts';
import { HELD_IN, LIGHT_ACTIVE, LIGHT_PASSIVE, LIGHT_TELLS, MEASURES, VICTIMISES } from './verbs.fr.ts';
import { isReflexive } from './word-of.ts';

export type Filled = {
  readonly actor: readonly ActorMention[];
  readonly target: readonly ActorMention[];
  readonly place: readonly PlaceArgument[];
  readonly object: number | null;
  readonly roles: readonly { readonly mention: ActorMention | PlaceArgument; readonly role: Role }[];
};

/** How many words behind a noun « par » may bring in who did it. */
const BY_WITHIN = 12;

export function fillSlots(scene: Scene, rule: PredicateRule, found: Predicate): Filled {
  const { sentence } = scene;
  const subject = rule.predicative ? saidOfSubject(sentence, found.at) : found.subject;
  const predicate = { ...found, subject };
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
    if (speaksOf(scene, mention, predicate.at)) continue;
    if (mention.rule === 'possessive' || mention.rule === 'speaker') {
      const noun = ownedNoun(sentence, mention.head);
      if (mention.rule === 'possessive' || noun === predicate.at) {
        if (noun === predicate.at && isNoun) put(rule.subject, mention);
        continue;
      }
    }
    if (covers(mention, predicate.at) && mention.sense !== 'deed' && mention.noun === null) continue;
    const role = covers(mention, predicate.at)
      ? { kind: 'complement' as const, prep: null, depth: 0, argument: mention.head }
      : throughBearer(scene, rule, predicate, roleOf(sentence, predicate, mention.head), mention.head);
    if (!role) continue;
    roles.push({ mention, role });
    const slot = slotOf(rule, role, isNoun, mention, sentence);
    if (slot !== 'none' && !(isPlaceOnly(scene, mention, slot) && !isReceiver(rule, role, slot))) put(slot, mention);
  }
  for (const argument of scene.places) {
    if (isOfSpeaker(scene, argument, predicate.at)) continue;
    const role = throughBearer(scene, rule, predicate, roleOf(sentence, predicate, argument.head), argument.head);
    if (!role) continue;
    roles.push({ mention: argument, role });
    const isParty = [...actor, ...target].some((mention) => mention.from < argument.to && argument.from < mention.to);
    if (!isParty && placeFits(rule, role, argument)) place.push(argument);
  }
  // « la cible d'une offensive », « a essuyé des tirs »: the subject of such a verb undergoes it.
  if (rule.saidOf) place.push(...saidOf(scene, predicate.at));
  if (isNoun) withLightVerb(scene, predicate.at, rule, put, place);
  const governor = sentence.tokens[predicate.at]!.head;
  // « l'assassinat de trois journalistes par les rebelles »: the parse hangs who did it from what it was done to
  // « l'armée annonce l'assassinat, par le groupe, de »: whoever only tells of it did not do it
  const isTold = LIGHT_TELLS.has(sentence.tokens[carrierOf(sentence, predicate.at) ?? predicate.at]!.lemma);
  if (isNoun && rule.preps?.par === 'actor' && (actor.length === 0 || isTold)) {
    const by = scene.actors.find(
      ({ from }) =>
        from > predicate.at &&
        from < predicate.at + BY_WITHIN &&
        prepositionBefore(sentence, from) === 'par' &&
        !sentence.tokens
          .slice(predicate.at + 1, from)
          .some(({ upos, text }) => /^(?:VERB|AUX)$/.test(upos) || /^[;:.]$/.test(text)),
    );
    if (by && !target.includes(by)) actor.splice(0, actor.length, by);
  }
  if (isNoun && actor.length === 0 && rule.type === 'attack') actor.push(...ascribedTo(scene, predicate.at));
  if (isNoun && target.length === 0) target.push(...aimedAt(scene, rule, predicate.at));
  if (
    isNoun &&
    governor >= 0 &&
    LIGHT_PASSIVE.has(sentence.tokens[governor]!.lemma) &&
    /^obj/.test(sentence.tokens[predicate.at]!.deprel)
  ) {
    const undergoes = predicateAt(sentence, governor).subject;
    const mention = scene.actors.find((one) => covers(one, undergoes));
    if (mention) target.push(mention);
    // « Misrata a essuyé une pluie de roquettes »
    else if (place.length === 0) place.push(...scene.places.filter((one) => covers(one, undergoes)));
  }
  // « a chassé le groupe de Damasak »: the parse hangs the town from whoever is driven out of it
  if (rule.preps?.de === 'place' && rule.object === 'target')
    for (const argument of scene.places) {
      const de = argument.from - 1;
      const isBehind = target.some(({ to }) => to === de) && /^(?:de|d'|du|des)$/.test(sentence.tokens[de]!.lower);
      if (isBehind && argument.certain && !place.includes(argument)) place.unshift(argument);
    }
  const object = objectOf(scene, predicate);
  // « ont pris vendredi Alma »: the tree may hang the town from the day, word order says what was taken.
  if (rule.object === 'place') {
    const taken = scene.places.filter((one) => covers(one, object));
    place.unshift(...taken.filter((argument) => !place.includes(argument)));
  }
  // « Alma, dernière ville du nord du pays tenue par »: the town that stands before, and not the land it lies in
  if (place.length === 0 || !place.some((argument) => covers(argument, object))) {
    const called = calledBefore(scene, object);
    if (called) place.splice(0, place.length, called);
  }
  const byTree: Filled = { actor, target, place, object, roles };
  const whole = isNoun ? byTree : withNeighbours(scene, rule, predicate, byTree);
  const isTaken = (argument: PlaceArgument): boolean =>
    whole.actor.some(({ from, to, rule: how }) => how === 'seat' && from < argument.to && argument.from < to);
  return {
    ...whole,
    place: whole.place.filter((argument) => !isTaken(argument)), // « prise par Moscou »
    actor: withList(scene, whole.actor, whole.target),
    target: withList(scene, whole.target, whole.actor),
  };
}

/** « le Hezbollah, les Gardiens et des miliciens »: a list that word order shows whole, wherever the tree hangs its members. */
function withList(
  scene: Scene,
  some: readonly ActorMention[],
  others: readonly ActorMention[],
): readonly ActorMention[] {
  if (some.length === 0) return some;
  const { tokens } = scene.sentence;
  const mentions = scene.actors.filter(({ sense }) => sense !== 'pronoun' && sense !== 'deed');
  /** What joins two neighbours: a comma or « et »; null where other words stand between them. */
  const joint = (left: ActorMention, right: ActorMention): 'comma' | 'and' | null => {
    const between = tokens
      .slice(left.to, right.from)
      .filter(({ upos, text }) => !/^(?:DET|ADJ)$/.test(upos) && !/^d[e']s?$/i.test(text));
    if (between.length === 0 || between.length > 3) return null;
    if (between.every(({ lower }) => lower === ',')) return 'comma';
    return between.every(({ lower }) => /^(?:,|et|ainsi|que|qu')$/.test(lower)) ? 'and' : null;
  };
  const list = new Set(some);
  for (const own of some) {
    const at = mentions.indexOf(own);
    if (at < 0) continue;
    let [first, last] = [at, at];
    while (first > 0 && joint(mentions[first - 1]!, mentions[first]!) !== null) first--;
    while (last + 1 < mentions.length && joint(mentions[last]!, mentions[last + 1]!) !== null) last++;
    // A list ends in « et »; commas alone join a name and what it is called besides.
    let end = last;
    while (end > first && joint(mentions[end - 1]!, mentions[end]!) !== 'and') end--;
    if (end <= first || at > end) continue;
    for (let i = first; i <= end; i++) if (!others.includes(mentions[i]!)) list.add(mentions[i]!);
  }
  return [...list];
}

/** What a noun for a town is said of where it stands behind it: « Alma, dernière grande ville du nord ». */
function calledBefore({ sentence: { tokens }, places }: Scene, at: number | null): PlaceArgument | null {
  if (at === null || !TOWN.test(tokens[at]!.lemma)) return null;
  let comma = at - 1;
  while (/^(?:DET|ADJ|NUM|ADV)$/.test(tokens[comma]?.upos ?? '')) comma--;
  return tokens[comma]?.text === ','
    ? (places.find(({ to, rule }) => to === comma && rule !== 'taken-up') ?? null)
    : null;
}

const TOWN = /^(?:ville|cité|village|localité|bourg|bourgade|capitale|métropole|chef-lieu|bastion|fief)$/;

/** Whom a noun is said of: the subject of its « être » or of the verb that it opens, or the noun that it stands beside. */
function saidOfSubject(sentence: Sentence, at: number): number | null {
  const { tokens } = sentence;
  const own = dependents(sentence, at, 'nsubj')[0];
  if (own !== undefined) return own;
  const { head, deprel } = tokens[at]!;
  if (head < 0) return null;
  if (/VERB|AUX|ADJ/.test(tokens[head]!.upos))
    return predicateAt(sentence, head).subject ?? predicateAt(sentence, head).object;
  return /^(?:appos|acl|amod|conj)/.test(deprel) ? head : null;
}

/** The noun that a possessive word belongs to: « ses raids », « notre seul contrôle »; null where none follows. */
function ownedNoun({ tokens }: Sentence, at: number): number | null {
  let noun = at + 1;
  while (/^(?:ADJ|NUM)$/.test(tokens[noun]?.upos ?? '') && noun < at + 3) noun++;
  return tokens[noun]?.upos === 'NOUN' ? noun : null;
}

/** « …, selon l'Observatoire »: whoever says it does not do it, however the tree hangs the words together. */
export function speaksOf({ sentence, input }: Scene, { span }: ActorMention, at: number): boolean {
  return input.statements.some(
    ({ source, cue, content }) =>
      source !== null &&
      /^(?:selon|d['’]après|de source|aux yeux|pour)/iu.test(cue?.text ?? '') &&
      overlaps(source, span) &&
      content.some((part) => contains(part, sentence.tokens[at]!)) &&
      !content.some((part) => contains(part, span)),
  );
}

/** Nouns that a predicate speaks through: « tombée aux mains de X » is said of X, « ouvrir le feu sur X » too. */
function throughBearer(
  { sentence }: Scene,
  rule: PredicateRule,
  predicate: Predicate,
  role: Role | null,
  index: number,
): Role | null {
  if (!role || role.depth === 0 || role.kind === 'subject') return role;
  const { tokens } = sentence;
  const { lemma } = tokens[role.argument]!;
  const second = rule.verbs?.some((verb) => verb === `${tokens[predicate.at]!.lemma} ${lemma}`);
  if (!second && !(HELD_IN.has(lemma) && rule.verbs?.includes(tokens[predicate.at]!.lemma))) return role;
  const inner = prepositionOf(sentence, index);
  // « tomber aux mains de X »: the preposition that counts is the verb's own.
  const prep = second && !HELD_IN.has(lemma) ? inner : inner === 'de' && role.prep !== null ? role.prep : inner;
  return { kind: 'oblique', prep, depth: 0, argument: index };
}

/** What stands beside a verb in its clause fills the slots that the tree left empty: a parse errs, word order less so. */
function withNeighbours(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): Filled {
  const { sentence } = scene;
  const [first, last] = clauseAround(sentence, predicate.at);
  const free = scene.actors.filter(
    (mention) =>
      mention.from >= first &&
      mention.to <= last + 1 &&
      // « dans les zones de nos opérations »: whose the noun is
      !(mention.rule === 'speaker' && sentence.tokens[mention.head]!.upos === 'DET') &&
      !filled.roles.some((role) => role.mention === mention),
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
      : after.filter((mention) => covers(mention, filled.object));
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

/** « des frappes ont été menées par X sur Y »: what the verb that carries a noun brings in belongs to the noun. */
function withLightVerb(
  { sentence, actors, places }: Scene,
  at: number,
  rule: PredicateRule,
  put: (slot: Slot, mention: ActorMention) => void,
  place: PlaceArgument[],
): void {
  const { tokens } = sentence;
  const above = carrierOf(sentence, at);
  const isCarried =
    above !== null && LIGHT_ACTIVE.has(tokens[above]!.lemma) && /^(?:nsubj|obj|nmod)/.test(tokens[at]!.deprel);
  // « les frappes menées par X sur Y »
  const verb = isCarried ? above : dependents(sentence, at, 'acl').find((i) => LIGHT_ACTIVE.has(tokens[i]!.lemma));
  if (verb === undefined) return;
  const carrier = predicateAt(sentence, verb);
  for (const mention of actors) {
    const role = roleOf(sentence, carrier, mention.head);
    if (role?.prep === 'par' && role.depth === 0) put(rule.subject, mention);
    else if (role?.prep === 'contre') put('target', mention);
    // « tendre une embuscade à un convoi de l'armée »
    else if (role?.prep === 'à' && /^(?:tendre|porter|infliger|livrer)$/.test(tokens[verb]!.lemma))
      put('target', mention);
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

/** « l'attentat de Suruç, imputé à X », « revendiqué par X »: who did it, behind the noun. */
function ascribedTo({ sentence, actors }: Scene, at: number): ActorMention[] {
  const { tokens } = sentence;
  const verb = tokens.findIndex(
    ({ lemma, feats }, i) =>
      i > at &&
      i < at + ASCRIBED_WITHIN &&
      /^(?:imputer|attribuer|revendiquer)$/.test(lemma) &&
      /VerbForm=Part/.test(feats),
  );
  if (verb < 0 || tokens.slice(at + 1, verb).some(({ feats, text }) => /VerbForm=Fin/.test(feats) || text === ';'))
    return [];
  const brings = tokens[verb]!.lemma === 'revendiquer' ? /^par$/ : /^(?:à|par)$/;
  const who = actors.find(({ from }) => from > verb && from < verb + 4);
  return who && brings.test(prepositionBefore(sentence, who.from) ?? '') ? [who] : [];
}

/** Words between such a noun and whom it is laid on. */
const ASCRIBED_WITHIN = 9;

/** « X a été la cible de plusieurs raids »: whoever is the aim or the victim of a deed undergoes it. */
function aimedAt({ sentence, actors }: Scene, rule: PredicateRule, at: number): ActorMention[] {
  const { tokens } = sentence;
  const aim = tokens[at]!.head;
  if (rule.type !== 'attack' || aim < 0 || !/^(?:cible|victime|objet|proie)$/.test(tokens[aim]!.lemma)) return [];
  const subject =
    dependents(sentence, aim, 'nsubj')[0] ??
    predicateAt(sentence, tokens[aim]!.head < 0 ? aim : tokens[aim]!.head).subject;
  return actors.filter((mention) => covers(mention, subject));
}

/** « aucune ville de Syrie sous le contrôle de … », « le port est aux mains de … »: what the phrase is said of. */
function saidOf({ sentence, places }: Scene, at: number): PlaceArgument[] {
  const { tokens } = sentence;
  const { head } = tokens[at]!;
  const of =
    head >= 0 && /VERB|AUX/.test(tokens[head]!.upos)
      ? dependents(sentence, head, 'nsubj', 'obj')
      : [...(head >= 0 ? [head] : []), ...dependents(sentence, at, 'nsubj')];
  return places.filter((place) => place.to <= at && of.some((noun) => isBelow(sentence, place.head, noun)));
}

function slotOf(rule: PredicateRule, role: Role, isNoun: boolean, mention: ActorMention, sentence: Sentence): Slot {
  // « la prise de l'ambassade de France », « la prise d'une base de l'armée »
  const isOwned = role.prep === 'de' && OF_ITS_OWNER.test(sentence.tokens[role.argument]!.lemma);
  if (isNoun && rule.type === 'capture' && isOwned && role.depth <= 1) return 'target';
  if (role.depth > 0) {
    // Inside an argument: « l'offensive contre X » within a subject is not it, but « les positions de X » are X's.
    const inner = prepositionOf(sentence, mention.head);
    if (role.kind === 'object' && rule.object === 'target' && inner === 'de') return 'target';
    if (role.kind === 'object' && rule.object === 'place' && inner === 'de')
      return rule.type === 'capture' ? 'target' : 'none';
    // « aide l'armée dans sa lutte contre X »: X is not helped
    if (inner === 'contre') return rule.type === 'support' ? 'none' : 'target';
    // « fournit des missiles aux rebelles »: the parse hangs the receiver from what is given.
    if (role.kind === 'object' && inner === 'à' && rule.preps?.à === 'target') return 'target';
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
  const prep = role.prep ?? (sentence.tokens[role.argument]!.deprel === 'iobj' ? 'à' : null); // « il ne lui reste que »
  // « attribue la prise de la ville à X »: X took it
  if (prep === 'à' && isNoun && isAttributed(sentence, role)) return 'actor';
  // « le massacre des villageois », but « le massacre des miliciens »
  if (prep === 'de' && isNoun && mention.sense === 'people' && VICTIMISES.has(lemmaAt(sentence, role))) return 'target';
  if (prep !== null && rule.preps?.[prep]) return rule.preps[prep]!;
  // An adjective or a name right beside a noun owns it: « l'appui russe », « l'offensive éclair de l'armée ».
  if (isNoun && role.prep === null && role.kind === 'complement')
    return rule.subject === 'target' && rule.object === 'target' ? 'target' : rule.subject;
  return 'none';
}

/** What « de » says the owner of: « l'ambassade de France », but « la ville de Syrie ». */
const OF_ITS_OWNER = /^(?:ambassade|consulat|base|position|caserne|bastion|fief|camp|poste)$/;

/** The lemma of the word that an argument hangs from. */
function lemmaAt({ tokens }: Sentence, { argument }: Role): string {
  return tokens[tokens[argument]!.head]?.lemma ?? '';
}

/** The verb that a noun is the object of says whose it is: « attribuer », « imputer ». */
function isAttributed({ tokens }: Sentence, { argument }: Role): boolean {
  for (let at = argument, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++)
    if (/^(?:attribuer|imputer)$/.test(tokens[at]!.lemma)) return true;
  return false;
}

/** Members of one list: joined by « et » or by commas to the argument. */
function isSameList(sentence: Sentence, index: number, argument: number): boolean {
  for (let at = index, steps = 0; at !== argument && at >= 0 && steps < 6; at = sentence.tokens[at]!.head, steps++)
    if (!/^(?:conj|appos|flat|nmod)/.test(sentence.tokens[at]!.deprel)) return false;
  return /^(?:conj|appos)/.test(sentence.tokens[index]!.deprel) || sentence.tokens[index]!.deprel.startsWith('flat');
}

/** « livrer des chars à l'Ukraine »: who gets them, and not where. */
function isReceiver({ type, preps }: PredicateRule, { prep }: Role, slot: Slot): boolean {
  return type === 'support' && prep === 'à' && preps?.à === 'target' && slot === 'target';
}

/** « en Syrie » names no party: a country brought in by « en » or « dans » is where, not who. */
function isPlaceOnly(scene: Scene, mention: ActorMention, slot: Slot): boolean {
  if (mention.rule !== 'name' && mention.rule !== 'seat') return false;
  if (scene.input.book.byId(mention.parties[0]!)?.kind !== 'state') return false;
  const prep = prepositionOf(scene.sentence, mention.head);
  return (prep === 'en' || prep === 'dans' || prep === 'vers' || prep === 'à' || prep === 'sur') && slot !== 'none';
}

function placeFits(rule: PredicateRule, role: Role, argument: PlaceArgument): boolean {
  if (argument.rule === 'y') return true;
  if (argument.rule === 'en') return rule.preps?.de === 'place' || rule.object === 'place';
  if (role.kind === 'object' && (rule.object === 'place' || role.depth === 0)) return true;
  if (rule.subject === 'place' && role.kind === 'subject') return true;
  if (role.prep !== null && rule.preps?.[role.prep] === 'place') return true;
  if (role.prep === 'de' && role.kind === 'complement') return true;
  if (role.prep === 'vers' && rule.type === 'capture') return false; // where those go who lost it
  return (
    role.prep !== null &&
    /^(?:à|en|dans|sur|près|vers|depuis|entre|autour|de|sous|par|devant|contre)$/.test(role.prep) &&
    (argument.certain || role.kind !== 'subject')
  );
}

function objectOf({ sentence, times, quantities, actors }: Scene, predicate: Predicate): number | null {
  if (predicate.object !== null) return predicate.object;
  const { tokens } = sentence;
  const only = onlyObject(sentence, predicate.at);
  if (only !== null) return measured(sentence, only);
  const isTime = (i: number): boolean => times.some(({ span }) => overlaps(span, tokens[i]!));
  const own = dependents(sentence, predicate.at, 'obj').find((i) => isObject(tokens[i]!) && !isTime(i));
  if (own !== undefined) return measured(sentence, own);
  // « tient quatorze des trente districts »: the figure is the object, and the districts what is held
  const figure = quantities.find(
    ({ head, unit, span }) =>
      unit !== null &&
      head > predicate.at &&
      head < predicate.at + 9 &&
      !tokens.slice(predicate.at + 1, head).some(({ upos }) => /^(?:VERB|ADP|PUNCT)$/.test(upos)) &&
      !predicate.passive &&
      span.start > tokens[predicate.at]!.start,
  );
  if (figure) return figure.head;
  const counted = predicate.passive
    ? undefined
    : measuredOut(sentence, predicate.at).find((noun) => noun > predicate.at);
  if (counted !== undefined) return counted;
  // « a repris jeudi la totalité de »: past the time that the parse took for the object
  if (/VERB/.test(tokens[predicate.at]!.upos) && !predicate.passive) {
    let next = predicate.at + 1;
    while (next < tokens.length && (isTime(next) || /^(?:ADV|DET)$/.test(tokens[next]!.upos))) next++;
    // « a repris mardi aux rebelles la ville de »: past whom it was taken from
    const from = /^(?:à|au|aux)$/.test(tokens[next]?.lower ?? '')
      ? actors.find((one) => one.from > next && one.from <= next + 2)
      : undefined;
    if (from && tokens[from.to]?.upos === 'DET') next = from.to + 1;
    while (/ADJ|NUM/.test(tokens[next]?.upos ?? '') && /ADJ|NOUN|PROPN/.test(tokens[next + 1]?.upos ?? '')) next++;
    if (tokens[next] && isObject(tokens[next]!)) return measured(sentence, next);
    if (
      next > predicate.at + 1 &&
      isReflexive(sentence, predicate.at) &&
      /^d[eu']s?$/.test(tokens[next]?.lower ?? '')
    ) {
      while (/ADP|DET|ADJ|NUM/.test(tokens[next]?.upos ?? '')) next++;
      if (/NOUN|PROPN/.test(tokens[next]?.upos ?? '')) return measured(sentence, next);
    }
  }
  // « s'emparer de la ville »
  const of = dependents(sentence, predicate.at, 'obl:arg', 'obl', 'nmod', 'iobj').find(
    (i) => prepositionOf(sentence, i) === 'de',
  );
  return of !== undefined ? measured(sentence, of) : (dependents(sentence, predicate.at, 'obj')[0] ?? null);
}

/** « il ne reste que la ville », « ne tient plus que deux villages »: the noun after « que ». */
function onlyObject({ tokens }: Sentence, at: number): number | null {
  if (!tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(?:ne|n')$/.test(lower))) return null;
  const que = tokens.findIndex((token, i) => i > at && i < at + 9 && /^qu[e']$/.test(token.lower));
  if (que < 0 || tokens.slice(at + 1, que).some(({ upos }) => upos === 'VERB')) return null;
  let noun = que + 1;
  while (/DET|ADJ|NUM|ADV|ADP/.test(tokens[noun]?.upos ?? '') && noun < que + 6) noun++;
  return tokens[noun] && isObject(tokens[noun]!) ? noun : null;
}

const isObject = ({ upos, lemma, lower }: Token): boolean =>
  /NOUN|PROPN/.test(upos) || MEASURES.has(lemma) || MEASURES.has(lower);

/** « la totalité de la ville », « une douzaine de villages »: what is measured out. */
function measured(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  let at = index;
  for (let steps = 0; steps < 3 && (MEASURES.has(tokens[at]!.lemma) || MEASURES.has(tokens[at]!.lower)); steps++) {
    const inner = dependents(sentence, at, 'nmod', 'obl').find((i) => i > at && prepositionOf(sentence, i) === 'de');
    const next = inner ?? nounAfterDe(sentence, at);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** « n'a plus de ville »: the noun right behind « de », wherever the tree hangs it. */
function nounAfterDe({ tokens }: Sentence, at: number): number | undefined {
  if (!/^d[e']s?$|^du$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  let noun = at + 2;
  while (/^(?:DET|ADJ|NUM)$/.test(tokens[noun]?.upos ?? '') && noun < at + 5) noun++;
  return /NOUN|PROPN/.test(tokens[noun]?.upos ?? '') ? noun : undefined;
}
