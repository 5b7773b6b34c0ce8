import { contains, overlaps, type Span } from '../../core/index.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { governingVerb, isCue, relativeBefore } from './clause.ts';
import { finish } from './finish.ts';
import type { ActorMention } from './mentions.ts';
import { whereOf } from './places-of.ts';
import { predicateAt, prepositionOf } from './roles.ts';
import { type Draft, partiesOf, type Scene } from './scene.ts';
import { clauseSpan } from './spans.ts';
import { STANDING } from './verbs.fr.ts';

/** Figures that assert something by themselves: dead and wounded, and the strength of a force. */
export function countedClaims(scene: Scene, drafts: readonly Draft[]): Draft[] {
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
  const above = governingVerb(sentence, quantity.head);
  // « fait état de 75 morts »: the verb tells of the saying.
  const verb = above !== null && isCue(sentence.tokens[above]!, scene.input.statements) ? null : above;
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
    { type: 'casualties', name: 'counted-casualties' },
    verb ?? quantity.head,
    contains(short, quantity.span) ? short : quantity.span,
    { actor: partiesOf(by), target: partiesOf(whose.slice(0, 1)), place: [], quantity },
  );
}

/** « Moins de mille combattants de l'EI se trouvent… », « la ville est défendue par 600 hommes »: how many a party has. */
function countedStrength(scene: Scene, quantity: Quantity, head: number): Draft | null {
  const { sentence } = scene;
  const beside = besideFigure(scene, quantity);
  if (beside) return strength(scene, quantity, head, beside.span, beside.holder);
  const own =
    scene.actors.find((mention) => mention.from <= head && head < mention.to) ??
    scene.actors.find(
      (mention) => mention.from > head && mention.from <= head + 4 && prepositionOf(sentence, mention.head) === 'de',
    );
  const verb = governingVerb(sentence, head);
  const isTold = verb !== null && isCue(sentence.tokens[verb]!, scene.input.statements);
  const subject = verb === null ? null : predicateAt(sentence, verb).subject;
  const holder =
    own ??
    (isTold
      ? estimated(scene, verb, head)
      : scene.actors.find((mention) => subject !== null && mention.from <= subject && subject < mention.to));
  const span = verb === null || isTold ? quantity.span : clauseSpan(sentence, verb, relativeBefore(sentence, verb));
  const state = verb === null || isTold || STANDING.has(sentence.tokens[verb]!.lemma);
  if (!holder || !state) return null;
  return strength(scene, quantity, isTold ? head : (verb ?? head), span, holder);
}

function strength(scene: Scene, quantity: Quantity, at: number, span: Span, holder: ActorMention): Draft {
  const fits = contains(span, quantity.span) && span.end - span.start < 240;
  const inside = scene.places.filter((place) => place.certain && fits && contains(span, place.span));
  const places = inside.length > 0 ? inside : whereOf(scene, at);
  // « une armée de 30.000 hommes »: a state's men are soldiers, a group's are fighters.
  const isMen = /^hommes?$/.test(scene.sentence.tokens[quantity.head]!.lower);
  const isState = holder.parties.every((party) => scene.input.book.byId(party)?.kind === 'state');
  const counted = isMen && isState ? { ...quantity, unit: 'soldiers' } : quantity;
  return finish(scene, { type: 'strength', name: 'counted-strength' }, at, fits ? span : quantity.span, {
    actor: [...holder.parties],
    target: [],
    place: places,
    quantity: counted,
  });
}

/** « la milice, forte de 700 hommes », « les forces du Nord, environ 900 hommes, »: what the figure stands beside. */
function besideFigure({ sentence, actors }: Scene, quantity: Quantity): { holder: ActorMention; span: Span } | null {
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => overlaps(token, quantity.span));
  const strong = tokens.findIndex((token, i) => token.lemma === 'fort' && i < first && i >= first - 4);
  if (strong >= 0 && /^d[e']$/.test(tokens[strong + 1]?.lower ?? '')) {
    const noun = tokens[strong]!.head;
    const holder =
      actors.find(({ from, to }) => from <= noun && noun < to) ?? actors.findLast(({ to }) => to <= strong);
    return holder ? { holder, span: { start: tokens[strong]!.start, end: quantity.span.end } } : null;
  }
  let comma = first - 1;
  while (comma > 0 && /^(?:ADP|ADV|ADJ|DET)$/.test(tokens[comma]!.upos)) comma--;
  if (tokens[comma]?.text !== ',') return null;
  const last = tokens.findLastIndex((token) => overlaps(token, quantity.span));
  if (!/^[,.;)]$/.test(tokens[last + 1]?.text ?? '.')) return null;
  const holder = actors.find(({ to, sense }) => to === comma && sense !== 'people');
  return holder ? { holder, span: { start: holder.span.start, end: quantity.span.end } } : null;
}

/** « évalue à 900 hommes les forces du Nord », « prête à ses adversaires 2.000 combattants »: whose the figure is. */
function estimated({ sentence, actors }: Scene, verb: number, head: number): ActorMention | undefined {
  return (
    actors.find(({ from }) => from > head && from <= head + 3) ??
    actors.find((mention) => mention.from > verb && mention.to <= head && prepositionOf(sentence, mention.head) === 'à')
  );
}
