import { isDay, type When } from '../../core/index.ts';
import { openFrench } from '../../language/index.ts';
import { readTimex } from './read-times.ts';
import type { TimeExpression } from './time.ts';

/**
 * Loads the French engine and gives a function that reads the time expressions of a text (TIMEX3), in order, offsets in
 * UTF-16 code units. The day told last is carried from sentence to sentence. `writtenOn` is a day, month or year, or null.
 */
export function openTimes(): (text: string, writtenOn: When | null) => TimeExpression[] {
  const engine = openFrench();
  return (text, writtenOn) => {
    const found: TimeExpression[] = [];
    let told: When | null = null;
    for (const sentence of engine.sentences(text)) {
      for (const expression of readTimex(sentence, { writtenOn, told }).found) {
        found.push(expression);
        const day = expression.value?.slice(0, 10);
        if (day && isDay(day)) told = day;
      }
    }
    return found;
  };
}
