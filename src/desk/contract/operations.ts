import * as z from 'zod';
import {
  additionBody,
  archiveBody,
  correctionBody,
  dateBody,
  dispatchDated,
  dossierChanged,
  entryMade,
  importAddressBody,
  importedDocument,
  importFilesQuery,
  importItem,
  importTextBody,
  mergeBody,
  originBody,
  rejectionBody,
  splitBody,
  titleBody,
  verdictBody,
} from './changes.ts';
import { claimsDocument, claimsQuery } from './claims.ts';
import { dispatchDocument } from './dispatch.ts';
import { dossierDocument, dossiersDocument } from './dossiers.ts';
import {
  changesDocument,
  changesQuery,
  dispatchesDocument,
  dispatchesQuery,
  findingsDocument,
  findingsQuery,
  overviewDocument,
  overviewQuery,
} from './overview.ts';
import { parseDocument, parseQuery } from './parse.ts';
import { outlineNamesDocument, placesDocument, placesQuery } from './places.ts';
import {
  controlAnswerDocument,
  controlQuery,
  figureQuery,
  figuresDocument,
  questionDocument,
  questionQuery,
  questionsDocument,
  questionsQuery,
} from './questions.ts';
import { lookupQuery, partiesFound, placesFound, searchDocument, searchQuery } from './search.ts';
import { seriesDocument, seriesListDocument, seriesListQuery, seriesQuery } from './series.ts';
import { sourceDocument, sourceQuery, sourcesDocument } from './sources.ts';
import { timelineDocument, timelineQuery } from './timeline.ts';

/** One thing that can be asked of the desk: where, with what, and the shape of the reply. The server and the page share it. */
export type Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  R extends z.ZodType = z.ZodType,
> = {
  readonly path: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly reply: R;
};

function operation<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  path: string,
  summary: string,
  params: P,
  query: Q,
  reply: R,
): Operation<P, Q, R> {
  return { path, summary, params, query, reply };
}

const none = z.object({});
const inDossier = z.object({ dossier: z.string().min(1) });
const dossierPath = '/api/dossiers/{dossier}';
const figures = (kind: string, summary: string) =>
  operation(`${dossierPath}/ask/${kind}`, summary, inDossier, figureQuery, figuresDocument);

/** All that can be asked. All are GET, and change nothing. */
export const operations = {
  dossiers: operation('/api/dossiers', 'The dossiers of the ledger', none, none, dossiersDocument),
  dossier: operation(dossierPath, 'A dossier at a glance', inDossier, none, dossierDocument),
  overview: operation(
    `${dossierPath}/overview`,
    'What is contested now, what changed since a day, what awaits a date or a review',
    inDossier,
    overviewQuery,
    overviewDocument,
  ),
  changes: operation(
    `${dossierPath}/changes`,
    'What happened in a dossier: what can be undone is undone by the entry',
    inDossier,
    changesQuery,
    changesDocument,
  ),
  dispatches: operation(
    `${dossierPath}/dispatches`,
    'The dispatches, by pages',
    inDossier,
    dispatchesQuery,
    dispatchesDocument,
  ),
  findings: operation(
    `${dossierPath}/findings`,
    'What cross-checking says of claims, by pages',
    inDossier,
    findingsQuery,
    findingsDocument,
  ),
  timeline: operation(
    `${dossierPath}/timeline`,
    'Claims and findings in time, by party or by source',
    inDossier,
    timelineQuery,
    timelineDocument,
  ),
  seriesList: operation(
    `${dossierPath}/series`,
    'The counted questions',
    inDossier,
    seriesListQuery,
    seriesListDocument,
  ),
  series: operation(
    `${dossierPath}/series/{question}`,
    'A counted question over time',
    z.object({ ...inDossier.shape, question: z.string().min(1) }),
    seriesQuery,
    seriesDocument,
  ),
  sources: operation(
    `${dossierPath}/sources`,
    'Who speaks in a dossier, with the record of each',
    inDossier,
    none,
    sourcesDocument,
  ),
  source: operation(
    `${dossierPath}/sources/{source}`,
    'What a source said, and with whom it differs',
    z.object({ ...inDossier.shape, source: z.string().min(1) }),
    sourceQuery,
    sourceDocument,
  ),
  search: operation(
    `${dossierPath}/search`,
    'Texts and claims, by words and filters',
    inDossier,
    searchQuery,
    searchDocument,
  ),
  parse: operation('/api/parse', 'What the engine makes of a text', none, parseQuery, parseDocument),
  findParties: operation('/api/parties', 'Parties by name, to choose one from', none, lookupQuery, partiesFound),
  findPlaces: operation('/api/places', 'Places by name, to choose one from', none, lookupQuery, placesFound),
  dispatch: operation(
    `${dossierPath}/dispatches/{dispatch}`,
    'A dispatch with its statements and claims',
    z.object({ ...inDossier.shape, dispatch: z.string().min(1) }),
    none,
    dispatchDocument,
  ),
  claims: operation(`${dossierPath}/claims`, 'Claims, filtered and by pages', inDossier, claimsQuery, claimsDocument),
  places: operation(
    `${dossierPath}/places`,
    'The places that claims name, and who holds them on a day',
    inDossier,
    placesQuery,
    placesDocument,
  ),
  questions: operation(`${dossierPath}/questions`, 'What claims answer', inDossier, questionsQuery, questionsDocument),
  question: operation(
    `${dossierPath}/questions/{question}`,
    'A question with its answers by source',
    z.object({ ...inDossier.shape, question: z.string().min(1) }),
    questionQuery,
    questionDocument,
  ),
  askControl: operation(
    `${dossierPath}/ask/control`,
    'Who holds a place, on a day, according to whom',
    inDossier,
    controlQuery,
    controlAnswerDocument,
  ),
  askStrength: figures('strength', 'How many fighters a party has'),
  askCasualties: figures('casualties', 'How many of a party were killed, wounded or captured'),
  askDisplacement: figures('displacement', 'How many of a party were displaced'),
  outlineNames: operation(
    '/api/outline-names/{outline}',
    'What the outlines of a file are called: `countries`, `waters`, or a country by its ISO 3166-1 code',
    z.object({ outline: z.string().regex(/^(?:countries|waters|[A-Z]{2})$/) }),
    none,
    outlineNamesDocument,
  ),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type Params<O extends Operation> = z.output<O['params']>;
export type Query<O extends Operation> = z.output<O['query']>;
export type Reply<O extends Operation> = z.output<O['reply']>;

/** A document as the server hands it over: nobody changes it. */
export type Shown<T> = T extends (infer E)[]
  ? readonly Shown<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Shown<T[K]> }
    : T;

/** Where the outlines of the map lie: TopoJSON, as `index.json` lists them. */
export const OUTLINES_PATH = '/api/outlines';

/**
 * Something that a person does: a POST with a JSON body, from a page of the desk alone. It carries the header
 * `x-recoupe: 1`, which a page of another site cannot send.
 */
export type Change<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = Operation<P, Q, R> & { readonly body: B };

function change<P extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  path: string,
  summary: string,
  params: P,
  body: B,
  reply: R,
): Change<P, typeof none, B, R> {
  return { path, summary, params, query: none, body, reply };
}

const onDispatch = z.object({ ...inDossier.shape, dispatch: z.string().min(1) });
const dispatchPath = `${dossierPath}/dispatches/{dispatch}`;

/** All that can be done. All are POST. */
export const changes = {
  createDossier: change('/api/dossiers', 'Makes a dossier', none, titleBody, dossierChanged),
  renameDossier: change(`${dossierPath}/title`, 'Gives a dossier another title', inDossier, titleBody, dossierChanged),
  archiveDossier: change(
    `${dossierPath}/archive`,
    'Puts a dossier away, or takes it out again; nothing is lost',
    inDossier,
    archiveBody,
    dossierChanged,
  ),
  dateDispatch: change(
    `${dispatchPath}/date`,
    'Gives a dispatch its day, and reads it again',
    onDispatch,
    dateBody,
    dispatchDated,
  ),
  correct: change(`${dispatchPath}/corrections`, 'Sets one value right', onDispatch, correctionBody, entryMade),
  reject: change(
    `${dispatchPath}/rejections`,
    'Says that something is no statement or claim',
    onDispatch,
    rejectionBody,
    entryMade,
  ),
  addClaim: change(`${dispatchPath}/claims`, 'Adds a claim by its words', onDispatch, additionBody, entryMade),
  giveVerdict: change(
    `${dossierPath}/verdicts`,
    'Accepts a claim or finding, or doubts it',
    inDossier,
    verdictBody,
    entryMade,
  ),
  judgeOrigin: change(
    `${dossierPath}/origins`,
    'Says of two dispatches that they are of one origin, or are not',
    inDossier,
    originBody,
    entryMade,
  ),
  merge: change(`${dossierPath}/merges`, 'Lets a party or place count as another', inDossier, mergeBody, entryMade),
  split: change(
    `${dossierPath}/splits`,
    'Lets a merged party or place count as itself',
    inDossier,
    splitBody,
    entryMade,
  ),
  undo: change(
    `${dossierPath}/entries/{entry}/undo`,
    'Takes the effect of an entry away; undoing the undoing brings it back',
    z.object({ ...inDossier.shape, entry: z.string().min(1) }),
    z.object({}),
    entryMade,
  ),
  importText: change(
    `${dossierPath}/import/text`,
    'Takes in a pasted dispatch',
    inDossier,
    importTextBody,
    importedDocument,
  ),
  importAddress: change(
    `${dossierPath}/import/address`,
    'Takes in the dispatch at an address',
    inDossier,
    importAddressBody,
    importedDocument,
  ),
} as const;

export type Changes = typeof changes;
export type ChangeName = keyof Changes;
export type Body<C extends Change> = z.input<C['body']>;

/**
 * Files are sent as `multipart/form-data`, each part `file` with its path in the folder as its file name (a `dossier.json`
 * among them counts). The reply is one `ImportItem` a line (`application/x-ndjson`), each sent when it is done.
 */
export const importFiles = {
  path: `${dossierPath}/import/files`,
  summary: 'Takes in files; tells of each as it is done',
  params: inDossier,
  query: importFilesQuery,
  reply: importItem,
} as const satisfies Operation;

/** Where server-sent events come from: see `ServerEvent`. */
export const EVENTS_PATH = '/api/events';

/** The address of an operation, with its parameters filled in. What is absent, empty or null is left out of the query. */
export function addressOf<O extends Operation>(
  { path }: O,
  params: Params<O>,
  query: { readonly [K in keyof Query<O>]?: Query<O>[K] | null },
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  return search.size > 0 ? `${filled}?${search}` : filled;
}
