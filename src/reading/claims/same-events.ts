import { dependents, type Sentence } from '../../language/index.ts';
import type { ClaimType } from '../claim.ts';
import { prepositionOf } from './roles.ts';
import type { Draft } from './scene.ts';

/** Types that tell of one event: who, whom and when are the same, whichever sentence gives them. */
const EVENTS = new Set<ClaimType>(['capture', 'victory']);

/** How many sentences back « l'assaut » may take up what it is. */
const TAKEN_UP_WITHIN = 4;

/** Claims of a dispatch that tell of one event, each completed by what the others tell of it. */
export function sameEvents(drafts: readonly Draft[], sentences: readonly Sentence[]): Draft[] {
  return completed(drafts).map((draft, i, all) => takenUp(draft, all.slice(0, i), sentences));
}

/** An event told twice: what one sentence gives of it, and none contradicts, another of the same place and kind has too. */
function completed(drafts: readonly Draft[]): Draft[] {
  const key = ({ type, place, polarity }: Draft): string =>
    JSON.stringify([type, polarity, place.map(({ name }) => name).sort()]);
  const told = drafts.filter(
    ({ type, place, modality }) => EVENTS.has(type) && place.length > 0 && modality === 'actual',
  );
  const only = <T>(values: readonly T[]): T | null => {
    const different = new Map(values.map((value) => [JSON.stringify(value), value]));
    return different.size === 1 ? [...different.values()][0]! : null;
  };
  return drafts.map((draft) => {
    if (!told.includes(draft)) return draft;
    const others = told.filter((other) => other !== draft && key(other) === key(draft));
    const undated = draft.time === null && draft.rules.at(-1) === 'no-time';
    const day = undated ? only(others.flatMap(({ time }) => time ?? [])) : null;
    const actor =
      draft.actor.length === 0 ? only(others.flatMap((other) => (other.actor.length > 0 ? [other.actor] : []))) : null;
    const agreeing = others.filter(
      (other) => other.target.length > 0 && sameParties(other.actor, actor ?? draft.actor),
    );
    const target = draft.target.length === 0 ? only(agreeing.map((other) => other.target)) : null;
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

/** « l'assaut a été lancé samedi »: the attack, or the capture, that was told of last. */
function takenUp(draft: Draft, before: readonly Draft[], sentences: readonly Sentence[]): Draft {
  const { type, actor, target, at, sentence } = draft;
  if (type !== 'attack' || actor.length + target.length > 0 || !isDefinite(sentences[sentence]!, at)) return draft;
  const last = before.findLast(
    (other) =>
      /^(?:attack|capture)$/.test(other.type) &&
      other.polarity === 'affirmed' &&
      sentence - other.sentence <= TAKEN_UP_WITHIN &&
      other.actor.length > 0 &&
      (draft.place.length === 0 || other.place.some(({ name }) => draft.place.some((place) => place.name === name))),
  );
  if (!last) return draft;
  return {
    ...draft,
    actor: last.actor,
    target: last.target,
    place: draft.place.length > 0 ? draft.place : last.place,
    rules: [...draft.rules, 'takes-up'],
  };
}

/** « l'assaut », « cette offensive », « les combats »: a noun that stands alone behind its article. */
function isDefinite(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (tokens[at]!.upos !== 'NOUN') return false;
  const determiner = dependents(sentence, at, 'det').map((i) => tokens[i]!.lower)[0];
  if (!determiner || !/^(?:le|la|l'|les|ce|cet|cette|ces)$/.test(determiner)) return false;
  return !dependents(sentence, at, 'nmod').some((i) => /^(?:de|contre|sur)$/.test(prepositionOf(sentence, i) ?? ''));
}
