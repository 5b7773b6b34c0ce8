import { dependents, type Sentence } from '../../language/index.ts';
import type { ClaimType } from '../claim.ts';
import type { Statement } from '../statement.ts';
import type { ClaimWords } from './claim-words.ts';
import type { SentenceMentions } from './mentions.ts';
import { prepositionOf } from './roles.ts';
import type { Draft } from './scene.ts';

/** Types that tell of one event: who, whom and when are the same, whichever sentence gives them. */
const EVENTS = new Set<ClaimType>(['capture', 'victory']);

/** How many sentences back « l'assaut » may take up what it is. */
const TAKEN_UP_WITHIN = 4;

type Dispatch = {
  readonly sentences: readonly Sentence[];
  readonly statements: readonly Statement[];
  readonly words: ClaimWords;
  readonly mentions: readonly SentenceMentions[];
};

/** Claims of a dispatch that tell of one event, each completed by what the others tell of it. */
export function sameEvents(drafts: readonly Draft[], dispatch: Dispatch): Draft[] {
  const told = [...completed(drafts, dispatch)];
  // Backwards first: « L'attaque a fait dix morts. L'assaut, mené par le M23, … » tells whose the attack was.
  for (let i = told.length - 1; i > 0; i--) {
    const before = told.slice(0, i);
    const first = takenFrom(told[i]!, before, dispatch);
    if (first) told[before.indexOf(first)] = lentBack(first, told[i]!);
  }
  const taken: Draft[] = [];
  for (const draft of told) taken.push(asWhole(somewhere(takenUp(draft, taken, dispatch), taken, dispatch), taken));
  return taken;
}

/** « L'explosion a tué douze personnes, dont sept policiers »: a part of a figure, with what the whole took up. */
function asWhole(draft: Draft, before: readonly Draft[]): Draft {
  if (!draft.rules.some((rule) => /^(?:part-of-figure|joined-figure)$/.test(rule))) return draft;
  const whole = before.findLast(
    ({ type, sentence, rules }) => type === draft.type && sentence === draft.sentence && rules.includes('takes-up'),
  );
  if (!whole) return draft;
  return {
    ...draft,
    actor: draft.actor.length > 0 ? draft.actor : whole.actor,
    place: draft.place.length > 0 ? draft.place : whole.place,
    time: draft.time ?? whole.time,
    rules: [...draft.rules, 'as-the-whole'],
  };
}

/** An attack with what a later sentence, which takes it up, tells of it. */
function lentBack(first: Draft, later: Draft): Draft {
  if (first.type !== 'attack' || later.type !== 'attack') return first;
  const actor = first.actor.length > 0 ? first.actor : later.actor.filter((party) => !first.target.includes(party));
  const target = first.target.length > 0 ? first.target : later.target.filter((party) => !actor.includes(party));
  const undated = first.time === null && first.rules.at(-1) === 'no-time';
  const isMore = actor !== first.actor || target !== first.target || (undated && later.time !== null);
  if (!isMore) return first;
  return { ...first, actor, target, time: undated ? later.time : first.time, rules: [...first.rules, 'told-later'] };
}

/** Types that always have a place: where their sentence names none, it is the one told of before. */
const PLACED = new Set<ClaimType>(['capture', 'control']);
/** How many sentences back that place may have been named. */
const PLACED_WITHIN = 2;

/** « Ils ont conquis des zones moindres », « il ne leur reste plus une rue »: where the claims before it are. */
function somewhere(draft: Draft, before: readonly Draft[], { mentions }: Dispatch): Draft {
  if (!PLACED.has(draft.type) || draft.place.length > 0) return draft;
  // A sentence that names some place tells of that one, even where it is not clear how.
  if (mentions[draft.sentence]!.places.some(({ rule }) => rule !== 'taken-up')) return draft;
  const last = before.findLast(({ place, sentence }) => place.length > 0 && draft.sentence - sentence <= PLACED_WITHIN);
  return last ? { ...draft, place: last.place, rules: [...draft.rules, 'place-before'] } : draft;
}

/** An event told twice: what one sentence gives of it, and none contradicts, another of the same place and kind has too. */
function completed(drafts: readonly Draft[], { statements, sentences }: Dispatch): Draft[] {
  const key = ({ type, place, polarity }: Draft): string =>
    JSON.stringify([type, polarity, place.map(({ name }) => name).sort()]);
  const told = drafts.filter(
    ({ type, place, modality }) => EVENTS.has(type) && place.length > 0 && modality === 'actual',
  );
  const only = <T>(values: readonly T[]): T | null => {
    const different = new Map(values.map((value) => [JSON.stringify(value), value]));
    return different.size === 1 ? [...different.values()][0]! : null;
  };
  const sourceOf = (draft: Draft): string => statements.find(({ id }) => id === draft.statement)?.by.join() ?? '';
  return drafts.map((draft) => {
    if (!told.includes(draft)) return draft;
    const others = told.filter((other) => other !== draft && key(other) === key(draft));
    const undated = draft.time === null && draft.rules.at(-1) === 'no-time';
    const day = undated ? only(others.flatMap(({ time }) => time ?? [])) : null;
    // Where accounts differ on who took it, the speaker's own account counts for what the speaker says.
    const actorsOf = (some: readonly Draft[]) => only(some.flatMap(({ actor }) => (actor.length > 0 ? [actor] : [])));
    const own = others.filter((other) => sourceOf(other) === sourceOf(draft));
    // « la ville est libérée » leaves open by whom, and may mean to; « la libération de la ville » takes up what was told.
    const isNamed = sentences[draft.sentence]!.tokens[draft.at]!.upos === 'NOUN';
    const actor = isNamed && draft.actor.length === 0 ? (actorsOf(others) ?? actorsOf(own)) : null;
    const agreeing = others.filter(
      (other) =>
        other.target.length > 0 && (other.actor.length === 0 || sameParties(other.actor, actor ?? draft.actor)),
    );
    const target = isNamed && draft.target.length === 0 ? only(agreeing.map((other) => other.target)) : null;
    if (day === null && actor === null && target === null) return draft;
    return {
      ...draft,
      time: day ?? draft.time,
      actor: actor?.filter((party) => !draft.target.includes(party)) ?? draft.actor,
      target: target?.filter((party) => !(actor ?? draft.actor).includes(party)) ?? draft.target,
      rules: [...draft.rules, 'same-event'],
    };
  });
}

function sameParties(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((party) => others.includes(party));
}

/**
 * « l'assaut a été lancé samedi », « l'attaque a fait 14 morts »: the attack, or the capture, that was told of last. What the
 * words say of it themselves stays; what they leave open is taken from there.
 */
function takenUp(draft: Draft, before: readonly Draft[], dispatch: Dispatch): Draft {
  const last = takenFrom(draft, before, dispatch);
  if (!last) return draft;
  const actor = draft.actor.length > 0 ? draft.actor : last.actor.filter((party) => !draft.target.includes(party));
  // The dead of an attack are told by its own words, never by whom it aimed at.
  const target =
    draft.target.length > 0 || draft.type !== 'attack'
      ? draft.target
      : last.target.filter((party) => !actor.includes(party));
  const undated = draft.time === null && /^no-time$/.test(draft.rules.at(-1) ?? '');
  return {
    ...draft,
    actor,
    target,
    place: draft.place.length > 0 ? draft.place : last.place,
    time: undated ? last.time : draft.time,
    rules: [...draft.rules, 'takes-up'],
  };
}

/** The attack, or the capture, that a claim takes up; undefined where it takes up none. */
function takenFrom(draft: Draft, before: readonly Draft[], { sentences, words }: Dispatch): Draft | undefined {
  if (takingUp(draft, sentences[draft.sentence]!, words) === null) return undefined;
  return before.findLast(
    (other) =>
      /^(?:attack|capture)$/.test(other.type) &&
      other.polarity === 'affirmed' &&
      draft.sentence - other.sentence <= TAKEN_UP_WITHIN &&
      (other.actor.length > 0 || other.target.length > 0 || other.place.length > 0) &&
      (draft.place.length === 0 ||
        other.place.length === 0 ||
        other.place.some(({ name }) => draft.place.some((place) => place.name === name))),
  );
}

/** The noun by which a claim takes an attack up: its own word, or the subject of the verb that counts its dead. */
function takingUp({ type, at }: Draft, sentence: Sentence, words: ClaimWords): number | null {
  if (type === 'attack') return isDefinite(sentence, at) && isOneSided(sentence, at) ? at : null;
  if (type !== 'casualties') return null;
  const subject = subjectsOf(sentence, at).find((i) => words.fighting.has(sentence.tokens[i]!.lemma));
  return subject !== undefined && isDefinite(sentence, subject) && isOneSided(sentence, subject) ? subject : null;
}

/** The subject of a verb, or of the one that it is joined to: « L'explosion a tué dix civils et en a blessé trente ». */
function subjectsOf(sentence: Sentence, at: number): number[] {
  const own = dependents(sentence, at, 'nsubj');
  const { head, deprel } = sentence.tokens[at]!;
  return own.length > 0 || head < 0 || !deprel.startsWith('conj') ? own : dependents(sentence, head, 'nsubj');
}

/** Of « les combats », « la bataille » both sides are meant, and it is not told who began. */
function isOneSided({ tokens }: Sentence, at: number): boolean {
  return !/^(?:combat|bataille|affrontement|guerre|hostilité|violence|conflit|accrochage|opération|intervention)$/.test(
    tokens[at]!.lemma,
  );
}

/** « l'assaut », « cette offensive », « les combats »: a noun that stands alone behind its article. */
function isDefinite(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (tokens[at]!.upos !== 'NOUN') return false;
  const determiner = dependents(sentence, at, 'det').map((i) => tokens[i]!.lower)[0];
  if (!determiner || !/^(?:le|la|l'|les|ce|cet|cette|ces)$/.test(determiner)) return false;
  if (dependents(sentence, at, 'amod').some((i) => i > at)) return false; // « les frappes aériennes » are of a kind, not those
  return !dependents(sentence, at, 'nmod').some((i) => /^(?:de|contre|sur)$/.test(prepositionOf(sentence, i) ?? ''));
}
