import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { assert } from '../../core/index.ts';
import type { FigureKind, World } from '../../crosscheck/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { askHowMany, askWhoHolds, type Perspective } from '../../pipeline.ts';
import {
  type Operation,
  operations,
  type Params,
  problem,
  type Query,
  type Reply,
  type Shown,
} from '../contract/index.ts';
import type { App } from './app.ts';
import { controlAnswerDocument, figuresDocument } from './documents/ask.ts';
import { claimsDocument } from './documents/claims.ts';
import { dispatchDocument } from './documents/dispatch.ts';
import { dossierDocument } from './documents/dossier.ts';
import { outlineNames, placesDocument } from './documents/places.ts';
import { questionDocument, questionsDocument } from './documents/questions.ts';
import { type Files, outlineIds } from './files.ts';
import { notFound } from './problems.ts';
import { openViews } from './view.ts';

export type RouteSettings = { readonly ledger: Ledger; readonly world: World; readonly outlines: Files };

/** Answers every operation of the contract. */
export function addRoutes(app: App, { ledger, world, outlines }: RouteSettings): void {
  const views = openViews(ledger, world);

  answer(app, operations.dossiers, async () => ({ format: 1 as const, dossiers: await ledger.dossiers() }));
  answer(app, operations.dossier, async ({ dossier }) => dossierDocument(await views.of(dossier), world));
  answer(app, operations.dispatch, async ({ dossier, dispatch }) =>
    dispatchDocument(await views.of(dossier), dispatch, world),
  );
  answer(app, operations.claims, async ({ dossier }, query) => claimsDocument(await views.of(dossier), query, world));
  answer(app, operations.places, async ({ dossier }, query) => placesDocument(await views.of(dossier), query, world));
  answer(app, operations.questions, async ({ dossier }, query) =>
    questionsDocument(await views.of(dossier), query, world),
  );
  answer(app, operations.question, async ({ dossier, question }) =>
    questionDocument(await views.of(dossier), question, world),
  );

  answer(app, operations.askControl, async ({ dossier }, { place, ...asked }) => {
    const found = await askWhoHolds(ledger, world, dossier, place, perspectiveOf(asked));
    return controlAnswerDocument(found, asked.believe, await views.of(dossier), world);
  });
  for (const [operation, kind] of [
    [operations.askStrength, 'strength'],
    [operations.askCasualties, 'casualties'],
    [operations.askDisplacement, 'displacement'],
  ] as const satisfies readonly (readonly [Operation, FigureKind])[])
    answer(app, operation, async ({ dossier }, { party, ...asked }) => {
      const found = await askHowMany(ledger, world, dossier, kind, party, perspectiveOf(asked));
      return figuresDocument(found, asked.believe, await views.of(dossier), world);
    });

  answer(app, operations.outlineNames, async ({ outline }) => {
    const path = { countries: 'countries-50m.json', waters: 'waters.json' }[outline] ?? `provinces/${outline}.json`;
    const file = outlines.get(path);
    if (!file) throw notFound(`/api/outline-names/${outline}`);
    return outlineNames(outlineIds(file), world);
  });
}

type Asked = Pick<Query<typeof operations.askControl>, 'asOf' | 'believe' | 'saidBy' | 'learnedBy'>;

function perspectiveOf({ asOf, believe, saidBy, learnedBy }: Asked): Perspective {
  return { asOf: asOf ?? null, believe, saidBy: saidBy ?? null, learnedBy: learnedBy ?? null };
}

/** Mounts one operation: what comes in is checked by the contract, and so is what goes out. */
function answer<O extends Operation>(
  app: App,
  operation: O,
  work: (params: Params<O>, query: Query<O>) => Promise<Shown<Reply<O>>>,
): void {
  const { path, summary, params, query, reply } = operation;
  const route = createRoute({
    method: 'get',
    path,
    summary,
    request: { params, query },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: reply } } },
      default: { description: 'What went wrong', content: { 'application/json': { schema: problem } } },
    },
  });
  // The handler's type cannot be worked out from a schema that is a parameter; the two lines below are what it would check.
  const handler = async (c: Context): Promise<Response> => {
    const valid = c.req as unknown as { valid(from: 'param'): Params<O>; valid(from: 'query'): Query<O> };
    const checked = reply.safeParse(await work(valid.valid('param'), valid.valid('query')));
    assert(checked.success, `${path} answers with another shape than the contract's: ${checked.error?.message}`);
    return c.json(checked.data as object);
  };
  app.openapi(route, handler as never);
}
