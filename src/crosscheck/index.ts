export { askControl, type ControlAnswer, type ControlAsk, type Holder } from './ask-control.ts';
export { askFigure, FIGURE_KINDS, type FigureAsk, type FigureKind, type FigurePoint } from './ask-figure.ts';
export { type Crosscheck, crosscheck } from './crosscheck.ts';
export type { Fold, Origins } from './origins.ts';
export { QUESTION_KINDS, type Question, type QuestionKind } from './questions.ts';
export type { Account, Voice } from './voices.ts';
export type { World } from './world.ts';
