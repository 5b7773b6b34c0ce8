import * as z from 'zod';
import { claimsDocument, claimsQuery } from './claims.ts';
import { dispatchDocument } from './dispatch.ts';
import { dossierDocument, dossiersDocument } from './dossiers.ts';
import { outlineNamesDocument, perspectiveQuery, placesDocument } from './places.ts';
import {
  controlAnswerDocument,
  controlQuery,
  figureQuery,
  figuresDocument,
  questionDocument,
  questionsDocument,
} from './questions.ts';

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
    perspectiveQuery,
    placesDocument,
  ),
  questions: operation(`${dossierPath}/questions`, 'What claims answer', inDossier, none, questionsDocument),
  question: operation(
    `${dossierPath}/questions/{question}`,
    'A question with its answers by source',
    z.object({ ...inDossier.shape, question: z.string().min(1) }),
    none,
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
