import type { DispatchFormat, GatherOptions } from '../../intake/index.ts';
import type { GlobalOptions } from '../settings.ts';

/** What the user may say of the dispatches that come in. */
export type IntakeOptions = GlobalOptions & {
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly as?: DispatchFormat;
};

export function intakeOptions({ date, publisher, url, language, encoding, as }: IntakeOptions): GatherOptions {
  return {
    date: date ?? null,
    publisher: publisher ?? null,
    address: url ?? null,
    language: language ?? null,
    encoding: encoding ?? null,
    format: as ?? null,
  };
}
