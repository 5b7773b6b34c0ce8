const DAY_MS = 86_400_000;

/** A day as a number of days since 1970, for a slider. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The next or previous of the days on which something is told; null where there is none further on. */
export function stepDay(days: readonly string[], from: string, step: 1 | -1): string | null {
  return (step === 1 ? days.find((day) => day > from) : days.findLast((day) => day < from)) ?? null;
}
