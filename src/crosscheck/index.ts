export {
  askControl,
  type ControlAnswer,
  type ControlAsk,
  type ControlGround,
  type Holder,
  openControl,
} from './ask-control.ts';
export { askFigure, FIGURE_KINDS, type FigureAsk, type FigureKind, type FigurePoint } from './ask-figure.ts';
export { crosscheck } from './crosscheck.ts';
export { compatible, type Interval, intervalOf } from './intervals.ts';
export { type Fold, type Origins, originOf } from './origins/origins.ts';
export { QUESTION_KINDS, type Question, type QuestionKind } from './questions.ts';
export { type Crosscheck, openRunningCheck, type RunningCheck } from './running-check.ts';
export { type Account, accountsOf, isBelieved, rootOf, type Voice } from './voices.ts';
export type { World } from './world.ts';
