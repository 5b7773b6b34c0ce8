import { isBelieved, type Voice } from './voices.ts';
import type { World } from './world.ts';

/**
 * How far a source is relied on, as the grading of sources by letters has it: from A, always, to E, not at all; F says that
 * nobody can judge it, which is what stands for a source without a grade. An unreliable source ranks below an unknown one.
 */
export const GRADES = ['A', 'B', 'C', 'D', 'F', 'E'] as const;
export type Grade = (typeof GRADES)[number];

/** A reader's grades, by party, outlet or name. */
export type Grades = Readonly<Record<string, Grade>>;

/** The grade of a voice: that of whom it is, before that of whom it stands under. */
export function gradeOf(voice: Voice, grades: Grades, world: World): Grade {
  const fitting = Object.keys(grades)
    .filter((who) => isBelieved(voice, [who], world))
    .sort((a, b) => world.parties.ancestors(b).length - world.parties.ancestors(a).length || (a < b ? -1 : 1));
  return fitting[0] === undefined ? 'F' : grades[fitting[0]]!;
}

/** The best of several. */
export function bestOf(grades: readonly Grade[]): Grade {
  return GRADES.find((grade) => grades.includes(grade)) ?? 'F';
}

/** True where the first ranks above the second. */
export function ranksAbove(one: Grade, other: Grade): boolean {
  return GRADES.indexOf(one) < GRADES.indexOf(other);
}
