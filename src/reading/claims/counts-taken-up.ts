import { overlaps } from '../../core/index.ts';
import { takesUpCount } from '../quantities/read-quantities.ts';
import { finish } from './finish.ts';
import { quantityOf } from './quantity-of.ts';
import type { Draft, Scene } from './scene.ts';

/** How many sentences back the count may stand that « en » takes up. */
const WITHIN = 2;

/**
 * « L'ONU n'en a recensé que cinq », « contre 900 un an plus tôt »: a figure alone, which counts what the last claim with a
 * figure of dead, displaced or fighters counts. `before` are the claims so far, in the order of the text.
 */
export function countsTakenUp(scene: Scene, before: readonly Draft[]): Draft[] {
  const { sentence, quantities } = scene;
  return quantities.flatMap((quantity) => {
    if (quantity.unit !== null) return [];
    const first = sentence.tokens.findIndex((token) => overlaps(token, quantity.span));
    const isTold = before.some((draft) => draft.sentence === scene.index && draft.quantity?.value === quantity.value);
    if (isTold || !takesUpCount(sentence.tokens, first)) return [];
    const counted = before.findLast(
      (draft) =>
        /^(?:casualties|displacement|strength)$/.test(draft.type) &&
        draft.quantity !== null &&
        scene.index - draft.sentence <= WITHIN &&
        !overlaps(draft, quantity.span),
    );
    const same = before.findLast(
      (draft) =>
        draft.sentence === scene.index &&
        draft.quantity !== null &&
        draft.quantity.value !== quantity.value &&
        /^(?:casualties|displacement|strength)$/.test(draft.type),
    );
    const model = counted ?? same;
    if (!model?.quantity) return [];
    const own = finish(scene, { type: model.type, name: 'taken-up-count' }, quantity.head, quantity.span, {
      actor: model.actor,
      target: model.target,
      place: [],
      quantity: { ...quantity, unit: model.quantity.unit },
    });
    return [
      {
        ...own,
        actor: model.actor,
        target: model.target,
        place: own.place.length > 0 ? own.place : model.place,
        quantity: quantityOf({ ...quantity, unit: model.quantity.unit }),
      },
    ];
  });
}
