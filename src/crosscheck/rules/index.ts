import { sameCapture } from './captures.ts';
import { changes } from './changes.ts';
import { placeWithin, samePlace } from './control.ts';
import { denials } from './denials.ts';
import { figures } from './figures.ts';
import { forecasts, sameForecast } from './forecasts.ts';
import { opposed } from './opposed.ts';
import { premature } from './premature.ts';
import { copiedWords, saidAgain } from './repetition.ts';
import { corrected, takenBack } from './retractions.ts';
import type { Rule } from './rule.ts';
import { shares } from './shares.ts';

/** All rules; each files what dispatches say in drawers of its own. */
// biome-ignore lint/suspicious/noExplicitAny: each rule alone knows what it files, and gets nothing else back
export const rules: readonly Rule<any>[] = [
  samePlace,
  placeWithin,
  shares,
  premature,
  sameCapture,
  changes,
  figures,
  opposed,
  denials,
  corrected,
  takenBack,
  forecasts,
  sameForecast,
  saidAgain,
  copiedWords,
];
