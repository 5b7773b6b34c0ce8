import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { assert } from '../../core/index.ts';
import { changes, importFiles as importFilesOperation, importItem, problem } from '../contract/index.ts';
import type { App } from './app.ts';
import {
  addClaim,
  archiveDossier,
  correct,
  createDossier,
  dateDispatch,
  giveVerdict,
  type Hands,
  judgeOrigin,
  merge,
  reject,
  renameDossier,
  split,
  undo,
} from './deeds.ts';
import type { FetchSettings } from './importing/fetch-address.ts';
import { importFiles, type Upload } from './importing/import-files.ts';
import { importAddress, importText } from './importing/import-items.ts';
import { noFiles, uploadTooLarge } from './importing/problems.ts';
import { perform } from './mount.ts';
import { badJson } from './problems.ts';

/** Files that are sent together lie in memory: a folder of some ten thousand dispatches. */
const MOST_UPLOADED = 200_000_000;
/** A body of JSON: a pasted text is the largest. */
const MOST_JSON = 20_000_000;

/** Takes all that can be done. */
export function addDeedRoutes(app: App, hands: Hands, fetching: FetchSettings): void {
  const { path: filesPath } = importFilesOperation;
  const forFiles = bodyLimit({
    maxSize: MOST_UPLOADED,
    onError: () => {
      throw uploadTooLarge(MOST_UPLOADED);
    },
  });
  const forJson = bodyLimit({
    maxSize: MOST_JSON,
    onError: () => {
      throw badJson(`> ${MOST_JSON / 1_000_000} MB`);
    },
  });
  app.post('/api/*', (c, next) => (c.req.path.endsWith('/import/files') ? forFiles : forJson)(c, next));

  perform(app, changes.createDossier, (_, { title }) => createDossier(hands, title));
  perform(app, changes.renameDossier, ({ dossier }, { title }) => renameDossier(hands, dossier, title));
  perform(app, changes.archiveDossier, ({ dossier }, { archived }) => archiveDossier(hands, dossier, archived));
  perform(app, changes.dateDispatch, ({ dossier, dispatch }, { day }) => dateDispatch(hands, dossier, dispatch, day));
  perform(app, changes.correct, ({ dossier, dispatch }, body) => correct(hands, dossier, dispatch, body));
  perform(app, changes.reject, ({ dossier, dispatch }, body) => reject(hands, dossier, dispatch, body));
  perform(app, changes.addClaim, ({ dossier, dispatch }, body) => addClaim(hands, dossier, dispatch, body));
  perform(app, changes.giveVerdict, ({ dossier }, body) => giveVerdict(hands, dossier, body));
  perform(app, changes.judgeOrigin, ({ dossier }, body) => judgeOrigin(hands, dossier, body));
  perform(app, changes.merge, ({ dossier }, body) => merge(hands, dossier, body));
  perform(app, changes.split, ({ dossier }, body) => split(hands, dossier, body));
  perform(app, changes.undo, ({ dossier, entry }) => undo(hands, dossier, entry));
  perform(app, changes.importText, ({ dossier }, body) => importText(hands, dossier, body));
  perform(app, changes.importAddress, ({ dossier }, body) => importAddress(hands, dossier, body, fetching));

  app.openAPIRegistry.registerPath({
    method: 'post',
    path: filesPath,
    summary: importFilesOperation.summary,
    request: {
      params: importFilesOperation.params,
      query: importFilesOperation.query,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
            },
          },
        },
      },
    },
    responses: {
      200: { description: 'One item a line', content: { 'application/x-ndjson': { schema: importItem } } },
      default: { description: 'What went wrong', content: { 'application/json': { schema: problem } } },
    },
  });
  app.post(filesPath.replace('{dossier}', ':dossier'), async (c) => {
    const query = importFilesOperation.query.safeParse(c.req.query());
    if (!query.success) throw badJson(query.error.issues[0]!.message);
    const { id } = await hands.ledger.findDossier(c.req.param('dossier') ?? '');
    const uploads = await uploadsOf(await formOf(c.req.raw));
    if (uploads.length === 0) throw noFiles();
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      for await (const item of importFiles(hands, id, uploads, query.data)) {
        const { success, data, error } = importItem.safeParse(item);
        assert(success, `an import item of another shape than the contract's: ${error?.message}`);
        hands.events.tell({ type: 'importing', dossier: id, place: item.place, total: item.total, name: item.name });
        // A page that went away stops nothing: what was sent is taken in to its end.
        if (!out.aborted) await out.writeln(JSON.stringify(data));
      }
    });
  });
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) throw noFiles();
    throw error;
  }
}

async function uploadsOf(form: FormData): Promise<Upload[]> {
  return form
    .getAll('file')
    .filter((part) => typeof part !== 'string')
    .map((file) => ({ path: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
}
