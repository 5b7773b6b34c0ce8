import { foldName, type Span } from '../../../core/index.ts';
import type { World } from '../../../crosscheck/index.ts';
import type { SearchHit as LedgerHit } from '../../../ledger/index.ts';
import type { ClaimRow, SearchDocument, SearchHit, SearchQuery, Shown } from '../../contract/index.ts';
import type { View } from '../view.ts';
import { claimFilter, isOpen } from './claim-filter.ts';
import { facetsOf } from './facets.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { compareText, saidDay } from './order.ts';
import { sourceChoices } from './sources.ts';

type Row = Shown<ClaimRow>;

/** How many passages are sought at most; a search that finds more is to be narrowed. */
export const MOST_PASSAGES = 2000;
/** Claims and snippets that are shown of one dispatch. */
const CLAIMS_SHOWN = 5;
const SNIPPETS_SHOWN = 3;
/** Characters on either side of the words found, as far as a sentence goes. */
const AROUND = 160;

/** The words as the ledger's search takes them: « ou » between words is `or`, for those who write French. */
export function searchWords(words: string): string {
  return words
    .split('"')
    .map((part, at) => (at % 2 === 0 ? part.replace(/(?<=\s|^)ou(?=\s|$)/giu, 'or') : part))
    .join('"');
}

/** Places and parties of the dossier that the words are a name of, whatever each dispatch calls them. */
export type Named = { readonly places: readonly string[]; readonly parties: readonly string[] };

/** A word that more of them share is no name: « forces », « armée ». */
const MOST_NAMED = 2;

export function namedIn(words: string, view: View, { gazetteer, parties }: World): Named {
  const told = view.placed().told;
  const known = new Set(
    [...view.facets().party, ...view.sources()].flatMap(({ value }) => [value, ...parties.ancestors(value)]),
  );
  const alternatives = searchWords(words)
    .split(/\s+or\s+/u)
    .map((one) => one.replaceAll('"', ' ').trim())
    .filter((one) => one.length > 2 && !/(?:^|\s)-/u.test(one));
  const found = alternatives.map((asked) => {
    const exact = parties.lookup(asked).flatMap(({ party }) => (known.has(party) ? [party] : []));
    const holding = exact.length > 0 ? exact : partiesHolding(asked, known, parties);
    return {
      places: gazetteer.lookup(asked).flatMap(({ id }) => (told.has(id) ? [id] : [])),
      parties: holding.length > MOST_NAMED ? [] : holding,
    };
  });
  return {
    places: [...new Set(found.flatMap(({ places }) => places))],
    parties: [...new Set(found.flatMap((one) => one.parties))],
  };
}

/** Parties whose id is the words, or one of whose names holds them, as whole words. */
function partiesHolding(words: string, known: ReadonlySet<string>, parties: World['parties']): string[] {
  const asked = ` ${foldName(words)} `;
  return [...known].filter((id) => {
    const party = parties.byId(id);
    const names = party ? [party.names.fr, party.names.en, ...party.aliases, ...party.acronyms] : [];
    return [id, ...names].some((name) => ` ${foldName(name)} `.includes(asked));
  });
}

/** True for claims about what is named, or said by it. */
function concerning({ places, parties }: Named, world: World): ((row: Row) => boolean) | null {
  if (places.length === 0 && parties.length === 0) return null;
  const about = [
    ...places.map((place) => claimFilter({ place: [place] }, world)),
    ...parties.flatMap((party) => [claimFilter({ party: [party] }, world), claimFilter({ source: [party] }, world)]),
  ];
  return (row) => about.some((fits) => fits(row));
}

/**
 * The dispatches that hold the words, or tell of what the words name, and claims that fit the filters. `found` is what the ledger's search gives for the
 * words, best first; null where none are asked for.
 */
export function searchDocument(
  view: View,
  found: readonly LedgerHit[] | null,
  { from, limit, words: asked, ...filter }: SearchQuery,
  world: World,
): Shown<SearchDocument> {
  const { publisher: __, ...ofClaims } = filter;
  const fits = claimFilter(filter, world);
  const anyClaim = isOpen(ofClaims);
  const matching = new Map<string, Row[]>();
  const named = namedIn(asked ?? '', view, world);
  const isAbout = concerning(named, world);
  const holding = found && new Set(found.map(({ dispatch }) => dispatch));
  const telling = new Set(
    isAbout
      ? view.rows.filter((row) => row.claim.withdrawn === null && isAbout(row)).map(({ dispatch }) => dispatch.id)
      : [],
  );
  const candidates = holding
    ? [...holding, ...[...telling].filter((id) => !holding.has(id))].flatMap((id) => view.rowsOf.get(id) ?? [])
    : view.rows;
  for (const row of candidates) {
    if (row.claim.withdrawn !== null || !fits(row)) continue;
    const known = matching.get(row.dispatch.id);
    if (known) known.push(row);
    else matching.set(row.dispatch.id, [row]);
  }
  const words = new Map(found?.map((hit) => [hit.dispatch, hit.words]));
  const latestFirst = (one: string, other: string): number =>
    compareText(dayOf(view, other), dayOf(view, one)) || compareText(one, other);
  // Those that hold the words first, best first; then those that tell of what the words name.
  const ids = found
    ? [...words.keys(), ...[...telling].filter((id) => !words.has(id)).sort(latestFirst)]
    : [...matching.keys()].sort(latestFirst);
  const publishers = new Set(filter.publisher.map(foldName));
  const isPublisher = (id: string): boolean =>
    publishers.size === 0 || publishers.has(foldName(view.dispatches.get(id)!.publisher ?? ''));
  // Words alone find a dispatch that nobody claims anything in; a filter on claims needs one that fits.
  const fitting = ids.filter((id) => view.dispatches.has(id) && (anyClaim ? isPublisher(id) : matching.has(id)));
  const page = fitting.slice(from, from + limit);
  const hits = page.map((id) => hitOf(id, words.get(id) ?? [], matching.get(id) ?? [], isAbout, view));
  const rows = [...matching.values()].flat();
  const claims = hits.flatMap((hit) => hit.claims.map(({ claim }) => claim));
  const facets = facetsOf(rows, sourceChoices(rows, world));
  return {
    format: 1,
    total: fitting.length,
    from,
    claims: rows.length,
    named,
    hits,
    facets,
    parties: partyNames([...named.parties, ...partiesIn(claims), ...facets.party.map(({ value }) => value)], world),
    places: placeNames([...named.places, ...placesIn(claims), ...facets.place.map(({ value }) => value)], world),
  };
}

function dayOf(view: View, id: string): string {
  return view.dispatches.get(id)!.published?.date ?? '';
}

function hitOf(
  id: string,
  words: readonly Span[],
  rows: readonly Row[],
  isAbout: ((row: Row) => boolean) | null,
  view: View,
): Shown<SearchHit> {
  const holds = (row: Row): boolean =>
    isAbout?.(row) || words.some(({ start, end }) => row.claim.start < end && start < row.claim.end);
  const ordered = rows.toSorted((a, b) => Number(holds(b)) - Number(holds(a)) || compareText(saidDay(a), saidDay(b)));
  return {
    dispatch: view.summaries().get(id)!,
    snippets: snippetsOf(view.accounts.texts.get(id) ?? '', words),
    words: words.length,
    claims: ordered.slice(0, CLAIMS_SHOWN),
    claimsInAll: rows.length,
  };
}

/** The first stretches of text around the words, marks in them; words that stand close together share one. */
export function snippetsOf(text: string, words: readonly Span[]): Shown<SearchHit['snippets']> {
  const snippets: { start: number; end: number; text: string; marks: Span[] }[] = [];
  for (const { start, end } of words) {
    const last = snippets.at(-1);
    if (last && end <= last.end) {
      last.marks.push({ start, end });
      continue;
    }
    if (snippets.length === SNIPPETS_SHOWN) break;
    const from = startOf(text, start);
    const to = endOf(text, end);
    snippets.push({ start: from, end: to, text: text.slice(from, to), marks: [{ start, end }] });
  }
  return snippets;
}

/** Where the sentence begins, or at a word within reach: a full stop and a space, or a line end, stands before it. */
function startOf(text: string, at: number): number {
  const least = Math.max(0, at - AROUND);
  for (let i = at - 1; i > least; i--)
    if (text[i] === '\n' || (/\s/u.test(text[i]!) && /[.!?…]/u.test(text[i - 1] ?? ''))) return i + 1;
  if (least === 0) return 0;
  const space = text.slice(least, at).search(/\s/u);
  return space < 0 ? atWhole(text, least) : least + space + 1;
}

function endOf(text: string, at: number): number {
  const most = Math.min(text.length, at + AROUND);
  for (let i = at; i < most; i++) {
    if (text[i] === '\n') return i;
    if (/[.!?…]/u.test(text[i]!) && (i + 1 === text.length || /\s/u.test(text[i + 1]!))) return i + 1;
  }
  if (most === text.length) return most;
  const space = text.slice(at, most).search(/\s\S*$/u);
  return space < 0 ? atWhole(text, most) : at + space;
}

/** Never between the halves of a surrogate pair. */
function atWhole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
