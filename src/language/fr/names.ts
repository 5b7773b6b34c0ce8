import type { Name, Sentence } from '../sentence.ts';

export function namesOf(_sentence: Sentence): Name[] {
  return [];
}
