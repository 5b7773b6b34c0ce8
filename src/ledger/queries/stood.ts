import { type RawBuilder, sql } from 'kysely';

export type StandingAsk = {
  readonly dossier: string;
  /** Only these dispatches; all where absent. */
  readonly dispatches?: readonly string[] | undefined;
  /** What stood at this instant, ISO 8601; what stands now where absent. */
  readonly learnedBy?: string | undefined;
};

/** The condition on a row of `statement` or `claim` that it stands, or stood at the instant asked. */
export function stood({ dispatches, learnedBy }: StandingAsk): RawBuilder<unknown> {
  const then = learnedBy
    ? sql`stands_from <= ${learnedBy}::timestamptz
          and (stands_until is null or stands_until > ${learnedBy}::timestamptz)`
    : sql`until_entry is null`;
  return dispatches ? sql`${then} and dispatch_id = any(${dispatches}::text[])` : then;
}
