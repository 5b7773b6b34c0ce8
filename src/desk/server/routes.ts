import type { FigureKind, World } from '../../crosscheck/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { askHowMany, askWhoHolds, type Perspective } from '../../pipeline.ts';
import { type Operation, operations, type Query } from '../contract/index.ts';
import type { App } from './app.ts';
import { controlAnswerDocument, figuresDocument } from './documents/ask.ts';
import { claimsDocument } from './documents/claims.ts';
import { dispatchDocument } from './documents/dispatch.ts';
import { dossierDocument } from './documents/dossier.ts';
import { outlineNames, placesDocument } from './documents/places.ts';
import { questionDocument, questionsDocument } from './documents/questions.ts';
import { type Files, outlineIds } from './files.ts';
import { answer } from './mount.ts';
import { notFound } from './problems.ts';
import type { Views } from './view.ts';

export type RouteSettings = {
  readonly ledger: Ledger;
  readonly world: World;
  readonly views: Views;
  readonly outlines: Files;
};

/** Answers all that can be asked. */
export function addRoutes(app: App, { ledger, world, views, outlines }: RouteSettings): void {
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
