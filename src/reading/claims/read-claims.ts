import { contains, overlaps, type Span } from '../../core/index.ts';
import { dependents, type Sentence, type Token } from '../../language/index.ts';
import type { Claim } from '../claim.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { covers, isCue, prepositionBefore, relativeBefore } from './clause.ts';
import { countedClaims } from './counted.ts';
import { countsTakenUp } from './counts-taken-up.ts';
import { type Filled, fillSlots } from './fill-slots.ts';
import { finish } from './finish.ts';
import { type ActorMention, type PlaceArgument, statePartyOf } from './mentions.ts';
import { meets } from './needs.ts';
import type { PredicateRule } from './predicate-rule.ts';
import { predicatesOf } from './predicates.fr.ts';
import { amongWhich, quantityFor, quantityOf } from './quantity-of.ts';
import { type Predicate, predicateAt, prepositionOf } from './roles.ts';
import { sameEvents } from './same-events.ts';
import { type ClaimInput, type Draft, partiesOf, type Scene, sufferersOf } from './scene.ts';
import { clauseSpan } from './spans.ts';
import { isWordOf } from './word-of.ts';

/** The claims of a dispatch, in the order of the text. */
export function readClaims(input: ClaimInput): Claim[] {
  const scenes = input.sentences.map(
    (sentence, index): Scene => ({
      sentence,
      index,
      actors: input.mentions[index]!.actors.filter((mention) => !reports(mention, input)),
      places: withoutHeadline(
        sentence,
        input.mentions[index]!.places.filter((place) => !isCompared(sentence, place)),
      ),
      quantities: input.quantities[index]!,
      times: input.times[index]!,
      input,
    }),
  );
  const drafts: Draft[] = [];
  for (const scene of scenes) {
    if (isAsked(scene.sentence.text)) continue;
    const fromWords = scene.sentence.tokens
      .flatMap((token, at) => (isCue(token, input.statements) ? [] : claimsAt(scene, at)))
      .filter((draft) => isTelling(scene, draft))
      .map(asWhatItIs);
    const told = withoutDoubles([...fromWords, ...countedClaims(scene, fromWords)]);
    const own = heldUntilThen(backed([...told, ...partsOf(scene, told)], scene));
    drafts.push(...own, ...countsTakenUp(scene, [...drafts, ...own]));
  }
  return sameEvents(drafts, input)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ at: _, sentence: __, ...claim }, i) => ({ id: `c${i + 1}`, ...claim }));
}

/** A paper, an agency or an observer tells of the war, and takes no part; its people may be killed or attacked. */
function reports({ parties, sense }: ActorMention, { book }: ClaimInput): boolean {
  return (
    sense !== 'people' && parties.every((id) => /^(?:news-agency|media|observer)$/.test(book.byId(id)?.kind ?? ''))
  );
}

/** « Centrafrique : Bangassou aux mains des rebelles »: the land that a headline puts first gives way to the place it tells of. */
function withoutHeadline({ tokens }: Sentence, places: readonly PlaceArgument[]): readonly PlaceArgument[] {
  const isFirst = ({ from, to }: PlaceArgument): boolean => from === 0 && tokens[to]?.text === ':';
  return places.length > 1 ? places.filter((place) => !isFirst(place)) : places;
}

/** « une zone comparable à la Belgique »: a measure of size, and nowhere that anything happens. */
function isCompared({ tokens }: Sentence, { from }: PlaceArgument): boolean {
  const links = tokens.slice(Math.max(0, from - 5), from);
  const at = links.findLastIndex(({ lemma }) =>
    /^(?:comparable|équivalent|égal|semblable|similaire|identique)$/.test(lemma),
  );
  return at >= 0 && links.slice(at + 1).every(({ upos }) => /^(?:ADP|DET|PRON)$/.test(upos));
}

/** « Qui a pris la ville ? »: a question asserts nothing. */
function isAsked(text: string): boolean {
  return /^\P{L}*(?:qui|que|quel(?:le)?s?|où|quand|comment|combien|pourquoi|est-ce)(?!\p{L})[^.!«]*\?\P{L}*$/iu.test(
    text,
  );
}

/** A bare « des combats », « les secteurs occupés » tells nothing of who, whom, where or when. */
function isTelling(scene: Scene, draft: Draft): boolean {
  return !isUntold(scene, draft) && tells(scene, draft);
}

/** « sans livrer bataille », « hors de combat », « le siège du gouvernement », « les Forces de soutien rapide », « une alliance de groupes ». */
function isUntold({ sentence, actors, input: { words } }: Scene, { type, at, actor, target, place }: Draft): boolean {
  const { tokens } = sentence;
  const { lemma, upos } = tokens[at]!;
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  if (type === 'attack' && before.includes('sans') && /^(?:bataille|combat|combattre)$/.test(lemma)) return true;
  if (type === 'attack' && lemma === 'combat' && before.includes('hors')) return true;
  // « reste tout à fait intacte »: how something is, and not where
  const next = tokens.slice(at + 1).find((word) => word.upos !== 'ADV' && !/^(?:à|fait)$/.test(word.lower));
  if (type === 'presence' && /^(?:rester|demeurer)$/.test(lemma) && next?.upos === 'ADJ') return true;
  // « où se concentrent les combats »: nobody moves
  const moved = type === 'movement' && upos === 'VERB' ? predicateAt(sentence, at).subject : null;
  if (moved !== null && words.fighting.has(tokens[moved]!.lemma)) return true;
  // « vise à élargir le débat »: an aim, and nothing hit
  if (type === 'attack' && lemma === 'viser' && /^(?:à|au|aux)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  if (upos !== 'NOUN') return false;
  // « remettre un rapport aux autorités », « les 435 sièges », « l'évacuation du bâtiment »
  if (type === 'control' && tokens[at]!.lower === 'autorités') return true;
  if (type === 'attack' && tokens[at]!.lower === 'sièges') return true;
  if (type === 'capture' && lemma === 'évacuation' && actor.length + target.length + place.length === 0) return true;
  if (
    lemma === 'siège' &&
    /^(?:du|de|d'|des)$/.test(tokens[at + 1]?.lower ?? '') &&
    SEATED.test(tokens.slice(at + 2, at + 4).find(({ upos }) => upos === 'NOUN')?.lemma ?? '')
  )
    return true;
  if (type === 'support' && lemma === 'alliance' && target.length === 0) return true;
  return actors.some(({ from, to, head, sense }) => from < at && at < to && head !== at && sense !== 'deed');
}

/** Bodies that have a seat: « le siège du gouvernement » is a building. */
const SEATED =
  /^(?:gouvernement|parti|télévision|radio|banque|société|commission|police|armée|organisation|présidence|parlement|mission|entreprise|ministère|état-major|groupe|conseil|assemblée|mouvement)$/;

/** Somebody, somewhere, sometime or some number is told of. */
function tells({ sentence }: Scene, { type, actor, target, place, quantity, time, at }: Draft): boolean {
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

/** The claims that a word makes, by the first rule whose needs its phrases meet: one, or one for each figure of a list. */
function claimsAt(scene: Scene, at: number): Draft[] {
  for (const rule of predicatesOf(scene.sentence.tokens[at]!.lemma)) {
    if (!isWordOf(rule, scene.sentence, at)) continue;
    const predicate = predicateAt(scene.sentence, at);
    const filled = fillSlots(scene, rule, predicate);
    if (!meets(scene, rule, predicate, filled)) continue;
    const draft = draftOf(scene, rule, predicate, filled);
    return [draft, ...countedBeside(scene, rule, draft, filled)];
  }
  return [];
}

/** « douze soldats et quarante rebelles ont été tués »: the figures that « et » joins to the claim's own, each for itself. */
function countedBeside(scene: Scene, { type }: PredicateRule, draft: Draft, { target }: Filled): Draft[] {
  if (type !== 'casualties' || draft.quantity === null) return [];
  const { sentence, input, quantities } = scene;
  const own = quantities.findIndex(
    ({ value, span }) => value === draft.quantity!.value && overlaps(span, { start: draft.start, end: draft.end }),
  );
  const found: Draft[] = [];
  for (let i = own + 1; own >= 0 && i < quantities.length; i++) {
    const [before, quantity] = [quantities[i - 1]!, quantities[i]!];
    const between = sentence.tokens.filter(({ start }) => start >= before.span.end && start < quantity.span.start);
    const isJoined = between.some(({ lower }) => /^(?:et|,)$/.test(lower)) && between.every(isOfList);
    if (!isJoined || quantity.unit === null || input.words.deadUnits.has(quantity.unit)) break;
    const whose = target.filter(({ span }) => overlaps(span, quantity.span));
    if (whose.length === 0) break;
    found.push({
      ...draft,
      ...quantity.span,
      text: input.text.slice(quantity.span.start, quantity.span.end),
      target: sufferersOf(whose, input.book).filter((party) => !draft.actor.includes(party)),
      quantity: quantityOf({ ...quantity, unit: draft.quantity.unit }),
      rules: [...draft.rules, 'joined-figure'],
    });
  }
  return found;
}

/** « onze civils, dont sept enfants, ont péri », « 148 morts, dont 142 étudiants »: the part is a claim of its own. */
function partsOf(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const { sentence, input, quantities, actors } = scene;
  return quantities.flatMap((part, i): Draft[] => {
    const dont = amongWhich(scene, part.span);
    const whole = quantities[i - 1];
    if (dont === null || !whole) return [];
    const between = sentence.tokens.filter(
      ({ start }) => start >= whole.span.end && start < sentence.tokens[dont]!.start,
    );
    if (between.some(({ feats, text }) => /VerbForm=Fin/.test(feats) || /^[;:]$/.test(text))) return [];
    const of = drafts.find(
      ({ type, quantity }) => /^(?:casualties|displacement)$/.test(type) && quantity?.value === whole.value,
    );
    const isTold = drafts.some(({ quantity, start }) => quantity?.value === part.value && start >= part.span.start);
    if (!of?.quantity || isTold || part.unit === 'percent') return [];
    const whose = actors.filter(({ span }) => overlaps(span, part.span));
    const counted = sentence.tokens[part.head]!;
    const isCivil = input.words.civil.has(counted.lemma) || input.words.civil.has(counted.lower);
    const target = whose.length > 0 ? sufferersOf(whose, input.book) : isCivil ? ['civilians'] : of.target;
    return [
      {
        ...of,
        ...part.span,
        text: input.text.slice(part.span.start, part.span.end),
        target: target.filter((party) => !of.actor.includes(party)),
        quantity: quantityOf({ ...part, unit: of.quantity.unit }),
        at: part.head,
        rules: [...of.rules, 'part-of-figure'],
      },
    ];
  });
}

/** « a pris vendredi Alma, la principale ville encore aux mains du groupe »: how things stood before that day, and not on it. */
function heldUntilThen(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const taken =
      draft.type === 'control' &&
      draft.time !== null &&
      drafts.some(
        ({ type, target, place, time, polarity }) =>
          type === 'capture' &&
          polarity === 'affirmed' &&
          time === draft.time &&
          draft.actor.some((party) => target.includes(party)) &&
          place.some(({ name }) => draft.place.some((own) => own.name === name)),
      );
    return taken ? { ...draft, time: null, rules: [...draft.rules, 'until-then'] } : draft;
  });
}

/** « a repris la ville avec l'appui de l'aviation russe »: whom the backing is for, and where, is told by the verb above it. */
function backed(drafts: readonly Draft[], { sentence: { tokens } }: Scene): Draft[] {
  return drafts.map((draft) => {
    if (draft.type !== 'support' || tokens[draft.at]!.upos !== 'NOUN') return draft;
    let above = tokens[draft.at]!.head;
    for (let steps = 0; above >= 0 && steps < 4 && !/^(?:VERB|AUX)$/.test(tokens[above]!.upos); steps++)
      above = tokens[above]!.head;
    const deed = drafts.find((other) => other !== draft && other.at === above && other.actor.length > 0);
    const isWith = tokens
      .slice(Math.max(0, draft.at - 2), draft.at)
      .some(({ lower }) => /^(?:avec|grâce|sous)$/.test(lower));
    if (!deed || !isWith) return draft;
    const undated = draft.time === null && draft.rules.at(-1) === 'no-time';
    return {
      ...draft,
      target: draft.target.length > 0 ? draft.target : deed.actor.filter((party) => !draft.actor.includes(party)),
      place: draft.place.length > 0 ? draft.place : deed.place.filter(({ name }) => !draft.text.includes(name)),
      time: undated ? deed.time : draft.time,
      rules: [...draft.rules, 'for-the-deed'],
    };
  });
}

function isOfList({ upos, lower }: Token): boolean {
  return /^(?:et|,|ainsi|que|qu'|de|d'|du|des)$/.test(lower) || /^(?:DET|ADJ|PROPN|ADV)$/.test(upos);
}

function draftOf(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): Draft {
  const { sentence } = scene;
  const keep = [...relativeBefore(sentence, predicate.at), ...countedBefore(scene, rule, predicate)];
  const span = clauseSpan(sentence, predicate.at, keep);
  const quantity = quantityFor(scene, rule.type, predicate.at, span);
  const given =
    rule.type === 'casualties' || rule.type === 'attack'
      ? sufferersOf(countedAmong(filled.target, rule.type === 'casualties' ? quantity : null), scene.input.book)
      : rule.type === 'displacement'
        ? uprootedOf(filled.target)
        : partiesOf(filled.target);
  const target = given.length === 0 && rule.type === 'capture' ? heldBefore(scene, filled) : given;
  const implied = speakerOfInfinitive(scene, predicate);
  const undergoes = predicate.passive ? rule.object : rule.subject;
  const actor = partiesOf(filled.actor);
  const isPeople = rule.type === 'displacement' && /^(?:people|civilians|families)$/.test(quantity?.unit ?? '');
  return finish(scene, rule, predicate.at, span, {
    actor: actor.length === 0 && undergoes === 'actor' ? implied : actor,
    target: target.length > 0 ? target : isPeople ? ['civilians'] : undergoes === 'target' ? [...implied] : target,
    place: filled.place,
    quantity,
  });
}

/** « être sur le point de prendre », « vouloir reprendre », « être prêt à partir »: words before the verb that somebody acts by. */
const LEADS_TO_INFINITIVE =
  /^(?:être|point|train|mesure|prêt|vouloir|pouvoir|devoir|compter|continuer|commencer|réussir|parvenir|apprêter|préparer)$/;

/** « affirme avoir repris la ville », « nient avoir été encerclés »: an infinitive that opens what is said is the speaker's. */
function speakerOfInfinitive({ sentence, input }: Scene, { at }: Predicate): readonly string[] {
  const { tokens } = sentence;
  const word = tokens[at]!;
  const statement = input.statements.findLast(({ content }) => content.some((part) => contains(part, word)));
  const part = statement?.content.find((one) => contains(one, word));
  if (!statement?.cue || !part || statement.cue.start > part.start) return [];
  const before = tokens.slice(0, at).filter(({ start }) => start >= part.start);
  const isGroup = before.every(
    ({ upos, lemma }) => /^(?:AUX|ADV|PRON|PUNCT|ADP|DET)$/.test(upos) || LEADS_TO_INFINITIVE.test(lemma),
  );
  const isInfinitive = [...before, word].some(({ feats }) => /VerbForm=Inf/.test(feats));
  return isGroup && isInfinitive ? statement.by.map((party) => statePartyOf(party, input.book)) : [];
}

/** « 700.000 Libanais ont fui »: people by their nation are civilians, and no power. */
function uprootedOf(targets: readonly ActorMention[]): string[] {
  return [...new Set(targets.flatMap(({ sense, parties }) => (sense === 'people' ? ['civilians'] : parties)))];
}

/** « 56 soldats et 80 rebelles ont péri »: of a list that is counted one by one, those whom the claim's own figure counts. */
function countedAmong(targets: readonly ActorMention[], quantity: Quantity | null): readonly ActorMention[] {
  const own = targets.filter(({ span }) => quantity !== null && overlaps(span, quantity.span));
  const counted = targets.filter((mention) => covers(mention, quantity?.head));
  const chosen = counted.length > 0 ? counted : own;
  return chosen.length > 0 ? chosen : targets;
}

/** « la dernière poche du groupe », « Alma, dernière ville tenue par les rebelles »: whose land it was that is taken. */
function heldBefore({ sentence, actors, input }: Scene, { actor, place, object }: Filled): string[] {
  const { tokens } = sentence;
  const from = Math.max(object ?? -1, ...place.map(({ to }) => to - 1));
  if (from < 0) return [];
  const isEnd = (i: number): boolean =>
    tokens[i]!.text === ';' ||
    /VerbForm=Fin/.test(tokens[i]!.feats) ||
    (tokens[i]!.text === ',' && i > from + 1) ||
    /^(?:après|avant|mais|et)$/.test(tokens[i]!.lower);
  // « Alma, que les rebelles tenaient depuis un an, »
  const que = tokens.findIndex((token, i) => i > from && i < from + 9 && /^qu[e']$/.test(token.lower));
  const held = que < 0 ? -1 : tokens.findIndex(({ lemma }, i) => i > que && i < que + 9 && HOLDING.test(lemma));
  const before = held < 0 ? undefined : actors.find((mention) => mention.from > que && mention.to <= held);
  if (before && !partiesOf(actor).includes(before.parties[0]!)) return [...before.parties];
  let to = from + 1;
  while (to < tokens.length && !isEnd(to)) to++;
  const isLand = (i: number): boolean => input.words.land.has(tokens[i]!.lemma);
  const owner = actors.find((mention) => {
    const fights = /^(?:armed-group|militia|rebels|force|description)$/.test(
      input.book.byId(mention.parties[0] ?? '')?.kind ?? '',
    );
    if (!fights || mention.from < from || mention.to > to || mention.parties.includes('civilians')) return false;
    const brought = /^(?:de|par)$/.test(prepositionBefore(sentence, mention.from) ?? '');
    const land = tokens.findIndex((_, i) => i >= from && i < mention.from && isLand(i));
    return brought && land >= 0 && !partiesOf(actor).includes(mention.parties[0]!);
  });
  return owner ? [...owner.parties] : [];
}

const HOLDING = /^(?:tenir|contrôler|occuper|détenir|dominer|administrer)$/;

/** « 75 djihadistes tués »: of people who are counted, the words that count them. */
function countedBefore({ sentence, quantities }: Scene, { type }: PredicateRule, { at, object }: Predicate): number[] {
  if (!/^(?:casualties|displacement)$/.test(type) || !/^(?:acl|amod)$/.test(sentence.tokens[at]!.deprel)) return [];
  const quantity = quantities.find(({ head }) => head === object);
  if (!quantity) return [];
  return sentence.tokens.flatMap((token, i) => (contains(quantity.span, token) && i < at ? [i] : []));
}

/** Of claims of one type over the same words, the one that tells more; a noun inside its light verb's clause gives way to none. */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const told = (draft: Draft): number =>
    draft.actor.length + draft.target.length + draft.place.length + (draft.quantity ? 2 : 0);
  // « des roquettes sont tombées sur X »: the clause, and not the rockets in it
  const falls = ({ rules }: Draft): number => Number(rules[0] === 'shells-fall');
  const sorted = [...drafts].sort((a, b) => told(b) - told(a) || a.start - b.start || falls(b) - falls(a));
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
