import { Problem } from '../../../core/index.ts';
import { type Dispatch, dispatchFrom } from '../../../intake/index.ts';
import type { Added, Ledger } from '../../../ledger/index.ts';
import { addAndRead } from '../../../pipeline.ts';
import type { DispatchReading } from '../../../reading/index.ts';
import type { ImportAddressBody, ImportedDocument, ImportItem, ImportTextBody, Shown } from '../../contract/index.ts';
import type { Hands } from '../deeds.ts';
import { openingOf, summaryOf } from '../documents/summaries.ts';
import { dateBoundsOf } from './date-bounds.ts';
import { type FetchSettings, fetchAddress } from './fetch-address.ts';

type At = Pick<ImportItem, 'name' | 'place' | 'total'>;

const NOTHING = { outcome: null, dispatch: null, bounds: null, problem: null, notice: null } as const;

/** What came of adding one, with its summary, and what its text tells of its day where nobody knows it. */
export async function addedItem(
  at: At,
  dossier: string,
  { added, reading }: { readonly added: Added; readonly reading: DispatchReading | null },
  ledger: Ledger,
): Promise<Shown<ImportItem>> {
  if (added.outcome === 'removed') return { ...NOTHING, ...at, outcome: 'removed' };
  const { dispatch, outcome, sameText } = added;
  const [now, { text }] = await Promise.all([
    ledger.dispatch(dossier, dispatch.id), // as it is after it was read
    ledger.content(dossier, dispatch.id),
  ]);
  const { claims, statements } = reading ?? { claims: [], statements: [] };
  return {
    ...NOTHING,
    ...at,
    outcome,
    dispatch: summaryOf(now, {
      statements: statements.length,
      claims: claims.length,
      sameOrigin: [...sameText],
      opening: openingOf(text, now.noise),
    }),
    bounds: now.published === null ? dateBoundsOf({ claims, statements }, now.learned) : null,
  };
}

export function troubleItem(at: At, { code, words }: Problem): Shown<ImportItem> {
  return { ...NOTHING, ...at, problem: { code, message: words } };
}

export function noticeItem(at: At, notice: ImportItem['notice']): Shown<ImportItem> {
  return { ...NOTHING, ...at, notice };
}

/** Takes in a dispatch whose text was pasted. */
export function importText(hands: Hands, dossier: string, body: ImportTextBody): Promise<Shown<ImportedDocument>> {
  const { text, name, date, publisher, language, address } = body;
  const called = name ?? firstWords(text);
  const make = () =>
    dispatchFrom(new TextEncoder().encode(text), {
      name: called,
      date: date ?? null,
      publisher: publisher ?? null,
      language: language ?? null,
      address: address ?? null,
      format: 'text',
      encoding: 'utf-8',
    });
  return importOne(hands, dossier, called, async () => make());
}

/** Takes in the dispatch at an address. */
export function importAddress(
  hands: Hands,
  dossier: string,
  { address, date, publisher, language }: ImportAddressBody,
  settings: FetchSettings,
): Promise<Shown<ImportedDocument>> {
  return importOne(hands, dossier, address, async () => {
    const page = await fetchAddress(address.trim(), settings);
    return dispatchFrom(page.bytes, {
      name: nameOf(page.address),
      address: page.address,
      date: date ?? null,
      publisher: publisher ?? null,
      language: language ?? null,
      encoding: page.encoding,
      format: page.mediaType === 'text/plain' ? 'text' : null,
    });
  });
}

async function importOne(
  { ledger, reader, views }: Hands,
  dossier: string,
  name: string,
  make: () => Promise<Dispatch>,
): Promise<Shown<ImportedDocument>> {
  const at = { name, place: 1, total: 1 };
  await ledger.findDossier(dossier); // before anything is fetched
  try {
    const dispatch = await make();
    const came = await addAndRead(ledger, reader, dossier, dispatch);
    views.settle(dossier);
    return { format: 1, item: await addedItem({ ...at, name: dispatch.name }, dossier, came, ledger) };
  } catch (problem) {
    // A trouble with this one dispatch is an answer; one with the ledger is not.
    if (!(problem instanceof Problem) || !OF_ONE.test(problem.code)) throw problem;
    return { format: 1, item: troubleItem(at, problem) };
  }
}

const OF_ONE = /^(?:(?:intake|import)\/|ledger\/unstorable-text$)/;

/** What a pasted text is called: its first words, as far as a list shows them. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line || 'texte' : `${line.slice(0, line.lastIndexOf(' ', 60) || 60)}…`;
}

/** What a page is called: its host and the last part of its path. */
function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1);
  return last ? `${hostname}/${last}` : hostname;
}
