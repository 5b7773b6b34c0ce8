/** Thrown where our own code is wrong. It stops the work in hand and is never caught to go on with that work. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** States what must hold whatever the input. A failure is a mistake of ours, never of the user's. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}
