import type { FigurePoint, World } from '../../../crosscheck/index.ts';
import type { AnsweredControl } from '../../../pipeline.ts';
import type { ControlAnswerDocument, FiguresDocument, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { sideOf } from './findings.ts';
import { partyNames } from './names.ts';
import { controlShown } from './places.ts';

type Bound = FiguresDocument['points'][number]['bound'];

export function controlAnswerDocument(
  answer: AnsweredControl,
  believe: readonly string[],
  view: Pick<View, 'dispatches' | 'isPrivate'>,
  world: World,
): Shown<ControlAnswerDocument> {
  const { asked, asOf, places, holders, notHolders } = answer;
  return {
    format: 1,
    asked,
    asOf,
    believe,
    places: places.map(({ id, name, kind }) => ({ id, name, kind })),
    ...controlShown({ ...answer, holders: holders.map((holder) => ({ ...holder, place: holder.place.id })) }, view),
    parties: partyNames([...holders.map(({ party }) => party), ...notHolders], world),
  };
}

export function figuresDocument(
  { party, points }: { readonly party: string; readonly points: readonly FigurePoint[] },
  believe: readonly string[],
  view: Pick<View, 'dispatches' | 'isPrivate'>,
  world: World,
): Shown<FiguresDocument> {
  return {
    format: 1,
    party,
    believe,
    points: points.map((point) => ({
      ...point,
      bound: point.bound as Bound,
      claim: sideOf(point.claim, view),
    })),
    // `by` may be the label of a speaker; a label that is no party's id gets no name.
    parties: partyNames([party, ...points.map(({ by }) => by).filter((by) => world.parties.byId(by) !== null)], world),
  };
}
