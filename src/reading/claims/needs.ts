import { contains } from '../../core/index.ts';
import { dependents, type Token } from '../../language/index.ts';
import { covers } from './clause.ts';
import type { Filled } from './fill-slots.ts';
import type { ActorMention, PlaceArgument } from './mentions.ts';
import { placesNear } from './places-of.ts';
import type { PredicateRule } from './predicate-rule.ts';
import { measuredOut, type Predicate, prepositionOf } from './roles.ts';
import type { ClaimInput, Scene } from './scene.ts';
import { clauseSpan } from './spans.ts';
import { CHANGES_HANDS } from './verbs.fr.ts';

export function meets(scene: Scene, rule: PredicateRule, predicate: Predicate, filled: Filled): boolean {
  const { sentence, input } = scene;
  const { words } = input;
  const objectToken = filled.object === null ? null : sentence.tokens[filled.object]!;
  const inObject = (one: ActorMention | PlaceArgument): boolean =>
    filled.object !== null &&
    (covers(one, filled.object) ||
      filled.roles.some(
        ({ mention, role }) => mention === one && (role.argument === filled.object || role.kind === 'object'),
      ));
  const isLand = (token: Token | null): boolean =>
    token !== null && (words.land.has(token.lemma) || words.land.has(token.lower));
  const isSomebody = objectToken !== null && objectToken.upos === 'NOUN' && words.people.has(objectToken.lemma);
  // « a enlevé plusieurs élèves d'une école d'Alma »: the pupils, and no school
  const landObject = !isSomebody && (scene.places.some((place) => inObject(place)) || isLand(objectToken));
  const parties = [...filled.actor, ...filled.target];
  const powers = parties.filter(
    (mention) => (mention.sense !== 'people' || isNation(scene, mention)) && !mention.parties.includes('civilians'),
  );
  const governor = sentence.tokens[sentence.tokens[predicate.at]!.head];
  for (const need of rule.needs ?? []) {
    const met = {
      'land-object': () => landObject,
      land: () =>
        scene.places.some((place) => filled.roles.some(({ mention }) => mention === place)) ||
        isLand(objectToken) ||
        // « dix des seize préfectures échappent à l'armée »
        measuredOut(sentence, predicate.at).some((noun) => isLand(sentence.tokens[noun]!)),
      place: () =>
        filled.place.length > 0 || placesNear(scene, predicate.at, clauseSpan(sentence, predicate.at, [])).length > 0,
      party: () => powers.length > 0 || isDenied(scene, predicate.at),
      'party-object': () =>
        scene.actors.some((actor) => inObject(actor)) ||
        filled.target.length > 0 ||
        isSomebody ||
        isOthers(scene, filled.object ?? predicate.object) ||
        scene.quantities.some(
          ({ head, unit }) => head === filled.object && /^(?:people|civilians|families)$/.test(unit ?? ''),
        ),
      'forces-object': () =>
        scene.actors.some((actor) => inObject(actor)) ||
        filled.target.length > 0 ||
        (objectToken !== null && words.armed.has(objectToken.lemma)) ||
        // « a déployé un millier d'hommes »
        scene.quantities.some(({ head, unit }) => head === filled.object && /^(?:fighters|soldiers)$/.test(unit ?? '')),
      'party-subject': () =>
        !isCount(predicate.subject === null ? null : sentence.tokens[predicate.subject]!) &&
        (filled.actor.length > 0 ||
          (rule.subject === 'target' && filled.target.length > 0) ||
          // « « Nous avons évacué Huambo », dit un officier », whose party nobody told
          (predicate.subject !== null && sentence.tokens[predicate.subject]!.lower === 'nous' && isAtWar(input))),
      armed: () =>
        isArmed(scene, powers) ||
        (rule.name === 'fall' && isFallen(scene, predicate) && isAtWar(input)) ||
        ((rule.type === 'victory' || powers.length > 0) && isAtWar(input)),
      people: () => hasPeople(scene, predicate, filled, rule.subject === 'actor'),
      civilians: () =>
        filled.target.some(({ parties: ids, sense }) => ids.includes('civilians') || sense === 'people') ||
        scene.quantities.some(
          ({ head, unit }) =>
            /^(?:people|civilians|families)$/.test(unit ?? '') &&
            (isArgument(head, predicate, filled) ||
              isRightBehind(head, predicate.at, sentence.tokens) ||
              // « des civils restent pris au piège »
              (governor?.lemma === 'rester' && sentence.tokens[head]!.head === sentence.tokens[predicate.at]!.head)),
        ),
      'no-longer': () => isNoLonger(scene, predicate.at),
      displacing: () =>
        scene.quantities.some(({ unit }) => /^(?:people|civilians)$/.test(unit ?? '')) ||
        isArmed(scene, powers) ||
        sentence.tokens.some(({ lemma }) => words.flight.has(lemma)),
      'of-war': () =>
        dependents(sentence, predicate.at, 'nmod').some(
          (i) =>
            !isOfStates(scene, i, filled) &&
            (words.wars.has(sentence.tokens[i]!.lemma) || filled.target.some((mention) => covers(mention, i))),
        ),
      uprooting: () =>
        countsPeople(scene) ||
        filled.place.length > 0 ||
        sentence.tokens.some(({ lemma }) => /^(?:route|frontière|exode|foyer|maison|domicile)$/.test(lemma)),
      'counted-people': () => countsPeople(scene),
      'men-object': () =>
        scene.quantities.some(
          ({ head, unit }) =>
            /^(?:fighters|soldiers)$/.test(unit ?? '') && head > predicate.at && head < predicate.at + 9,
        ),
      'land-itself': () => isLand(objectToken) || scene.places.some((place) => covers(place, filled.object)),
      fighting: () => sentence.tokens.some(({ lemma }) => words.fighting.has(lemma)),
      fled: () => isAtWar(input) || sentence.tokens.some(({ lemma }) => words.flight.has(lemma)),
      'war-object': () => {
        const told = [filled.object, predicate.object, predicate.subject].filter((i) => i !== null);
        const armed = sentence.tokens.filter(({ lemma }) => words.armed.has(lemma)).length;
        const isWar = isAtWar(input) || powers.length > 0 || armed > 1;
        return isWar && told.some((i) => WARS_WON.test(sentence.tokens[i]!.lemma));
      },
      'supplies-object': () => sentence.tokens.some((token, i) => isSupply(i, predicate.at, token, input)),
      recipient: () => filled.target.some(({ sense }) => sense !== 'people'),
      'no-destination': () => !filled.roles.some(({ role }) => role.prep === 'à' || role.prep === 'en'),
      standing: () => !/^(?:rendre|devenir)$/.test(governor?.lemma ?? ''),
      'place-or-land': () =>
        filled.place.length > 0 ||
        placesNear(scene, predicate.at, clauseSpan(sentence, predicate.at, [])).length > 0 ||
        dependents(sentence, predicate.at, 'nmod', 'obl', 'obj').some((i) => isLand(sentence.tokens[i]!)),
      'shells-object': () => objectToken !== null && SHELLS.test(objectToken.lemma),
      'from-place': () =>
        filled.place.some(({ from }) => /^(?:de|d'|du|des|hors)$/.test(sentence.tokens[from - 1]?.lower ?? '')),
      'party-or-land': () => powers.length > 0 || landObject,
      'aircraft-object': () => objectToken !== null && AIRCRAFT.test(objectToken.lemma),
      'of-shells': () => isOfShells(scene, predicate.at),
      'shell-subject': () =>
        sentence.tokens
          .slice(Math.max(0, predicate.at - SHELL_WITHIN), predicate.at)
          .some(({ lemma }) => SHELLS.test(lemma)),
      'troops-there': () => {
        const there = predicate.subject ?? predicate.object;
        const nouns = there === null ? dependents(sentence, predicate.at, 'nsubj') : [there];
        return [...nouns, ...measuredOut(sentence, predicate.at)].some(
          (i) =>
            TROOPS.test(sentence.tokens[i]!.lemma) ||
            /^(?:blindé|militaire)$/.test(sentence.tokens[i + 1]?.lemma ?? ''),
        );
      },
      held: () =>
        /^(?:sous|à|entre|dans)$/.test(prepositionOf(sentence, predicate.at) ?? '') &&
        !CHANGES_HANDS.has(governor?.lemma ?? ''),
    }[need]();
    if (!met) return false;
  }
  if ((rule.type === 'attack' || rule.type === 'victory') && !isFight(scene, rule, powers)) return false;
  // « la prise de parole »: a noun of taking whose complement is no land
  return true;
}

/** « la fin de la présence militaire russe »: an army that leaves, and no victory over a state. */
function isOfStates({ sentence, input }: Scene, at: number, { target }: Filled): boolean {
  return (
    sentence.tokens[at]!.lemma === 'présence' &&
    target.every(({ parties }) => parties.every((id) => input.book.byId(id)?.kind === 'state'))
  );
}

/** « 200 autres », « une vingtaine d'autres »: of the people who were counted before. */
function isOthers({ sentence: { tokens } }: Scene, at: number | null): boolean {
  return (
    at !== null &&
    /^(?:autre|autres)$/.test(tokens[at]?.lower ?? '') &&
    tokens.slice(Math.max(0, at - 3), at).some(({ upos, lower }) => upos === 'NUM' || /aine$/.test(lower))
  );
}

/** « il l'a tuée »: somebody, told of before. */
function isSomebodyBefore({ sentence: { tokens } }: Scene, at: number): boolean {
  if (!/^(?:tuer|assassiner|exécuter|égorger|poignarder|blesser|enlever|kidnapper)$/.test(tokens[at]!.lemma))
    return false;
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower, upos }) => /^(?:l'|le|la|les)$/.test(lower) && upos === 'PRON');
}

/** « tuant trois soldats et en blessant 26 », « en a blessé une quarantaine »: people by « en » and a number. */
function isOfThose({ sentence: { tokens }, quantities }: Scene, at: number): boolean {
  const hasEn = tokens.slice(Math.max(0, at - 2), at).some(({ lower, upos }) => lower === 'en' && upos === 'PRON');
  return hasEn && quantities.some(({ head }) => head > at && head <= at + 4);
}

function isArgument(head: number, predicate: Predicate, { object }: Filled): boolean {
  return head === object || head === predicate.object || head === predicate.subject;
}

/** « a déraciné plus de six millions de personnes »: a few words on, and no other verb between. */
function isRightBehind(head: number, at: number, tokens: readonly Token[]): boolean {
  return head > at && head - at < 9 && !tokens.slice(at + 1, head).some(({ upos }) => upos === 'VERB');
}

function countsPeople({ quantities }: Scene): boolean {
  return quantities.some(({ unit }) => /^(?:people|civilians|families|refugees)$/.test(unit ?? ''));
}

/** Nouns of those who bear arms and of what they drive, whosever they are. */
const TROOPS =
  /^(?:soldat|militaire|combattant|milicien|djihadiste|jihadiste|insurgé|troupe|blindé|char|tank|régiment|bataillon|brigade|artillerie)$/;

/** How many words before its verb what falls may stand. */
const SHELL_WITHIN = 7;

const AIRCRAFT = /^(?:avion|hélicoptère|appareil|chasseur|chasseur-bombardier|bombardier|drone|mirage|mig|sukhoï)$/i;

/** « une pluie de roquettes », « 149 sorties » of an air force. */
function isOfShells({ sentence, quantities, actors }: Scene, at: number): boolean {
  const { tokens } = sentence;
  const of = dependents(sentence, at, 'nmod').map((i) => tokens[i]!.lemma);
  if (tokens[at]!.lemma !== 'sortie')
    return of.some((lemma) => SHELLS.test(lemma) || /^(?:raid|frappe|bombardement|attaque)$/.test(lemma));
  const isCounted = quantities.some(({ head }) => head === at);
  return (
    isCounted &&
    (of.some((lemma) => AIRCRAFT.test(lemma)) ||
      actors.some(({ noun, sense }) => sense === 'means' || /aviation|air|avion/.test(noun ?? '')))
  );
}

/** What falls on people in a war. */
const SHELLS = /^(?:obus|bombe|missile|roquette|projectile|mortier|drone|grenade|salve|tir|baril)$/;

const WARS_WON = /^(?:guerre|conflit|bataille|combat|hostilité)$/;

/** What armies are supplied with, a few words behind the verb or before it (« les missiles que X a livrés »). */
function isSupply(i: number, at: number, { lemma, text }: Token, { words }: ClaimInput): boolean {
  // « des F-16 », « des T-72 », « des Su-25 »: what arms are called by
  const isModel = /^\p{Lu}\p{L}{0,2}-?\d{1,3}[A-Z]?$/u.test(text);
  return Math.abs(i - at) < 10 && (words.supplies.has(lemma) || isModel);
}

/** « les effectifs atteignent », « le bilan recule »: a count, and nobody who moves. */
function isCount(subject: Token | null): boolean {
  return subject !== null && /^(?:effectif|nombre|bilan|rang|chiffre|total|proportion|part)$/.test(subject.lemma);
}

/** « dément toute incursion »: the deed that a party denies in a noun would be its own. */
function isDenied({ sentence, input }: Scene, at: number): boolean {
  const word = sentence.tokens[at]!;
  return (
    word.upos === 'NOUN' &&
    input.statements.some(
      ({ act, by, content }) => act === 'deny' && by.length > 0 && content.some((part) => contains(part, word)),
    )
  );
}

/** « n'a plus de », « n'aura plus que », « a 10 % de »: what is left is told of. */
function isNoLonger({ sentence, quantities }: Scene, at: number): boolean {
  const after = sentence.tokens.slice(at + 1, at + 6);
  const negated = sentence.tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(?:ne|n')$/.test(lower));
  return (
    (negated && after.some(({ lower }) => /^(?:plus|aucun|aucune|que|qu')$/.test(lower))) ||
    quantities.some(({ unit, head }) => unit === 'percent' && head > at && head <= at + 5)
  );
}

const FIGHTERS = /^(?:armed-group|militia|rebels|force|alliance)$/;

/** « Les Ukrainiens se sont retirés »: a nation with its article and no number is its army, where armies do such things. */
function isNation({ sentence, quantities }: Scene, mention: ActorMention): boolean {
  const { rule, from } = mention;
  const counted = quantities.some(({ head }) => covers(mention, head));
  return rule === 'demonym' && !counted && /^(?:les|aux|des)$/.test(sentence.tokens[from - 1]?.lower ?? '');
}

/** « Damas est tombée dimanche »: a town by its name, and nothing told of it but when. */
function isFallen({ sentence, places }: Scene, { at, subject, object }: Predicate): boolean {
  const isTown = places.some(
    (place) =>
      /name$/.test(place.rule) &&
      !/^(?:country|continent|river|sea)$/.test(place.kind ?? '') &&
      [subject, object].some((i) => covers(place, i)),
  );
  const next = sentence.tokens[at + 1];
  return isTown && !/^(?:sous|en|dans|amoureux|amoureuse|malade|d'accord)$/.test(next?.lower ?? '');
}

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
  const isShelled = sentence.tokens.some(({ lemma }) => SHELLS.test(lemma)); // « un obus est tombé sur le marché »
  const peaceful = !isShelled && sentence.tokens.some((token) => isOfPeace(token, input));
  const fighters = powers.some(({ parties }) =>
    /^(?:armed-group|militia|state|alliance|rebels|force)$/.test(input.book.byId(parties[0]!)?.kind ?? ''),
  );
  if (peaceful && !isAtWar(input)) return fighters && isArmed(scene, powers);
  return rule.type === 'victory' ? isArmed(scene, powers) || isAtWar(input) : true;
}

/** « la finale » is a cup's, « la victoire finale » a war's: a word of peace is a noun. */
function isOfPeace({ lemma, lower, upos }: Token, { words }: ClaimInput): boolean {
  return upos !== 'ADJ' && (words.peaceful.has(lemma) || words.peaceful.has(lower));
}

/** Words of war for each word of peace that a dispatch on a war has at the least. */
const WAR_TO_PEACE = 4;
/** How many words of war a dispatch on a war has at the least, and a brief of fewer words than `BRIEF`. */
const WAR_WORDS = { brief: 2, long: 4 };
const BRIEF = 100;
const known = new WeakMap<ClaimInput, boolean>();

/** True of a dispatch on a war: « la victoire finale » needs no army in its own sentence there. */
function isAtWar(input: ClaimInput): boolean {
  const before = known.get(input);
  if (before !== undefined) return before;
  let [war, peace, all] = [0, 0, 0];
  for (const { tokens } of input.sentences)
    for (const token of tokens) {
      all++;
      if (input.words.armed.has(token.lemma) || input.words.armed.has(token.lower)) war++;
      if (isOfPeace(token, input)) peace++;
    }
  const isWar = war >= (all < BRIEF ? WAR_WORDS.brief : WAR_WORDS.long) && war >= WAR_TO_PEACE * peace;
  known.set(input, isWar);
  return isWar;
}

function hasPeople(scene: Scene, predicate: Predicate, filled: Filled, isDone: boolean): boolean {
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
  // « éliminant le droit de ses habitants »: a thing of theirs
  const thing = isDone && filled.object !== null ? sentence.tokens[filled.object]! : null;
  if (
    thing?.upos === 'NOUN' &&
    /^(?:le|la|l'|les|son|sa|ses|leur|leurs)$/.test(sentence.tokens[filled.object! - 1]?.lower ?? '') &&
    /^(?:de|d'|du|des)$/.test(sentence.tokens[filled.object! + 1]?.lower ?? '') &&
    !scene.actors.some((one) => covers(one, filled.object)) &&
    !scene.quantities.some(({ head }) => head === filled.object)
  )
    return false;
  if (
    isOthers(scene, argument) ||
    isOthers(scene, predicate.at + 2) ||
    isOfThose(scene, predicate.at) ||
    isSomebodyBefore(scene, predicate.at)
  )
    return true;
  if (
    dependents(sentence, predicate.at).some(
      // « le bûcheron a abattu un chêne »: whoever does it to something does not suffer it
      (i) =>
        isPerson(i) &&
        (/^(?:nsubj:pass|obj|nmod|obl)/.test(sentence.tokens[i]!.deprel) ||
          (/^nsubj/.test(sentence.tokens[i]!.deprel) && !(isDone && filled.object !== null))),
    )
  )
    return true;
  // « la mort de 44 de leurs soldats »
  const counted =
    /^d[e']$/.test(sentence.tokens[predicate.at + 1]?.lower ?? '') &&
    scene.quantities.some(({ head }) => head > predicate.at && head <= predicate.at + 6 && isPerson(head));
  return counted || [...filled.target, ...filled.actor].some(({ sense }) => sense === 'people' || sense === 'members');
}
