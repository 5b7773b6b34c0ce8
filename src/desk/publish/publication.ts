import type { World } from '../../crosscheck/index.ts';
import type { FindingSide as LedgerSide } from '../../ledger/index.ts';
import type { ClaimRow, Shown, Source } from '../contract/index.ts';
import { isContested, placesDocument, questionDocument, type View } from '../server/index.ts';
import { sentenceAround } from './sentence.ts';

/** A quotation with all that is needed to check it against the dispatch. */
export type Quote = {
  /** Anchor of the quote in the page: the claim's id. */
  readonly id: string;
  readonly type: string;
  /** The exact words, and what of their sentence stands before and after them. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** In UTF-16 code units of the dispatch's text. */
  readonly start: number;
  readonly end: number;
  readonly dispatch: string;
  /** Who says it; null for one whom only the dispatch names, empty where no words say who. */
  readonly source: string | null;
  readonly cue: string | null;
  readonly certainty: string;
  /** ISO 8601; null where nobody knows. */
  readonly said: string | null;
  readonly held: { readonly first: string | null; readonly last: string | null } | null;
  readonly parties: readonly string[];
  readonly places: readonly string[];
  readonly quantity: {
    readonly value: number;
    readonly max: number | null;
    readonly bound: string;
    readonly unit: string;
  } | null;
};

export type PublishedFinding = {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly contested: boolean;
  /** Null where a source that is not named here would be named by it. */
  readonly sentence: { readonly fr: string; readonly en: string } | null;
  readonly sides: readonly {
    readonly words: string;
    readonly source: string | null;
    readonly said: string | null;
    readonly dispatch: string;
    readonly start: number;
    readonly end: number;
    /** The quote with those words, where it is a claim. */
    readonly quote: string | null;
  }[];
};

export type PublishedQuestion = {
  readonly id: string;
  readonly kind: string;
  readonly sentence: { readonly fr: string; readonly en: string };
  readonly contested: boolean;
  /** Independent origins of the answers. */
  readonly origins: number;
  readonly answers: readonly { readonly source: string | null; readonly quotes: readonly string[] }[];
  readonly findings: readonly string[];
};

export type PublishedDispatch = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly exercise: boolean;
  /** Of the bytes as they came: 64 hexadecimal digits. */
  readonly sha256: string;
  readonly encoding: string;
  /** Only where it was asked for. */
  readonly text: string | null;
};

/** What holds of one place, day by day: from each day on until the next one listed. */
export type PublishedState = {
  readonly day: string;
  readonly state: string;
  readonly holders: readonly { readonly party: string; readonly share: string | null; readonly origins: number }[];
  /** Parties that are said to hold nothing there. */
  readonly notHolders: readonly string[];
};

export type PublishedPlace = {
  readonly id: string;
  readonly name: { readonly fr: string; readonly en: string };
  readonly kind: string;
  readonly country: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly claims: number;
  readonly question: string | null;
};

export type Perspective = {
  readonly value: string | null;
  readonly label: { readonly fr: string; readonly en: string };
};

/** A dossier as it is published: what its claims say, with their evidence, and no text in full unless that is asked for. */
export type Publication = {
  readonly format: 1;
  readonly title: string;
  readonly exercise: boolean;
  /** When it was made: ISO 8601 in UTC. */
  readonly made: string;
  readonly recoupe: string;
  readonly counts: {
    readonly dispatches: number;
    readonly claims: number;
    readonly questions: number;
    readonly findings: number;
  };
  readonly dispatches: readonly PublishedDispatch[];
  readonly quotes: readonly Quote[];
  readonly questions: readonly PublishedQuestion[];
  readonly findings: readonly PublishedFinding[];
  readonly places: readonly PublishedPlace[];
  readonly perspectives: readonly Perspective[];
  /** The days on which the map may change, in order. */
  readonly days: readonly string[];
  /** By perspective, in their order, then by place. */
  readonly states: readonly Readonly<Record<string, readonly PublishedState[]>>[];
  readonly parties: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
};

export type PublishOptions = {
  /** With the texts in full: only for those who may publish them. */
  readonly fullTexts: boolean;
  readonly made: string;
  readonly version: string;
};

/** Perspectives that a published map offers beside « everybody »: those that say most. */
const MOST_PERSPECTIVES = 12;
/** Days that a published map can stand at; of more, evenly chosen ones. */
const MOST_DAYS = 200;

/** A dossier as it is published. A pure function of its view. */
export function publicationOf(view: View, world: World, options: PublishOptions): Publication {
  const { accounts, dossier } = view;
  const rows = view.rows.filter(({ claim }) => claim.withdrawn === null);
  const map = mapOf(view, world);
  const questions = view.checked.questions.filter(({ accounts: own }) =>
    own.some(({ claim }) => claim.withdrawn === null),
  );
  const named = rows.flatMap(({ claim }) => [...claim.actor, ...claim.target, ...claim.source.parties]);
  const holding = map.states.flatMap((byPlace) =>
    Object.values(byPlace).flatMap((states) =>
      states.flatMap(({ holders, notHolders }) => [...holders.map(({ party }) => party), ...notHolders]),
    ),
  );
  return {
    format: 1,
    title: dossier.title,
    exercise: accounts.dispatches.some(({ exercise }) => exercise),
    made: options.made,
    recoupe: options.version,
    counts: {
      dispatches: accounts.dispatches.length,
      claims: rows.length,
      questions: questions.length,
      findings: view.checked.findings.length,
    },
    dispatches: accounts.dispatches.map((dispatch) => ({
      id: dispatch.id,
      name: dispatch.name,
      title: dispatch.title,
      publisher: dispatch.publisher,
      published: dispatch.published?.date ?? null,
      address: dispatch.address,
      language: dispatch.language,
      exercise: dispatch.exercise,
      sha256: dispatch.sha256,
      encoding: dispatch.encoding,
      text: options.fullTexts ? (accounts.texts.get(dispatch.id) ?? null) : null,
    })),
    quotes: rows.map((row) => quoteOf(row, accounts.texts.get(row.dispatch.id) ?? '')),
    questions: questions.map((question) => {
      const shown = questionDocument(view, question.id, { limit: Number.POSITIVE_INFINITY }, world);
      return {
        id: question.id,
        kind: question.kind,
        sentence: question.sentence,
        contested: shown.question.contested,
        origins: shown.origins.length,
        answers: shown.answers.flatMap(({ source, claims }) => {
          const quotes = claims.filter(({ claim }) => claim.withdrawn === null).map(({ claim }) => claim.id);
          return quotes.length > 0 ? [{ source: labelOf(source), quotes }] : [];
        }),
        findings: shown.question.findings,
      };
    }),
    findings: view.checked.findings.map((finding) => {
      const sides = [finding.a, finding.b].map((side) => sideOf(side, view));
      const isNameless = sides.some(({ source }) => source === null);
      return {
        id: finding.id,
        kind: finding.kind,
        question: finding.question,
        contested: isContested(finding),
        sentence: isNameless ? null : finding.sentence,
        sides,
      };
    }),
    ...map,
    parties: namesOf([...named, ...holding], world),
  };
}

function namesOf(ids: readonly string[], { parties }: World): Publication['parties'] {
  return Object.fromEntries(
    [...new Set(ids)].sort().map((id) => {
      const names = parties.byId(id)?.names;
      return [id, names ? { fr: names.fr, en: names.en } : { fr: id, en: id }];
    }),
  );
}

/** Null for a speaker whom only the dispatch names: a publication lists no private person. Empty where nobody is named. */
function labelOf(source: Shown<Source>): string | null {
  return source.kind === 'named' ? null : (source.label ?? '');
}

function quoteOf({ claim, dispatch, cue }: Shown<ClaimRow>, text: string): Quote {
  const { start, end, quantity } = claim;
  const source = labelOf(claim.source);
  // The sentence of a private person would name them: of that one, the words alone.
  const around = claim.source.kind === 'named' ? { start, end } : sentenceAround(text, { start, end });
  return {
    id: claim.id,
    type: claim.type,
    words: claim.text,
    before: text.slice(around.start, start),
    after: text.slice(end, around.end),
    start,
    end,
    dispatch: dispatch.id,
    source,
    cue,
    certainty: claim.certainty,
    said: claim.clocks.said,
    held: claim.clocks.held,
    parties: [...claim.actor, ...claim.target],
    places: claim.place.map(({ name }) => name),
    quantity,
  };
}

function sideOf(side: LedgerSide, view: View): PublishedFinding['sides'][number] {
  const { text: words, source, said, dispatch, start, end } = side;
  const quote = side.layer === 'claim' ? (view.rowsAt(dispatch, start, end)[0]?.claim.id ?? null) : null;
  return { words, source: view.isPrivate(side) ? null : source, said, dispatch, start, end, quote };
}

/** All places, in one perspective; the words that they rest on stand with the questions. */
const ALONE = { place: [], sides: 0, compare: false, otherBelieve: [] };

type MapOf = Pick<Publication, 'places' | 'perspectives' | 'days' | 'states'>;

/** The places, and for each perspective how each stands from which day on. */
function mapOf(view: View, world: World): MapOf {
  const everybody: Perspective = { value: null, label: { fr: 'toutes les sources', en: 'all sources' } };
  const chosen = view.sources().slice(0, MOST_PERSPECTIVES);
  const perspectives = [everybody, ...chosen.map(({ value, label }) => ({ value, label }))];
  const all = placesDocument(view, { ...ALONE, believe: [] }, world);
  const days = spread(all.days.length > 0 ? all.days : all.range ? [all.range.last] : [], MOST_DAYS);
  const states = perspectives.map(({ value }) => {
    const byPlace = new Map<string, PublishedState[]>();
    for (const day of days) {
      const believe = value === null ? [] : [value];
      const { places } = placesDocument(view, { ...ALONE, asOf: day, believe }, world);
      for (const { id, state, control } of places) {
        const holders = control.holders.map(({ party, share, origins }) => ({
          party,
          share: share ? `${share.bound === '=' ? '' : share.bound}${share.value} %` : null,
          origins,
        }));
        const { notHolders } = control;
        const known = byPlace.get(id) ?? [];
        const last = known.at(-1);
        const isSame =
          last &&
          JSON.stringify([last.state, last.holders, last.notHolders]) === JSON.stringify([state, holders, notHolders]);
        if (!isSame) known.push({ day, state, holders, notHolders });
        byPlace.set(id, known);
      }
    }
    return Object.fromEntries([...byPlace].filter(([, told]) => told.some(({ state }) => state !== 'unknown')));
  });
  return {
    places: all.places.map(({ id, name, kind, country, latitude, longitude, claimsInAll, question }) => ({
      id,
      name,
      kind,
      country,
      latitude,
      longitude,
      claims: claimsInAll,
      question,
    })),
    perspectives,
    days,
    states,
  };
}

/** At most so many of them, evenly, the first and the last among them. */
function spread(days: readonly string[], most: number): string[] {
  if (days.length <= most) return [...days];
  return Array.from({ length: most }, (_, i) => days[Math.round((i * (days.length - 1)) / (most - 1))]!);
}
