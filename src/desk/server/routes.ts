import type { FigureKind, World } from '../../crosscheck/index.ts';
import type { LanguageEngine } from '../../language/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { askHowMany, askWhoHolds, type Perspective } from '../../pipeline.ts';
import { type Operation, operations, type Query } from '../contract/index.ts';
import type { App } from './app.ts';
import { controlAnswerDocument, figuresDocument } from './documents/ask.ts';
import { changesDocument } from './documents/changes.ts';
import { claimsDocument } from './documents/claims.ts';
import { dispatchDocument } from './documents/dispatch.ts';
import { dispatchesDocument } from './documents/dispatches.ts';
import { dossierDocument } from './documents/dossier.ts';
import { findingsDocument } from './documents/findings.ts';
import { partiesFound, placesFound } from './documents/lookup.ts';
import { overviewDocument } from './documents/overview.ts';
import { parseDocument } from './documents/parse.ts';
import { outlineNames, placesDocument } from './documents/places.ts';
import { questionDocument, questionsDocument } from './documents/questions.ts';
import { MOST_PASSAGES, searchDocument, searchWords } from './documents/search.ts';
import { seriesDocument, seriesListDocument } from './documents/series.ts';
import { sourceDocument, sourcesDocument } from './documents/source-page.ts';
import { timelineDocument } from './documents/timeline.ts';
import { type Files, outlineIds } from './files.ts';
import { answer } from './mount.ts';
import { notFound } from './problems.ts';
import type { Views } from './view.ts';

export type RouteSettings = {
  readonly ledger: Ledger;
  readonly world: World;
  readonly engine: LanguageEngine;
  readonly views: Views;
  readonly outlines: Files;
};

/** Answers all that can be asked. */
export function addRoutes(app: App, { ledger, world, engine, views, outlines }: RouteSettings): void {
  answer(app, operations.dossiers, async () => ({ format: 1 as const, dossiers: await ledger.dossiers() }));
  answer(app, operations.dossier, async ({ dossier }) => dossierDocument(await views.of(dossier)));
  answer(app, operations.dispatch, async ({ dossier, dispatch }) =>
    dispatchDocument(await views.of(dossier), dispatch, world),
  );
  answer(app, operations.claims, async ({ dossier }, query) => claimsDocument(await views.of(dossier), query, world));
  answer(app, operations.places, async ({ dossier }, query) => placesDocument(await views.of(dossier), query, world));
  answer(app, operations.questions, async ({ dossier }, query) =>
    questionsDocument(await views.of(dossier), query, world),
  );
  answer(app, operations.question, async ({ dossier, question }, query) =>
    questionDocument(await views.of(dossier), question, query, world),
  );

  answer(app, operations.overview, async ({ dossier }, query) => {
    const view = await views.of(dossier);
    return overviewDocument(view, await view.entries(), await ledger.review(dossier), query, world);
  });
  answer(app, operations.changes, async ({ dossier }, query) => {
    const view = await views.of(dossier);
    return changesDocument(await view.entries(), view, query, world);
  });
  answer(app, operations.dispatches, async ({ dossier }, query) => dispatchesDocument(await views.of(dossier), query));
  answer(app, operations.findings, async ({ dossier }, query) =>
    findingsDocument(await views.of(dossier), query, world),
  );
  answer(app, operations.timeline, async ({ dossier }, query) =>
    timelineDocument(await views.of(dossier), query, world),
  );
  answer(app, operations.seriesList, async ({ dossier }, query) =>
    seriesListDocument(await views.of(dossier), query, world),
  );
  answer(app, operations.series, async ({ dossier, question }, query) =>
    seriesDocument(await views.of(dossier), question, query, world),
  );
  answer(app, operations.sources, async ({ dossier }) => sourcesDocument(await views.of(dossier)));
  answer(app, operations.source, async ({ dossier, source }, query) =>
    sourceDocument(await views.of(dossier), source, query, world),
  );
  answer(app, operations.search, async ({ dossier }, query) => {
    const view = await views.of(dossier);
    const words = query.words?.trim() ?? '';
    const found = words === '' ? null : await ledger.search(dossier, searchWords(words), { limit: MOST_PASSAGES });
    return searchDocument(view, found, query, world);
  });
  answer(app, operations.parse, async (_, { text }) => parseDocument(text, engine));
  answer(app, operations.findParties, async (_, query) => partiesFound(query, world));
  answer(app, operations.findPlaces, async (_, query) => placesFound(query, world));

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
