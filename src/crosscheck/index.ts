export {
  askControl,
  type ControlAnswer,
  type ControlAsk,
  type ControlChanges,
  type ControlGround,
  changesBetween,
  type Holder,
  openControl,
} from './ask-control.ts';
export {
  askFigure,
  FIGURE_KINDS,
  type FigureAsk,
  type FigureKind,
  type FigurePoint,
  type FigureRange,
  rangesOf,
} from './ask-figure.ts';
export { crosscheck } from './crosscheck.ts';
export { type AskedFreely, readQuestion } from './free-question.ts';
export { GRADES, type Grade, type Grades } from './grades.ts';
export { rememberingWorld } from './ground.ts';
export { type AgainstInterest, againstInterest } from './interest.ts';
export { compatible, type Interval, intervalOf } from './intervals.ts';
export { type Fold, type Origins, originOf, originsOf } from './origins/origins.ts';
export { QUESTION_KINDS, type Question, type QuestionKind } from './questions.ts';
export { type Crosscheck, openRunningCheck, type RunningCheck } from './running-check.ts';
export { type SourceRecord, sourceRecords } from './source-records.ts';
export { type Account, accountsOf, isBelieved, rootOf, type Voice } from './voices.ts';
export type { World } from './world.ts';
