import type { DispatchSummary } from '../../contract/index.ts';
import { counted, dateWords, languageName } from '../format.ts';
import type { Speech } from '../words/words.ts';

/** A dispatch as a list shows it. */
export type DispatchLine = {
  readonly id: string;
  readonly date: string;
  readonly isDated: boolean;
  readonly outlet: string;
  readonly headline: string;
  readonly file: string;
  readonly language: string | null;
  readonly counts: string;
  /** What a reader should know before reading on: that nobody reads its language, that it is an old version. */
  readonly notes: readonly string[];
  readonly doubts: readonly string[];
  readonly exercise: boolean;
};

/** What stands in an opening where a line of the text ends. */
const LINE_END = ' – ';

/** Its headline, else its first line of some words that is no list of outlet, town and day; its file where it has no words. */
export function headlineOf({ title, opening, name }: Pick<DispatchSummary, 'title' | 'opening' | 'name'>): string {
  if (title !== null) return title;
  const line = opening.split(LINE_END).find((one) => !one.includes('|') && one.split(' ').length >= 3);
  return line ?? (opening === '' ? name : opening);
}

export function dispatchLine(
  dispatch: DispatchSummary,
  names: ReadonlyMap<string, string>,
  speech: Speech,
): DispatchLine {
  const { words } = speech;
  const { id, published, publisher, name, language, state, statements, claims, newer, sameOrigin } = dispatch;
  const copies = sameOrigin.map((other) => names.get(other) ?? other);
  const notes = [
    noteOnLanguage(dispatch, speech),
    state === 'stale' ? words.states.stale : '',
    newer === null ? '' : words.olderVersion,
    copies.length > 0 ? `${words.sameOrigin} ${copies.join(', ')}` : '',
  ];
  return {
    id,
    date: published ? dateWords(published.date, speech, 'short') : words.dayUnconfirmed,
    isDated: published !== null,
    outlet: publisher ?? words.unknownPublisher,
    headline: headlineOf(dispatch),
    file: name,
    language,
    counts:
      state === 'unread'
        ? words.states.unread
        : [counted(statements, words.counts.statements, speech), counted(claims, words.counts.claims, speech)].join(
            ', ',
          ),
    notes: notes.filter(Boolean),
    doubts: dispatch.doubts.map(({ message }) => speech.pick(message)),
    exercise: dispatch.exercise,
  };
}

/** That nobody reads its language yet; empty for a dispatch that was read. */
export function noteOnLanguage(
  { state, language }: Pick<DispatchSummary, 'state' | 'language'>,
  speech: Speech,
): string {
  if (state !== 'unread') return '';
  return language === null ? speech.words.notReadUnknown : speech.words.notRead(languageName(language, speech));
}
