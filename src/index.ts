import { type About, type Dispatch, dispatchFrom } from './intake/index.ts';
import { type DispatchReading, openReader, type Reader } from './reading/index.ts';

// What the package gives to a program: the five stages, one after the other.

export { type Bilingual, type Bound, type Doubt, Problem, type Span } from './core/index.ts';
export {
  askControl,
  askFigure,
  type Crosscheck,
  crosscheck,
  type Question,
  type World,
} from './crosscheck/index.ts';
export { type About, type Dispatch, dispatchFrom, gather } from './intake/index.ts';
export {
  type Accounts,
  type Finding,
  type Ledger,
  type LedgerClaim,
  type LedgerDispatch,
  type LedgerSettings,
  type LedgerStatement,
  openLedger,
} from './ledger/index.ts';
export { addInputs, askHowMany, askWhoHolds, checkDossier, type Perspective, readInputs } from './pipeline.ts';
export { type Claim, type DispatchReading, openReader, type Reader, type Statement } from './reading/index.ts';

/** What is known of a text beside its words; a text without a name is called `text`. */
export type AboutText = Partial<About>;

let shared: Reader | undefined;

/**
 * Reads one news text: its statements and claims, each tied to the words it stands on.
 *
 * Spans count UTF-16 code units into `dispatch.text`, `start` inclusive, `end` exclusive. Of a string that is the string
 * itself, unless it is HTML: then it is the text of its article. The reader is opened at the first call (about a tenth of a second,
 * some 100 MB) and kept for the next; `openReader` gives one of your own.
 *
 * @throws Problem where the bytes make no text, or something in `about` is not what it should be (codes: docs/intake.md)
 */
export function read(
  text: string | Uint8Array,
  about: AboutText = {},
): DispatchReading & { readonly dispatch: Dispatch } {
  shared ??= openReader();
  const isText = typeof text === 'string';
  const bytes = isText ? new TextEncoder().encode(text) : text;
  const dispatch = dispatchFrom(bytes, {
    name: 'text',
    ...(isText ? { encoding: 'utf-8' } : {}), // a string has been decoded: nothing is left to guess
    ...about,
  });
  return { ...shared.read(dispatch), dispatch };
}
